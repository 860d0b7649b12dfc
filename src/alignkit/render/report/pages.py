"""A report on paper: which chapters lie on their side, what of a table fits there, and the tables behind pictures."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from alignkit.render.report.blocks import Block, Column, Document, Picture, Row, Run, Runs, Section, Table, tables, walk
from alignkit.render.report.language import Language

# A4 between its margins, in millimetres.
_UPRIGHT, _SIDEWAYS = 170.0, 257.0
# What a column needs at least to be read: more where the page can be turned, less where it cannot be any wider.
_COMFORTABLE, _NARROWEST = 13.0, 9.0
_MOST_OF_WORDS = 6
# How much of the fingerprint stands under each page.
_TOLD = 16
_ONE_LINE = 84
PICTURE_TABLES = "pictures-as-tables"


class Chapter(Struct, frozen=True):
    """A section of the highest level; `sideways` where a table in it is too wide for an upright page."""

    section: Section
    sideways: bool


def room(*, sideways: bool) -> float:
    """Return how wide a line of a page is, in millimetres."""
    return _SIDEWAYS if sideways else _UPRIGHT


def footer(document: Document) -> Runs:
    """Return what stands under every page: the document's footer, and the fingerprint where that does not tell it."""
    short = document.fingerprint[:_TOLD]
    told = short in "".join(run.text for run in document.footer)
    return document.footer if told else (*document.footer, Run(f" \u00b7 {short}"))


def compact(lines: tuple[Runs, ...]) -> tuple[Runs, ...]:
    """Return lines that are short enough together as one, with semicolons between them."""
    if sum(len(run.text) for line in lines for run in line) > _ONE_LINE:
        return lines
    return (tuple(run for place, line in enumerate(lines) for run in ((Run("; "),) if place else ()) + line),)


def chapters(document: Document, say: Language) -> tuple[Chapter, ...]:
    """Return the document's chapters, and at their end the tables behind its pictures, each table fit for its page."""
    sections = (*document.sections, *_behind_pictures(document, say))
    return tuple(_chapter(section, say) for section in sections)


def _behind_pictures(document: Document, say: Language) -> Iterator[Section]:
    """Yield a section of the tables that stand in the document only behind a picture."""
    shown = {block.id for block, _ in walk(document.sections) if isinstance(block, Table)}
    behind = {table.id: table for table in tables(document) if table.id not in shown}
    if behind:
        yield Section(PICTURE_TABLES, say("The pictures as tables"), tuple(behind.values()))


def _chapter(section: Section, say: Language) -> Chapter:
    held = [block for block, _ in walk((section,)) if isinstance(block, Table)]
    return Chapter(_fitted(section, say), any(_wide(table) for table in held))


def _wide(table: Table) -> bool:
    words = sum(not column.figures for column in table.columns)
    return words > _MOST_OF_WORDS or _narrowest(table.columns, _UPRIGHT) < _COMFORTABLE


def _narrowest(columns: tuple[Column, ...], room: float) -> float:
    """Return how wide the narrowest of the columns comes out."""
    return min(widths(columns, room), default=room)


def widths(columns: tuple[Column, ...], room: float) -> tuple[float, ...]:
    """Return how wide each column is where all have so much room together."""
    units = sum(column.width for column in columns)
    return tuple(room * column.width / units for column in columns)


def _fitted(section: Section, say: Language) -> Section:
    return replace(section, blocks=tuple(part for block in section.blocks for part in _parts(block, say)))


def _parts(block: Block, say: Language) -> Iterator[Block]:
    if isinstance(block, Section):
        yield _fitted(block, say)
    elif isinstance(block, Table) and _narrowest(block.columns, _SIDEWAYS) < _NARROWEST:
        yield from _split(block, say)
    else:
        yield block


def _split(table: Table, say: Language) -> Iterator[Table]:
    """Yield the table in parts that can be read, each with the first column and as many others as fit beside it."""
    groups = _groups(table.columns)
    for number, group in enumerate(groups):
        kept = (0, *group)
        yield replace(
            table,
            id=f"{table.id}-part-{number + 1}" if number else table.id,
            caption=say("{caption}, part {part} of {parts}", caption=table.caption, part=number + 1, parts=len(groups)),
            columns=tuple(table.columns[place] for place in kept),
            rows=tuple(_cut(row, kept, anchored=not number) for row in table.rows),
        )


def _groups(columns: tuple[Column, ...]) -> tuple[range, ...]:
    """Return the places of the columns but for the first in as few groups, all of about one size, as can be read."""
    others = len(columns) - 1
    return next(
        groups
        for parts in range(1, others + 1)
        if (groups := _shared(others, parts)) and (parts == others or all(_legible(columns, each) for each in groups))
    )


def _shared(others: int, parts: int) -> tuple[range, ...]:
    return tuple(range(1 + others * part // parts, 1 + others * (part + 1) // parts) for part in range(parts))


def _legible(columns: tuple[Column, ...], group: range) -> bool:
    return _narrowest(tuple(columns[place] for place in (0, *group)), _SIDEWAYS) >= _NARROWEST


def _cut(row: Row, kept: tuple[int, ...], *, anchored: bool) -> Row:
    """Return the row with the cells kept; its anchor stays with the first part of its table."""
    return replace(row, cells=tuple(row.cells[place] for place in kept), anchor=row.anchor if anchored else "")


def anchors(parts: tuple[Chapter, ...]) -> Iterator[str]:
    """Yield every place in the chapters that a link can lead to, in reading order."""
    for block, _ in walk(tuple(chapter.section for chapter in parts)):
        if isinstance(block, (Section, Table, Picture)):
            yield block.id
        if isinstance(block, Table):
            yield from (row.anchor for row in block.rows if row.anchor)

"""The report as GitHub-flavoured Markdown: for a wiki, or whatever makes something else of Markdown."""

from collections.abc import Iterator

from alignkit.render.markdown_text import escaped, opened
from alignkit.render.report.blocks import (
    Block,
    Bullets,
    Code,
    Document,
    Facts,
    Paragraph,
    Picture,
    Row,
    Runs,
    Section,
    Table,
)
from alignkit.render.report.language import Language
from alignkit.render.report.markdown_text import anchored, code_block, line_of

_SPACE = "\u2003"


def render(document: Document, say: Language) -> bytes:
    """Return the document as Markdown, UTF-8; pictures are given in words, with the table of their content."""
    parts = [f"# {escaped(document.title)}", opened(escaped(document.subtitle))]
    parts += ["\n".join((f"**{escaped(say('Contents'))}**", "", *_contents(document.sections, 0)))]
    parts += [text for section in document.sections for text in _block(section, 1)]
    parts += ["---", line_of(document.footer)]
    return "".join(f"{part}\n\n" for part in parts).rstrip("\n").encode() + b"\n"


def _contents(sections: tuple[Block, ...], depth: int) -> Iterator[str]:
    for section in sections:
        if isinstance(section, Section):
            yield f"{'  ' * depth}- [{escaped(section.title)}](#{section.id})"
            if depth == 0:
                yield from _contents(section.blocks, 1)


def _block(block: Block, level: int) -> Iterator[str]:
    if isinstance(block, Section):
        yield f"{anchored(block.id)}\n\n{'#' * min(level + 1, 6)} {escaped(block.title)}"
        for each in block.blocks:
            yield from _block(each, level + 1)
    elif isinstance(block, Paragraph):
        line = opened(line_of(block.runs))
        yield f"> {line}" if block.tone in {"note", "warn"} else line
    elif isinstance(block, Bullets):
        yield "\n".join(f"{_mark(block, number)} {opened(line_of(item))}" for number, item in enumerate(block.items, 1))
    elif isinstance(block, Facts):
        yield "\n".join(f"- **{escaped(name)}:** {_lines(values)}" for name, values in block.pairs)
    elif isinstance(block, Code):
        yield code_block(block.text)
    else:
        yield from _illustrated(block)


def _mark(bullets: Bullets, number: int) -> str:
    return f"{number}." if bullets.numbered else "-"


def _lines(lines: tuple[Runs, ...]) -> str:
    return "<br>".join(line_of(line) for line in lines)


def _illustrated(block: Table | Picture) -> Iterator[str]:
    if isinstance(block, Picture):
        yield f"**{escaped(block.caption)}**: {escaped(block.alt)}"
    yield from _table(block.table if isinstance(block, Picture) else block)


def _table(table: Table) -> Iterator[str]:
    yield f"{anchored(table.id)}\n\n**{escaped(table.caption)}**"
    if not table.rows:
        if table.empty:
            yield escaped(table.empty)
        return
    heads = " | ".join(escaped(column.title) for column in table.columns)
    rules = " | ".join("---:" if column.figures else "---" for column in table.columns)
    yield "\n".join((f"| {heads} |", f"| {rules} |", *map(_row, table.rows)))


def _row(row: Row) -> str:
    first, *others = (_lines(each.lines) for each in row.cells)
    named = f"**{first}**" if row.kind == "branch" and first and "**" not in first else first
    mark = anchored(row.anchor) if row.anchor else ""
    return "| " + " | ".join((f"{mark}{_SPACE * row.depth}{named}", *others)) + " |"

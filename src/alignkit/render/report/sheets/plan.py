"""Which tables of a report are sheets of its workbook, and where in it everything is that a link can lead to."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.render.report.blocks import Block, Document, Section, Table, tables, walk
from alignkit.render.report.language import Language
from alignkit.render.report.sheets.names import quoted, sheet_names


class Sheet(Struct, frozen=True):
    """A sheet: its name, and the table that it shows."""

    name: str
    table: Table


class Plan(Struct, frozen=True):
    """The name of the first sheet, which is an overview, the others, and by anchor what a link leads to: 'Sheet'!A5."""

    overview: str
    sheets: tuple[Sheet, ...]
    places: dict[str, str]


def plan(document: Document, say: Language) -> Plan:
    """Return the plan: a sheet for each table that has one, each table only once."""
    shown = list({table.id: table for table in tables(document) if table.sheet}.values())
    overview, *names = sheet_names((say("Overview"), *(table.sheet for table in shown)))
    sheets = tuple(Sheet(name, table) for name, table in zip(names, shown, strict=True))
    places = {anchor: f"{quoted(sheet.name)}!A{row}" for sheet in sheets for anchor, row in _rows(sheet.table)}
    return Plan(overview, sheets, {**dict(_sections(document.sections, places)), **places})


def _rows(table: Table) -> Iterator[tuple[str, int]]:
    """Yield each anchor of the table with its row on the sheet: the first is the heading."""
    yield table.id, 1
    yield from ((row.anchor, number) for number, row in enumerate(table.rows, 2) if row.anchor)


def _sections(sections: tuple[Block, ...], places: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each section that holds a table with a sheet, with the place of the first of these."""
    for section, _ in walk(sections):
        if isinstance(section, Section):
            held = (block.id for block, _ in walk(section.blocks) if isinstance(block, Table) and block.id in places)
            yield from ((section.id, places[id_]) for id_ in list(held)[:1])

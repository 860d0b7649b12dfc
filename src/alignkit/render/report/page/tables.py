"""How a table stands in the page: its shape on a narrow screen, its columns' shares, what it can be filtered by."""

from collections.abc import Iterator

from alignkit.render.report.blocks import Column, Document, Row, Run, Table, tables
from alignkit.render.report.page.choices import STEPS

_FITS_ANYWHERE = 2
_MANY, _VERY_MANY, _TOO_MANY = 6, 7, 10
_LONG = 15
_WORD, _LONGEST = 12, 24
_SIGNS = tuple(f"step-{number}" for number in range(len(STEPS)))


def shape(table: Table) -> str:
    """Return what becomes of the table where its columns have no room.

    "plain": nothing, two columns have room everywhere. "scrolls": figures, or very many columns, are compared down
    and across, so it stays a table and scrolls in itself (WCAG 1.4.10 exempts it). "cards": its rows are read one at
    a time, each as a card.
    """
    if len(table.columns) <= _FITS_ANYWHERE:
        return "plain"
    figures = sum(column.figures for column in table.columns[1:])
    return "scrolls" if figures * 2 > len(table.columns) - 1 or len(table.columns) >= _TOO_MANY else "cards"


def breadth(table: Table) -> str:
    """Return how much room its columns want: "few" or "many" of them, and "wide" where paper has to be turned."""
    if len(table.columns) < _MANY:
        return "few"
    turned = len(table.columns) >= (_TOO_MANY if shape(table) == "scrolls" else _VERY_MANY)
    return "many wide" if turned else "many"


def breaks(text: str, column: Column, table: Table) -> str:
    """Return "huge" where a word is so long that it has to be broken anywhere, lest its column push others away."""
    most = _LONGEST if shape(table) == "scrolls" else max(share(column, table), _WORD)
    return "huge" if max(map(len, text.split()), default=0) > most else ""


def share(column: Column, table: Table) -> int:
    """Return the column's share of the table's width, in whole percent."""
    whole = sum(max(each.width, 1) for each in table.columns)
    return max(100 * max(column.width, 1) // whole, 1)


def shares(document: Document) -> list[int]:
    """Return every share that a column of the document has, each once."""
    return sorted({share(column, table) for table in tables(document) for column in table.columns})


def can_be_searched(table: Table) -> bool:
    """Say whether the table is worth a search: it has facts to filter by, or many rows."""
    return bool(table.filters) or len(table.rows) > _LONG


def data(row: Row, table: Table) -> dict[str, str]:
    """Return the row's attributes: the facts that the table can be filtered by, and its level."""
    facts = {f"data-{name}": row.facts[name] for name in table.filters if row.facts.get(name)}
    return {**facts, "data-level": str(row.depth)} if row.depth else facts


def signs(table: Table) -> list[int]:
    """Return the steps of the ladder whose signs stand in the table, lowest first."""
    tones = {run.tone for run in _runs(table)}
    return [number for number, tone in enumerate(_SIGNS) if tone in tones]


def is_daggered(table: Table) -> bool:
    """Say whether a text in the table is marked as unverified."""
    return any("†" in run.text for run in _runs(table))


def _runs(table: Table) -> Iterator[Run]:
    return (run for row in table.rows for cell in row.cells for line in cell.lines for run in line)

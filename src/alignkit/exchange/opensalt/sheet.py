"""A sheet as rows of texts, each of which knows its cell."""

from collections.abc import Sequence

from msgspec import Struct

from alignkit.exchange.losses import Loss
from alignkit.exchange.opensalt.columns import names_of
from alignkit.exchange.sheets.grid import Grid, column_letters


class Row(Struct, frozen=True):
    """A row: its number in the sheet, and its texts by the names of their columns."""

    number: int
    texts: dict[str, str]

    def text(self, name: str) -> str:
        """Return the text in a column, "" where the cell is empty or there is no such column."""
        return self.texts.get(name, "")


class Sheet(Struct):
    """The rows of a sheet below its headings, where each column is, and what stands in columns without a name."""

    title: str
    letters: dict[str, str]
    rows: list[Row]
    losses: list[Loss]


def sheet_of(grid: Grid, title: str, wanted: Sequence[str], file: str) -> Sheet:
    """Return the sheet, whose first row has the headings; empty rows are passed over."""
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(grid.texts.items()):
        by_row.setdefault(row, {})[column] = text.strip()
    headings = by_row.pop(1, {})
    named = names_of(list(headings.values()), wanted, f"{file}: {title}!A1")
    # Where two columns have one name, the first has it.
    columns = {name: column for column, name in reversed(list(zip(headings, named, strict=True)))}
    sheet = Sheet(title, {name: column_letters(column) for name, column in columns.items()}, [], [])
    names = {column: name for name, column in columns.items()}
    for number, cells in by_row.items():
        texts = {names[column]: text for column, text in cells.items() if column in names}
        sheet.rows += [Row(number, texts)] if texts else []
        for column in cells.keys() - names.keys():
            why = "its column has no heading, or one that another column has"
            sheet.losses.append(Loss(f"{title}!{column_letters(column)}{number}", f'"{cells[column]}"', why))
    return sheet

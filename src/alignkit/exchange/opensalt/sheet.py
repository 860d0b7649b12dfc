"""A sheet as rows of texts, each of which knows its cell."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.opensalt.columns import names_of

# More than any framework; a sheet may claim a million rows.
MOST_ROWS = 100_000
MOST_COLUMNS = 100


class Row(Struct, frozen=True):
    """A row: its number in the sheet, its texts by the names of their columns, and the letter of each column."""

    number: int
    texts: dict[str, str]

    def text(self, name: str) -> str:
        """Return the text in a column, "" where the cell is empty or there is no such column."""
        return self.texts.get(name, "")


class Sheet(Struct):
    """The rows of a sheet below its headings, and where each column is."""

    title: str
    letters: dict[str, str]
    rows: list[Row]


def sheet_of(title: str, rows: Iterable[Sequence[Any]], wanted: Sequence[str], file: str) -> Sheet:
    """Return the sheet, whose first row has the headings; empty rows are passed over."""
    lines = iter(_texts(rows, f"{file}: {title}"))
    headings = next(lines, [])
    names = names_of(headings, wanted, f"{file}: {title}!A1")
    sheet = Sheet(title, {}, [])
    for number, name in enumerate(names):
        if name:
            sheet.letters.setdefault(name, letter(number))
    for number, line in enumerate(lines, 2):
        # Where two columns have one name, the first has it.
        pairs = zip(reversed(names), reversed(_padded(line, len(names))), strict=True)
        texts = {name: text for name, text in pairs if name and text}
        if texts:
            sheet.rows.append(Row(number, texts))
    return sheet


def _padded(line: list[str], width: int) -> list[str]:
    return (line + [""] * width)[:width]


def _texts(rows: Iterable[Sequence[Any]], where: str) -> Iterator[list[str]]:
    for number, row in enumerate(rows, 1):
        if number > MOST_ROWS or len(row) > MOST_COLUMNS:
            what = f"the sheet has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns"
            raise NotImported(what, where=where, hint="import it in parts, without the columns that are empty")
        yield [_text(value) for value in row]


def _text(value: Any) -> str:
    """Return what a cell shows: 3 for the number 3.0, a date as ISO 8601."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return value.isoformat() if hasattr(value, "isoformat") else str(value).strip()


def letter(number: int) -> str:
    """Return the letter of a column, counted from 0: A, B, … Z, AA."""
    before, last = divmod(number, 26)
    return (letter(before - 1) if before else "") + chr(ord("A") + last)

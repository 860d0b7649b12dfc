"""Tables in plain text (CSV, TSV): read whatever separates their cells, written so that no cell becomes a formula."""

import csv
import re
from collections import Counter
from io import StringIO

from alignkit.errors import NotImported
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.sheets.grid import Book, Grid, few_cells
from alignkit.exchange.text_input import decode

_SEPARATORS = ",;\t|"
_NAMES = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
_SAMPLE, _SAMPLED = 50, 100_000  # rows and signs
_SAID = re.compile(r"sep=(.)\r?\n")
# What some spreadsheet takes for the beginning of a formula, however many apostrophes guard it already: also behind
# spaces, and in the wide signs of Chinese, Japanese and Korean.
_LIVE = re.compile(r"'*(?:[\s\0]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n\0])")


def guarded(text: str) -> str:
    """Return a cell with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if _LIVE.match(text) else text


def unguarded(text: str) -> str:
    """Return a cell without the apostrophe that guards it: the opposite of `guarded`."""
    return text[1:] if text.startswith("'") and _LIVE.match(text) else text


def read_table(name: str, data: bytes) -> Book:
    """Return the one sheet of a table in plain text, and how it was read."""
    decoded = decode(data, name)
    remarks = [f"The text is in {decoded.encoding}, not in UTF-8."] if decoded.encoding else []
    rows, separator = rows_of(decoded.text, name)
    if separator != ",":
        remarks.append(f"Cells are separated by {_NAMES[separator]}.")
    texts = {
        (number, column): unguarded(cell.strip(" "))
        for number, row in enumerate(rows, 1)
        for column, cell in enumerate(row, 1)
        if cell.strip()
    }
    few_cells(len(texts), name)
    return Book((Grid("", texts),), tuple(remarks))


def rows_of(text: str, name: str) -> tuple[list[list[str]], str]:
    """Return the rows of a table with all their cells, and the sign between them; NotImported where it is none."""
    said = _SAID.match(text)
    separator = said[1] if said and said[1] in _SEPARATORS else _separator(text)
    reader = csv.reader(StringIO(text[said.end() :] if said else text, newline=""), delimiter=separator, strict=True)
    rows: list[list[str]] = [[]] if said else []
    try:
        for row in reader:
            rows.append(row)
            if len(rows) > LIMITS.rows or len(row) > LIMITS.columns:
                cause = f"it has more than {LIMITS.rows:,} rows or {LIMITS.columns:,} columns"
                raise NotImported(cause, where=f"{name}:{reader.line_num}", hint="leave only the map in the file")
    except csv.Error as error:
        where = f"{name}:{reader.line_num}"
        raise NotImported(f"it is no table: {error}", where=where, hint="save it as CSV again") from error
    return rows, separator


def _separator(text: str) -> str:
    """Return the sign that cuts the first rows into the same number of cells most often."""
    sample = "\n".join(text[:_SAMPLED].splitlines()[:_SAMPLE])
    return max(_SEPARATORS, key=lambda sign: _evenness(sample, sign))


def _evenness(sample: str, sign: str) -> tuple[int, int]:
    rows = []
    try:
        for row in csv.reader(StringIO(sample, newline=""), delimiter=sign, strict=True):
            rows += [row] if any(row) else []
    except csv.Error as error:
        if "end of data" not in str(error):  # the sample may end within a cell
            return 0, 0
    widths = Counter(len(row) for row in rows if len(row) > 1)
    width, times = widths.most_common(1)[0] if widths else (0, 0)
    return times, width


def table_bytes(rows: list[list[str]]) -> bytes:
    """Return the rows as CSV that Excel opens as UTF-8, each cell guarded."""
    out = StringIO(newline="")
    # All in quotation marks, so that no other sign than the comma can be taken for what separates the cells.
    csv.writer(out, quoting=csv.QUOTE_ALL).writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")

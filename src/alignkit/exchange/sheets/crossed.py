"""Where a matrix is on a sheet: the row that names its columns, and the columns that hold marks below it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from alignkit.exchange.sheets.columns import Columns, columns_of, is_filling
from alignkit.exchange.sheets.depths import mark_in
from alignkit.exchange.sheets.grid import Grid, column_number
from alignkit.exchange.sheets.words import is_apart, role_of
from alignkit.model.import_mapping import SheetMapping

_MOSTLY = 0.7
_WIDEST_GAP = 4
_HIGHEST_ROWS = 60
_FEWEST_MARKS = 2
# `ipec-2023:VE1`: whoever writes this above a column means a matrix, however few marks it has yet.
_REFERENCE = re.compile(r"[a-z0-9][a-z0-9._-]*:[^\s:]+")
# `VE1`, `2.3`, `C1.2b`: a column that is called so is one of a matrix even where half of its cells are something else.
_CODE = re.compile(r"[A-Za-z]{1,4}[.-]?\d+(?:\.\d+)*[a-z]?|\d+(?:\.\d+)+[a-z]?")
# What a column of single values may be called: not one side of a matrix.
_NOT_CROSSED = frozenset(
    (
        *("outcome-id", "outcome", "outcomes", "item", "framework", "depth", "strength", "why", "ignore", "number"),
        *("bloom", "domain", "interprofessional", "hours", "weight", "purpose", "method"),
        *("module-id", "activity-id", "assessment-id"),
    )
)
# The highest number that marks a step or a degree.
_HIGHEST_MARK = 5


class Crossed(Struct, frozen=True):
    """The row that names the columns of a matrix, and those columns."""

    header: int
    body: frozenset[int]


def find_crossed(grid: Grid, said: SheetMapping | None = None) -> Crossed | None:
    """Return where the matrix of a sheet is, by the author's word or by its marks; None where there is none."""
    columns = columns_of(grid)
    rows = sorted({row for row, _ in grid.texts})[:_HIGHEST_ROWS]
    if said and said.header:
        rows = [said.header]
    if said and said.body:
        return _as_said(said.body, rows, columns)
    weighed = [_weight(grid, row, body, columns) for row in rows if (body := _body(grid, row, columns))]
    certain, marks, header, body = max(weighed, key=lambda each: each[:3], default=(False, 0, 0, set[int]()))
    if not (certain or (marks >= _FEWEST_MARKS and len(body) > 1)):
        return None
    return Crossed(header, frozenset(_with_empty_ones(grid, header, body)))


def _as_said(span: str, rows: Sequence[int], columns: Columns) -> Crossed | None:
    """Return the columns that the author names; of the rows above their first mark the lowest that names any."""
    first, _, last = span.partition(":")
    body = {column for column in columns if column_number(first) <= column <= column_number(last or first)}
    naming = [row for row in rows if any(row in columns[column].rows for column in body)]
    cells = [pair for column in body for pair in zip(columns[column].rows, columns[column].texts, strict=True)]
    marked = [row for row, text in cells if mark_in(text)]
    above = [row for row in naming if row < min(marked, default=0)] or naming[:1]
    return Crossed(max(above), frozenset(body)) if above else None


def _weight(grid: Grid, header: int, body: set[int], columns: Columns) -> tuple[bool, int, int, set[int]]:
    """Return what speaks for a row and columns: references, then the number of marks, then that the row is low."""
    certain = bool(_references({column: grid.texts[header, column] for column in body}, header, columns))
    marks = sum(columns[column].below(header)[1] for column in body)
    return certain, marks, header, body


def _references(named: Mapping[int, str], header: int, columns: Columns) -> dict[int, str]:
    """Return the columns that are named by references; below a column's name they are what a table says of a row."""
    return {
        column: name
        for column, name in named.items()
        if _REFERENCE.fullmatch(name) and not any(map(role_of, columns[column].texts_above(header)))
    }


def _body(grid: Grid, header: int, columns: Columns) -> set[int]:
    """Return the columns that a row names, and that hold mostly marks below it."""
    named = {column: grid.texts[header, column] for column in columns if (header, column) in grid.texts}
    named = {column: name for column, name in named.items() if (header, column) not in grid.wide}
    references = _references(named, header, columns)
    named = references or named
    numbers = _counts([text for text in named.values() if is_filling(text)])
    found = set()
    for column, name in named.items():
        filled, marked = columns[column].below(header)
        is_name = numbers or not is_filling(name)
        apart = is_apart(name) or role_of(name) in _NOT_CROSSED
        certain = column in references or bool(marked and _CODE.fullmatch(name) and not apart)
        if (certain and marked * 2 >= filled) or (is_name and not apart and marked and marked >= _MOSTLY * filled):
            found.add(column)
    return _side_by_side(_without_numbering(found, header, columns))


def _without_numbering(body: set[int], header: int, columns: Columns) -> set[int]:
    """Return the columns without a first one that only numbers the rows; where others hold 1 to 3, so may it."""
    if len(body) < _FEWEST_MARKS:
        return body
    first = min(body)
    texts = columns[first].texts_below(header)
    if not _counts(texts):
        return body
    others = (text for column in body - {first} for text in columns[column].texts_below(header))
    marks = int(texts[-1]) <= _HIGHEST_MARK and any(map(str.isdecimal, others))
    return body if marks else body - {first}


def _counts(texts: Sequence[str]) -> bool:
    """Say whether the texts are numbers one after the other: they name, and mark nothing."""
    numbers = [int(text) for text in texts if text.isdecimal()]
    return len(numbers) > 1 and len(numbers) == len(texts) and numbers == list(range(numbers[0], numbers[-1] + 1))


def _side_by_side(columns: Iterable[int]) -> set[int]:
    """Return the longest run of columns with few others between them."""
    runs: list[list[int]] = []
    for column in sorted(columns):
        if runs and column - runs[-1][-1] <= _WIDEST_GAP:
            runs[-1].append(column)
        else:
            runs.append([column])
    longest: list[int] = max(runs, key=len, default=[])
    return set(longest)


def _with_empty_ones(grid: Grid, header: int, body: set[int]) -> set[int]:
    """Return the columns with those among and after them that the header names and nobody has marked yet."""
    filled = {column for row, column in grid.texts if row > header}
    named = {column: text for (row, column), text in grid.texts.items() if row == header and column > min(body)}
    return body | {column for column, name in named.items() if column not in filled and not is_apart(name)}

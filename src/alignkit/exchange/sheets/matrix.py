"""A matrix: something of the curriculum at one side, something else at the other, and a mark where they meet."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from alignkit.exchange.sheets.depths import Mark, mark_in
from alignkit.exchange.sheets.domain import settled
from alignkit.exchange.sheets.grid import Grid, Place, column_number
from alignkit.exchange.sheets.labels import Label, id_of, split_label
from alignkit.exchange.sheets.words import axis_of, is_apart, role_of
from alignkit.model.import_mapping import SheetMapping

_MOSTLY = 0.7
_HIGHEST_HEADER = 4
_HIGHEST_ROWS = 60
_FEWEST_MARKS = 2
# `ipec-2023:VE1`: whoever writes this above a column means a matrix, however few marks it has yet.
_REFERENCE = re.compile(r"[a-z0-9][a-z0-9._-]*:[^\s:]+")
# What a column at the side of a matrix can hold.
_IDS = ("number", "outcome-id", "module-id", "assessment-id")
_SIDE = frozenset((*_IDS, "outcome", "module", "assessment", "item"))


class Matrix(Struct, frozen=True):
    """A matrix as found: the labels at both sides, what is written beside them, and its cells that are filled.

    `sides` are further columns at the side, by their role: what stands there is said of the row.
    """

    header: int
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    row_hint: str
    column_hint: str
    cells: dict[Place, str]
    sides: dict[int, str]
    used: frozenset[Place]

    @property
    def marks(self) -> dict[Place, Mark]:
        """Return the marks in its cells."""
        return {place: mark for place, text in self.cells.items() if (mark := mark_in(text))}


def find_matrix(grid: Grid, said: SheetMapping | None = None) -> Matrix | None:
    """Return the matrix of a sheet, or None where there is none."""
    header, body = _found(grid, said)
    if not body:
        return None
    body = body if said and said.body else _with_empty_ones(grid, header, body)
    side = sorted({column for row, column in grid.texts if column < min(body)})
    rows, sides = _rows(grid, header, side, body, said)
    if not rows:
        return None
    top = _top(grid, header, body)
    indexes = {label.index for label in rows}
    cells = {place: text for place, text in grid.texts.items() if place[0] in indexes and place[1] in body}
    head = {place for place in grid.texts if top <= place[0] <= header and (place[1] in body or place[1] in side)}
    named = {place for place in grid.texts if place[0] in indexes and place[1] in side}
    return Matrix(
        header=header,
        rows=rows,
        columns=tuple(_column_label(grid, header, top, column) for column in sorted(body)),
        row_hint=(said.rows if said else "") or _row_hint(grid, header, side),
        column_hint=(said.columns if said else "") or _column_hint(grid, top, body),
        cells=cells,
        sides=sides,
        used=frozenset(cells.keys() | head | named),
    )


def _found(grid: Grid, said: SheetMapping | None) -> tuple[int, set[int]]:
    """Return the row that names the columns of a matrix, and those columns: by the author's word, else as marked."""
    columns = _by_column(grid)
    rows = sorted({row for row, _ in grid.texts})[:_HIGHEST_ROWS]
    if said and said.header:
        rows = [said.header]
    if said and said.body:
        first, _, last = said.body.partition(":")
        body = {column for column in columns if column_number(first) <= column <= column_number(last or first)}
        rows = [row for row in rows if any((row, column) in grid.texts for column in body)]
        # Of the rows above the first mark, the lowest; else the first that names any.
        marked = [row for column in body for row, text in columns[column] if mark_in(text)]
        above = [row for row in rows if row < min(marked, default=0)]
        return max(above, default=min(rows, default=0)), body if rows else set()
    candidates = [(row, _crossed(grid, row, columns)) for row in rows]
    weighed = [(_marks_below(row, body, columns), row, body) for row, body in candidates if body]
    marks, header, body = max(weighed, key=lambda each: each[:2], default=(0, 0, set[int]()))
    certain = any(_REFERENCE.fullmatch(grid.texts[header, column]) for column in body)
    return header, body if certain or (marks >= _FEWEST_MARKS and len(body) > 1) else set()


def _is_wide(grid: Grid, place: Place) -> bool:
    """Say whether a cell is part of one that runs over several columns: that heads them, and names and marks none."""
    row, column = place
    return any(
        area.top <= row <= area.bottom and area.left <= column <= area.right and area.right > area.left
        for area in grid.merged
    )


def _by_column(grid: Grid) -> dict[int, list[tuple[int, str]]]:
    """Return the filled cells of each column, from above, without headings that run over several columns."""
    found: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in sorted(grid.texts.items()):
        if not _is_wide(grid, (row, column)):
            found.setdefault(column, []).append((row, text))
    return found


def _crossed(grid: Grid, header: int, columns: dict[int, list[tuple[int, str]]]) -> set[int]:
    """Return the columns that a row names, and that hold mostly marks below it."""
    named = {column: grid.texts[header, column] for column in columns if (header, column) in grid.texts}
    named = {column: name for column, name in named.items() if not _is_wide(grid, (header, column))}
    numbers = _counts([text for text in named.values() if _is_filling(text)])
    found = set()
    for column, name in named.items():
        below = [text for row, text in columns[column] if row > header]
        marked = sum(map(_is_filling, below))
        is_name = numbers or not _is_filling(name)
        apart = is_apart(name) or role_of(name) in _NOT_CROSSED or _counts(below)
        certain = bool(_REFERENCE.fullmatch(name)) and marked == len(below)
        if certain or (is_name and not apart and marked and marked >= _MOSTLY * len(below)):
            found.add(column)
    return _side_by_side(found)


def _marks_below(header: int, body: set[int], columns: dict[int, list[tuple[int, str]]]) -> int:
    return sum(row > header and _is_filling(text) for column in body for row, text in columns[column])


def _is_filling(text: str) -> bool:
    """Say whether a text is such as stands in the cells of a matrix: a mark, a number, a share."""
    return mark_in(text) is not None or text.rstrip("%").strip().replace(".", "", 1).replace(",", "", 1).isdecimal()


def _counts(texts: Sequence[str]) -> bool:
    """Say whether the texts are numbers one after the other: they name, and mark nothing."""
    numbers = [int(text) for text in texts if text.isdecimal()]
    return len(numbers) > 1 and len(numbers) == len(texts) and numbers == list(range(numbers[0], numbers[-1] + 1))


# What a column of single values may be called: not one side of a matrix.
_NOT_CROSSED = frozenset(
    ("depth", "strength", "hours", "weight", "bloom", "purpose", "number", "interprofessional", "domain")
)


def _side_by_side(columns: Iterable[int]) -> set[int]:
    """Return the longest run of columns with few others between them."""
    runs: list[list[int]] = []
    for column in sorted(columns):
        if runs and column - runs[-1][-1] <= _HIGHEST_HEADER:
            runs[-1].append(column)
        else:
            runs.append([column])
    longest: list[int] = max(runs, key=len, default=[])
    return set(longest)


def _with_empty_ones(grid: Grid, header: int, body: set[int]) -> set[int]:
    """Return the columns with those among and after them that the header names and nobody has marked yet."""
    found = set(body)
    last = max(column for _, column in grid.texts)
    filled = {column for row, column in grid.texts if row > header}
    for column in range(min(body), last + 1):
        name = grid.texts.get((header, column), "")
        if name and column not in filled and not is_apart(name):
            found.add(column)
    return found


def _top(grid: Grid, header: int, body: set[int]) -> int:
    """Return the highest row of the block of rows that name the columns; a title over all of them is none."""
    top = header
    while top > 1 and header - top + 1 < _HIGHEST_HEADER:
        above = {grid.texts[top - 1, column] for column in body if (top - 1, column) in grid.texts}
        if not above or (len(above) == 1 and not axis_of(next(iter(above)))):
            break
        top -= 1
    return top


def _column_label(grid: Grid, header: int, top: int, column: int) -> Label:
    """Return the label of a column: the id nearest to the marks, and the words of the rows that name it."""
    texts = [grid.texts[row, column] for row in range(header, top - 1, -1) if (row, column) in grid.texts]
    return _label((header, column), column, [text for text in texts if not role_of(text)] or texts)


def _label(place: Place, index: int, texts: Sequence[str]) -> Label:
    """Return the label that texts make, the most special first."""
    split = [split_label(text) for text in texts]
    id_ = next((found for found, _ in split if found), "")
    words = next((words for _, words in split if words), "")
    return Label(place, index, id_, words, tuple(texts))


def _rows(
    grid: Grid, header: int, side: list[int], body: set[int], said: SheetMapping | None
) -> tuple[tuple[Label, ...], dict[int, str]]:
    """Return the labels of the rows, and the columns at the side that hold something else, by their role."""
    roles = {column: settled(role_of(grid.texts.get((header, column), "")), grid, (header, column)) for column in side}
    if said:
        roles |= {column_number(letters): role for letters, role in said.roles.items()}
    further = {column: role for column, role in roles.items() if role and role not in _SIDE}
    naming = [column for column in side if column not in further and not is_apart(grid.texts.get((header, column), ""))]
    found = []
    for row in _data_rows(grid, header, naming, body, said):
        texts = [(column, grid.texts[row, column]) for column in naming if (row, column) in grid.texts]
        if texts and not is_apart(texts[0][1]):
            found.append(_row_label(row, texts, roles))
    return tuple(found), further


def _data_rows(grid: Grid, header: int, naming: list[int], body: set[int], said: SheetMapping | None) -> list[int]:
    """Return the rows of the matrix: to its last mark, and on to the first row that names nothing."""
    last_mark = max((row for row, column in grid.texts if column in body and row > header), default=header)
    last_row = max(row for row, _ in grid.texts)
    end = (said.last if said else None) or last_row
    rows = []
    for row in range(header + 1, min(end, last_row) + 1):
        named = any((row, column) in grid.texts for column in naming)
        heading = _is_heading(grid, row, naming, body)
        if row > last_mark and (not named or heading):
            break
        if named and not heading:
            rows.append(row)
    return rows


def _is_heading(grid: Grid, row: int, naming: list[int], body: set[int]) -> bool:
    """Say whether a row only heads those below it: one text over the whole width."""
    texts = {grid.texts[row, column] for column in (*naming, *body) if (row, column) in grid.texts}
    return (
        len(texts) == 1 and all((row, column) in grid.texts for column in body) and not _is_filling(next(iter(texts)))
    )


def _row_label(row: int, texts: list[tuple[int, str]], roles: dict[int, str]) -> Label:
    """Return the label of a row: an id in a column of its own, or the one with which its text begins."""
    place = (row, texts[0][0])
    ids = [text for column, text in texts if roles.get(column) in _IDS]
    others = [text for column, text in reversed(texts) if roles.get(column) not in _IDS]
    if not ids:
        return _label(place, row, others)
    words = " ".join(reversed(others))
    return Label(place, row, id_of(ids[0]), words, (*ids, *others))


def _row_hint(grid: Grid, header: int, side: list[int]) -> str:
    """Return what the rows are made of, as their columns are called; a corner that names both sides says nothing."""
    hints = {axis_of(text) for column in side if (text := grid.texts.get((header, column), ""))} - {""}
    return next(iter(hints)) if len(hints) == 1 else ""


def _column_hint(grid: Grid, top: int, body: set[int]) -> str:
    """Return what the columns are made of, as the rows above and within their names call them."""
    hints = {axis_of(text) for row in (top - 1, top) for text in _headings(grid, row, body)} - {""}
    return next(iter(hints)) if len(hints) == 1 else ""


def _headings(grid: Grid, row: int, body: set[int]) -> set[str]:
    """Return the texts of a row that stand over several columns each."""
    texts = [grid.texts[row, column] for column in body if (row, column) in grid.texts]
    return set(texts) if len(set(texts)) * 2 <= len(texts) else set()

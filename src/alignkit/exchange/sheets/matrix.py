"""A matrix: something of the curriculum at one side, something else at the other, and a mark where they meet."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from alignkit.exchange.sheets.columns import is_filling
from alignkit.exchange.sheets.crossed import Crossed, find_crossed
from alignkit.exchange.sheets.depths import Mark, mark_in
from alignkit.exchange.sheets.domain import settled
from alignkit.exchange.sheets.fields import OWN
from alignkit.exchange.sheets.grid import Grid, Place, column_number
from alignkit.exchange.sheets.labels import Label, id_of, split_label
from alignkit.exchange.sheets.words import axis_of, is_apart, role_of
from alignkit.model.import_mapping import SheetMapping

_HIGHEST_HEADER = 4
# What a column at the side of a matrix can hold.
_IDS = ("number", "outcome-id", "module-id", "assessment-id")
_VALUES = frozenset(role for roles in OWN.values() for role in roles)
_NAMING = frozenset((*_IDS, "", "outcome", "module", "assessment", "item"))


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
    crossed = find_crossed(grid, said)
    if crossed is None:
        return None
    top = _top(grid, crossed)
    roles = _side_roles(grid, crossed, said)
    naming = [column for column, role in roles.items() if role in _NAMING and not _sums_up(grid, crossed, column)]
    rows = tuple(_row_labels(grid, crossed, naming, roles, said))
    if not rows:
        return None
    indexes = {label.index for label in rows}
    within = {place for place in grid.texts if place[1] in crossed.body or place[1] in roles}
    return Matrix(
        header=crossed.header,
        rows=rows,
        columns=tuple(_column_label(grid, crossed.header, top, column) for column in sorted(crossed.body)),
        row_hint=(said.rows if said else "") or _row_hint(grid, crossed.header, naming),
        column_hint=(said.columns if said else "") or _column_hint(grid, top, crossed.body),
        cells={place: grid.texts[place] for place in within if place[0] in indexes and place[1] in crossed.body},
        sides={column: role for column, role in roles.items() if role not in _NAMING},
        used=frozenset(place for place in within if place[0] in indexes or top <= place[0] <= crossed.header),
    )


def _side_roles(grid: Grid, crossed: Crossed, said: SheetMapping | None) -> dict[int, str]:
    """Return the columns at the side with their roles, "" where the header does not say."""
    header = crossed.header
    beside = sorted({column for _, column in grid.texts if column not in crossed.body})
    roles = {
        column: settled(role_of(grid.texts.get((header, column), "")), grid, (header, column)) for column in beside
    }
    told = {column_number(letters): role for letters, role in said.roles.items()} if said else {}
    found = {column: told.get(column, role) for column, role in roles.items()}
    # Behind the marks there may be values of the rows, such as weights, but nothing that names them.
    first = min(crossed.body)
    return {column: role for column, role in found.items() if column < first or column in told or role in _VALUES}


def _sums_up(grid: Grid, crossed: Crossed, column: int) -> bool:
    return is_apart(grid.texts.get((crossed.header, column), ""))


def _top(grid: Grid, crossed: Crossed) -> int:
    """Return the highest row of the block of rows that name the columns; a title over all of them is none."""
    top = crossed.header
    while top > 1 and crossed.header - top + 1 < _HIGHEST_HEADER:
        above = [grid.texts[top - 1, column] for column in crossed.body if (top - 1, column) in grid.texts]
        is_title = len(above) > 1 and len(set(above)) == 1 and not axis_of(above[0])
        if not above or is_title:
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


def _row_labels(
    grid: Grid, crossed: Crossed, naming: Sequence[int], roles: dict[int, str], said: SheetMapping | None
) -> list[Label]:
    """Return the labels of the rows, without those that only sum up."""
    found = []
    for row in _rows(grid, crossed, naming, (said.last if said else None) or 0):
        texts = [(column, grid.texts[row, column]) for column in naming if (row, column) in grid.texts]
        if texts and not is_apart(texts[0][1]):
            found.append(_row_label(row, texts, roles))
    return found


def _rows(grid: Grid, crossed: Crossed, naming: Sequence[int], last: int) -> list[int]:
    """Return the rows of the matrix: to its last mark, and on to the first row that names nothing."""
    header, body = crossed.header, crossed.body
    by_row: dict[int, dict[int, str]] = {}
    for (row, column), text in sorted(grid.texts.items()):
        if row > header and (not last or row <= last) and (column in body or column in naming):
            by_row.setdefault(row, {})[column] = text
    last_mark = max((row for row, cells in by_row.items() if not body.isdisjoint(cells)), default=header)
    width = len(body) + len(naming)
    rows, before = [], header
    for row, cells in by_row.items():
        named = not cells.keys().isdisjoint(naming) and not _is_heading(cells, width)
        if row > last_mark and (not named or row > before + 1):
            break
        rows += [row] if named else []
        before = row
    return rows


def _is_heading(cells: Mapping[int, str], width: int) -> bool:
    """Say whether a row only heads those below it: one text merged over the whole width."""
    texts = set(cells.values())
    return len(texts) == 1 < width == len(cells) and not is_filling(next(iter(texts)))


def _row_label(row: int, texts: list[tuple[int, str]], roles: dict[int, str]) -> Label:
    """Return the label of a row: an id in a column of its own, or the one with which its text begins."""
    place = (row, texts[0][0])
    ids = [text for column, text in texts if roles.get(column) in _IDS]
    others = [text for column, text in reversed(texts) if roles.get(column) not in _IDS]
    if not ids:
        return _label(place, row, others)
    return Label(place, row, id_of(ids[0]), " ".join(reversed(others)), (*ids, *others))


def _row_hint(grid: Grid, header: int, naming: Sequence[int]) -> str:
    """Return what the rows are made of, as their columns are called; a corner that names both sides says nothing."""
    hints = {axis_of(text) for column in naming if (text := grid.texts.get((header, column), ""))} - {""}
    return next(iter(hints)) if len(hints) == 1 else ""


def _column_hint(grid: Grid, top: int, body: frozenset[int]) -> str:
    """Return what the columns are made of, as the rows above and within their names call them."""
    hints = {axis_of(text) for row in (top - 1, top) for text in _headings(grid, row, body)} - {""}
    return next(iter(hints)) if len(hints) == 1 else ""


def _headings(grid: Grid, row: int, body: frozenset[int]) -> set[str]:
    """Return the texts of a row that stand over several columns each."""
    texts = [grid.texts[row, column] for column in body if (row, column) in grid.texts]
    return set(texts) if len(set(texts)) * 2 <= len(texts) else set()

"""A table with one fact a row: an outcome and the item that it serves, an assessment and its outcomes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from alignkit.exchange.sheets.codes import Codes
from alignkit.exchange.sheets.domain import settled
from alignkit.exchange.sheets.grid import Grid, Place, column_number
from alignkit.exchange.sheets.words import is_apart, is_code, role_of
from alignkit.library.index import FrameworkIndex
from alignkit.model.import_mapping import SheetMapping

_HIGHEST_ROWS = 60
_FEWEST = 2
# What a row can be about; a table without any of these says nothing that we could keep.
_SUBJECTS = frozenset(("outcome", "outcome-id", "assessment", "assessment-id", "activity", "activity-id", "module"))


class Column(Struct, frozen=True):
    """A column that is understood: its role, the framework that its name says, the group that it is repeated in."""

    number: int
    role: str
    name: str
    group: str = ""
    framework: FrameworkIndex | None = None


class Table(Struct, frozen=True):
    """A table as found: its columns, and the rows that hold facts."""

    header: int
    columns: tuple[Column, ...]
    rows: tuple[int, ...]
    used: frozenset[Place]

    @property
    def groups(self) -> tuple[str, ...]:
        """Return the names of the groups in which columns are repeated, such as courses; "" where there is none."""
        return tuple(dict.fromkeys(column.group for column in self.columns if column.group)) or ("",)

    def cells(self, grid: Grid, row: int, group: str) -> dict[str, list[tuple[Column, Place, str]]]:
        """Return the filled cells of a row by role, those of one group and those of none."""
        found: dict[str, list[tuple[Column, Place, str]]] = {}
        for column in self.columns:
            place = (row, column.number)
            if column.group in ("", group) and place in grid.texts:
                found.setdefault(column.role, []).append((column, place, grid.texts[place]))
        return found


def find_table(grid: Grid, codes: Codes, said: SheetMapping | None = None) -> Table | None:
    """Return the table of a sheet, or None where there is none."""
    rows = sorted({row for row, _ in grid.texts})[:_HIGHEST_ROWS]
    candidates = [said.header] if said and said.header else rows
    width = _width(grid)
    best = max(candidates, key=lambda row: (_weight(grid, row, width, codes), -row), default=0)
    columns = tuple(_columns(grid, best, codes, said))
    if not _SUBJECTS.intersection(column.role for column in columns) or len(columns) < _FEWEST:
        return None
    found = tuple(_rows(grid, best, columns, said))
    numbers = {column.number for column in columns}
    top = best - 1 if any(column.group for column in columns) else best
    numbers |= {column for column in width if role_of(grid.texts.get((best, column), "")) == "ignore"}
    rows_used = {*range(top, best + 1), *found}
    used = frozenset(place for place in grid.texts if place[0] in rows_used and place[1] in numbers)
    return Table(best, columns, found, used)


def _weight(grid: Grid, row: int, width: Iterable[int], codes: Codes) -> int:
    """Return how many columns a row names in words that are known."""
    names = [grid.texts[row, column] for column in width if (row, column) in grid.texts]
    return len({role for name in names if (role := _role(name, codes))})


def _width(grid: Grid) -> list[int]:
    return sorted({column for _, column in grid.texts})


def _role(name: str, codes: Codes) -> str:
    role = role_of(name)
    frameworks, rest = codes.names.begins(name)
    of_framework = codes.framework_called(name) or (frameworks and role_of(rest) == "item")
    return role or ("item" if of_framework and not is_apart(name) else "")


def _columns(grid: Grid, header: int, codes: Codes, said: SheetMapping | None) -> Iterator[Column]:
    named = {column: grid.texts[header, column] for column in _width(grid) if (header, column) in grid.texts}
    roles = {column: _role(name, codes) for column, name in named.items()}
    if said:
        roles |= {column_number(letters): role for letters, role in said.roles.items()}
    roles = {column: _settled(column, roles, grid, header) for column in sorted(roles)}
    repeated = {role for role, times in Counter(roles.values()).items() if times > 1 and role != "item"}
    for column, role in roles.items():
        if role and role != "ignore":
            above = grid.texts.get((header - 1, column), "") if repeated else ""
            group = above if role in repeated else ""
            framework = codes.framework_called(named.get(column, "")) if role == "item" else None
            yield Column(column, role, named.get(column, ""), group, framework)


def _settled(column: int, roles: Mapping[int, str], grid: Grid, header: int) -> str:
    """Return the role of a column whose name alone does not say it: an id, a domain."""
    role = roles[column]
    if role == "number":
        beside = next((roles[other] for other in sorted(roles) if other > column), "")
        if beside in ("outcome", "module", "activity", "assessment"):
            return f"{beside}-id"
        return "item" if is_code(grid.texts.get((header, column), "")) else ""
    return settled(role, grid, (header, column))


def _rows(grid: Grid, header: int, columns: tuple[Column, ...], said: SheetMapping | None) -> Iterator[int]:
    """Yield the rows that hold facts: after an empty one, a single text is a note."""
    last = (said.last if said else None) or max((row for row, _ in grid.texts), default=header)
    filled = _filled(grid, [column.number for column in columns])
    wide = [area for area in grid.merged if area.right > area.left]
    merged = {row for area in wide for row in range(area.top, min(area.bottom, last) + 1)}
    before, after_gap = header, False
    for row in (row for row in filled if header < row <= last):
        after_gap = after_gap or row > before + 1
        before = row
        if len(filled[row]) >= _FEWEST or not (after_gap or row in merged):
            yield row
            after_gap = False


def _filled(grid: Grid, columns: Iterable[int]) -> dict[int, set[str]]:
    """Return the texts that a row has in the columns, by the row, from above; a row with none is not among them."""
    found: dict[int, set[str]] = {}
    wanted = set(columns)
    for (row, column), text in grid.texts.items():
        if column in wanted:
            found.setdefault(row, set()).add(text)
    return dict(sorted(found.items()))

"""A sheet as people see it: texts at addresses, merged areas, what is hidden; whatever file it came from."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.losses import Loss

_LETTERS = 26
Place = tuple[int, int]
"""A row and a column, from 1."""


class Area(Struct, frozen=True, order=True):
    """A rectangle of cells, all four sides included."""

    top: int
    left: int
    bottom: int
    right: int


class Grid(Struct, frozen=True):
    """One sheet. `name` is "" where a file has only one; `hidden` are the rows and columns that are not shown."""

    name: str
    texts: dict[Place, str]
    merged: tuple[Area, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    wide: frozenset[Place] = frozenset()
    """The cells of areas that run over several columns, once these are spread."""

    def address(self, place: Place) -> str:
        """Return a cell's address as a spreadsheet shows it: `Map!C7`."""
        return f"{self._prefix}{column_letters(place[1])}{place[0]}"

    def area(self, first: Place, last: Place) -> str:
        """Return the address of a rectangle: `Map!C7:D9`."""
        corner = "" if first == last else f":{column_letters(last[1])}{last[0]}"
        return f"{self.address(first)}{corner}"

    @property
    def _prefix(self) -> str:
        plain = re.fullmatch(r"[^\W\d]\w*", self.name)
        quoted = self.name.replace("'", "''")
        shown = self.name if plain else f"'{quoted}'"
        return f"{shown}!" if self.name else ""


class Book(Struct, frozen=True):
    """The sheets of a file, what was noticed in reading them, and what could not be read."""

    grids: tuple[Grid, ...]
    remarks: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()


def column_letters(number: int) -> str:
    """Return the letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """Return the number of a column by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number


def spread(grid: Grid, file: str = "") -> Grid:
    """Return the sheet with the text of each merged area in all of its cells: that is what people mean by it."""
    last_row = max((row for row, _ in grid.texts), default=0)
    last_column = max((column for _, column in grid.texts), default=0)
    below = [area for area in grid.merged if area.top <= last_row and area.left <= last_column]
    clipped = [Area(each.top, each.left, min(each.bottom, last_row), min(each.right, last_column)) for each in below]
    where = ": ".join(part for part in (file, grid.name) if part)
    few_joined(clipped, where)
    texts = dict(grid.texts)
    wide: set[Place] = set()
    for area, part in zip(below, clipped, strict=True):
        text = grid.texts.get((area.top, area.left))
        for place in _places(part) if text else ():
            texts.setdefault(place, text or "")
            wide |= {place} if area.right > area.left else set()
    few_cells(len(texts), where)
    return Grid(grid.name, texts, grid.merged, grid.hidden_rows, grid.hidden_columns, frozenset(wide))


def _places(area: Area) -> Iterator[Place]:
    return ((row, column) for row in range(area.top, area.bottom + 1) for column in range(area.left, area.right + 1))


def few_cells(number: int, where: str) -> None:
    """Refuse a sheet with more cells than any map has."""
    if number > LIMITS.cells:
        hint = "leave only the map in the file"
        raise NotImported(f"it has more than {LIMITS.cells:,} cells that are filled", where=where, hint=hint)


def few_joined(areas: Iterable[Area], where: str) -> None:
    """Refuse a sheet whose merged areas have more cells than any map has."""
    joined = sum((area.bottom - area.top + 1) * (area.right - area.left + 1) for area in areas)
    if joined > LIMITS.cells:
        hint = "leave only the map in the file, and undo merged cells that run over whole rows or columns"
        raise NotImported(f"its merged areas have more than {LIMITS.cells:,} cells", where=where, hint=hint)

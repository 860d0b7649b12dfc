"""The filled cells of one row of a table, by the roles of their columns."""

from collections.abc import Mapping

from alignkit.exchange.sheets.grid import Grid, Place
from alignkit.exchange.sheets.table import Column

Cells = Mapping[str, list[tuple[Column, Place, str]]]


def first(grid: Grid, cells: Cells, role: str) -> tuple[str, str]:
    """Return the text of the first cell of a role and its address, "" for both where there is none."""
    for _, place, text in cells.get(role, ()):
        return " ".join(text.split()), grid.address(place)
    return "", ""


def where_of(grid: Grid, cells: Cells) -> str:
    """Return the address of the row's first cell."""
    return grid.address(next(iter(cells.values()))[0][1])

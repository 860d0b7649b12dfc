"""The columns of a sheet from above, each with how many of its cells are filled as those of a matrix are."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from msgspec import Struct

from alignkit.exchange.sheets.depths import mark_in
from alignkit.exchange.sheets.grid import Grid

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?\s*%?")


class Column(Struct, frozen=True):
    """The filled cells of a column from above: their rows, their texts, and how many of the first n are fillings."""

    rows: tuple[int, ...]
    texts: tuple[str, ...]
    fillings: tuple[int, ...]

    def below(self, row: int) -> tuple[int, int]:
        """Return how many cells are filled below a row, and how many of them as those of a matrix are."""
        first = bisect_right(self.rows, row)
        return len(self.rows) - first, self.fillings[-1] - self.fillings[first]

    def texts_below(self, row: int) -> tuple[str, ...]:
        """Return what stands below a row."""
        return self.texts[bisect_right(self.rows, row) :]

    def texts_above(self, row: int) -> tuple[str, ...]:
        """Return what stands above a row."""
        return self.texts[: bisect_left(self.rows, row)]


Columns = Mapping[int, Column]


def columns_of(grid: Grid) -> Columns:
    """Return the filled cells of each column, from above, without headings that run over several columns."""
    found: dict[int, list[tuple[int, str]]] = {}
    for (row, column), text in sorted(grid.texts.items()):
        if (row, column) not in grid.wide:
            found.setdefault(column, []).append((row, text))
    return {column: _column(cells) for column, cells in found.items()}


def _column(cells: Sequence[tuple[int, str]]) -> Column:
    rows, texts = zip(*cells, strict=True)
    return Column(rows, texts, tuple(accumulate(map(is_filling, texts), initial=0)))


def is_filling(text: str) -> bool:
    """Say whether a text is such as stands in the cells of a matrix: a mark, a number, a share."""
    return mark_in(text) is not None or bool(_NUMBER.fullmatch(text))

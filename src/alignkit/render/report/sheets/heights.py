"""How high a row is for its texts: Excel works that out itself, other programs take it as the file says."""

from collections.abc import Iterable
from math import ceil

# Points, for Calibri of ten points; Excel has no higher rows.
_LINE, _PADDING, _HIGHEST = 12.75, 2.5, 409.0
# A column is measured in figures of eleven points; of letters of ten points more fit.
_LETTERS_PER_FIGURE = 1.15
_WIDE_FROM = "\u1100"


def height(texts: Iterable[tuple[str, float]]) -> float:
    """Return the height of a row with these texts, each with the width of its column in letters."""
    lines = max((_lines(text, width) for text, width in texts), default=1)
    return min(lines * _LINE + _PADDING, _HIGHEST)


def _lines(text: str, width: float) -> int:
    return sum(max(ceil(_length(line) / (width * _LETTERS_PER_FIGURE)), 1) for line in text.split("\n"))


def _length(line: str) -> int:
    """Return how many letters' room a line takes: Asian signs and emoji take that of two."""
    return len(line) + sum(sign >= _WIDE_FROM for sign in line)

"""Rows of things by columns of things: labels at the left, headings at the top, cells between."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from alignkit.phrase import Phrase
from alignkit.render.pictures.drawing import MARGIN, WIDTH, Box, Pen, group, hint, rule, text
from alignkit.render.pictures.lettering import clean, fitted, in_lines, width_of
from alignkit.render.pictures.style import FONT, SMALL
from alignkit.views.pictures.parts import Label, name_of

_WIDEST_CELL, _LABELS_AT_LEAST, _CODE_AT_MOST = 104, 350, 110
_UPRIGHT_FROM = 66
_TURNED_HEIGHT = 132
_LINES, _LINE = 3, 15
_GAP = 12
BRANCH = 34
# Up to so many rows, labels may run over two lines.
_FEW = 24


class Grid(Struct, frozen=True):
    """Where the parts of a grid are."""

    cells: float
    """Where the first cell begins; labels have the room before it."""
    cell: float
    """How wide a cell is."""
    after: float
    """Where the cells end and what stands beside them begins."""
    code: float
    """How wide the column of codes is."""
    lines: int
    """How many lines a label may have."""

    @property
    def room(self) -> float:
        """Return how wide the labels may be."""
        return self.cells - MARGIN - _GAP

    @property
    def row(self) -> float:
        """Return how high a row has to be for its label."""
        return 7 + _LINE * self.lines

    def box(self, number: int, y: float, height: float) -> Box:
        """Return the cell in a column."""
        return Box(self.cells + number * self.cell, y, self.cell, height)


def grid_of(columns: int, labels: Sequence[Label], beside: float = 0) -> Grid:
    """Return the grid for so many columns and these labels, with that much room kept free at the right."""
    end = WIDTH - MARGIN - beside
    cell = min(_WIDEST_CELL, (end - MARGIN - _LABELS_AT_LEAST) / columns) if columns else 0.0
    widest = max((width_of(clean(label.code), FONT, bold=True) for label in labels), default=0.0)
    code = min(widest, _CODE_AT_MOST) + 8 if widest else 0.0
    return Grid(end - cell * columns, cell, end, code, 2 if len(labels) <= _FEW else 1)


def headings(root: Element, pen: Pen, grid: Grid, top: float, labels: Sequence[Label], *, of: str = "modules") -> float:
    """Write what the columns are called, turned where they are narrow; return where the rows may begin.

    `of` is the fact that a column is about.
    """
    if not labels:
        return top + _LINE
    if grid.cell < _UPRIGHT_FROM:
        _turned(root, pen, grid, top + _TURNED_HEIGHT, labels, of=of)
        return top + _TURNED_HEIGHT
    said = [in_lines(pen.words(label.words), grid.cell - 2, SMALL, _LINES) for label in labels]
    bottom = top + _LINE * max(len(lines) + bool(label.code) for label, lines in zip(labels, said, strict=True))
    for number, (label, lines) in enumerate(zip(labels, said, strict=True)):
        head = group(root, **{of: label.ref})
        hint(head, pen.words(name_of(label)))
        box = grid.box(number, 0, 0)
        y = bottom - _LINE * len(lines)
        text(head, box.middle, y, fitted(label.code, grid.cell - 2, FONT, bold=True), "strong middle")
        for line in lines:
            y += _LINE
            text(head, box.middle, y, line, "small middle")
    return bottom + 8


def _turned(root: Element, pen: Pen, grid: Grid, bottom: float, labels: Sequence[Label], *, of: str) -> None:
    for number, label in enumerate(labels):
        head = group(root, **{of: label.ref})
        hint(head, pen.words(name_of(label)))
        words = fitted(pen.words(name_of(label)), _TURNED_HEIGHT - 12, SMALL)
        text(head, grid.box(number, 0, 0).middle + 4, bottom - 8, words, "small", turned=True)


def row_label(row: Element, pen: Pen, grid: Grid, label: Label, y: float, *, total: int = 1) -> None:
    """Write what a row is called at its left, and how many things it counts, if more than one.

    A dagger says that its text is not verified.
    """
    said = group(row)
    hint(said, pen.words(name_of(label)))
    mark = "" if label.verified else " †"
    if total > 1:
        mark = f" ({pen.say(Phrase('{n}', {'n': total}))}){mark}"
    room = grid.room - grid.code - width_of(mark, FONT)
    lines = in_lines(pen.words(label.words), room, FONT, grid.lines) or [""]
    lines[-1] = f"{lines[-1]}{mark}".strip()
    y += (grid.row - _LINE * len(lines)) / 2 - 3
    if label.code:
        text(said, MARGIN, y + _LINE, fitted(label.code, grid.code - 4, FONT, bold=True), "strong")
    for line in lines:
        y += _LINE
        text(said, MARGIN + grid.code, y, line)


def branch_label(root: Element, pen: Pen, grid: Grid, label: Label, y: float) -> None:
    """Write the name of the branch that the rows below it are in, BRANCH high."""
    name = pen.words(name_of(label))
    said = group(root, branch=label.ref)
    hint(said, name)
    text(said, MARGIN, y + 22, fitted(name, grid.after - MARGIN, FONT, bold=True), "strong")
    rule(root, MARGIN, y + 29, WIDTH - 2 * MARGIN)

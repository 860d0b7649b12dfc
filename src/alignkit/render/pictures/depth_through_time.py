"""Depth through time as SVG."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from alignkit.phrase import Fact, Phrase
from alignkit.render.pictures.drawing import Box, Pen, begun, finished, fixed, group, hint, path, rect, text
from alignkit.render.pictures.frame import graded, headed, noted, with_key
from alignkit.render.pictures.grid import BRANCH, Grid, branch_label, grid_of, headings, row_label
from alignkit.render.pictures.lettering import signs, width_of
from alignkit.render.pictures.style import SMALL
from alignkit.views.pictures.depth_through_time import DepthRow, DepthThroughTime, Mark, said_of

_MARK, _WIDEST, _LINE = 18, 26, 21
_UNSTATED, _NOT_HERE, _EARLY, _AND_MORE = "?", "·", "!", "+"
_UNSTATED_DEPTH = 3


class _Time(Struct, frozen=True):
    """The picture being drawn."""

    picture: DepthThroughTime
    pen: Pen
    grid: Grid
    letters: Sequence[str]

    @property
    def lines(self) -> int:
        """Return how many lines of marks a row has: marks that count have one for each depth."""
        if self.picture.of_leaves:
            return 1
        depths = (mark.depth for row in self.picture.rows for marks in row.marks for mark in marks)
        return max(depths, default=0) + 1

    @property
    def row(self) -> float:
        """Return how high a row is."""
        return max(self.grid.row, _LINE * self.lines + 5)


def render(picture: DepthThroughTime, pen: Pen) -> str:
    """Return a line through the modules for each item or branch, with its marks on it."""
    root = begun(pen, picture.title, picture.alt)
    letters = (*signs([pen.say(grade.word) for grade in picture.depths[:-1]]), _UNSTATED)
    drawn = _Time(picture, pen, grid_of(len(picture.columns), [row.label for row in picture.rows]), letters)
    top = with_key(root, pen, headed(root, pen, picture.title), _key(drawn))
    y = headings(root, pen, drawn.grid, top, picture.columns)
    branch = ""
    for row in picture.rows:
        if row.branch and row.branch.ref != branch:
            branch_label(root, pen, drawn.grid, row.branch, y)
            branch, y = row.branch.ref, y + BRANCH
        _row(root, drawn, row, y)
        y += drawn.row
    return finished(root, noted(root, pen, y + 8, picture.notes))


def _key(drawn: _Time) -> list[tuple[str, str, Phrase]]:
    key = [*graded(drawn.picture.depths, drawn.letters), ("step-0", _NOT_HERE, Phrase("not in the module"))]
    if any(mark.early for row in drawn.picture.rows for marks in row.marks for mark in marks):
        early = Phrase("mastered before anything introduces it")
        key.append(("depth-master early", drawn.letters[-2] + _EARLY, early))
    cells = (marks for row in drawn.picture.rows for marks in row.marks if marks)
    if drawn.picture.of_leaves and not all(_width(drawn, marks) for marks in cells):
        key.append(("step-0", _AND_MORE, Phrase("and less deep in the same module")))
    return key


def _row(root: Element, drawn: _Time, row: DepthRow, y: float) -> None:
    line = group(root, item=row.label.ref)
    row_label(line, drawn.pen, drawn.grid, row.label, y + (drawn.row - drawn.grid.row) / 2, total=row.total)
    if drawn.picture.of_leaves:
        _through(line, drawn, [number for number, marks in enumerate(row.marks) if marks], y)
    for number, (marks, module) in enumerate(zip(row.marks, drawn.picture.columns, strict=True)):
        box = drawn.grid.box(number, y, drawn.row)
        made = group(line, "" if marks else "step-0", modules=module.ref)
        if not marks:
            text(made, box.middle, box.baseline(SMALL), _NOT_HERE, "small strong middle")
        else:
            _cell(made, drawn, marks, box, {"item": row.label.code, "module": module.code})


def _through(line: Element, drawn: _Time, marked: Sequence[int], y: float) -> None:
    """Draw the line that leads from the first module with a mark to the last."""
    if len(marked) > 1:
        start = drawn.grid.box(marked[0], y, drawn.row)
        length = (marked[-1] - marked[0]) * drawn.grid.cell
        path(line, f"M{fixed(start.middle)} {fixed(y + drawn.row / 2)}h{fixed(length)}", "outline")


def _cell(made: Element, drawn: _Time, marks: Sequence[Mark], cell: Box, about: dict[str, Fact]) -> None:
    """Draw the marks of a cell: each on the line of its depth where they count, else side by side if they fit."""
    if not drawn.picture.of_leaves:
        top = cell.y + (cell.height - _LINE * drawn.lines) / 2
        for mark in marks:
            place = Box(cell.x + 1, top + _LINE * mark.depth + 1, cell.width - 2, _MARK)
            _mark(made, drawn, [mark], place, about)
        return
    top = cell.y + (cell.height - _MARK) / 2
    width = _width(drawn, marks)
    if not width:
        _mark(made, drawn, marks, Box(cell.middle - _WIDEST / 2, top, _WIDEST, _MARK), about)
        return
    left = cell.middle - width * len(marks) / 2
    for number, mark in enumerate(marks):
        _mark(made, drawn, [mark], Box(left + width * number + 0.5, top, width - 1, _MARK), about)


def _width(drawn: _Time, marks: Sequence[Mark]) -> float:
    """Return how wide marks side by side are, 0 where the cell has no room for them."""
    width = min(_WIDEST, drawn.grid.cell / len(marks))
    widest = max(width_of(_sign(drawn, [mark]), SMALL, bold=True) for mark in marks)
    return width if widest + 3 <= width or len(marks) == 1 else 0.0


def _deepest(marks: Sequence[Mark]) -> Mark:
    """Return the deepest of the marks whose depth is stated, or the one whose is not."""
    stated = [mark for mark in marks if mark.depth < _UNSTATED_DEPTH]
    return stated[-1] if stated else marks[-1]


def _sign(drawn: _Time, marks: Sequence[Mark]) -> str:
    deepest = _deepest(marks)
    early = _EARLY if deepest.early else ""
    return f"{drawn.letters[deepest.depth]}{early}{_AND_MORE if len(marks) > 1 else ''}"


def _mark(made: Element, drawn: _Time, marks: Sequence[Mark], box: Box, about: dict[str, Fact]) -> None:
    """Draw a mark; for several depths of which there is only room for one, the deepest, with a sign that says so."""
    deepest, depths = _deepest(marks), drawn.picture.depths
    look = f"{depths[deepest.depth].key} early" if deepest.early else depths[deepest.depth].key
    pill = group(made, look, depth=" ".join(depths[mark.depth].name for mark in marks))
    words = tuple(said_of(mark, of_leaves=drawn.picture.of_leaves) for mark in marks)
    outcomes = tuple(dict.fromkeys(outcome for mark in marks for outcome in mark.outcomes))[:6]
    facts = {**about, "depth": words, "outcomes": outcomes}
    hint(pill, drawn.pen.say(Phrase("{item}, {module}: {depth} through {outcomes}", facts)))
    rect(pill, box, corner=_MARK / 2)
    count = "" if drawn.picture.of_leaves else drawn.pen.say(Phrase("{n}", {"n": deepest.items}))
    text(pill, box.middle, box.baseline(SMALL), _sign(drawn, marks) + count, "small strong middle")

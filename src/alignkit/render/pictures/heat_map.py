"""The coverage heat map as SVG."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from msgspec import Struct

from alignkit.phrase import Fact, Phrase
from alignkit.render.pictures.drawing import Box, Pen, begun, finished, group, hint, rect, text
from alignkit.render.pictures.frame import graded, headed, noted, with_key
from alignkit.render.pictures.grid import BRANCH, Grid, branch_label, grid_of, headings, row_label
from alignkit.render.pictures.lettering import fitted, signs
from alignkit.render.pictures.style import SMALL
from alignkit.views.pictures.heat_map import HeatCell, HeatMap, HeatRow
from alignkit.views.pictures.parts import Label

_OVERALL, _GAP = 158, 16
_BAR, _COUNTED_ROW = 9, 36
_NONE, _NOT_HERE, _PARTLY = "–", "·", "~"  # noqa: RUF001 - a dash for what is not claimed
_TAUGHT = 2


class _Map(Struct, frozen=True):
    """The heat map being drawn."""

    picture: HeatMap
    pen: Pen
    grid: Grid
    letters: Sequence[str]


def render(picture: HeatMap, pen: Pen) -> str:
    """Return the heat map: a row for each item or branch, a column for each module, one more for the whole."""
    root = begun(pen, picture.title, picture.alt)
    letters = (_NONE, *signs([pen.say(grade.word) for grade in picture.steps[1:]]))
    grid = grid_of(len(picture.columns), [row.label for row in picture.rows], _OVERALL)
    drawn = _Map(picture, pen, grid, letters)
    y = headings(root, pen, grid, with_key(root, pen, headed(root, pen, picture.title), _key(drawn)), picture.columns)
    text(root, grid.after + _GAP, y - 8, pen.say(Phrase("overall")), "strong")
    branch = ""
    for row in picture.rows:
        if row.branch and row.branch.ref != branch:
            branch_label(root, pen, grid, row.branch, y)
            branch, y = row.branch.ref, y + BRANCH
        y += _row(root, drawn, row, y)
    return finished(root, noted(root, pen, y + 8, picture.notes))


def _key(drawn: _Map) -> list[tuple[str, str, Phrase]]:
    steps = drawn.picture.steps
    if drawn.picture.of_leaves:
        here = ("step-0", _NOT_HERE, Phrase("not taught in the module"))
        return [*graded(steps, drawn.letters), here]
    return [(grade.key, "", grade.word) for grade in steps[1:]]


def _row(root: Element, drawn: _Map, row: HeatRow, y: float) -> float:
    """Draw a row and return its height."""
    leaves = drawn.picture.of_leaves
    height = drawn.grid.row if leaves else max(drawn.grid.row, _COUNTED_ROW)
    line = group(root, item=row.label.ref)
    row_label(line, drawn.pen, drawn.grid, row.label, y + (height - drawn.grid.row) / 2, total=row.total)
    for number, (cell, module) in enumerate(zip(row.cells, drawn.picture.columns, strict=True)):
        made = _cell(line, drawn, cell, row.label, module)
        box = drawn.grid.box(number, y, height).within(1, 1)
        if leaves:
            _graded(made, drawn, cell, box)
        else:
            _counted(made, drawn, cell, row.total, box)
    whole = drawn.picture.steps[row.overall.step]
    made = group(line, whole.key if leaves else "", step=_steps(row.overall))
    _overall(made, drawn, row, Box(drawn.grid.after + _GAP, y, _OVERALL - _GAP, height).within(0, 1))
    return height


def _cell(line: Element, drawn: _Map, cell: HeatCell, item: Label, module: Label) -> Element:
    """Return a group for a cell, which says what it is about."""
    grade = drawn.picture.steps[cell.step]
    look = grade.key if drawn.picture.of_leaves else ""
    made = group(line, look, modules=module.ref, step=_steps(cell), professions=" ".join(cell.professions))
    if cell.step:
        facts: dict[str, Fact] = {"item": item.code, "module": module.code, "step": grade.word}
        facts["activities"] = cell.activities[:6]
        hint(made, drawn.pen.say(Phrase("{item}, {module}: {step} through {activities}", facts)))
    return made


def _steps(cell: HeatCell) -> str:
    return " ".join(map(str, cell.stopped))


def _graded(made: Element, drawn: _Map, cell: HeatCell, box: Box) -> None:
    rect(made, box, corner=2)
    sign = drawn.letters[cell.step] if cell.step else _NOT_HERE
    text(made, box.middle, box.baseline(SMALL), sign, "small strong middle")


def _counted(made: Element, drawn: _Map, cell: HeatCell, total: int, box: Box) -> None:
    """Draw how many items are taught as a number, and below it how many of them get further as parts of a bar."""
    taught = cell.reached[_TAUGHT - 1]
    number = drawn.pen.say(Phrase("{n}", {"n": taught})) if taught else _NOT_HERE
    text(made, box.middle, box.y + box.height / 2 - 2, number, "middle")
    _parts(made, cell, total, box, _TAUGHT)


def _parts(made: Element, cell: HeatCell, total: int, box: Box, lowest: int) -> None:
    """Draw a bar for all items, filled for those that got to each step; the further ones lie on the others."""
    bar = Box(box.x, box.y + box.height / 2 + 4, box.width, _BAR)
    rect(made, bar, "track")
    for step in range(lowest, len(cell.reached) + 1):
        if cell.reached[step - 1]:
            rect(made, bar.part(cell.reached[step - 1] / total), f"step-{step}")


def _overall(made: Element, drawn: _Map, row: HeatRow, box: Box) -> None:
    cell = row.overall
    if not drawn.picture.of_leaves:
        said = Phrase("{reached} of {n} evidenced", {"reached": cell.reached[-1], "n": row.total})
        text(made, box.x, box.y + box.height / 2 - 2, fitted(drawn.pen.say(said), box.width, SMALL), "small")
        _parts(made, cell, row.total, box, 1)
        return
    rect(made, box, corner=2)
    sign = _PARTLY if row.partial else drawn.letters[cell.step]
    words = Phrase("in part") if row.partial else drawn.picture.steps[cell.step].word
    text(made, box.x + 14, box.baseline(SMALL), sign, "small strong middle")
    text(made, box.x + 27, box.baseline(SMALL), fitted(drawn.pen.say(words), box.width - 29, SMALL), "small")

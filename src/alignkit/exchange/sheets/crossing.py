"""What a matrix says: the facts at each crossing of its two sides, whichever of them is up."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from alignkit.exchange.sheets.codes import Codes, Found
from alignkit.exchange.sheets.depths import UNCLEAR, Mark, Meaning, depth_of, legend_in, mark_in, meaning_of
from alignkit.exchange.sheets.facts import Facts, Part
from alignkit.exchange.sheets.fields import OWN, value_of
from alignkit.exchange.sheets.grid import Grid, Place
from alignkit.exchange.sheets.labels import Label, axis_kind, bloom_in
from alignkit.exchange.sheets.matrix import Matrix
from alignkit.wording import count

_NOUNS = {
    "outcomes": "outcome",
    "items": "item",
    "modules": "module",
    "assessments": "assessment",
    "bloom": "level",
}


class Cell(Struct, frozen=True):
    """A filled cell at the crossing of two labels: its address, its text, and what its mark means step by step."""

    where: str
    text: str
    mark: Mark | None
    steps: tuple[str, ...]
    depth: str
    assessed: bool


def read_matrix(grid: Grid, matrix: Matrix, codes: Codes, letters: dict[str, str], facts: Facts) -> bool:
    """Add what the matrix says to the facts; where nobody could tell what its sides are, say so and return False."""
    kinds = _kinds(matrix, codes)
    here = _place(grid, matrix)
    reading = _READINGS.get(kinds) or _READINGS.get((kinds[1], kinds[0]))
    if reading is None or "" in kinds:
        facts.lose(here, _sides(kinds), "say in a mapping file what `rows:` and `columns:` are")
        return False
    meaning = meaning_of(matrix.marks.values(), legend_in(_outside(grid, matrix)), letters)
    facts.understood.append(_sentence(matrix, kinds, here))
    if "bloom" not in kinds and "assessments" not in kinds:
        facts.understood += meaning.sentences()
        _lose_unclear(meaning, grid, matrix, facts)
    flipped = kinds not in _READINGS
    rows = {label.index: label for label in matrix.rows}
    columns = {label.index: label for label in matrix.columns}
    one = _Side(grid, columns if flipped else rows, codes, facts)
    other = _Side(grid, rows if flipped else columns, codes, facts)
    _each_label(one, other, kinds if not flipped else (kinds[1], kinds[0]))
    for place, text in sorted(matrix.cells.items(), key=lambda each: each[0][:: -1 if flipped else 1]):
        cell = _cell(grid.address(place), text, mark_in(text), meaning)
        if cell:
            row, column = place
            reading(one, other, (column, row) if flipped else (row, column), cell)
    _own_values(grid, matrix, one if not flipped else other, kinds[0], facts)
    return True


def _outside(grid: Grid, matrix: Matrix) -> Iterator[str]:
    """Yield what a sheet says outside of its matrix: that is where a legend is."""
    return (text for place, text in grid.texts.items() if place not in matrix.used)


def _kinds(matrix: Matrix, codes: Codes) -> tuple[str, str]:
    """Return what the rows and the columns are made of.

    The corner may name either: where it fits the columns, and the rows look like something else, it is theirs.
    """
    rows, columns = (axis_kind(labels, codes) for labels in (matrix.rows, matrix.columns))
    hints = (matrix.row_hint, matrix.column_hint)
    if rows and matrix.row_hint == columns != rows and not matrix.column_hint:
        hints = ("", matrix.row_hint)
    return hints[0] or rows, hints[1] or columns


def _place(grid: Grid, matrix: Matrix) -> str:
    rows = [label.index for label in matrix.rows]
    columns = [label.index for label in matrix.columns]
    return grid.area((matrix.header, min(label.place[1] for label in matrix.rows)), (max(rows), max(columns)))


def _sides(kinds: tuple[str, str]) -> str:
    rows, columns = (kind or "something unknown" for kind in kinds)
    return f"a matrix of {rows} by {columns}"


def _sentence(matrix: Matrix, kinds: tuple[str, str], where: str) -> str:
    rows = count(len(matrix.rows), _NOUNS[kinds[0]])
    columns = count(len(matrix.columns), _NOUNS[kinds[1]])
    return f"{where}: a matrix of {rows} (rows) by {columns} (columns), {count(len(matrix.cells), 'cell')} filled."


def _cell(where: str, text: str, mark: Mark | None, meaning: Meaning) -> Cell | None:
    """Return what a cell says; None where it says that nothing is addressed."""
    if mark is None:
        return Cell(where, text, None, (), "", assessed=False)
    steps = tuple(meaning.of.get(letter, "") for letter in mark.letters)
    if all(step == "not-addressed" for step in steps):
        return None
    return Cell(where, text, mark, steps, depth_of(steps)[0], assessed="assessed" in steps)


class _Side:
    """One side of a matrix: what each of its labels is, made when first asked for."""

    def __init__(self, grid: Grid, labels: dict[int, Label], codes: Codes, facts: Facts) -> None:
        self.grid, self.labels, self.codes, self.facts = grid, labels, codes, facts
        self._items: dict[int, str] = {}
        self._parts: dict[int, Part | None] = {}

    def where(self, index: int) -> str:
        return self.grid.address(self.labels[index].place)

    def item(self, index: int) -> str:
        """Return the reference of the item that a label names, or "" once its loss has been named."""
        if index not in self._items:
            found = self.labels[index].item(self.codes)
            if isinstance(found, Found):
                if found.note:
                    self.facts.understood.append(f"{self.where(index)}: {found.note}.")
                self._items[index] = found.ref
            else:
                what = f'all that stands at "{" ".join(self.labels[index].texts[0].split())}"'
                self.facts.lose(self.where(index), what, found.why)
                self._items[index] = ""
        return self._items[index]

    def part(self, index: int, make: Callable[[str, str, str], Part | None]) -> Part | None:
        """Return the outcome, module or assessment that a label names."""
        if index not in self._parts:
            label = self.labels[index]
            self._parts[index] = make(label.id, label.words, self.where(index))
        return self._parts[index]

    def outcome(self, index: int) -> Part | None:
        return self.part(index, self.facts.outcome)

    def module(self, index: int) -> Part | None:
        return self.part(index, self.facts.module)

    def assessment(self, index: int) -> Part | None:
        return self.part(index, self.facts.assessment)


Reading = Callable[[_Side, _Side, Place, Cell], None]


def _aligned(outcomes: _Side, items: _Side, place: Place, cell: Cell) -> None:
    """Note that an outcome serves an item."""
    outcome, ref = outcomes.outcome(place[0]), items.item(place[1])
    if outcome and ref and _is_mark(cell, items.facts):
        _align(outcome, ref, cell, items.facts)


def _align(outcome: Part, ref: str, cell: Cell, facts: Facts) -> None:
    for step in depth_of(cell.steps)[1]:
        why = f"an alignment has one depth; {cell.depth}, the furthest, was taken"
        facts.lose(cell.where, f"{step} in {cell.text}", why)
    partial = cell.mark is not None and (cell.mark.partial or "partial" in cell.steps)
    facts.align(outcome, ref, {"depth": cell.depth, "strength": "partial" if partial else ""}, cell.where)
    if cell.assessed:
        _assess(outcome, f"Assessment of {outcome['id']}", f"{outcome['id']}.A", cell, facts)


def _assess(outcome: Part, title: str, id_: str, cell: Cell, facts: Facts) -> None:
    assessment = facts.assessment(id_, title, cell.where)
    if assessment:
        facts.address(assessment, outcome)


def _is_mark(cell: Cell, facts: Facts) -> bool:
    if cell.mark is None:
        facts.lose(cell.where, cell.text, "it is no mark of a curriculum map")
    return cell.mark is not None


def _module_serves(modules: _Side, items: _Side, place: Place, cell: Cell) -> None:
    """Note that a module serves an item: by an outcome of the module's own, as only outcomes align."""
    module, ref, facts = modules.module(place[0]), items.item(place[1]), items.facts
    if not (module and ref and _is_mark(cell, facts)):
        return
    facts.programme = True
    facts.understand_once(_NO_OUTCOMES)
    outcome = facts.outcome(f"{module['id']}.O", module.get("title") or module["id"], cell.where)
    if outcome:
        activity = facts.activity(module, f"{module['id']}.A", "", cell.where)
        if activity:
            facts.address(activity, outcome)
        facts.set(outcome, "stands_for", module["id"], cell.where)
        _align(outcome, ref, cell, facts)


_NO_OUTCOMES = (
    "The map names no outcomes, and only outcomes align: each course has one of its own (its id with .O), worded as "
    "the course is called. Reword them."
)


def _taught_in(outcomes: _Side, modules: _Side, place: Place, cell: Cell) -> None:
    """Note that a module addresses an outcome: by one activity of the module for each step."""
    outcome, module, facts = outcomes.outcome(place[0]), modules.module(place[1]), modules.facts
    if not (outcome and module and _is_mark(cell, facts)):
        return
    facts.programme = True
    steps = [step for step in cell.steps if step in _STEP_TITLES]
    for step in steps or ([""] if set(cell.steps) - {"assessed"} else []):
        id_ = f"{module['id']}.{_STEP_TITLES[step][0] if step else 'A'}"
        activity = facts.activity(module, id_, _STEP_TITLES[step] if step else "", cell.where)
        if activity:
            facts.address(activity, outcome)
    if cell.assessed:
        _assess(outcome, f"Assessment in {module['id']}", f"{module['id']}.AS", cell, facts)


_STEP_TITLES = {"introduce": "Introduced", "reinforce": "Reinforced", "master": "Mastered"}


def _assessed_by(assessments: _Side, outcomes: _Side, place: Place, cell: Cell) -> None:
    """Note that an assessment is of an outcome; how much of it is has no place with us."""
    assessment, outcome = assessments.assessment(place[0]), outcomes.outcome(place[1])
    if assessment and outcome:
        outcomes.facts.address(assessment, outcome)
        if cell.mark is None or any(letter.isdigit() for letter in cell.mark.letters) or cell.depth:
            why = f"an assessment names its outcomes, not how much of it is for {outcome['id']}"
            outcomes.facts.lose(cell.where, cell.text, why)


def _at_level(outcomes: _Side, levels: _Side, place: Place, cell: Cell) -> None:
    """Note at which level of Bloom's taxonomy an outcome is asked for; an outcome has one."""
    outcome, level = outcomes.outcome(place[0]), bloom_in(levels.labels[place[1]].whole)
    if outcome and level:
        outcomes.facts.set(outcome, "bloom", level, cell.where)
        if cell.mark is None or any(letter.isdigit() for letter in cell.mark.letters):
            why = f"the number of questions for {outcome['id']} at this level has no place in a curriculum"
            outcomes.facts.lose(cell.where, cell.text, why)


_READINGS: dict[tuple[str, str], Reading] = {
    ("outcomes", "items"): _aligned,
    ("modules", "items"): _module_serves,
    ("outcomes", "modules"): _taught_in,
    ("assessments", "outcomes"): _assessed_by,
    ("outcomes", "bloom"): _at_level,
}


def _each_label(one: _Side, other: _Side, kinds: tuple[str, str]) -> None:
    """Take every label in its order, also those that nobody has marked yet."""
    for side, kind in ((one, kinds[0]), (other, kinds[1])):
        for index in sorted(side.labels):
            if kind != "bloom":
                getattr(side, kind[:-1])(index)


def _own_values(grid: Grid, matrix: Matrix, rows: _Side, kind: str, facts: Facts) -> None:
    """Give each row's part the values of its own that further columns at the side hold."""
    for column, role in matrix.sides.items():
        for label in matrix.rows:
            text = grid.texts.get((label.index, column), "")
            if not text:
                continue
            where = grid.address((label.index, column))
            part = getattr(rows, kind[:-1])(label.index) if role in OWN.get(kind, ()) else None
            value, why = value_of(role, text) if part else (None, f"a map of {kind} has no place for it")
            if why:
                facts.lose(where, text, why)
            elif part:
                facts.set(part, role, value, where)


def _lose_unclear(meaning: Meaning, grid: Grid, matrix: Matrix, facts: Facts) -> None:
    """Name the letters for which nothing could be said, each with the cells that it stands in."""
    for letter in meaning.unclear:
        places = sorted(place for place, mark in matrix.marks.items() if letter in mark.letters)
        some = [grid.address(place) for place in places]
        where = some[0] if len(some) == 1 else f"{some[0]} and {count(len(some) - 1, 'other cell')}"
        facts.lose(where, f"what {letter} means", UNCLEAR)

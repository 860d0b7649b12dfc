"""What a mark at a crossing says, by what crosses there: an outcome and an item, a module and an outcome, and so on."""

from collections.abc import Callable

from alignkit.exchange.sheets.depths import depth_of
from alignkit.exchange.sheets.facts import Facts, Part
from alignkit.exchange.sheets.grid import Place
from alignkit.exchange.sheets.labels import bloom_in
from alignkit.exchange.sheets.sides import Cell, Side

Reading = Callable[[Side, Side, Place, Cell], None]
_STEP_TITLES = {"introduce": "Introduced", "reinforce": "Reinforced", "master": "Mastered"}
_NO_OUTCOMES = (
    "The map names no outcomes, and only outcomes align: each course has one of its own (its id with .O), worded as "
    "the course is called. Reword them."
)


def _aligned(outcomes: Side, items: Side, place: Place, cell: Cell) -> None:
    """Note that an outcome serves an item."""
    outcome, ref = outcomes.part("outcomes", place[0]), items.item(place[1])
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


def _module_serves(modules: Side, items: Side, place: Place, cell: Cell) -> None:
    """Note that a module serves an item: by an outcome of the module's own, as only outcomes align."""
    module, ref, facts = modules.part("modules", place[0]), items.item(place[1]), items.facts
    if not (module and ref and _is_mark(cell, facts)):
        return
    facts.programme = True
    facts.understand_once(_NO_OUTCOMES)
    outcome = facts.outcome(f"{module['id']}.O", module.get("title") or module["id"], cell.where)
    activity = facts.activity(module, f"{module['id']}.A", "", cell.where)
    if outcome and activity:
        facts.address(activity, outcome)
        _align(outcome, ref, cell, facts)


def _taught_in(outcomes: Side, modules: Side, place: Place, cell: Cell) -> None:
    """Note that a module addresses an outcome: by one activity of the module for each step."""
    outcome, module, facts = outcomes.part("outcomes", place[0]), modules.part("modules", place[1]), modules.facts
    if not (outcome and module and _is_mark(cell, facts)):
        return
    facts.programme = True
    steps = [step for step in cell.steps if step in _STEP_TITLES]
    for step in steps or ([""] if set(cell.steps) - {"assessed"} else []):
        title = _STEP_TITLES.get(step, "")
        activity = facts.activity(module, f"{module['id']}.{title[:1] or 'A'}", title, cell.where)
        if activity:
            facts.address(activity, outcome)
    if cell.assessed:
        _assess(outcome, f"Assessment in {module['id']}", f"{module['id']}.AS", cell, facts)


def _assessed_by(assessments: Side, outcomes: Side, place: Place, cell: Cell) -> None:
    """Note that an assessment is of an outcome; how much of it is has no place with us."""
    assessment, outcome = assessments.part("assessments", place[0]), outcomes.part("outcomes", place[1])
    if assessment and outcome:
        outcomes.facts.address(assessment, outcome)
        if cell.depth or _is_number(cell):
            why = f"an assessment names its outcomes, not how much of it is for {outcome['id']}"
            outcomes.facts.lose(cell.where, cell.text, why)


def _is_number(cell: Cell) -> bool:
    return cell.mark is None or any(letter.isdigit() for letter in cell.mark.letters)


def _at_level(outcomes: Side, levels: Side, place: Place, cell: Cell) -> None:
    """Note at which level of Bloom's taxonomy an outcome is asked for; an outcome has one."""
    outcome, level = outcomes.part("outcomes", place[0]), bloom_in(levels.labels[place[1]].whole)
    if outcome and level:
        outcomes.facts.set(outcome, "bloom", level, cell.where)
        if _is_number(cell):
            why = f"the number of questions for {outcome['id']} at this level has no place in a curriculum"
            outcomes.facts.lose(cell.where, cell.text, why)


READINGS: dict[tuple[str, str], Reading] = {
    ("outcomes", "items"): _aligned,
    ("modules", "items"): _module_serves,
    ("outcomes", "modules"): _taught_in,
    ("assessments", "outcomes"): _assessed_by,
    ("outcomes", "bloom"): _at_level,
}

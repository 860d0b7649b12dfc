"""The four columns of the alluvial view: each thing a place of its own, or groups of things where there are many."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from alignkit.analysis.case import Case, evidences
from alignkit.analysis.coverage import Coverage, Step
from alignkit.analysis.together import attendance, named_professions
from alignkit.analysis.verbs import bloom_of
from alignkit.model.curriculum import Assessment
from alignkit.phrase import Phrase
from alignkit.views.pictures.columns import columns_of
from alignkit.views.pictures.parts import STEPS, Label
from alignkit.views.pictures.rows import rows_of

MOST_OUTCOMES = 24
MOST_ACTIVITIES = 20
MOST_MODULES = 10
MOST_ASSESSMENTS = 16
MOST_ITEMS = 16
ASSESSMENT_STAGE = 2
_LEVELS = {
    "remember": Phrase("remember"),
    "understand": Phrase("understand"),
    "apply": Phrase("apply"),
    "analyse": Phrase("analyse"),
    "evaluate": Phrase("evaluate"),
    "create": Phrase("create"),
    "": Phrase("level not recognised"),
}
_MILLER = {
    "knows": Phrase("knows"),
    "knows-how": Phrase("knows how"),
    "shows-how": Phrase("shows how"),
    "does": Phrase("does"),
    "": Phrase("not stated"),
}


class Place(Struct, frozen=True):
    """An outcome, an activity, an assessment or an item; or several of them."""

    label: Label
    step: int
    """For an assessment whether it evidences (4) or assesses (3); for items the furthest that they get; else 0."""
    members: tuple[str, ...]
    """The ids or references of what it stands for."""
    modules: tuple[str, ...] = ()
    """For activities the modules that they are in."""
    professions: tuple[str, ...] = ()
    """For activities who attends any of them."""


class Stage(Struct, frozen=True):
    """One column: its places in order, the number of the place that each thing is in, and how they were grouped."""

    places: tuple[Place, ...]
    place_of: Mapping[str, int]
    note: Phrase | None = None


def stages_of(case: Case, coverage: Coverage) -> tuple[Stage, Stage, Stage, Stage]:
    """Return the columns of outcomes, activities, assessments and the framework's items."""
    return _outcomes(case), _activities(case), _assessments(case), _items(coverage)


def _outcomes(case: Case) -> Stage:
    if len(case.outcomes) <= MOST_OUTCOMES:
        return _each({id_: Label(id_, id_, each.text, each.at) for id_, each in case.outcomes.items()})
    level = {id_: _known(bloom_of(outcome), _LEVELS) for id_, outcome in case.outcomes.items()}
    labels = {word: Label(word, "", _LEVELS[word]) for word in _LEVELS}
    note = Phrase("{n} outcomes are grouped by the level of their verbs", {"n": len(level)})
    return _grouped(labels, level, note)


def _activities(case: Case) -> Stage:
    if len(case.activities) <= MOST_ACTIVITIES:
        stage = _each({id_: Label(id_, id_, each.title, each.at) for id_, each in case.activities.items()})
    else:
        columns = columns_of(case, most=MOST_MODULES)
        module = {name: str(number) for number, column in enumerate(columns) for name in column.activities}
        note = Phrase("{n} activities are grouped by module", {"n": len(module)})
        stage = _grouped({str(number): column.label for number, column in enumerate(columns)}, module, note)
    who, named = attendance(case), named_professions(case)
    return Stage(tuple(_attended(case, place, who, named) for place in stage.places), stage.place_of, stage.note)


def _attended(case: Case, place: Place, who: Mapping[str, tuple[str, ...]], named: Iterable[str]) -> Place:
    """Return a place for activities with the modules that they are in, and who attends them."""
    there = {profession for name in place.members for profession in who[name]}
    modules = dict.fromkeys(case.module_of[name].id for name in place.members)
    return replace(place, modules=tuple(modules), professions=tuple(name for name in named if name in there))


def _assessments(case: Case) -> Stage:
    steps = {id_: _step(each) for id_, each in case.assessments.items()}
    if len(steps) <= MOST_ASSESSMENTS:
        labels = {id_: Label(id_, id_, each.title, each.at) for id_, each in case.assessments.items()}
        return _each(labels, steps)
    kinds = [(int(step), level) for step in (Step.ASSESSED, Step.EVIDENCED) for level in _MILLER]
    labels = {f"{step} {level}": Label(f"{step} {level}", "", _kind(step, level)) for step, level in kinds}
    kind = {id_: f"{steps[id_]} {_known(each.miller, _MILLER)}" for id_, each in case.assessments.items()}
    note = Phrase("{n} assessments are grouped by what they ask for and whether they evidence it", {"n": len(kind)})
    return _grouped(labels, kind, note, {f"{step} {level}": step for step, level in kinds})


def _items(coverage: Coverage) -> Stage:
    found = rows_of(coverage, MOST_ITEMS)
    # The last place is for all the rest where even the branches are too many.
    last = len(found.rows) if len(found.rows) <= MOST_ITEMS else MOST_ITEMS - 1
    labels = {row.label.ref: row.label for row in found.rows[:last]}
    rest = found.rows[last:]
    if rest:
        labels["rest"] = Label("rest", "", Phrase("{n} more", {"n": len(rest)}))
    place = {
        coverage.items[leaf].item.ref: row.label.ref if number < last else "rest"
        for number, row in enumerate(found.rows)
        for leaf in row.leaves
    }
    furthest = dict.fromkeys(labels, 0)
    for covered in coverage.items:
        name = place[covered.item.ref]
        furthest[name] = max(furthest[name], int(covered.step))
    note = Phrase("{n} items are grouped by branch", {"n": coverage.total})
    return _grouped(labels, place, None if found.of_leaves and not rest else note, furthest, empty=True)


def _known(level: str, words: Mapping[str, Phrase]) -> str:
    """Return the level, or "" where no vocabulary has it."""
    return level if level in words else ""


def _step(assessment: Assessment) -> int:
    return int(Step.EVIDENCED if evidences(assessment) else Step.ASSESSED)


def _kind(step: int, level: str) -> Phrase:
    return Phrase("{level} ({step})", {"level": _MILLER[level], "step": STEPS[step].word})


def _each(labels: Mapping[str, Label], steps: Mapping[str, int] | None = None) -> Stage:
    return _grouped(labels, {name: name for name in labels}, None, steps)


def _grouped(
    labels: Mapping[str, Label],
    group: Mapping[str, str],
    note: Phrase | None,
    steps: Mapping[str, int] | None = None,
    *,
    empty: bool = False,
) -> Stage:
    """Return the column; groups that nothing falls in are left out, unless `empty` ones are to be seen."""
    members: dict[str, list[str]] = {name: [] for name in labels}
    for member, name in group.items():
        members[name].append(member)
    shown = [name for name in labels if members[name] or empty]
    places = tuple(Place(labels[name], (steps or {}).get(name, 0), tuple(members[name])) for name in shown)
    number = {name: position for position, name in enumerate(shown)}
    return Stage(places, {member: number[name] for member, name in group.items()}, note)

"""The alluvial view: where outcomes lead, through activities and assessments, and where they lead no further."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.routes import Flow, Route, flows, routes
from alignkit.phrase import Fact, Phrase
from alignkit.views.pictures.parts import NOTHING, STEPS, Grade, Row, Table, Text, name_of
from alignkit.views.pictures.places import ASSESSMENT_STAGE, Place, Stage, stages_of

_STAGES = (Phrase("outcomes"), Phrase("activities"), Phrase("assessments"), Phrase("competencies"))
_CLAIMED, _TAUGHT = 1, 2


class Ribbon(Struct, frozen=True):
    """What leads from one place to one of the next stage; where `target` is None, it ends before that stage."""

    stage: int
    """The stage that it comes from, 0 to 2."""
    source: int
    target: int | None
    weight: float
    """How many outcomes' worth it carries: an outcome is shared equally among the ways that it leads on."""
    outcomes: tuple[str, ...]
    step: int
    """The step that is reached where it arrives; where it ends, the step that it ends at."""


class Alluvial(Struct, frozen=True):
    """Outcomes, activities, assessments and competencies in four columns, and the ribbons between them."""

    title: Phrase
    alt: Phrase
    framework: str
    headings: tuple[Phrase, ...]
    stages: tuple[tuple[Place, ...], ...]
    ends: tuple[Phrase, ...]
    """What outcomes that end before the second, third and fourth stage lack, and how many they are."""
    ribbons: tuple[Ribbon, ...]
    steps: tuple[Grade, ...]
    notes: tuple[Phrase, ...]
    table: Table


def alluvial_picture(case: Case, coverage: Coverage, profession: str = "") -> Alluvial:
    """Return where the outcomes lead in one framework; with a profession, through what its learners attend."""
    all_routes = routes(case, coverage, profession)
    stages = stages_of(case, coverage)
    found = flows(all_routes, [stage.place_of for stage in stages])
    ribbons = tuple(sorted((_ribbon(flow, stages) for flow in found), key=_order))
    notes = tuple(stage.note for stage in stages if stage.note)
    return Alluvial(
        title=Phrase("{framework}: from outcomes to competencies", {"framework": coverage.framework.framework.name}),
        alt=_alt(coverage, all_routes),
        framework=coverage.framework.id,
        headings=_STAGES,
        stages=tuple(stage.places for stage in stages),
        ends=_ends(_ended(all_routes)),
        ribbons=ribbons,
        steps=STEPS[1:],
        notes=(*notes, *(() if ribbons else (Phrase("the curriculum has no outcome"),))),
        table=Table(_header(), tuple(_rows(all_routes, stages))),
    )


def _ribbon(flow: Flow, stages: Sequence[Stage]) -> Ribbon:
    if flow.stage == ASSESSMENT_STAGE:
        step = stages[flow.stage].places[flow.source].step
    elif flow.target is None:
        step = _CLAIMED + flow.stage
    else:
        step = stages[flow.stage + 1].places[flow.target].step if flow.stage else _TAUGHT
    return Ribbon(flow.stage, flow.source, flow.target, float(flow.weight), flow.outcomes, step)


def _order(ribbon: Ribbon) -> tuple[int, int, bool, int]:
    return ribbon.stage, ribbon.source, ribbon.target is None, ribbon.target or 0


def _alt(coverage: Coverage, all_routes: Sequence[Route]) -> Phrase:
    untaught, unassessed, elsewhere = _ended(all_routes)
    reached = {item for route in all_routes for item in route.items}
    facts: dict[str, Fact] = {
        "framework": coverage.framework.framework.name,
        "n": len(all_routes),
        "arrived": sum(bool(route.items) for route in all_routes),
        "untaught": untaught,
        "unassessed": unassessed,
        "elsewhere": elsewhere,
        "items": coverage.total,
        "unreached": coverage.total - len(reached),
    }
    return Phrase(
        "Outcomes: {n}. Through an activity and an assessment to an item of {framework}: {arrived}; ending without an "
        "activity: {untaught}; without an assessment: {unassessed}; assessed, but aligned with no item of it: "
        "{elsewhere}. Items that no outcome arrives at: {unreached} of {items}.",
        facts,
    )


def _header() -> tuple[Text, ...]:
    return (*_STAGES, Phrase("leads no further"))


def _rows(all_routes: Sequence[Route], stages: Sequence[Stage]) -> Iterator[Row]:
    """Yield a row for each place that outcomes start from: what they pass, where they arrive, how many end."""
    by_place: dict[int, list[Route]] = {}
    for route in all_routes:
        by_place.setdefault(stages[0].place_of[route.outcome], []).append(route)
    for number, place in enumerate(stages[0].places):
        here = by_place.get(number, [])
        passed = (
            _names(stages[stage], (name for route in here for name in route.stages[stage])) for stage in (1, 2, 3)
        )
        yield Row((name_of(place.label), *passed, _said(_ended(here))), place.label.at)


def _names(stage: Stage, members: Iterable[str]) -> Text:
    positions = sorted({stage.place_of[member] for member in members})
    codes = tuple(stage.places[position].label.code or stage.places[position].label.words for position in positions)
    return Phrase("{names}", {"names": codes}) if codes else NOTHING


def _ended(here: Sequence[Route]) -> tuple[int, ...]:
    """Return how many of the outcomes end for want of an activity, of an assessment, of an item."""
    lengths = [[bool(stage) for stage in route.stages].index(False) if not route.items else 0 for route in here]
    return tuple(lengths.count(stage) for stage in (1, 2, 3))


def _ends(numbers: Sequence[int]) -> tuple[Phrase, ...]:
    untaught, unassessed, elsewhere = ({"n": number} for number in numbers)
    return (
        Phrase("no activity: {n} outcomes", untaught, one="no activity: {n} outcome"),
        Phrase("no assessment: {n} outcomes", unassessed, one="no assessment: {n} outcome"),
        Phrase("no item of this framework: {n} outcomes", elsewhere, one="no item of this framework: {n} outcome"),
    )


def _said(numbers: Sequence[int]) -> Text:
    """Return which ends any outcomes come to, or a dash."""
    ends = tuple(end for end, number in zip(_ends(numbers), numbers, strict=True) if number)
    return Phrase("{ends}", {"ends": ends}) if ends else NOTHING

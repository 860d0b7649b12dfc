"""What of a curriculum its graph leaves behind: whatever is no node, no edge and no attribute of either."""

from collections.abc import Iterable, Iterator

from alignkit.analysis.case import Case
from alignkit.exchange.behind import keys_left, sections_left
from alignkit.exchange.losses import Loss
from alignkit.model.curriculum import Activity, Assessment, Curriculum, Module, Outcome

_WHY = "the graph has no node, edge or attribute for it"
_SECTIONS = ("id", "title", "learners", "frameworks", "outcomes", "modules", "assessments", "evidence")


def left_of_graph(case: Case) -> Iterator[Loss]:
    """Yield everything that the author wrote and the graph does not say."""
    curriculum = case.curriculum
    yield from sections_left(curriculum, _SECTIONS, _WHY)
    yield from _of_head(curriculum)
    for outcome in curriculum.outcomes:
        yield from _of_outcome(outcome, case)
    for module in case.modules:
        yield from _of_module(module)
    for assessment in curriculum.assessments:
        carried = ("id", "title", "purpose", "outcomes", "criteria", "instrument")
        yield from keys_left(assessment, assessment.id, carried, _WHY)
        if assessment.instrument:
            yield from keys_left(assessment.instrument, f"{assessment.id}: instrument", ("evidence",), _WHY)
    yield from _led_nowhere(case)
    yield from _second_ones(curriculum.outcomes)
    yield from _second_ones(case.modules)


def _of_head(curriculum: Curriculum) -> Iterator[Loss]:
    for use in curriculum.frameworks:
        yield from keys_left(use, use.use, ("use",), _WHY)
    for evidence in curriculum.evidence:
        yield from keys_left(evidence, evidence.id, ("id", "citation"), _WHY)
    if curriculum.learners:
        yield from keys_left(curriculum.learners, "learners", ("professions",), _WHY)
        for profession in curriculum.learners.professions:
            yield from keys_left(profession, profession.id, ("id",), _WHY)


def _of_outcome(outcome: Outcome, case: Case) -> Iterator[Loss]:
    yield from keys_left(outcome, outcome.id, ("id", "text", "aligns"), _WHY)
    for alignment in outcome.aligns:
        name = f"{outcome.id} on {alignment.to}"
        if case.library.resolve(alignment.to).item:
            yield from keys_left(alignment, name, ("to", "depth", "strength", "evidence"), _WHY)
        else:
            yield Loss(str(alignment.at), name, "no item of that name is known")


def _of_module(module: Module) -> Iterator[Loss]:
    yield from keys_left(module, module.id, ("id", "title", "activities"), _WHY)
    for activity in module.activities:
        yield from keys_left(activity, activity.id, ("id", "title", "outcomes", "professions"), _WHY)


def _led_nowhere(case: Case) -> Iterator[Loss]:
    """Yield the mentions of outcomes that there are not."""
    known = {outcome.id for outcome in case.curriculum.outcomes}
    activities = (activity for module in case.modules for activity in module.activities)
    pointing: tuple[Activity | Assessment, ...] = (*activities, *case.curriculum.assessments)
    for each in pointing:
        for mention in each.outcomes:
            if mention.name not in known:
                yield Loss(str(mention.at), f"{each.id}: {mention.name}", "the curriculum has no outcome of that id")


def _second_ones(parts: Iterable[Outcome | Module]) -> Iterator[Loss]:
    """Yield the parts whose id another has already: the first is the node of that name."""
    seen: set[str] = set()
    for part in parts:
        if part.id in seen:
            yield Loss(str(part.at), f"a second {part.id}", "a node has a name of its own: the first counts")
        seen.add(part.id)

"""The results that an achievement rests on: one description for each assessment that counts."""

from collections.abc import Iterable
from typing import Any

from alignkit.analysis.certifiable import Certifiable, Stated
from alignkit.exchange.badge.alignments import target
from alignkit.exchange.badge.names import urn_of
from alignkit.model.curriculum import Assessment
from alignkit.model.vocabulary import DEPTHS


def result_descriptions(certified: Certifiable, about: str) -> list[dict[str, Any]]:
    """Return a description for each assessment, in order; `about` names whose they are, so that no two are alike."""
    return [_description(each, certified, about) for each in certified.assessments]


def _description(assessment: Assessment, certified: Certifiable, about: str) -> dict[str, Any]:
    shown = {name.name for name in assessment.outcomes}
    items = [each for each in certified.items if any(outcome.id in shown for outcome in each.outcomes)]
    named = f"{assessment.id}: {assessment.title}" if assessment.title else assessment.id
    said = {
        "type": ["ResultDescription"],
        "name": named,
        # "A generic result": what it takes to pass is said in words.
        "resultType": "Result",
        **({"requiredValue": assessment.pass_} if assessment.pass_ else {}),
        **_levels(items, f"{about} {assessment.id}"),
    }
    return {"id": urn_of([about, assessment.id, said]), **said}


def _levels(items: Iterable[Stated], about: str) -> dict[str, Any]:
    """Return a level for each depth that the curriculum states, with the items that are taken so far."""
    every = tuple(items)
    levels = []
    for depth in DEPTHS.words:
        reached = [target(each) for each in every if depth in each.depths]
        if reached:
            level = {"type": ["RubricCriterionLevel"], "name": depth.capitalize(), "level": depth, "alignment": reached}
            levels.append({"id": urn_of([about, level]), **level})
    return {"rubricCriterionLevel": levels} if levels else {}

"""M108: the credential would certify what nobody has seen the learner do."""

from collections.abc import Iterator

from alignkit.analysis.assessing import assessed_summatively, assessments_of
from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import is_microcredential
from alignkit.findings import Severity
from alignkit.model.curriculum import Assessment
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import EU_2022, UNESCO_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- M108
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, purpose: formative, outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- M108", "").replace("formative", "summative")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome of a micro-credential that no summative assessment addresses."""
    if not is_microcredential(case):
        return
    for outcome in case.outcomes.values():
        if not assessed_summatively(case, outcome):
            facts: dict[str, Fact] = {"outcome": outcome.id, "how": _how(assessments_of(case, outcome))}
            yield Hit(at=outcome.at, facts=facts, subject=outcome.id, scope=(outcome.id,))


def _how(given: tuple[Assessment, ...]) -> Phrase:
    """Return what becomes of the outcome instead."""
    if not given:
        return Phrase("none addresses it at all")
    facts: dict[str, Fact] = {"n": len(given), "names": tuple(assessment.id for assessment in given)}
    if any(not assessment.purpose for assessment in given):
        return Phrase("{names} do not say `purpose: summative`", facts, one="{names} does not say `purpose: summative`")
    return Phrase("{names} are formative", facts, one="{names} is formative")


def examined(case: Case) -> int:
    """Return the number of outcomes of a micro-credential."""
    return len(case.outcomes) if is_microcredential(case) else 0


RULE = Rule(
    code="M108",
    name="claims-unassessed-competency",
    severity=Severity.ERROR,
    message="the micro-credential would certify {outcome}, but no assessment that counts addresses it: {how}",
    why="A micro-credential records what was assessed against transparent standards; to certify more would mislead whoever relies on it.",
    literature=(EU_2022, UNESCO_2022),
    fix="Name {outcome} among the `outcomes:` of an assessment with `purpose: summative`, or take {outcome} out of what the micro-credential promises.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R103/assessment",),
    reads=("kind", "outcomes", "assessments", "purpose"),
    examined=examined,
)

"""A102: whether anybody reached the outcome, nobody will know."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.analysis.gaps import gaps
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import BIGGS_1996

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- A102
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, method: reflective-essay}
"""

GOOD = BAD.replace("  # <- A102", "").replace("reflective-essay", "reflective-essay, outcomes: [LO1]")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome that nothing assesses, but for those of which C103 says what that leaves unassessed."""
    told = {gap.outcome.id for gap in gaps(Step.TAUGHT, case.coverage, case.outcomes)}
    for outcome in case.outcomes.values():
        if outcome.id not in case.assessments_of and outcome.id not in told:
            yield Hit(at=outcome.at, facts={"outcome": outcome.id}, subject=outcome.id, scope=(outcome.id,))


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="A102",
    name="outcome-without-assessment",
    severity=Severity.WARNING,
    message="no assessment addresses {outcome}",
    why="In constructive alignment the assessment asks for what the outcome's verb says; learners attend to what is assessed, and without it nobody can tell whether the outcome was reached.",
    literature=(BIGGS_1996,),
    fix="Add {outcome} to the `outcomes:` of an assessment that lets learners show it, or plan one.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R103/assessment", "M108"),
    reads=("outcomes", "assessments"),
    examined=examined,
)

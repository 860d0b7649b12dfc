"""A101: the outcome is stated, and then nothing happens."""

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
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- A101
modules:
  - {id: M1, activities: [{id: A1, type: case-discussion}]}
"""

GOOD = BAD.replace("  # <- A101", "").replace("case-discussion", "case-discussion, outcomes: [LO1]")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome that no activity addresses, but for those of which C102 says what that leaves untaught."""
    told = {gap.outcome.id for gap in gaps(Step.CLAIMED, case.coverage, case.outcomes)}
    for outcome in case.outcomes.values():
        if outcome.id not in case.activities_of and outcome.id not in told:
            yield Hit(at=outcome.at, facts={"outcome": outcome.id}, subject=outcome.id)


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="A101",
    name="outcome-without-activity",
    severity=Severity.WARNING,
    message="no activity addresses {outcome}",
    why="In constructive alignment learners reach an outcome by doing, in the teaching, what its verb asks for; without an activity they are left to find out how.",
    literature=(BIGGS_1996,),
    fix="Add {outcome} to the `outcomes:` of the activity in which learners work towards it, or plan one.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R103/activity",),
    reads=("outcomes", "modules", "activities"),
    examined=examined,
)

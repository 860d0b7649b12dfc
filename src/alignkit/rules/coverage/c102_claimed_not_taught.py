"""C102: a promise on paper that no activity keeps."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.coverage.stopped import hits_at
from alignkit.rules.literature import BIGGS_1996, HARDEN_2001

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- C102
modules:
  - {id: M1, activities: [{id: A1, type: case-discussion}]}
"""

GOOD = BAD.replace("  # <- C102", "").replace("case-discussion", "case-discussion, outcomes: [LO1]")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome that no activity addresses, though it is all that claims some item."""
    return hits_at(Step.CLAIMED, case)


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="C102",
    name="claimed-not-taught",
    severity=Severity.WARNING,
    message="no activity addresses {outcome}, which leaves {items} claimed but not taught{target}",
    why="What a curriculum declares and what it teaches are different things, and a map exists to show where they part. Learners reach an outcome through what they do, not through its being written down.",
    literature=(HARDEN_2001, BIGGS_1996),
    fix="Add {outcome} to the `outcomes:` of the activity in which learners work towards it, or plan one.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R103/activity", "R103/item"),
    reads=("outcomes", "aligns", "to", "strength", "modules", "activities", "frameworks", "use", "scope"),
    examined=examined,
)

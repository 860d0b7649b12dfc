"""C103: the regulator is promised a competency that nobody checks."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.coverage.stopped import hits_at
from alignkit.rules.literature import BIGGS_1996

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- C103
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
"""

GOOD = BAD.replace("  # <- C103", "") + "assessments:\n  - {id: AS1, outcomes: [LO1]}\n"


def check(case: Case) -> Iterator[Hit]:
    """Yield each taught outcome that no assessment addresses, though some item gets no further for want of one."""
    return hits_at(Step.TAUGHT, case)


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="C103",
    name="taught-not-assessed",
    severity=Severity.WARNING,
    message="no assessment addresses {outcome}, which leaves {items} taught but not assessed{target}",
    why="Learners attend to what is assessed; an outcome nobody assesses cannot be evidenced.",
    literature=(BIGGS_1996,),
    fix="Add {outcome} to the `outcomes:` of an assessment that lets learners show it.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R103/assessment", "R103/item", "M108"),
    reads=(
        "outcomes",
        "aligns",
        "to",
        "strength",
        "modules",
        "activities",
        "assessments",
        "frameworks",
        "use",
        "scope",
    ),
    examined=examined,
)

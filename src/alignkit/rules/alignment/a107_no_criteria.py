"""A107: it counts, but against what, the learners are not told."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.unevidenced import unevidenced
from alignkit.findings import Severity
from alignkit.phrase import Whole
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import BIGGS_1996

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
assessments:
  - {id: AS1, purpose: summative, method: role-play, outcomes: [LO1]}  # <- A107
"""

GOOD = BAD.replace("outcomes: [LO1]}  # <- A107", "outcomes: [LO1], criteria: [names the interests of both sides]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield each summative assessment that states neither criteria nor what it takes to pass."""
    targets = {assessment.id: each.arithmetic for each in unevidenced(case) for assessment in each.lacking}
    for assessment in case.assessments.values():
        if assessment.purpose == "summative" and not assessment.criteria and not assessment.pass_:
            missed = targets.get(assessment.id, ())
            yield Hit(
                at=assessment.at,
                facts={"assessment": assessment.id, "target": Whole(missed)},
                subject=assessment.id,
                scope=(assessment.id,),
                severity=Severity.ERROR if missed else None,
            )


def examined(case: Case) -> int:
    """Return the number of summative assessments."""
    return sum(assessment.purpose == "summative" for assessment in case.assessments.values())


RULE = Rule(
    code="A107",
    name="no-criteria",
    severity=Severity.WARNING,
    message="{assessment} is summative, but neither its criteria nor what it takes to pass is stated{target}",
    why="Alignment asks that performances be judged against criteria that come from the outcomes, and not against the other learners; criteria that are not written down can do neither.",
    literature=(BIGGS_1996,),
    fix="List under `criteria:` what assessors look for in {assessment}, or link to the rubric, and say under `pass:` what is enough.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("assessments", "purpose", "criteria", "pass"),
    examined=examined,
)

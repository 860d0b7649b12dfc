"""A104: learners are judged, and the course does not say on what."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import BIGGS_1996

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
assessments:
  - {id: AS1, method: osce, outcomes: [LO1]}
  - {id: AS2, method: reflective-essay}  # <- A104
"""

GOOD = BAD.replace("reflective-essay}  # <- A104", "reflective-essay, outcomes: [LO1]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield each assessment that names no outcome; none where there are no outcomes to name."""
    for assessment in case.assessments.values() if case.outcomes else ():
        if not assessment.outcomes:
            facts = {"assessment": assessment.id}
            yield Hit(at=assessment.at, facts=facts, subject=assessment.id)


def examined(case: Case) -> int:
    """Return the number of assessments."""
    return len(case.assessments)


RULE = Rule(
    code="A104",
    name="assessment-without-outcome",
    severity=Severity.WARNING,
    message="{assessment} assesses no outcome",
    why="In constructive alignment an assessment shows whether an outcome was reached; one without tells learners that something else is what really counts.",
    literature=(BIGGS_1996,),
    fix="Name in `outcomes:` what {assessment} lets learners show; if it is none of them, an outcome is missing or the assessment is not needed.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("outcomes", "assessments"),
    examined=examined,
)

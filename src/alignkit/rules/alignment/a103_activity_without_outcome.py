"""A103: learners work, and the course does not say towards what."""

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
modules:
  - id: M1
    activities:
      - {id: A1, type: case-discussion, outcomes: [LO1]}
      - {id: A2, type: lecture}  # <- A103
"""

GOOD = BAD.replace("lecture}  # <- A103", "lecture, outcomes: [LO1]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield each activity that names no outcome; none where there are no outcomes to name."""
    for activity in case.activities.values() if case.outcomes else ():
        if not activity.outcomes:
            yield Hit(at=activity.at, facts={"activity": activity.id}, subject=activity.id)


def examined(case: Case) -> int:
    """Return the number of activities."""
    return len(case.activities)


RULE = Rule(
    code="A103",
    name="activity-without-outcome",
    severity=Severity.WARNING,
    message="{activity} addresses no outcome",
    why="In constructive alignment each teaching activity is there for an outcome; one without takes learners' hours for nothing that the course intends or assesses.",
    literature=(BIGGS_1996,),
    fix="Name in `outcomes:` what learners work towards in {activity}; if it is none of them, an outcome is missing or the activity is not needed.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("outcomes", "modules", "activities"),
    examined=examined,
)

"""A109: a course of 75 hours in which every activity is listed, and 12 of them are."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.shares import decimal
from alignkit.analysis.workload import hours_check
from alignkit.findings import Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import ECTS_2015

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
workload: {hours: 10}  # <- A109
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, hours: 2, outcomes: [LO1]}, {id: A2, hours: 1.5, outcomes: [LO1]}]}
"""

GOOD = BAD.replace("hours: 10}  # <- A109", "hours: 3.5}")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where the hours listed differ from the workload by more than the tolerance."""
    hours = hours_check(case)
    workload = case.curriculum.workload
    if hours and workload and (hours.too_few or hours.too_many):
        facts: dict[str, Fact] = {
            "activities": decimal(hours.activities),
            "assessments": decimal(hours.assessments),
            "listed": decimal(hours.listed),
            "stated": hours.meant,
            "credits": f" ({decimal(hours.stated)} ECTS)" if hours.key == "ects" else "",
            "compared": Phrase("fewer") if hours.too_few else Phrase("more"),
            "tolerance": decimal(100 * hours.tolerance),
            "silent": _silent(hours.silent) if hours.silent else "",
        }
        yield Hit(at=workload.place(hours.key), facts=facts, subject=case.curriculum.id)


def _silent(assessments: int) -> Phrase:
    return Phrase(
        "; {n} assessments without hours not counted",
        {"n": assessments},
        one="; {n} assessment without hours not counted",
    )


def examined(case: Case) -> int:
    """Return 1 where hours can be compared, else 0."""
    return int(hours_check(case) is not None)


RULE = Rule(
    code="A109",
    name="hours-do-not-add-up",
    severity=Severity.WARNING,
    message="activities take {activities} hours and assessments {assessments}, together {listed}: {compared} than the workload of {stated} hours{credits}{silent}",
    why="Workload is the time learners need for all learning activities, self-study and assessment included, and credits rest on it. Hours are compared only where every activity states them; how large a difference is let pass is a setting.",
    literature=(ECTS_2015,),
    fix="List what is missing, self-study included, as activities with `hours:`, correct the hours, or correct the workload. A difference of {tolerance}% is let pass.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("workload", "hours", "ects", "modules", "activities", "assessments"),
    examined=examined,
)

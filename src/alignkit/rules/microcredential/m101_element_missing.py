"""M101: a credential that leaves out what Europe agreed every one should say."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import elements, is_microcredential
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import EU_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential  # <- M101
providers: [{name: Example University, role: awarding-body, type: university, country: IE}]
workload: {hours: 75, ects: 3}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team}
assessments:
  - {id: AS1, method: osce, outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- M101", "").replace("workload:", "level: {eqf: 7}\ndelivery: online\nworkload:")

_OUTCOMES = "learning outcomes"


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit that lists the mandatory elements that the description of a micro-credential lacks."""
    if is_microcredential(case):
        missing = tuple(name for name, there in elements(case) if not there)
        if missing:
            # Q202 says already that there are no outcomes; whatever else is missing is news.
            scope = ("outcomes",) if [name.text for name in missing] == [_OUTCOMES] else ("elements",)
            at = case.curriculum.place("kind")
            yield Hit(at=at, facts={"missing": missing}, scope=scope, things=len(missing))


def examined(case: Case) -> int:
    """Return the number of elements that a description states itself, or 0 where it is of no micro-credential."""
    return len(elements(case)) if is_microcredential(case) else 0


RULE = Rule(
    code="M101",
    name="element-missing",
    severity=Severity.WARNING,
    message="elements that every micro-credential in the EU should state are missing: {missing}",
    why="The Council of the EU lists eleven mandatory elements, so that learners, employers and other institutions can tell what a micro-credential is worth. The learner and the date of issue stand on each record; the awarding body (M102) and quality assurance (M104) have rules of their own.",
    literature=(EU_2022,),
    fix="Fill in what is missing: `country:` of the awarding body under `providers:`, `outcomes:`, `workload:` with hours or ECTS, `level:` such as `{{eqf: 7}}`, a `method:` for each assessment, `delivery:`.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("Q202",),
    reads=(
        "kind",
        "providers",
        "country",
        "outcomes",
        "workload",
        "hours",
        "ects",
        "level",
        "eqf",
        "assessments",
        "method",
        "delivery",
    ),
    examined=examined,
)

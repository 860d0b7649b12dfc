"""C107: when that one session is cancelled, so is the competency."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.support import carried_alone
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few, Phrase
from alignkit.rules.base import Hit, Rule

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [C5, TT4, TT5]}  # <- C107
outcomes:
  - {id: LO1, text: Listen actively to a colleague, aligns: [ipec-2023:C5]}
  - {id: LO2, text: Share the lead in a team, aligns: [ipec-2023:TT4]}
  - {id: LO3, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1, LO2, LO3]}, {id: A2, outcomes: [LO1, LO2]}]}
"""

GOOD = BAD.replace("  # <- C107", "").replace("outcomes: [LO1, LO2]}", "outcomes: [LO1, LO2, LO3]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield, for each framework, the items that one activity or one module carries alone where most have more."""
    for coverage in case.coverage:
        carried = carried_alone(coverage, case)
        alone = [
            Phrase(
                "{item} rests on activity {activity} alone",
                {"item": covered.item.ref, "activity": covered.activities[0]},
            )
            for covered in carried.by_activity
        ]
        alone += [
            Phrase(
                "{item} rests on module {module} alone",
                {"item": covered.item.ref, "module": case.module_of[covered.activities[0]].id},
            )
            for covered in carried.by_module
        ]
        if alone:
            framework = coverage.framework.id
            facts: dict[str, Fact] = {
                "framework": framework,
                "items": Few(tuple(alone), 6),
                "count": str(len(alone)),
                "taught": str(carried.taught),
            }
            yield Hit(at=coverage.use.at, facts=facts, subject=framework, scope=(framework,), things=len(alone))


RULE = Rule(
    code="C107",
    name="rests-on-one",
    severity=Severity.INFO,
    message="{items}, while most of the {taught} items of {framework} that are taught have more",
    why="An item that one activity carries is lost when that activity is cancelled or changed, and learners meet it only once. No publication sets how many are enough, so only exceptions are named: items with less support than more than half of the framework's.",
    fix="Address the outcome behind such an item in a second activity, or leave a note for whoever may change the only one.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101", "R102", "R103/activity"),
    reads=("outcomes", "aligns", "to", "strength", "modules", "activities", "frameworks", "use", "scope"),
)

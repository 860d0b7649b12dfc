"""C108: covered on the map, but one profession was in another room."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.professions import missed_by_profession
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_2001
from alignkit.wording import listed

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
learners: {professions: [nursing, pharmacy]}
frameworks:
  - {use: ipec-2023, scope: [TT5]}  # <- C108
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1], professions: [nursing]}]}
"""

GOOD = BAD.replace("  # <- C108", "").replace("professions: [nursing]}]", "professions: [nursing, pharmacy]}]")


def check(case: Case) -> Iterator[Hit]:
    """Yield, for each profession and framework, the items that are taught only where the profession is not."""
    for missed in missed_by_profession(case):
        framework = missed.coverage.framework.id
        facts: dict[str, Fact] = {
            "profession": Phrase(missed.profession),
            "framework": framework,
            "items": Few(tuple(covered.item.ref for covered in missed.items), 6),
            "count": str(len(missed.items)),
            "activities": listed(missed.activities, "or", most=4),
        }
        subject = f"{missed.profession}@{framework}"
        yield Hit(at=missed.coverage.use.at, facts=facts, subject=subject, scope=(framework, missed.profession))


def examined(case: Case) -> int:
    """Return the number of professions of the learners, for each framework."""
    return len(case.professions) * len(case.coverage)


RULE = Rule(
    code="C108",
    name="missed-by-profession",
    severity=Severity.WARNING,
    message="learners of {profession} attend no activity that teaches {items}",
    why="A curriculum map can be looked at from the side of its students: what is taught to others only is not taught to them, however well the curriculum as a whole covers it.",
    literature=(HARDEN_2001,),
    fix="Add {profession} to the `professions:` of {activities}, or teach the outcome in an activity that they attend.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101", "R102", "R103/activity", "R103/item"),
    reads=(
        "outcomes",
        "aligns",
        "to",
        "strength",
        "modules",
        "activities",
        "professions",
        "frameworks",
        "use",
        "scope",
        "for",
    ),
    examined=examined,
)

"""Q310: who learns with whom is the first thing that a reader wants to know."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import stated_professions
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import CAIPE_2002, WHO_2010

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
learners:  # <- Q310
  group_size: 6
outcomes: []
"""

GOOD = BAD.replace("  # <- Q310", "").replace("group_size: 6", "professions: [nursing, pharmacy]")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where neither the learners nor the activities say of which professions learners are."""
    if not stated_professions(case):
        yield Hit(at=place_for(case.curriculum, "learners.professions"))


RULE = Rule(
    code="Q310",
    name="professions-unstated",
    severity=Severity.WARNING,
    message="nothing says of which professions the learners are",
    why="Interprofessional education is defined by learners of two or more professions; where none is named, nobody can tell whether they meet.",
    literature=(WHO_2010, CAIPE_2002),
    fix="Name the professions that take part: `learners: {{professions: [nursing, pharmacy]}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("learners", "professions", "modules", "activities"),
)

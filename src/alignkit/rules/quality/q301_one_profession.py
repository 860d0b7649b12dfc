"""Q301: nobody learns with another profession in a room of one."""

from collections.abc import Iterator

from alignkit.analysis.case import Case, several
from alignkit.analysis.interprofessional import stated_professions
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import CAIPE_2002, WHO_2010

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
learners:
  professions: [nursing]  # <- Q301
outcomes: []
"""

GOOD = BAD.replace("  # <- Q301", "").replace("[nursing]", "[nursing, pharmacy]")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where all learners are of one profession, or each activity is for one alone."""
    professions = stated_professions(case)
    if professions and not several(professions):
        profession = Phrase(professions[0])
        facts = {"alone": Phrase("all learners are of one profession ({profession})", {"profession": profession})}
        yield Hit(at=place_for(case.curriculum, "learners.professions"), facts=facts)
    elif professions and case.activities and not case.shared_activities:
        first = next(iter(case.activities.values()))
        facts = {"alone": _apart(len(case.activities))}
        yield Hit(at=first.place("professions"), facts=facts)


def _apart(activities: int) -> Phrase:
    return Phrase(
        "each of the {n} activities is for one profession alone",
        {"n": activities},
        one="the one activity is for one profession alone",
    )


def examined(case: Case) -> int:
    """Return 1 where it can be told who learns together, or 0 where nothing says so."""
    professions = stated_professions(case)
    return int(bool(professions) and (bool(case.activities) or not several(professions)))


RULE = Rule(
    code="Q301",
    name="one-profession",
    severity=Severity.ERROR,
    message="{alone}, so no two professions learn together",
    why="Interprofessional education is defined by learners of two or more professions who learn about, from and with each other.",
    literature=(WHO_2010, CAIPE_2002),
    fix="Name every profession that takes part under `learners: {{professions: [nursing, pharmacy]}}`, and let at least one activity be for two of them; if only one takes part, find a partner programme.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("learners", "professions", "modules", "activities"),
    examined=examined,
)

"""Q311: learners may well talk to each other, but the description does not say so."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import joint_activities, telling_activities
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import CAIPE_2002, WHO_2010

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
modules:
  - id: M1
    activities:
      - {id: A1, type: case-discussion}  # <- Q311
"""

GOOD = BAD.replace("  # <- Q311", "").replace("discussion", "discussion, interaction: [about, from, with]")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where no activity is described, or none that professions share says how they interact."""
    joint = joint_activities(case)
    if not case.activities:
        at = place_for(case.curriculum, "modules")
        yield Hit(at=at, facts={"what": Phrase("no activity is described, so nothing")})
    elif joint and not telling_activities(case):
        facts = {"n": len(joint)}
        what = Phrase("none of the {n} activities that professions share", facts, one="the one activity never")
        yield Hit(at=joint[0].at, facts={"what": what})


RULE = Rule(
    code="Q311",
    name="interaction-unstated",
    severity=Severity.WARNING,
    message="{what} says whether learners learn about, from and with each other",
    why="Interprofessional education is learning about, from and with each other; a shared room alone is not evidence of it.",
    literature=(WHO_2010, CAIPE_2002),
    fix="State for each activity what happens between the professions: `interaction: [about, from, with]`, or only those that hold.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("modules", "activities", "interaction", "type", "professions"),
)

"""Q302: sitting in the same lecture is not learning with each other."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import interactive, missing_interactions, telling_activities
from alignkit.findings import Severity
from alignkit.model.curriculum import Activity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import CAIPE_2002, REEVES_2016, WHO_2010

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
modules:
  - id: M1
    activities:
      - {id: A1, type: case-discussion, interaction: [about]}  # <- Q302
      - {id: A2, type: lecture}
"""

GOOD = BAD.replace("  # <- Q302", "").replace("[about]", "[about, from, with]")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit, at the activity that comes nearest, where no shared activity is interactive."""
    telling = telling_activities(case)
    if telling and not any(interactive(activity) for activity in telling):
        nearest = min(telling, key=lambda activity: len(missing_interactions(activity)))
        facts: dict[str, Fact] = {"activity": nearest.id, "lacks": _lacks(nearest)}
        yield Hit(at=nearest.place("interaction"), facts=facts)


def _lacks(activity: Activity) -> Phrase:
    if not activity.interaction:
        return Phrase("is a {type}", {"type": activity.type})
    words = tuple(Phrase('"{word}"', {"word": Phrase(word)}) for word in missing_interactions(activity))
    return Phrase("comes nearest and lacks {words}", {"words": words})


def examined(case: Case) -> int:
    """Return 1, for the shared activities as a whole, or 0 where none says how learners interact."""
    return min(len(telling_activities(case)), 1)


RULE = Rule(
    code="Q302",
    name="not-interactive",
    severity=Severity.ERROR,
    message="in no activity do the professions learn about, from and with each other: {activity} {lacks}",
    why="Interprofessional education is learning about, from and with each other; without interaction, professions only share a room.",
    literature=(WHO_2010, CAIPE_2002, REEVES_2016),
    fix="Let learners of different professions solve something together in {activity}, and then state `interaction: [about, from, with]`.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("Q301",),
    reads=("modules", "activities", "interaction", "type", "professions"),
    examined=examined,
)

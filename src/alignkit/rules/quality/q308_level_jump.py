"""Q308: from watching a team to leading one, overnight."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import LevelChange, level_changes, levelled
from alignkit.findings import Related, Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import CHARLES_2010, HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
modules:
  - id: M1
    activities:
      - {id: A1, level: exposure}
  - id: M2
    activities:
      - {id: A2, level: competence}  # <- Q308
"""

GOOD = BAD.replace("  # <- Q308", "").replace("level: competence", "level: immersion")


def check(case: Case) -> Iterator[Hit]:
    """Yield each activity at which the learners' level leaps over a step, or falls below the module before."""
    for change in level_changes(case):
        related = (Related(change.before.place("level"), f"{change.before.id} is at {change.before.level}"),)
        yield Hit(at=change.after.place("level"), facts=_facts(change), subject=change.after.id, related=related)


def _facts(change: LevelChange) -> dict[str, Fact]:
    return {
        "activity": change.after.id,
        "level": Phrase(change.after.level),
        "before": change.before.id,
        "level_before": Phrase(change.before.level),
        "change": Phrase("which falls back" if change.falls else "with no immersion in between"),
    }


def examined(case: Case) -> int:
    """Return the number of activities that state the learners' level."""
    return len(levelled(case))


RULE = Rule(
    code="Q308",
    name="level-jump",
    severity=Severity.INFO,
    message="{activity} is at {level}, after {before} at {level_before}, {change}",
    why=f"Content and format should suit the learners' level; the model of the University of British Columbia leads from exposure through immersion to competence. {HPAC_UNCONFIRMED}",
    literature=(CHARLES_2010, HPAC_2019),
    fix="Move {activity}, put an activity between {before} and {activity}, or correct the `level:` of one of them.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("modules", "activities", "level"),
    examined=examined,
)

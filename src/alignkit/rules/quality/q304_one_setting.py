"""Q304: teamwork that was only ever met in one place may stay there."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import joint_activities
from alignkit.findings import Severity
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
modules:
  - id: M1
    activities:
      - {id: A1, setting: classroom}  # <- Q304
      - {id: A2, setting: classroom}
"""

GOOD = BAD.replace("  # <- Q304", "").replace("A2, setting: classroom", "A2, setting: practice")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where all shared activities that say where they are are in one setting, or none says so."""
    joint = joint_activities(case)
    settings = _settings(case)
    if joint and len(settings) < 2:  # noqa: PLR2004 - one setting is the finding's name
        first = next((activity for activity in joint if activity.setting), joint[0])
        yield Hit(at=first.place("setting"), facts={"where": _where(settings)})


def _where(settings: tuple[str, ...]) -> Phrase:
    if not settings:
        return Phrase("no interprofessional activity says where it is set")
    setting = Phrase(settings[0])
    return Phrase(
        "every interprofessional activity that states a setting is in the same one: {setting}", {"setting": setting}
    )


def _settings(case: Case) -> tuple[str, ...]:
    return tuple(dict.fromkeys(activity.setting for activity in joint_activities(case) if activity.setting))


def examined(case: Case) -> int:
    """Return 1, for the settings as a whole, or 0 where none is stated."""
    return min(len(_settings(case)), 1)


RULE = Rule(
    code="Q304",
    name="one-setting",
    severity=Severity.INFO,
    message="{where}",
    why=f"Quality interprofessional education spans settings: the classroom, beyond the timetable, and practice. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="State the `setting:` of each activity, and let one take learners elsewhere: simulation, practice, community, or extracurricular.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("modules", "activities", "setting", "professions"),
    examined=examined,
)

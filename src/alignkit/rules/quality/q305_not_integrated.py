"""Q305: interprofessional learning beside the timetable is the first thing to be cut."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.model.curriculum import LearnerProfession
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: programme
learners:
  professions:
    - nursing
    - pharmacy  # <- Q305
outcomes: []
design:
  integration:
    - {programme: nursing, how: core module in each of three years}
"""

GOOD = BAD.replace("  # <- Q305", "") + "    - {programme: pharmacy, how: elective in year 2}\n"


def check(case: Case) -> Iterator[Hit]:
    """Yield each profession of a programme in whose own curriculum it is not said to have a place."""
    missing = _missing(case)
    if missing and not _integrated(case):
        facts = {"who": Phrase("any of the professions' own programmes")}
        at = place_for(case.curriculum, "design.integration")
        yield Hit(at=at, facts=facts, things=len(missing))
    else:
        for profession in missing:
            facts = {"who": Phrase("the {profession} programme", {"profession": Phrase(profession.id)})}
            yield Hit(at=profession.at, facts=facts, subject=profession.id)


def _integrated(case: Case) -> frozenset[str]:
    design = case.curriculum.design
    return frozenset(each.programme for each in design.integration) if design else frozenset()


def _missing(case: Case) -> tuple[LearnerProfession, ...]:
    integrated = _integrated(case)
    return tuple(each for each in _professions(case) if each.id not in integrated and "all" not in integrated)


def _professions(case: Case) -> tuple[LearnerProfession, ...]:
    learners = case.curriculum.learners
    return learners.professions if learners and case.curriculum.kind == "programme" else ()


def examined(case: Case) -> int:
    """Return the number of professions of a programme, or 0 where nothing says how it is integrated."""
    return len(_professions(case)) if _integrated(case) else 0


RULE = Rule(
    code="Q305",
    name="not-integrated",
    severity=Severity.WARNING,
    message="nothing says what place the interprofessional activities have in {who}",
    why="Deliberate design integrates interprofessional activities into the professions' existing curricula, rather than adding them on.",
    literature=(HPAC_2019,),
    fix="Add under `design:` an `integration:` with an entry for each profession, such as `- {{programme: nursing, how: core module in year 2}}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "design", "integration", "programme", "learners", "professions"),
    examined=examined,
)

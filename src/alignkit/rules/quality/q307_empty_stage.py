"""Q307: a year without the others, and what was learned together fades."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import empty_stages
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: programme
outcomes: []
stages:
  - Year 1
  - Year 2  # <- Q307
modules:
  - {id: M1, stage: Year 1, activities: [{id: A1}]}
"""

GOOD = BAD.replace("  # <- Q307", "") + "  - {id: M2, stage: Year 2, activities: [{id: A2}]}\n"


def check(case: Case) -> Iterator[Hit]:
    """Yield each stage of a programme in which professions never learn together."""
    if examined(case):
        for index in empty_stages(case):
            stage = case.curriculum.stages[index]
            yield Hit(at=case.curriculum.entry_place("stages", index), facts={"stage": stage}, subject=stage)


def examined(case: Case) -> int:
    """Return the number of stages of a programme, or 0 where no module says to which it belongs."""
    staged = case.curriculum.kind == "programme" and any(module.stage for module in case.modules)
    return len(case.curriculum.stages) if staged else 0


RULE = Rule(
    code="Q307",
    name="empty-stage",
    severity=Severity.INFO,
    message="no interprofessional activity belongs to the stage {stage}",
    why=f"A quality series of interprofessional activities runs through the whole length of the programme. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Plan an activity that professions share in {stage}; give its module `stage: {stage}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "stages", "modules", "activities", "stage", "professions"),
    examined=examined,
)

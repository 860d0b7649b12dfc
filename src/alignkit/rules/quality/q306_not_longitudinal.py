"""Q306: one day together is an event; learning to work together takes longer."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import joint_modules
from alignkit.findings import Severity
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
modules:
  - {id: M1, activities: [{id: A1}, {id: A2}]}  # <- Q306
  - {id: M2}
"""

GOOD = BAD.replace(", {id: A2}]}  # <- Q306", "]}").replace("{id: M2}", "{id: M2, activities: [{id: A2}]}")

# A single module or a CPD activity is one occasion by nature.
_KINDS = ("programme", "course", "micro-credential")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where professions learn together in one module only, or in one stage of a programme."""
    modules = joint_modules(case)
    if case.curriculum.kind in _KINDS and len(_times(case)) == 1:
        yield Hit(at=modules[0].at, facts={"when": _times(case)[0]}, subject=modules[0].id)


def _times(case: Case) -> tuple[Phrase, ...]:
    """Return when professions learn together: by stages where a programme's modules name them, else by modules."""
    modules = joint_modules(case)
    if case.curriculum.kind == "programme" and any(module.stage for module in modules):
        stages = dict.fromkeys(module.stage for module in modules if module.stage)
        return tuple(Phrase("the stage {stage}", {"stage": stage}) for stage in stages)
    ids = dict.fromkeys(module.id for module in modules)
    return tuple(Phrase("the module {module}", {"module": id_}) for id_ in ids)


def examined(case: Case) -> int:
    """Return 1, for the modules as a whole, or 0 where professions learn together in none."""
    return min(len(joint_modules(case)), 1)


RULE = Rule(
    code="Q306",
    name="not-longitudinal",
    severity=Severity.WARNING,
    message="all interprofessional activities are in {when}",
    why="Deliberate design is a longitudinal series: learners meet again, and each time can do more.",
    literature=(HPAC_2019,),
    fix="Let the professions meet again later: move an activity into another module, or add one there.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "modules", "activities", "stage", "professions"),
    examined=examined,
)

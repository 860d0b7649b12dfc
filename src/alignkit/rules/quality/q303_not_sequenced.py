"""Q303: activities in no stated order are a collection, not a design."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
design:  # <- Q303
  strategies: [case-based]
"""

GOOD = BAD.replace("  # <- Q303", "") + "  sequence: Roles first, then a shared case, then a week on one ward.\n"


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where neither the design nor the modules' stages say in which order activities come, and why."""
    design = case.curriculum.design
    sequenced = design is not None and bool(design.sequence.strip())
    if not sequenced and not any(module.stage for module in case.modules):
        yield Hit(at=place_for(case.curriculum, "design.sequence"))


RULE = Rule(
    code="Q303",
    name="not-sequenced",
    severity=Severity.WARNING,
    message="nothing says in which order the interprofessional activities come, and why",
    why="Deliberate design means that activities are created on purpose and sequenced, so that each builds on the one before.",
    literature=(HPAC_2019,),
    fix="Add under `design:` a `sequence:` that says what comes first and why, or give each module the `stage:` of the programme that it belongs to.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("design", "sequence", "modules", "stage"),
)

"""Q407: an assessment of a learner, or of a team? The description leaves it open."""

from collections.abc import Iterator

from alignkit.analysis.assessing import assessed_individually, assessments_of
from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.model.curriculum import Assessment
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, outcomes: [LO1]}  # <- Q407
"""

GOOD = BAD.replace("  # <- Q407", "").replace("{id: AS1,", "{id: AS1, unit: individual,")


def check(case: Case) -> Iterator[Hit]:
    """Yield each assessment that may or may not be of a single learner, where no other one is."""
    for assessment in _in_question(case):
        if not assessment.unit:
            facts = {"assessment": assessment.id}
            yield Hit(at=assessment.at, facts=facts, subject=assessment.id)


def _in_question(case: Case) -> tuple[Assessment, ...]:
    """Return the assessments of interprofessional outcomes that no assessment of a single learner addresses."""
    found = (
        assessment
        for outcome in case.interprofessional_outcomes
        if not assessed_individually(case, outcome)
        for assessment in assessments_of(case, outcome)
    )
    return tuple({assessment.id: assessment for assessment in found}.values())


RULE = Rule(
    code="Q407",
    name="unit-unstated",
    severity=Severity.WARNING,
    message="{assessment} assesses an interprofessional outcome and does not say whether a learner or a team is assessed",
    why=f"Quality assessment shows each learner's interprofessional competence, which a team's result hides. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Add `unit: individual` or `unit: team` to {assessment}.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("outcomes", "assessments", "unit", "interprofessional", "aligns"),
)

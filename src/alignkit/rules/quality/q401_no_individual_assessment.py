"""Q401: the team passed; what this learner can do, nobody knows."""

from collections.abc import Iterator

from alignkit.analysis.assessing import assessments_of
from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED, ROGERS_2017

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- Q401
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, unit: team, outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- Q401", "").replace("unit: team", "unit: individual")


def check(case: Case) -> Iterator[Hit]:
    """Yield each interprofessional outcome that is assessed in teams only, or not at all."""
    for outcome in case.interprofessional_outcomes:
        given = assessments_of(case, outcome)
        if {assessment.unit for assessment in given} <= {"team"}:
            named: dict[str, Fact] = {"n": len(given), "names": tuple(assessment.id for assessment in given)}
            teams = Phrase(": {names} assess teams only", named, one=": {names} assesses teams only") if given else ""
            facts = {"outcome": outcome.id, "teams": teams}
            yield Hit(at=outcome.at, facts=facts, subject=outcome.id, scope=(outcome.id,))


def examined(case: Case) -> int:
    """Return the number of interprofessional outcomes, or 0 where none is assessed at all."""
    outcomes = case.interprofessional_outcomes
    return len(outcomes) if any(assessments_of(case, outcome) for outcome in outcomes) else 0


RULE = Rule(
    code="Q401",
    name="no-individual-assessment",
    severity=Severity.WARNING,
    message="nothing shows how far each learner has reached the interprofessional outcome {outcome}{teams}",
    why=f"A team's result hides what each member can do; quality assessment shows each learner's interprofessional competence. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019, ROGERS_2017),
    fix="Add an assessment of {outcome} with `unit: individual`, such as each learner's reflection on the teamwork or an observed contribution to it.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("A102", "C102", "C103", "M108"),
    reads=("outcomes", "assessments", "unit", "interprofessional", "aligns"),
    examined=examined,
)

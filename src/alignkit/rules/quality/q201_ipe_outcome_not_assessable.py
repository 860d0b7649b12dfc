"""Q201: an interprofessional outcome that nobody could ever see achieved."""

from collections.abc import Iterator

from alignkit.analysis.assessing import assessments_of
from alignkit.analysis.case import Case
from alignkit.analysis.verbs import bloom_of, is_measurable
from alignkit.findings import Severity
from alignkit.model.curriculum import Outcome
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: The roles of the professions in discharge, aligns: [ipec-2023:RR1]}  # <- Q201
  - {id: LO2, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1, LO2]}]}
assessments:
  - {id: AS1, outcomes: [LO1, LO2]}
"""

GOOD = BAD.replace("  # <- Q201", "").replace("The roles", "Explain the roles")


def check(case: Case) -> Iterator[Hit]:
    """Yield each interprofessional outcome whose verb cannot be observed, or that nothing assesses."""
    for outcome in case.interprofessional_outcomes:
        lacks = tuple(_lacks(case, outcome))
        if lacks:
            facts: dict[str, Fact] = {"outcome": outcome.id, "lacks": lacks}
            yield Hit(at=outcome.at, facts=facts, subject=outcome.id, scope=(outcome.id,))


def _lacks(case: Case, outcome: Outcome) -> Iterator[Phrase]:
    worded = _poorly_worded(case, outcome)
    if worded:
        yield worded
    if not assessments_of(case, outcome):
        yield Phrase("no assessment addresses it")


def _poorly_worded(case: Case, outcome: Outcome) -> Phrase | None:
    """Return why nobody could watch what the outcome asks for, or None."""
    if not is_measurable(outcome.text):
        return Phrase("its verb names nothing that can be observed")
    if _readable(case, outcome) and not bloom_of(outcome):
        return Phrase("neither a verb nor `bloom:` says what learners do")
    return None


def _readable(case: Case, outcome: Outcome) -> bool:
    """Say whether the outcome's level can be told: it is stated, or the verbs of its language are known."""
    return bool(outcome.bloom) or case.curriculum.language[:2] in ("", "en")


def examined(case: Case) -> int:
    """Return the number of interprofessional outcomes whose level can be told.

    Where the wording of all is well and the curriculum says nothing of assessment, there is nothing to judge: 0.
    """
    outcomes = case.interprofessional_outcomes
    judged = bool(case.assessments) or any(_poorly_worded(case, outcome) for outcome in outcomes)
    return sum(_readable(case, outcome) for outcome in outcomes) if judged else 0


RULE = Rule(
    code="Q201",
    name="ipe-outcome-not-assessable",
    severity=Severity.WARNING,
    message="whether learners reach the interprofessional outcome {outcome} cannot be assessed: {lacks}",
    why=f"Goals of quality interprofessional education are worded so that students' achievement can be assessed. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Begin {outcome} with a verb that somebody can watch, such as explain, negotiate or resolve, and name {outcome} among the `outcomes:` of an assessment.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("O102", "A102", "C102", "C103", "M108"),
    reads=("outcomes", "assessments", "aligns", "interprofessional"),
    examined=examined,
)

"""Q402: asking learners whether they improved is not seeing that they did."""

from collections.abc import Iterator

from alignkit.analysis.assessing import assessments_of
from alignkit.analysis.case import Case
from alignkit.analysis.methods import Method, method_of
from alignkit.findings import Severity
from alignkit.model.curriculum import Assessment, Outcome
from alignkit.phrase import Fact
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import DAVIS_2006, ROGERS_2017

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- Q402
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, method: self-assessment, unit: individual, outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- Q402", "").replace("self-assessment", "osce")


def check(case: Case) -> Iterator[Hit]:
    """Yield each interprofessional outcome of which learners' own reports are the only assessment."""
    for outcome in case.interprofessional_outcomes:
        given = assessments_of(case, outcome)
        if given and all(method_of(assessment) is Method.SELF_REPORT for assessment in given):
            facts: dict[str, Fact] = {
                "outcome": outcome.id,
                "assessments": tuple(f"{each.id} ({_named(each)})" for each in given),
            }
            yield Hit(at=outcome.at, facts=facts, subject=outcome.id)


def _named(assessment: Assessment) -> str:
    """Return the method by which the author calls it, or the instrument's name."""
    return assessment.method or (assessment.instrument.name if assessment.instrument else "")


def _with_method(case: Case, outcome: Outcome) -> bool:
    return any(_named(assessment) for assessment in assessments_of(case, outcome))


def examined(case: Case) -> int:
    """Return the number of interprofessional outcomes with an assessment that states its method."""
    return sum(_with_method(case, outcome) for outcome in case.interprofessional_outcomes)


RULE = Rule(
    code="Q402",
    name="self-report-only",
    severity=Severity.WARNING,
    message="only the learners' own word shows that they reached the interprofessional outcome {outcome}: {assessments}",
    why="How people rate themselves agrees poorly with what others observe, so self-report alone does not show competence.",
    literature=(DAVIS_2006, ROGERS_2017),
    fix="Add an assessment of {outcome} in which somebody else sees or reads what the learner does; keep {assessments} beside it.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("outcomes", "assessments", "method", "interprofessional", "aligns"),
    examined=examined,
)

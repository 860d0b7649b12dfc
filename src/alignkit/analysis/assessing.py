"""What shows that an outcome was reached, and whose reaching it shows."""

from alignkit.analysis.case import Case
from alignkit.model.curriculum import Assessment, Outcome


def assessments_of(case: Case, outcome: Outcome) -> tuple[Assessment, ...]:
    """Return the assessments that address the outcome."""
    return case.assessing.get(outcome.id, ())


def assessed_summatively(case: Case, outcome: Outcome) -> bool:
    """Say whether an assessment that counts addresses the outcome."""
    return any(assessment.purpose == "summative" for assessment in assessments_of(case, outcome))


def assessed_individually(case: Case, outcome: Outcome) -> bool:
    """Say whether an assessment shows what a single learner can do."""
    return any(assessment.unit == "individual" for assessment in assessments_of(case, outcome))

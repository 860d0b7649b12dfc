"""C104: it is assessed, but nothing that counts, against nothing that is written down."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.analysis.gaps import Gap, gaps
from alignkit.findings import Severity
from alignkit.model.curriculum import Assessment
from alignkit.rules.base import Hit, Rule
from alignkit.wording import listed

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- C104
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, purpose: formative, criteria: [names the interests of both sides], outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- C104", "").replace("formative", "summative")


def check(case: Case) -> Iterator[Hit]:
    """Yield each assessed outcome whose assessments give no evidence, though some item gets no further for that."""
    for gap in gaps(Step.ASSESSED, case.coverage, case.outcomes):
        assessments = [case.assessments[id_] for id_ in case.assessments_of[gap.outcome.id]]
        facts = {
            "outcome": gap.outcome.id,
            "items": listed(gap.refs, most=5),
            "assessments": listed(_lacking(assessment) for assessment in assessments),
        }
        yield Hit(at=gap.outcome.at, facts=facts, subject=gap.outcome.id, scope=_scope(gap, assessments))


def _lacking(assessment: Assessment) -> str:
    """Return the assessment with what keeps it from being evidence: "AS1 (formative, no criteria)"."""
    purpose = {"formative": "formative", "": "purpose not stated"}.get(assessment.purpose, "")
    lacks = [purpose] if purpose else []
    return f"{assessment.id} ({', '.join([*lacks, *([] if assessment.criteria else ['no criteria'])])})"


def _scope(gap: Gap, assessments: list[Assessment]) -> tuple[str, ...]:
    return (gap.outcome.id, *gap.frameworks, *(assessment.id for assessment in assessments))


def examined(case: Case) -> int:
    """Return the number of outcomes that are assessed."""
    return sum(outcome in case.assessments_of for outcome in case.outcomes)


RULE = Rule(
    code="C104",
    name="assessed-not-evidenced",
    severity=Severity.INFO,
    message="{outcome} has no summative assessment with stated criteria, only {assessments}, which leaves {items} assessed but not evidenced",
    why="Formative assessment helps learners on; what a regulator can be shown is a result that counts, judged against criteria that are written down. That this makes the last step of the ladder is alignkit's definition, not a publication's.",
    fix="State the criteria of a summative assessment of {outcome}, or add one.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("A107", "M108", "R103/outcome"),
    reads=(
        "outcomes",
        "aligns",
        "to",
        "strength",
        "modules",
        "activities",
        "assessments",
        "purpose",
        "criteria",
        "frameworks",
        "use",
        "scope",
    ),
    examined=examined,
)

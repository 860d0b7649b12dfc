"""A105: a multiple-choice test on resolving conflicts finds out who has read about it."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.demand import demands
from alignkit.findings import Severity
from alignkit.model.curriculum import Assessment
from alignkit.phrase import Fact
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import BIGGS_1996, MILLER_1990

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, domain: skills, aligns: [ipec-2023:TT5]}  # <- A105
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
assessments:
  - {id: AS1, method: multiple-choice, outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- A105", "").replace("multiple-choice", "role-play")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome that asks for more than recall and is assessed by recall alone."""
    for demand in demands(case):
        if demand.recall_only:
            facts: dict[str, Fact] = {
                "outcome": demand.outcome.id,
                "demand": demand.what,
                "assessments": tuple(_shown(assessment) for assessment in demand.assessments),
            }
            yield Hit(at=demand.outcome.at, facts=facts, subject=demand.outcome.id)


def _shown(assessment: Assessment) -> str:
    """Return the assessment with what places it at the base of the pyramid: "AS1 (multiple-choice)"."""
    return f"{assessment.id} ({assessment.method or f'miller: {assessment.miller}'})"


def examined(case: Case) -> int:
    """Return the number of assessed outcomes that ask for more than recall."""
    return sum(1 for _ in demands(case))


RULE = Rule(
    code="A105",
    name="assessed-below-level",
    severity=Severity.WARNING,
    message="{outcome} {demand}, but {assessments} can only show that learners know about it",
    why="At the base of Miller's pyramid stands what a learner knows; that does not show what the learner can do. In constructive alignment the assessment asks for the outcome's own verb. Which methods show recall only is alignkit's reading of their names; a stated `miller:` level goes first.",
    literature=(MILLER_1990, BIGGS_1996),
    fix="Assess {outcome} by a task in which learners do what it says, such as a role play, an OSCE station, a case analysis or a plan; if the method asks for more than recall, say so with `miller: knows-how` or higher.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R103/assessment",),
    reads=("outcomes", "assessments", "method", "miller", "domain", "bloom", "text"),
    examined=examined,
)

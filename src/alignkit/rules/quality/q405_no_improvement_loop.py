"""Q405: results that nobody uses are a drawer."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.evaluation import course_evaluations
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HPAC_2019, HPAC_UNCONFIRMED

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
evaluation:  # <- Q405
  - {method: focus group, when: each cohort, responsible: course lead}
"""

GOOD = BAD.replace("  # <- Q405", "").replace("lead}", "lead, use: the course team revises one module a year}")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where the curriculum is evaluated and nothing says what is done with the results."""
    evaluations = course_evaluations(case)
    if evaluations and not any(evaluation.use.strip() for evaluation in evaluations):
        yield Hit(at=place_for(case.curriculum, "evaluation"))


def examined(case: Case) -> int:
    """Return 1, for the evaluations as a whole, or 0 where there are none."""
    return min(len(course_evaluations(case)), 1)


RULE = Rule(
    code="Q405",
    name="no-improvement-loop",
    severity=Severity.INFO,
    message="nothing says what is done with the results of the evaluation",
    why=f"The plan is evaluated for quality improvement: somebody must act on what was found. {HPAC_UNCONFIRMED}",
    literature=(HPAC_2019,),
    fix="Add to an entry of `evaluation:` a `use:` that says who decides on what, and when the curriculum is revised.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("evaluation", "of", "use"),
    examined=examined,
)

"""Q404: they enjoyed it; whether they learned anything was not asked."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.evaluation import course_evaluations
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import BARR_2005, REEVES_2016

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
evaluation:
  - {level: 1, method: questionnaire, when: each cohort, responsible: course lead}  # <- Q404
"""

GOOD = (
    BAD.replace("  # <- Q404", "")
    + "  - {level: 2b, method: rated simulation, when: each cohort, responsible: course lead}\n"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where learners' reactions are all that is evaluated; a level left out may be any."""
    evaluations = course_evaluations(case)
    if evaluations and all(evaluation.level == "1" for evaluation in evaluations):
        yield Hit(at=evaluations[0].place("level"))


RULE = Rule(
    code="Q404",
    name="reaction-only",
    severity=Severity.WARNING,
    message="the curriculum is evaluated by learners' reactions alone (level 1)",
    why="Reaction is the lowest of Kirkpatrick's levels as Barr adapted them; it does not show changed attitudes, knowledge, behaviour, practice or benefit to people.",
    literature=(BARR_2005, REEVES_2016),
    fix="Add to `evaluation:` an entry with a higher `level:`: 2a attitudes, 2b knowledge and skills, 3 behaviour, 4a practice, 4b benefit to people.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("evaluation", "of", "level"),
)

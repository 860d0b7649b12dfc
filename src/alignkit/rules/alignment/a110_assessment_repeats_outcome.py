"""A110: a task that repeats the outcome sets nothing to do."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.similarity import in_common
from alignkit.findings import Related, Severity
from alignkit.rules.base import Hit, Rule

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict of values in a clinical team, aligns: [ipec-2023:TT5]}
assessments:
  - {id: AS1, task: Resolve a conflict of values in a clinical team., outcomes: [LO1]}  # <- A110
"""

GOOD = BAD.replace("  # <- A110", "").replace(
    "task: Resolve a conflict of values in a clinical team.",
    "task: Lead a ten-minute role play on a disputed discharge to an agreement.",
)


def check(case: Case) -> Iterator[Hit]:
    """Yield each assessment whose task has most of its words in common with an outcome that it assesses."""
    for assessment in case.assessments.values():
        for mention in assessment.outcomes:
            outcome = case.outcomes.get(mention.name)
            share = in_common(assessment.task, outcome.text) if outcome and assessment.task else None
            if outcome and share and share.reaches(case.thresholds.repeated_task):
                facts = {
                    "assessment": assessment.id,
                    "outcome": outcome.id,
                    "common": str(share.part),
                    "words": str(share.whole),
                }
                related = (Related(outcome.place("text"), f"{outcome.id} says nearly the same"),)
                yield Hit(at=assessment.place("task"), facts=facts, subject=assessment.id, related=related)


def examined(case: Case) -> int:
    """Return the number of assessments that state a task."""
    return sum(bool(assessment.task) for assessment in case.assessments.values())


RULE = Rule(
    code="A110",
    name="assessment-repeats-outcome",
    severity=Severity.INFO,
    message="the task of {assessment} repeats {outcome}: of the {words} words that carry their meaning, {common} stand in both",
    why="An outcome says what learners can do; a task says what they have to do here, with what, for whom and under which conditions. No publication sets a number for how alike is too alike: the threshold is alignkit's, and a setting.",
    fix="Say in the `task:` of {assessment} what learners are given, what they hand in or perform, and under which conditions.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("task", "text", "assessments"),
    examined=examined,
)

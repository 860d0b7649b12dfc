"""A106: the marks of a course that add up to 90 fail somebody."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.weights import weights
from alignkit.findings import Related, Severity
from alignkit.model.curriculum import Assessment
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
assessments:
  - {id: AS1, purpose: summative, weight: 40, outcomes: [LO1]}  # <- A106
  - {id: AS2, purpose: summative, weight: 50, outcomes: [LO1]}
"""

GOOD = BAD.replace("  # <- A106", "").replace("weight: 40", "weight: 50")


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit where weights of summative assessments are stated and do not make a hundred."""
    found = weights(case.assessments.values())
    if not found.add_up:
        first = found.counted[0]
        facts: dict[str, Fact] = {
            "total": found.total_text,
            "sum": found.sum_text,
            "missing": _missing(found.missing) if found.missing else "",
            "formative": _formative(found.formative) if found.formative else "",
        }
        related = tuple(Related(each.place("weight"), f"the weight of {each.id}") for each in found.counted[1:])
        yield Hit(at=first.place("weight"), facts=facts, subject=case.curriculum.id, related=related)


def _missing(assessments: tuple[Assessment, ...]) -> Phrase:
    return Phrase("; no weight is stated for {assessments}", {"assessments": tuple(each.id for each in assessments)})


def _formative(assessments: tuple[Assessment, ...]) -> Phrase:
    return Phrase(
        "; the weights of {assessments}, which are formative, do not count",
        {"n": len(assessments), "assessments": tuple(each.id for each in assessments)},
        one="; the weight of {assessments}, which is formative, does not count",
    )


def examined(case: Case) -> int:
    """Return 1 where a weight is stated, else 0."""
    return min(len(weights(case.assessments.values()).counted), 1)


RULE = Rule(
    code="A106",
    name="weights-not-100",
    severity=Severity.ERROR,
    message="the weights of the summative assessments add up to {total}, not 100 ({sum}){missing}{formative}",
    why="Weights are percent of one total; when they do not make a hundred, learners cannot tell what counts for how much, and two assessors will work out two results. This is arithmetic and needs no publication.",
    fix="Correct the weights so that they add up to 100. An assessment that must be passed but does not count needs no weight.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("assessments", "weight", "purpose"),
    examined=examined,
)

"""O102: nobody has ever watched a learner understand."""

from collections.abc import Iterator

from alignkit.analysis.bloom import instead_of
from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.phrase import Fact
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import KENNEDY_2006, MAGER_1997
from alignkit.wording import listed

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Understand how a team agrees on goals, aligns: [ipec-2023:TT4]}  # <- O102
"""

GOOD = BAD.replace("  # <- O102", "").replace("Understand", "Explain")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome with a leading verb that no assessment can observe."""
    for outcome in case.outcomes.values():
        hidden = [verb for verb in case.verbs[outcome.id] if not verb.measurable]
        if hidden:
            level = outcome.bloom or hidden[0].levels[0]
            facts: dict[str, Fact] = {
                "outcome": outcome.id,
                "verbs": tuple(f'"{verb.typed}"' for verb in hidden),
                "level": level,
                "instead": listed(instead_of(level), "or"),
            }
            yield Hit(at=outcome.place("text"), facts=facts, subject=outcome.id, scope=(outcome.id,))


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="O102",
    name="not-measurable",
    severity=Severity.WARNING,
    message="{outcome} says {verbs}, which nobody can see a learner do",
    why="Verbs such as know, understand, appreciate and be aware of can be read in many ways and cannot be observed, so neither learners nor assessors can tell when the outcome is reached.",
    literature=(MAGER_1997, KENNEDY_2006),
    fix="Say what learners do that shows it. Verbs of the same level ({level}) that can be observed are, for example, {instead}.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("text",),
    examined=examined,
)

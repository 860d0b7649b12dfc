"""O103: a learner who manages the first half of an outcome has neither passed nor failed it."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.phrase import Fact
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import KENNEDY_2006

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: List the roles in a team and resolve a conflict, aligns: [ipec-2023:TT5]}  # <- O103
"""

GOOD = BAD.replace("  # <- O103", "").replace("List the roles in a team and resolve a conflict", "Resolve a conflict")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome that joins two or more verbs that can be observed."""
    for outcome in case.outcomes.values():
        verbs = [verb.typed for verb in case.verbs[outcome.id] if verb.measurable]
        if len(verbs) > 1:
            facts: dict[str, Fact] = {"outcome": outcome.id, "verbs": tuple(verbs), "count": str(len(verbs))}
            yield Hit(at=outcome.place("text"), facts=facts, subject=outcome.id)


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="O103",
    name="several-outcomes-in-one",
    severity=Severity.INFO,
    message="{outcome} asks for {count} things in one: {verbs}",
    why="One verb for each outcome lets every part be taught, assessed and aligned on its own; where two are joined, coverage counts the whole outcome as soon as one half is assessed.",
    literature=(KENNEDY_2006,),
    fix="Split {outcome} into one outcome for each verb, or keep only the verb that cannot be done without the others.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("text",),
    examined=examined,
)

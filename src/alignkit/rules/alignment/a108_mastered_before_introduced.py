"""A108: mastery in the first week of what is introduced in the last."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.depth import Premature, mastered_too_early
from alignkit.findings import Related, Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_STAMPER_1999

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [{to: "ipec-2023:TT5", depth: master}]}  # <- A108
  - {id: LO2, text: Name the sources of conflict, aligns: [{to: "ipec-2023:TT5", depth: introduce}]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
  - {id: M2, activities: [{id: A2, outcomes: [LO2]}]}
"""

GOOD = (
    BAD.replace("  # <- A108", "")
    .replace("A1, outcomes: [LO1]", "A1, outcomes: [LO2]")
    .replace("A2, outcomes: [LO2]", "A2, outcomes: [LO1]")
)


def check(case: Case) -> Iterator[Hit]:
    """Yield each mastery of an item that no module up to its own introduces."""
    for premature in mastered_too_early(case):
        outcome, at = premature.link.outcome, premature.link.alignment.place("depth")
        facts: dict[str, Fact] = {
            "outcome": outcome.id,
            "item": premature.ref,
            "module": premature.taught_in.id,
            "but": _but(premature),
        }
        framework = premature.ref.partition(":")[0]
        yield Hit(
            at=at, facts=facts, subject=premature.ref, scope=(outcome.id, framework), related=_introduced(premature)
        )


def _but(premature: Premature) -> Phrase:
    if premature.later is None:
        return Phrase("nothing in the curriculum introduces it")
    facts: dict[str, Fact] = {"outcome": premature.later.link.outcome.id, "module": premature.later.module.id}
    return Phrase("{outcome} introduces it only later, in {module}", facts)


def _introduced(premature: Premature) -> tuple[Related, ...]:
    if premature.later is None:
        return ()
    return (Related(premature.later.link.alignment.place("depth"), f"{premature.ref} is introduced here"),)


RULE = Rule(
    code="A108",
    name="mastered-before-introduced",
    severity=Severity.WARNING,
    message="{outcome} has learners master {item} in {module}, but {but}",
    why="A spiral curriculum returns to a topic at rising levels, each visit building on the one before; mastery that nothing prepares has no first turn of the spiral.",
    literature=(HARDEN_STAMPER_1999,),
    fix="Let an outcome of an earlier module introduce {item} (`depth: introduce`), change the order of the modules, or lower the depth in {outcome}. If learners bring the beginnings with them, say so in `prerequisites:`.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101", "R102", "R103/activity"),
    reads=("outcomes", "aligns", "to", "depth", "modules", "activities", "prerequisites"),
)

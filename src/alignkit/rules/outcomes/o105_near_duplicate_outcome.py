"""O105: two outcomes that say the same look like twice the learning."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.similarity import twins
from alignkit.findings import Related, Severity
from alignkit.rules.base import Hit, Rule

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve conflicts of values in a clinical team, aligns: [ipec-2023:TT5]}
  - {id: LO2, text: Resolve value conflicts in the clinical team, aligns: [ipec-2023:TT5]}  # <- O105
"""

GOOD = BAD.replace("Resolve value conflicts in the clinical team, ", "Listen to a colleague, ").replace(
    "  # <- O105", ""
)


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome that has most of its words in common with an earlier one."""
    texts = {outcome.id: outcome.text for outcome in case.outcomes.values()}
    for twin in twins(texts, case.thresholds.near_duplicate):
        first, second = case.outcomes[twin.first], case.outcomes[twin.second]
        facts = {
            "outcome": second.id,
            "other": first.id,
            "common": str(twin.share.part),
            "words": str(twin.share.whole),
        }
        related = (Related(first.at, f"{first.id} says nearly the same"),)
        yield Hit(at=second.at, facts=facts, subject=second.id, related=related)


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="O105",
    name="near-duplicate-outcome",
    severity=Severity.INFO,
    message="{outcome} says nearly the same as {other}: of the {words} words that carry their meaning, {common} stand in both",
    why="Two outcomes that say the same are counted, taught and assessed twice, and a change to one is forgotten in the other. No publication sets a number for how alike is too alike: the threshold is alignkit's, and a setting.",
    fix="Merge {outcome} into {other}, or say in each what it asks for that the other does not.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("text",),
    examined=examined,
)

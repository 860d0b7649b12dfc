"""O106: one outcome that claims a whole framework shows nothing of it."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.claims import claims, median
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import WEBB_2005

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - id: LO1  # <- O106
    text: Collaborate with colleagues of another profession
    aligns: ["ipec-2023:TT1", "ipec-2023:TT2", "ipec-2023:TT3", "ipec-2023:TT4", "ipec-2023:TT5", "ipec-2023:TT6", "ipec-2023:TT7", "ipec-2023:TT8", "ipec-2023:TT9"]
  - {id: LO2, text: Listen to a colleague, aligns: [ipec-2023:C3]}
"""

GOOD = BAD.replace("  # <- O106", "").replace(', "ipec-2023:TT8", "ipec-2023:TT9"', "")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome and framework of which it claims more leaf items than the threshold."""
    most = case.thresholds.outcomes_per_alignment
    for framework, by_outcome in claims(case).items():
        middle = median(len(refs) for refs in by_outcome.values())
        for outcome_id, refs in by_outcome.items():
            if len(refs) > most:
                outcome = case.outcomes[outcome_id]
                facts = {
                    "outcome": outcome_id,
                    "framework": framework,
                    "count": str(len(refs)),
                    "median": middle,
                    "most": str(most),
                }
                yield Hit(at=outcome.at, facts=facts, subject=outcome_id)


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="O106",
    name="inflated-alignment",
    severity=Severity.WARNING,
    message="{outcome} claims {count} items of {framework}; the median for an outcome of this curriculum is {median}",
    why="In Webb's alignment studies a reviewer ties an item to one main objective and two others at most: what is said to serve everything can show little of anything. The number at which alignkit asks is its own, and a setting.",
    literature=(WEBB_2005,),
    fix="Keep the items that an assessment of {outcome} would show (up to {most}), mark those it only touches `strength: partial`, or split {outcome}.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("aligns",),
    examined=examined,
)

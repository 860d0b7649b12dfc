"""R106: a whole domain is claimed in one stroke, and none of its competencies."""

from collections.abc import Iterator

from alignkit.analysis.broad import broad_alignments
from alignkit.analysis.case import Case
from alignkit.analysis.gaps import target_missed
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import WEBB_1997

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [ipec-2023]
outcomes:
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE]}  # <- R106
"""

GOOD = BAD.replace("ipec-2023:VE]}  # <- R106", "ipec-2023:VE1]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield each alignment with an item that has others below it."""
    for broad in broad_alignments(case):
        item, leaves = broad.item, tuple(leaf.code for leaf in broad.leaves)
        missed = broad.missed
        facts: dict[str, Fact] = {
            "outcome": broad.link.outcome.id,
            "item": item.ref,
            "number": Phrase("none of the {n} items", {"n": len(leaves)}, one="not even the one item"),
            "leaves": Few(leaves, 4),
            "example": broad.leaves[0].ref,
            "target": target_missed(item.framework, missed) if missed else "",
        }
        yield Hit(
            at=broad.link.alignment.at,
            facts=facts,
            subject=item.ref,
            scope=(item.ref,),
            severity=Severity.ERROR if missed else None,
        )


RULE = Rule(
    code="R106",
    name="aligned-with-parent",
    severity=Severity.WARNING,
    message="{outcome} is aligned with {item} as a whole, which covers {number} below it: {leaves}{target}",
    why="Who claims a domain does not say which of its competencies are meant, so none can be traced to an activity or an assessment. Alignment is judged at the level of single objectives.",
    literature=(WEBB_1997,),
    fix="Align {outcome} with the items below {item} that it serves, such as `{example}`.",
    bad=BAD,
    good=GOOD,
    check=check,
)

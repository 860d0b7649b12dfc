"""C106: many halves of a competency are still not the whole."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.phrase import Fact
from alignkit.rules.base import Hit, Rule

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Name the causes of a conflict, aligns: [{to: "ipec-2023:TT5", strength: partial}]}  # <- C106
"""

GOOD = BAD.replace("  # <- C106", "").replace("Name the causes of", "Resolve").replace(", strength: partial", "")


def check(case: Case) -> Iterator[Hit]:
    """Yield each item in scope that only partial alignments claim, at the first of them."""
    places = {
        link.reference.item.ref: link.alignment.at
        for link in reversed(case.links)
        if link.reference.item and link.alignment.strength == "partial"
    }
    for coverage in case.coverage:
        for covered in coverage.partial_only:
            facts: dict[str, Fact] = {"item": covered.item.ref, "outcomes": covered.partial}
            scope = (coverage.framework.id, *covered.partial)
            yield Hit(at=places[covered.item.ref], facts=facts, subject=covered.item.ref, scope=scope)


def examined(case: Case) -> int:
    """Return the number of leaf items in scope that are claimed at all."""
    return sum(len(coverage.served) for coverage in case.coverage)


RULE = Rule(
    code="C106",
    name="partial-only",
    severity=Severity.INFO,
    message="only a part of {item} is claimed, through {outcomes}",
    why="What serves a part of a competency does not show the competency, so a partial alignment counts towards no target. This is alignkit's caution; no publication sets the rule.",
    fix="Where one of these outcomes serves all of {item}, remove `strength: partial` from its alignment; otherwise add an outcome that does.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("C105", "R101", "R102"),
    reads=("outcomes", "aligns", "to", "strength", "frameworks", "use", "scope"),
    examined=examined,
)

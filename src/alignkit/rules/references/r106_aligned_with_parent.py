"""R106: a whole domain is claimed in one stroke, and none of its competencies."""

from collections.abc import Iterator

from alignkit.analysis.aligned import links_by_framework
from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import WEBB_1997
from alignkit.wording import count, listed

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
    for framework_id, links in links_by_framework(case).items():
        index = case.library.find(framework_id)
        for link in links:
            item = link.reference.item
            if index is None or item is None or item.is_leaf:
                continue
            leaves = [leaf.code for leaf in index.below(item.code)]
            facts = {
                "outcome": link.outcome.id,
                "item": item.ref,
                "number": count(len(leaves), "item"),
                "leaves": listed(leaves, most=4),
                "example": f"{framework_id}:{leaves[0]}",
            }
            yield Hit(at=link.alignment.at, facts=facts, subject=item.ref, scope=(framework_id,))


RULE = Rule(
    code="R106",
    name="aligned-with-parent",
    severity=Severity.WARNING,
    message="{outcome} is aligned with {item} as a whole, which covers none of the {number} below it: {leaves}",
    why="Who claims a domain does not say which of its competencies are meant, so none can be traced to an activity or an assessment. Alignment is judged at the level of single objectives.",
    literature=(WEBB_1997,),
    fix="Align {outcome} with the items below {item} that it serves, such as `{example}`.",
    bad=BAD,
    good=GOOD,
    check=check,
)

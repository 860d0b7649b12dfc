"""R107: outcomes serve a framework that the course never says it follows."""

from collections.abc import Iterator

from alignkit.analysis.aligned import declared_uses, links_by_framework
from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_2001

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [ipec-2023]
outcomes:
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE1, "nmc-2018:1.1"]}  # <- R107
"""

GOOD = BAD.replace("frameworks: [ipec-2023]", "frameworks: [ipec-2023, nmc-2018]").replace("  # <- R107", "")


def check(case: Case) -> Iterator[Hit]:
    """Yield each framework that is aligned with and not declared, where it is first aligned with."""
    declared = declared_uses(case)
    for framework_id, links in links_by_framework(case).items():
        if framework_id not in declared:
            outcomes = dict.fromkeys(link.outcome.id for link in links)
            facts: dict[str, Fact] = {
                "framework": framework_id,
                "alignments": Phrase("{n} alignments", {"n": len(links)}, one="{n} alignment"),
                "outcomes": Few(tuple(outcomes), 5),
            }
            yield Hit(at=links[0].alignment.at, facts=facts, subject=framework_id, scope=(framework_id,))


RULE = Rule(
    code="R107",
    name="framework-not-declared",
    severity=Severity.WARNING,
    message="`frameworks` does not list {framework}, so no figure shows {alignments} with it ({outcomes})",
    why="A reader has to see which frameworks a course claims to follow; coverage is counted, and gaps are shown, for those only.",
    literature=(HARDEN_2001,),
    fix="Add `- use: {framework}` to `frameworks:`, or remove the alignments with it.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101",),
    reads=("frameworks", "use"),
)

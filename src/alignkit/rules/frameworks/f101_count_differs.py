"""F101: the publisher counts 39 competencies, the file has 38, and nobody can align with the missing one."""

from collections.abc import Iterator

from alignkit.analysis.frameworks import level_counts
from alignkit.findings import Severity
from alignkit.library.index import FrameworkIndex
from alignkit.rules.base import Hit, Rule, Subject
from alignkit.rules.literature import WILKINSON_2016
from alignkit.wording import count

BAD = """\
alignkit: framework/1
id: example
title: Competencies for teams that listen
kind: interprofessional
publisher: {name: Example Institute}
source: {citation: "Example Institute (2026). Competencies for teams that listen."}
completeness: full
levels: [competency]
counts: {competency: 3}  # <- F101
items:
  - {code: L1, text: Listen before you answer}
  - {code: L2, text: Check what you have understood}
"""

GOOD = BAD.replace("{competency: 3}  # <- F101", "{competency: 2}")


def check(index: FrameworkIndex) -> Iterator[Hit]:
    """Yield each level of a full listing that has more or fewer items than its publisher states."""
    framework = index.framework
    if framework.completeness != "full":
        return
    listed = level_counts(index)
    for level, stated in framework.counts.items():
        there = listed.get(level, 0)
        if there != stated:
            facts = {
                "level": level,
                "stated": str(stated),
                "listed": str(there),
                "difference": f"{count(abs(stated - there), 'item')} too {'few' if there < stated else 'many'}",
            }
            yield Hit(at=framework.pair_place("counts", level), facts=facts, subject=level)


RULE = Rule(
    code="F101",
    name="count-differs",
    severity=Severity.ERROR,
    message="the publisher counts {stated} of level {level}, and the file has {listed}: {difference}",
    why="Coverage is a share of all items: one that is missing, or listed twice, makes every share of the framework wrong. Data are reused with trust only where they are described completely.",
    literature=(WILKINSON_2016,),
    fix="Compare the items with the document; if not all of it is listed yet, say `completeness: partial`.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.FRAMEWORK,
    needs=("F102", "F108"),
    reads=("items", "counts", "levels", "level", "completeness"),
)

"""F108: the file says domain and competency, the tree says something else."""

from collections.abc import Iterator

from alignkit.analysis.frameworks import level_names, misfits
from alignkit.findings import Severity
from alignkit.library.index import FrameworkIndex
from alignkit.rules.base import Hit, Rule, Subject
from alignkit.rules.literature import WILKINSON_2016

BAD = """\
alignkit: framework/1
id: example
title: Competencies for teams that listen
kind: interprofessional
publisher: {name: Example Institute}
source: {citation: "Example Institute (2026). Competencies for teams that listen."}
levels: [domain]
items:
  - code: L
    title: Listening
    items:
      - {code: L1, text: Listen before you answer}  # <- F108
"""

GOOD = BAD.replace("levels: [domain]", "levels: [domain, competency]").replace("  # <- F108", "")


def check(index: FrameworkIndex) -> Iterator[Hit]:
    """Yield each way in which the names of levels and the tree contradict one another, where it shows first."""
    levels = level_names(index.framework)
    for misfit in misfits(index):
        yield Hit(at=misfit.at, facts={"what": misfit.what, "levels": levels}, subject=misfit.subject)


RULE = Rule(
    code="F108",
    name="level-names-do-not-fit",
    severity=Severity.ERROR,
    message="{what} (levels, from the top: {levels})",
    why="Reports count and print items by the names of their levels; where these do not fit the tree, a domain is counted as a competency, and no count can be compared with the publisher's.",
    literature=(WILKINSON_2016,),
    fix="Name every level of the tree in `levels:`, from the top down; where items of one depth differ, list the names of that depth and give the rarer items a `level:`.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.FRAMEWORK,
    reads=("levels", "level", "items", "counts"),
)

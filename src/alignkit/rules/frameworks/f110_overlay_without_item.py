"""F110: licensed wording that nobody will ever read, since it is for an item that there is not."""

from collections.abc import Iterator

from alignkit.analysis.namesakes import astray
from alignkit.findings import Severity
from alignkit.rules.base import Hit, OverlayCase, Rule, Subject
from alignkit.rules.literature import WILKINSON_2016

BAD = """\
alignkit: overlay/1
of: ipec-2023
licence: Used with permission
texts:
  VE1: The wording that our licence covers
  VE12: More wording that our licence covers  # <- F110
"""

GOOD = BAD.replace("VE12:", "VE2:").replace("  # <- F110", "")


def check(case: OverlayCase) -> Iterator[Hit]:
    """Yield each name in the overlay that leads nowhere."""
    for name in astray(case.overlay, case.library):
        fix = f"Write `{name.meant}`, if that is meant." if name.meant else _LOOK_UP
        yield Hit(at=name.at, facts={"what": name.what, "fix": fix}, subject=name.name)


_LOOK_UP = "Keep one overlay for each framework, under its id and with its codes: `alignkit frameworks list` and `show` have them."


RULE = Rule(
    code="F110",
    name="overlay-without-item",
    severity=Severity.ERROR,
    message="{what}",
    why="Wording under a name that means nothing is shown nowhere, and our paraphrase goes on standing in its place: data that point at other data must name them by what those call themselves.",
    literature=(WILKINSON_2016,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.OVERLAY,
    reads=("of", "texts"),
)

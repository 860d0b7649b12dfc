"""F105: a bridge with one end in the air; coverage that leads over it arrives nowhere."""

from collections.abc import Iterator

from alignkit.analysis.mappings import missing_ends
from alignkit.findings import Severity
from alignkit.rules.base import CrosswalkCase, Hit, Rule, Subject
from alignkit.rules.literature import WILKINSON_2016

BAD = """\
alignkit: crosswalk/1
id: example
from: ipec-2016
to: ipec-2023
method: expert
mappings:
  - {from: CC4, to: C5, relation: close, note: both ask to listen and to draw out ideas}
  - {from: CC5, to: CC6, relation: close, note: both ask to give and take feedback}  # <- F105
"""

GOOD = BAD.replace("to: CC6", "to: C6").replace("  # <- F105", "")


def check(case: CrosswalkCase) -> Iterator[Hit]:
    """Yield each framework and each item that the crosswalk names and that is not there."""
    for end in missing_ends(case.crosswalk, case.library):
        fix = f"Write `{end.meant}`, if that is meant; " if end.meant else "Write one that there is: "
        facts = {"what": end.what, "fix": f"{fix}`{end.command}` lists what there is."}
        yield Hit(at=end.at, facts=facts, subject=end.name)


RULE = Rule(
    code="F105",
    name="crosswalk-end-missing",
    severity=Severity.ERROR,
    message="{what}",
    why="A mapping counts only if both of its ends can be looked up: data that point at other data must name them by what those call themselves.",
    literature=(WILKINSON_2016,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.CROSSWALK,
)

"""F106: exact in one line and broad in the next; whoever follows both proves anything."""

from collections.abc import Iterator

from alignkit.analysis.mappings import contradictions
from alignkit.findings import Related, Severity
from alignkit.rules.base import CrosswalkCase, Hit, Rule, Subject
from alignkit.rules.literature import SKOS_2009

BAD = """\
alignkit: crosswalk/1
id: example
from: ipec-2016
to: ipec-2023
method: expert
mappings:
  - {from: CC4, to: C5, relation: close, note: both ask to listen and to draw out ideas}
  - {from: CC4, to: C5, relation: broad, note: C5 asks for more than CC4}  # <- F106
"""

GOOD = "".join(line for line in BAD.splitlines(keepends=True) if "# <- F106" not in line)


def check(case: CrosswalkCase) -> Iterator[Hit]:
    """Yield each mapping that cannot be true together with an earlier one."""
    for each in contradictions(case.crosswalk, case.library, case.others):
        related = (Related(each.earlier, "the earlier mapping"),) if each.earlier else ()
        facts = {"what": each.what, "fix": _KEEP_ONE if each.earlier else _NAME_TWO}
        yield Hit(at=each.at, facts=facts, subject=each.subject, related=related)


_KEEP_ONE = "Keep the relation that holds and delete the other; where you are in doubt, keep `related`. docs/crosswalks.md has the questions that decide it."
_NAME_TWO = "Name two different frameworks under `from:` and `to:`."


RULE = Rule(
    code="F106",
    name="crosswalk-contradicts-itself",
    severity=Severity.WARNING,
    message="{what}",
    why="Two items are related in one way: in SKOS an exact match is never also a broad or a related one, and exact matches carry over, so that one item exact to two would make those two the same. What is inferred from a contradiction cannot be relied on.",
    literature=(SKOS_2009,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.CROSSWALK,
)

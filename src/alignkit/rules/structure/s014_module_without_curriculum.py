"""S014: a module that belongs to no course is taught to nobody."""

from collections.abc import Iterator, Mapping

from msgspec.structs import replace

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject

BAD = """\
alignkit: module/1  # <- S014
id: M1
title: Teams that listen
"""

GOOD = """\
alignkit: curriculum/1
id: example
title: Interprofessional care
outcomes: []
modules:
  - {id: M1, title: Teams that listen}
"""


def check(source: Source) -> Iterator[Hit]:
    """Yield a module file that has no curriculum to belong to."""
    for hit in source.hits("module-without-curriculum"):
        reason, fix = _advice(hit.facts)
        yield replace(hit, facts={**hit.facts, "reason": reason, "fix": fix})


def _advice(facts: Mapping[str, str]) -> tuple[str, str]:
    home, place = facts["expected"], facts["place"]
    if place:
        return f"it is not in the folder `modules` beside {home}", f"Move it to {place}{_OR_WITHIN}"
    return f"there is none in {home}", f"Write the curriculum to {home}{_OR_WITHIN}"


_OR_WITHIN = ", or move what it says under `modules:` of its curriculum."


RULE = Rule(
    code="S014",
    name="module-without-curriculum",
    severity=Severity.ERROR,
    message="this module belongs to no curriculum: {reason}",
    why="A module is read as part of its curriculum, `curriculum.yaml` beside the folder `modules/`; alone, its activities address outcomes that are not there. The layout is alignkit's own.",
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

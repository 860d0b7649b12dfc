"""S005: "75 hours" reads well, but nobody can add it up."""

from collections.abc import Iterator

from msgspec.structs import replace

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
workload: {hours: 75 hours}  # <- S005
outcomes: []
"""

GOOD = BAD.replace("75 hours}  # <- S005", "75}")


def check(source: Source) -> Iterator[Hit]:
    """Yield each value of another type than its key takes."""
    for hit in source.hits("wrong-type"):
        yield replace(hit, facts={**hit.facts, "what": hit.facts.get("key") or "what stands here"})


RULE = Rule(
    code="S005",
    name="wrong-type",
    severity=Severity.ERROR,
    message="{what} should be {expected}, but it is {found}",
    why="A value of another type cannot be compared, added up or looked up, so every check that needs it would have to guess. The types are those of alignkit's own format.",
    fix="Write it like this: `{example}`.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

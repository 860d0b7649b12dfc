"""S010: a file that does not say what it is cannot be read as anything."""

from collections.abc import Iterator

from msgspec.structs import replace

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject

BAD = """\
alignkit: curriculm/1  # <- S010
id: example
title: Teams that listen
outcomes: []
"""

GOOD = BAD.replace("curriculm/1  # <- S010", "curriculum/1")


def check(source: Source) -> Iterator[Hit]:
    """Yield the file's missing or unknown header."""
    for hit in source.hits("unknown-format"):
        meant, formats = hit.facts["meant"], hit.facts["formats"]
        hint = f' (did you mean "{meant}"?)' if meant else ""
        line = f"`alignkit: {meant or 'curriculum/1'}`"
        fix = f"Write {line}." if meant else f"Begin the file with a line such as {line}; the formats are {formats}."
        yield replace(hit, facts={**hit.facts, "hint": hint, "fix": fix})


RULE = Rule(
    code="S010",
    name="unknown-format",
    severity=Severity.ERROR,
    message="{found}{hint}",
    why="The first key says of what kind a file is, and of which version of alignkit's own format; without it, its other keys could mean anything.",
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

"""S008: a file from elsewhere may be built to bring a machine to its knees."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject
from alignkit.rules.literature import CWE_400

_TOO_DEEP = "[" * 50 + "]" * 50

BAD = f"""\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: {_TOO_DEEP}  # <- S008
"""

GOOD = BAD.replace(f"{_TOO_DEEP}  # <- S008", "[]")


def check(source: Source) -> Iterator[Hit]:
    """Yield the place where the file went beyond a limit."""
    return source.hits("limit-exceeded")


RULE = Rule(
    code="S008",
    name="limit-exceeded",
    severity=Severity.ERROR,
    message="at most {most} {limit} are read, and here are more",
    why="Files come from many hands, and one that is large or nested without end can use up a machine; each limit lies far above what a person writes.",
    literature=(CWE_400,),
    fix="Split what stands here into smaller parts or files; where the problems are too many, mend those that are named first.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

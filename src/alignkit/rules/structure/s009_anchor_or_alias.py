"""S009: an alias says "as above", and soon nobody knows what is above."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject
from alignkit.rules.literature import CWE_400, YAML_2021

BAD = """\
alignkit: curriculum/1
id: example
title: &name Teams that listen  # <- S009
outcomes:
  - {id: LO1, text: *name}  # <- S009
"""

GOOD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Listen actively to a colleague of another profession}
"""


def check(source: Source) -> Iterator[Hit]:
    """Yield each anchor, alias, merge key and tag."""
    return source.hits("anchor-or-alias")


RULE = Rule(
    code="S009",
    name="anchor-or-alias",
    severity=Severity.ERROR,
    message="{what} cannot be used: each value is read where it stands",
    why="YAML lets a line repeat or change what stands elsewhere; in a curriculum, every claim must be readable, and have its place, where it is made. Repeated repetition is also a known way to use up a machine.",
    literature=(YAML_2021, CWE_400),
    fix="Write the value out where it is meant; if the sign is part of a text, put the whole text in quotation marks.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

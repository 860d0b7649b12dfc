"""S003: of two equal keys, YAML readers silently keep one."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject
from alignkit.rules.literature import YAML_2021

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
title: Teams that hear  # <- S003
outcomes: []
"""

GOOD = BAD.replace("title: Teams that hear  # <- S003\n", "")


def check(source: Source) -> Iterator[Hit]:
    """Yield each key that its mapping has already."""
    return source.hits("duplicate-key")


RULE = Rule(
    code="S003",
    name="duplicate-key",
    severity=Severity.ERROR,
    message="the key {key} is given twice; the first is on line {first}",
    why="A key can have one value: of two, one would be lost without a word, and nobody would know which.",
    literature=(YAML_2021,),
    fix="Remove one of the two, or merge their values under one `{key}:`.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

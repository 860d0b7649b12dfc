"""S002: one colon too many, and the whole file is silent."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject
from alignkit.rules.literature import YAML_2021
from alignkit.wording import sentence

BAD = """\
alignkit: curriculum/1
id: example
title: Roles: who does what in a team  # <- S002
outcomes: []
"""

GOOD = """\
alignkit: curriculum/1
id: example
title: "Roles: who does what in a team"
outcomes: []
"""


def check(source: Source) -> Iterator[Hit]:
    """Yield the place where the file stops being YAML, with the likely cause."""
    return source.hits("yaml-syntax", lambda facts: {"fix": sentence(facts["fix"])})


RULE = Rule(
    code="S002",
    name="yaml-syntax",
    severity=Severity.ERROR,
    message="the file cannot be read from here on: {cause}",
    why="Curricula are written in YAML, whose colons, dashes and indents say what belongs to what; where they contradict each other, nothing in the file can be checked.",
    literature=(YAML_2021,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

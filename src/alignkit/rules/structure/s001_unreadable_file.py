"""S001: a file that nobody can open is no curriculum yet."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject
from alignkit.rules.literature import YAML_2021

BAD = """\
# The course outline will come here.  # <- S001
"""

GOOD = """\
# The course outline comes here.
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes: []
"""


def check(source: Source) -> Iterator[Hit]:
    """Yield the reason why the file could not be read."""
    return source.hits("unreadable-file")


RULE = Rule(
    code="S001",
    name="unreadable-file",
    severity=Severity.ERROR,
    message="this file cannot be read: {cause}",
    why="What cannot be read cannot be checked, and a run that passed it over would look better than it is. Files are text in UTF-8, one of the encodings that YAML allows.",
    literature=(YAML_2021,),
    fix="Put right what is named here; a file that is not meant for alignkit can be left out of the paths.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

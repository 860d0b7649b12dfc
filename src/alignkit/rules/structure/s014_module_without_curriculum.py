"""S014: a module that belongs to no course is taught to nobody."""

from collections.abc import Iterator

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
    return source.hits("module-without-curriculum")


RULE = Rule(
    code="S014",
    name="module-without-curriculum",
    severity=Severity.ERROR,
    message="this module belongs to no curriculum: there is none in {expected}",
    why="A module is read as part of its curriculum, `curriculum.yaml` beside the folder `modules/`; alone, its activities address outcomes that are not there. The layout is alignkit's own.",
    fix="Write the curriculum to {expected}, with `alignkit: curriculum/1` at its top, or move the module under its `modules:`.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

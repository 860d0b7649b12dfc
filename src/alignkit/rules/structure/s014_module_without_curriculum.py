"""S014: a module that belongs to no course is taught to nobody."""

from collections.abc import Iterator, Mapping

from alignkit.findings import Severity
from alignkit.phrase import Fact, Phrase
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
    return source.hits("module-without-curriculum", _advice)


def _advice(facts: Mapping[str, str]) -> dict[str, Fact]:
    if facts["place"]:
        reason = Phrase("it is not in the folder `modules` beside {expected}", facts)
        return {"reason": reason, "fix": f"Move it to {facts['place']}{_OR_WITHIN}"}
    reason = Phrase("there is none in {expected}", facts)
    return {"reason": reason, "fix": f"Write the curriculum to {facts['expected']}{_OR_WITHIN}"}


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

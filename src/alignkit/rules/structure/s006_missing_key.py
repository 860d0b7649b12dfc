"""S006: an outcome without a text promises nothing."""

from collections.abc import Iterator, Mapping

from alignkit.findings import Severity
from alignkit.phrase import Fact
from alignkit.rules.base import Hit, Rule, Source, Subject

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1}  # <- S006
"""

GOOD = BAD.replace("LO1}  # <- S006", "LO1, text: Listen actively to a colleague of another profession}")


def check(source: Source) -> Iterator[Hit]:
    """Yield each key that must be given and is not."""
    return source.hits("missing-key", _within_a_sentence)


def _within_a_sentence(facts: Mapping[str, str]) -> dict[str, Fact]:
    meaning = facts["meaning"].removesuffix(".")
    return {"meaning": meaning[:1].lower() + meaning[1:]}


RULE = Rule(
    code="S006",
    name="missing-key",
    severity=Severity.ERROR,
    message='"{key}" is missing here: {meaning}',
    why="Few keys are required, and only where nothing can be said without them. Which ones is a matter of alignkit's own format.",
    fix="Add `{key}: {example}`, filled in with your own.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

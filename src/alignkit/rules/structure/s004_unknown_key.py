"""S004: a key with a slip of the keyboard is a section that nobody reads."""

from collections.abc import Iterator, Mapping

from alignkit.findings import Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule, Source, Subject

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcoms:  # <- S004
  - {id: LO1, text: Listen actively to a colleague of another profession}
"""

GOOD = BAD.replace("outcoms:  # <- S004", "outcomes:")


def check(source: Source) -> Iterator[Hit]:
    """Yield each key that its mapping does not know, with the likely one or the place where it belongs."""
    return source.hits("unknown-key", _advice)


def _advice(facts: Mapping[str, str]) -> dict[str, Fact]:
    if facts["meant"]:
        return {"hint": Phrase(' (did you mean "{meant}"?)', facts), "fix": f"Write `{facts['meant']}:`."}
    if facts["belongs"]:
        fix = f"Move it under {facts['belongs']}, or remove it."
        return {"hint": Phrase(" (it belongs under {belongs})", facts), "fix": fix}
    fix = f"Use one of the keys known here ({facts['known']}), or turn the line into a comment with a # before it."
    return {"hint": "", "fix": fix}


RULE = Rule(
    code="S004",
    name="unknown-key",
    severity=Severity.ERROR,
    message='"{key}" is not a key that is known here{hint}',
    why="A key that is not known is not read: what stands under it would be missing from every check and report, without a word. The keys are those of alignkit's own format.",
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

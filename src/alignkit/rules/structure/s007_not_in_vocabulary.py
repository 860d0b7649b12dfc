"""S007: one course says nurse, the next says nursing, and no report can put them together."""

from collections.abc import Iterator

from msgspec.structs import replace

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule, Source, Subject

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
learners: {professions: [nurse, pharmacy]}  # <- S007
outcomes: []
"""

GOOD = BAD.replace("nurse,", "nursing,").replace("  # <- S007", "")


def check(source: Source) -> Iterator[Hit]:
    """Yield each word that the vocabulary of its key does not have."""
    for hit in source.hits("not-in-vocabulary"):
        meant, words = hit.facts["meant"], hit.facts["words"]
        hint = f' (did you mean "{meant}"?)' if meant else ""
        fix = f"Write `{meant}`, if that is meant." if meant else f"Write one of these: {words}."
        yield replace(hit, facts={**hit.facts, "hint": hint, "fix": fix})


RULE = Rule(
    code="S007",
    name="not-in-vocabulary",
    severity=Severity.ERROR,
    message='"{found}" is not a word for {key}{hint}',
    why="Where a choice is closed, one word for one thing lets courses be compared and counted together. The words are those of alignkit's own format.",
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.SOURCE,
)

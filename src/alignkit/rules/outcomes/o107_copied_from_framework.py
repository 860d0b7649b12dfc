"""O107: the outcome is the competency again, and says nothing about this course."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.shares import Share
from alignkit.analysis.similarity import content_words, repeated
from alignkit.findings import Severity
from alignkit.model.curriculum import Outcome
from alignkit.rules.base import Hit, Rule

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: "Treat diversity of identity, culture and background as an asset", aligns: [ipec-2023:VE4]}  # <- O107
"""

GOOD = BAD.replace(
    '"Treat diversity of identity, culture and background as an asset", aligns: [ipec-2023:VE4]}  # <- O107',
    "Use an interpreter to plan discharge with a patient who has fled, aligns: [ipec-2023:VE4]}",
)


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome that repeats an item's words and adds fewer of its own."""
    found: set[str] = set()
    for link in case.links:
        item = link.reference.item
        if item is None or link.outcome.id in found:
            continue
        share = repeated(item.item.words, link.outcome.text)
        if share.reaches(case.thresholds.copied) and _adds_little(link.outcome, share):
            found.add(link.outcome.id)
            facts = {
                "outcome": link.outcome.id,
                "item": item.ref,
                "repeated": str(share.part),
                "words": str(share.whole),
            }
            yield Hit(at=link.outcome.place("text"), facts=facts, subject=link.outcome.id)


def _adds_little(outcome: Outcome, share: Share) -> bool:
    """Say whether at least half of the outcome's words are the item's."""
    return 0 < len(content_words(outcome.text)) <= 2 * share.part


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="O107",
    name="copied-from-framework",
    severity=Severity.INFO,
    message="{outcome} repeats {repeated} of the {words} words that carry the meaning of {item}",
    why="A framework says what is expected of a profession; an outcome says what learners of this course will do towards it, so that it can be taught and assessed here. No publication sets a number for how much may be repeated: the threshold is alignkit's, and a setting.",
    fix="Say in {outcome} what learners of this course do: with whom, about what, in which situation. The alignment with {item} already names the competency.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("text", "aligns"),
    examined=examined,
)

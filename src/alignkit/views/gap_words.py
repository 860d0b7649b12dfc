"""The sentences by which gaps are shown: what is missing, where to paste, what that does, what was promised."""

from collections.abc import Iterator

from msgspec.structs import replace

from alignkit.analysis.closing.gap import Effect, OpenGap, Proposal
from alignkit.analysis.closing.wanted import Wanted
from alignkit.analysis.coverage import Step
from alignkit.phrase import Fact, Phrase
from alignkit.source.pastes import Paste, Way

_HELD = {
    Step.NONE: Phrase("no outcome serves any of these {n} items", one="no outcome serves it"),
    Step.CLAIMED: Phrase("no activity addresses {outcomes}"),
    Step.TAUGHT: Phrase("no assessment addresses {outcomes}"),
    Step.ASSESSED: Phrase("no summative assessment with criteria addresses {outcomes}"),
}
_WHERE = {
    Way.INSTEAD: Phrase("in place of `{key}:` and its value"),
    Way.BEHIND: Phrase("inserted there, on the same line"),
    Way.BELOW: Phrase("on new lines below"),
}


def missing(gap: OpenGap) -> Phrase:
    """Return what keeps the items of a gap where they are."""
    facts: dict[str, Fact] = {"n": len(gap.lacks), "outcomes": gap.outcomes, "profession": gap.profession}
    if gap.profession:
        return Phrase("learners of {profession} attend no activity that teaches it", facts)
    if gap.step > Step.NONE and not gap.outcomes:
        return Phrase("the outcome that aligns with it has no id")
    return replace(_HELD[gap.step], facts=facts)


def where(paste: Paste) -> Phrase:
    """Return how a snippet goes to the place that is named beside it."""
    at = paste.at
    if paste.way is Way.INSTEAD and at.end_line > at.line:
        facts: dict[str, Fact] = {"key": paste.key, "end": f"{at.end_line}:{at.end_column}"}
        return Phrase("in place of `{key}:` and its value, up to {end}", facts)
    return replace(_WHERE[paste.way], facts={"key": paste.key})


def effect(proposal: Proposal, gap: OpenGap) -> Phrase:
    """Return how far the items get once a proposal is pasted."""
    does: Effect = proposal.effect
    facts: dict[str, Fact] = {"n": len(gap.lacks), "step": Phrase(does.least.word), "closed": does.closed}
    if does.closed == len(gap.lacks):
        return Phrase("takes all {n} items to {step}", facts, one="takes the item to {step}")
    if does.closed:
        return Phrase("takes {closed} of {n} items all the way, the others at least to {step}", facts)
    return Phrase("takes {n} items as far as {step}", facts, one="takes the item as far as {step}")


def promised(wanted: Wanted) -> Iterator[Phrase]:
    """Yield each declared target that is missed."""
    return (missed.arithmetic for missed in wanted.missed)


def why_this_step(wanted: Wanted) -> Phrase:
    """Return what makes items fall short below the step that they should reach."""
    if wanted.asked:
        return Phrase("as asked")
    if wanted.missed:
        return Phrase("the highest step of which a declared target is missed")
    return Phrase("the usual step")

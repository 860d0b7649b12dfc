"""What is shown of one gap: its items, what puts it at its rank, and places at which it may be closed."""

from msgspec import Struct

from alignkit.analysis.closing.closing import RankedGap
from alignkit.analysis.closing.gap import Lack, OpenGap, Proposal
from alignkit.analysis.coverage import Step
from alignkit.findings import Span
from alignkit.phrase import Phrase
from alignkit.source.pastes import Paste
from alignkit.views.gap_words import effect, missing, where


class GapItemView(Struct, frozen=True):
    """An item that is missing: what it asks for, the step that it reached, and the one that it should reach."""

    ref: str
    framework: str
    words: str
    verified: bool
    step: str
    wanted: str


class PasteView(Struct, frozen=True):
    """A snippet and its place: `way` is instead, behind or below, `where` says the same in words."""

    at: Span
    way: str
    where: Phrase
    text: str


class ProposalView(Struct, frozen=True):
    """One place at which a gap may be closed: a candidate, which a person has to confirm."""

    kind: str
    what: Phrase
    why: Phrase
    effect: Phrase
    closed: int
    """How many of the items it takes all the way."""
    pastes: tuple[PasteView, ...]


class GapView(Struct, frozen=True):
    """Items that are missing for one reason: the reason, what puts them at this rank, and up to three proposals."""

    number: int
    items: tuple[GapItemView, ...]
    outcomes: tuple[str, ...]
    profession: str
    step: str
    missing: Phrase
    rank: tuple[Phrase, ...]
    proposals: tuple[ProposalView, ...]


def gap_view(number: int, ranked: RankedGap) -> GapView:
    """Return what is shown of a gap at its rank."""
    gap = ranked.gap
    return GapView(
        number=number,
        items=tuple(_item(lack, gap.step) for lack in gap.lacks),
        outcomes=gap.outcomes,
        profession=gap.profession,
        step=gap.step.word,
        missing=missing(gap),
        rank=ranked.rank.why,
        proposals=tuple(_proposal(proposal, gap) for proposal in gap.proposals),
    )


def _item(lack: Lack, step: Step) -> GapItemView:
    item = lack.covered.item
    return GapItemView(item.ref, item.framework, item.item.words, item.item.verified, step.word, lack.wanted.word)


def _proposal(proposal: Proposal, gap: OpenGap) -> ProposalView:
    return ProposalView(
        kind=proposal.act.value,
        what=proposal.what,
        why=proposal.why,
        effect=effect(proposal, gap),
        closed=proposal.effect.closed,
        pastes=tuple(map(_paste, proposal.pastes)),
    )


def _paste(paste: Paste) -> PasteView:
    return PasteView(paste.at, paste.way.value, where(paste), paste.text)

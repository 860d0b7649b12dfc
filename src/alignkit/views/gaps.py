"""What is shown of what is missing: each gap in its rank, why it stands there, and places at which to close it."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.closing.closing import RankedGap, closing
from alignkit.analysis.closing.gap import Lack, OpenGap, Proposal
from alignkit.analysis.closing.ranking import KEYS
from alignkit.analysis.closing.wanted import Wanted
from alignkit.analysis.coverage import Coverage, Step
from alignkit.findings import Span
from alignkit.phrase import Phrase
from alignkit.source.pastes import Paste
from alignkit.views.gap_words import effect, missing, promised, where, why_this_step


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


class FrameworkGapsView(Struct, frozen=True):
    """One framework: how many of its items fall short of the step that they should reach."""

    id: str
    name: str
    role: str
    """claim, lens (declared as one), or "" where the curriculum does not declare it."""
    status: str
    total: int
    below: int
    unverified: int
    wanted: str
    because: Phrase
    targets: tuple[Phrase, ...]
    """The declared targets that are missed, with their arithmetic."""


class GapsView(Struct, frozen=True):
    """Everything that is missing in one curriculum, the most pressing first."""

    id: str
    title: str
    file: str
    outcomes: int
    frameworks: tuple[FrameworkGapsView, ...]
    gaps: tuple[GapView, ...]
    left_out: int
    """Gaps beyond the limit, all of them ranked lower."""
    order: tuple[Phrase, ...] = KEYS
    """What gaps are ranked by, the first key first."""

    @property
    def total(self) -> int:
        """Return how many gaps there are, shown or not."""
        return len(self.gaps) + self.left_out


def gaps_view(
    case: Case, coverages: Iterable[Coverage], *, step: Step | None = None, limit: int | None = None
) -> GapsView:
    """Return what is missing in the coverages, which may be of frameworks that the curriculum does not declare.

    `step` is the one that items should reach; where it is left out, declared targets say so. With `limit`, only the
    first gaps are shown.
    """
    every = tuple(coverages)
    found = closing(case, every, step)
    shown = found.gaps if limit is None else found.gaps[:limit]
    declared = {index.id for _, index in case.uses}
    return GapsView(
        id=case.curriculum.id,
        title=case.curriculum.title,
        file=case.curriculum.origin.file,
        outcomes=len(case.outcomes),
        frameworks=tuple(
            _framework(each, found.wanted[each.framework.id], declared=each.framework.id in declared) for each in every
        ),
        gaps=tuple(_gap(number, ranked) for number, ranked in enumerate(shown, 1)),
        left_out=len(found.gaps) - len(shown),
    )


def _framework(coverage: Coverage, wanted: Wanted, *, declared: bool) -> FrameworkGapsView:
    return FrameworkGapsView(
        id=coverage.framework.id,
        name=coverage.framework.framework.name,
        role=coverage.use.role if declared else "",
        status=coverage.framework.framework.status,
        total=coverage.total,
        below=coverage.total - coverage.reached(wanted.step),
        unverified=sum(not covered.item.item.verified for covered in coverage.items),
        wanted=wanted.step.word,
        because=why_this_step(wanted),
        targets=tuple(promised(wanted)),
    )


def _gap(number: int, ranked: RankedGap) -> GapView:
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

"""Items that no outcome claims: outcomes that may serve them, or a new outcome where none is near."""

from collections.abc import Iterator
from itertools import islice

from alignkit.analysis.case import Link
from alignkit.analysis.closing.effects import aligned, effect
from alignkit.analysis.closing.gap import MOST, Act, Lack, OpenGap, Proposal
from alignkit.analysis.closing.ground import Ground
from alignkit.analysis.closing.near import Near, Nearness
from alignkit.analysis.closing.saying import reasons, some
from alignkit.analysis.coverage import Step
from alignkit.phrase import Phrase
from alignkit.source.pastes import with_entry, with_value


def unclaimed(ground: Ground) -> Iterator[OpenGap]:
    """Yield each item that an outcome may serve, then, branch by branch, those for which there is none yet."""
    nearness = Nearness(ground.case, ground.links)
    far: dict[str, list[Lack]] = {}
    for lack in ground.stopped_at(Step.NONE):
        proposals = tuple(islice(_proposals(lack, ground, nearness), MOST))
        if proposals:
            yield OpenGap(Step.NONE, (lack,), proposals)
        else:
            far.setdefault(lack.branch, []).append(lack)
    for lacks in far.values():
        for group in _grouped(lacks, ground.case.thresholds.outcomes_per_alignment):
            yield OpenGap(Step.NONE, group, (_new_outcome(group, ground),))


def _grouped(lacks: list[Lack], most: int) -> Iterator[tuple[Lack, ...]]:
    """Yield the items in groups no larger than what one outcome may claim of a framework (O106)."""
    size = max(most, 1)
    return (tuple(lacks[start : start + size]) for start in range(0, len(lacks), size))


def _proposals(lack: Lack, ground: Ground, nearness: Nearness) -> Iterator[Proposal]:
    for link in ground.case.links:
        if lack.covered.partial and link.reference.item and link.reference.item.ref == lack.ref and link.outcome.id:
            yield _widened(lack, link, ground)
    for near in nearness.near(lack.covered.item):
        yield _aligned(lack, near, ground)


def _widened(lack: Lack, link: Link, ground: Ground) -> Proposal:
    facts = {"outcome": link.outcome.id, "item": lack.ref}
    origin = link.alignment.origin
    return Proposal(
        Act.WIDEN,
        Phrase("Let {outcome} serve the whole of {item}, if it does", facts),
        Phrase("{outcome} aligns with a part of it already, and a part does not count", facts),
        effect((lack,), aligned(ground.links, (lack.ref,), link.outcome.id)),
        (with_value(origin.file, origin.node, "strength", "full"),),
    )


def _aligned(lack: Lack, near: Near, ground: Ground) -> Proposal:
    outcome = near.outcome
    return Proposal(
        Act.ALIGN,
        Phrase("Align {outcome} with {item}, if it serves it", {"outcome": outcome.id, "item": lack.ref}),
        reasons(_signs(near)),
        effect((lack,), aligned(ground.links, (lack.ref,), outcome.id)),
        (with_entry(outcome.origin.file, outcome.origin.node, "aligns", lack.ref),),
    )


def _signs(near: Near) -> Iterator[Phrase]:
    """Yield what makes the outcome a candidate, the surest sign first."""
    if near.counterpart:
        facts = {"item": near.counterpart.end, "relation": near.counterpart.relation}
        yield Phrase("it serves {item}, to which crosswalks lead from this item ({relation})", facts)
    if near.whole:
        yield Phrase("it aligns with {branch} as a whole, which covers no item of it", {"branch": near.whole})
    if near.words:
        words = tuple(f'"{word}"' for word in near.words)
        yield Phrase("it too says {words}", {"words": words})
    if near.siblings:
        yield Phrase("it serves {codes} of the same branch", {"codes": some(near.siblings)})


def _new_outcome(lacks: tuple[Lack, ...], ground: Ground) -> Proposal:
    curriculum = ground.case.curriculum
    name = ground.ids.after((outcome.id for outcome in curriculum.outcomes), "LO1")
    refs = tuple(lack.ref for lack in lacks)
    branch = lacks[0].branch if lacks[0].covered.item.parent else lacks[0].covered.item.framework
    text = f"To be written: what learners can do for {branch}"
    return Proposal(
        Act.WRITE,
        Phrase(
            "Write an outcome, and keep those of the {n} items that it serves",
            {"n": len(lacks)},
            one="Write an outcome that serves it",
        ),
        Phrase("there is no outcome yet") if not ground.case.outcomes else Phrase("no outcome is near"),
        effect(lacks, aligned(ground.links, refs, name)),
        (
            with_entry(
                curriculum.origin.file, curriculum.origin.node, "outcomes", {"id": name, "text": text, "aligns": refs}
            ),
        ),
    )

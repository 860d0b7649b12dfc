"""What one act would change: the links of a curriculum with one more in them, and how far items get by these."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from alignkit.analysis.closing.gap import Effect, Lack
from alignkit.analysis.coverage import Links, cover_item


def effect(lacks: Iterable[Lack], links: Links) -> Effect:
    """Return how far the items would get by the links, by the same ladder as everywhere."""
    steps = [(cover_item(lack.covered.item, links).step, lack.wanted) for lack in lacks]
    return Effect(sum(step >= wanted for step, wanted in steps), min(step for step, _ in steps))


def aligned(links: Links, refs: Iterable[str], outcome: str) -> Links:
    """Return the links where the outcome serves these items too, in full."""
    full = dict(links.full)
    for ref in refs:
        full[ref] = (*full.get(ref, ()), outcome)
    return replace(links, full=full)


def taught(links: Links, outcome: str, activity: str) -> Links:
    """Return the links where the activity addresses the outcome too."""
    return replace(links, taught=_added(links.taught, outcome, activity))


def assessed(links: Links, outcome: str, assessment: str, *, evidencing: bool) -> Links:
    """Return the links where the assessment, which is summative with criteria or is not, addresses the outcome too."""
    found = replace(links, assessed=_added(links.assessed, outcome, assessment))
    return evidenced(found, assessment) if evidencing else found


def evidenced(links: Links, assessment: str) -> Links:
    """Return the links where the assessment is summative and states criteria."""
    return replace(links, evidencing=links.evidencing | {assessment})


def _added(mentions: Mapping[str, tuple[str, ...]], outcome: str, name: str) -> Mapping[str, tuple[str, ...]]:
    return {**mentions, outcome: (*mentions.get(outcome, ()), name)}

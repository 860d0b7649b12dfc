"""Alignments with an item that has others below it, and what they leave open."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.analysis.coverage import Coverage, Step
from alignkit.analysis.targets import TargetCheck, lowest_missed
from alignkit.library.index import Placed


class Broad(Struct, frozen=True):
    """An alignment with `item` as a whole, and the leaves below it.

    `missed` is the framework's declared target for `claimed`, where it falls short and would be met if all leaves
    below what is claimed as a whole were.
    """

    link: Link
    item: Placed
    leaves: tuple[Placed, ...]
    missed: TargetCheck | None


def broad_alignments(case: Case) -> Iterator[Broad]:
    """Yield each alignment with an item that is no leaf."""
    broad = [link for link in case.links if link.reference.item and not link.reference.item.is_leaf]
    missed = {coverage.framework.id: _missed(coverage, broad) for coverage in case.coverage}
    for link in broad:
        item, index = link.reference.item, link.reference.framework
        if item and index:
            yield Broad(link, item, index.below(item.code), missed.get(index.id))


def _missed(coverage: Coverage, broad: list[Link]) -> TargetCheck | None:
    """Return the missed target for `claimed` that the leaves below what is aligned with would be enough to meet."""
    check = lowest_missed(coverage)
    if check is None or check.step is not Step.CLAIMED:
        return None
    codes = {link.reference.code for link in broad if link.reference.framework is coverage.framework}
    meant = sum(not codes.isdisjoint(covered.item.lineage[1:]) for covered in coverage.stopped_at(Step.NONE))
    return check if check.reached + meant >= check.needed else None


def above_unclaimed(coverage: Coverage) -> tuple[str, ...]:
    """Return what stands above the items that nothing claims: who aligns with one of these may have meant them."""
    framework = coverage.framework
    parents = dict.fromkeys([covered.item.parent for covered in coverage.stopped_at(Step.NONE)])
    above = dict.fromkeys(code for parent in parents for code in framework.ancestry(parent))
    return tuple([framework.items[code].ref for code in above])

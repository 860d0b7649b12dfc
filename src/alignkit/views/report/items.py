"""The rows of a framework's table: every item in scope, what serves it, how far it got, and what is missing."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.analysis.coverage import STEPS, Coverage, ItemCoverage, Step
from alignkit.findings import Span
from alignkit.library.index import Placed
from alignkit.phrase import Fact, Phrase
from alignkit.views.crosswalk import InferredView


class ServedView(Struct, frozen=True):
    """An outcome that serves an item, and how: depth, in full or in part, and who reviewed that."""

    outcome: str
    depth: str
    partial: bool
    reviewed: tuple[tuple[str, str], ...]
    at: Span


class ItemView(Struct, frozen=True):
    """A leaf item in scope.

    `activities` and `assessments` are those that got it as far as `step`; `gap` says what it lacks for the next step,
    None where it is evidenced. `inferred` is what crosswalks lead to, apart from all of that.
    """

    ref: str
    code: str
    words: str
    verified: bool
    depth: int
    step: Step
    partial_only: bool
    served_by: tuple[ServedView, ...]
    activities: tuple[str, ...]
    assessments: tuple[str, ...]
    gap: Phrase | None
    inferred: InferredView | None
    at: Span

    @property
    def reviewed(self) -> int:
        """Return how many of the alignments with it somebody has reviewed."""
        return sum(bool(served.reviewed) for served in self.served_by)


class BranchView(Struct, frozen=True):
    """An item above the leaves: how many leaves in scope it has, and how many of them got to each step."""

    code: str
    words: str
    verified: bool
    depth: int
    total: int
    reached: tuple[int, ...]
    at: Span


RowView = ItemView | BranchView


def item_rows(case: Case, coverage: Coverage, inferred: Mapping[str, InferredView]) -> tuple[RowView, ...]:
    """Return the branches and leaves of the framework that are in scope, in the publisher's order."""
    links: dict[str, list[Link]] = {}
    for link in case.links:
        if link.reference.item:
            links.setdefault(link.reference.item.ref, []).append(link)
    rows: list[tuple[Placed, RowView]] = [
        (covered.item, _item(covered, links.get(covered.item.ref, ()), inferred)) for covered in coverage.items
    ]
    rows += [
        (branch.item, _branch(branch.item, branch.total, tuple(branch.reached(step) for step in STEPS)))
        for branch in coverage.branches()
    ]
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0].order))


def leaves(rows: Iterable[RowView]) -> Iterator[ItemView]:
    """Yield the leaf items among the rows."""
    return (row for row in rows if isinstance(row, ItemView))


def _branch(placed: Placed, total: int, reached: tuple[int, ...]) -> BranchView:
    item = placed.item
    return BranchView(item.code, item.title or item.text, item.verified, placed.depth, total, reached, item.at)


def _item(covered: ItemCoverage, links: Iterable[Link], inferred: Mapping[str, InferredView]) -> ItemView:
    placed = covered.item
    return ItemView(
        ref=placed.ref,
        code=placed.code,
        words=placed.item.words,
        verified=placed.item.verified,
        depth=placed.depth,
        step=covered.step,
        partial_only=covered.partial_only,
        served_by=tuple(map(_served, links)),
        activities=covered.activities,
        assessments=covered.assessments,
        gap=_gap(covered),
        inferred=inferred.get(placed.ref),
        at=placed.item.at,
    )


def _served(link: Link) -> ServedView:
    alignment = link.alignment
    reviewed = tuple((review.by, review.date) for review in alignment.reviewed)
    return ServedView(link.outcome.id, alignment.depth, alignment.strength == "partial", reviewed, alignment.at)


def _gap(covered: ItemCoverage) -> Phrase | None:
    """Return what keeps the item from the next step, or None at the top of the ladder."""
    outcomes: dict[str, Fact] = {"n": len(covered.outcomes), "outcomes": covered.outcomes}
    if covered.partial_only:
        return Phrase("{outcomes} serves only part of it", {"outcomes": covered.partial, "n": len(covered.partial)})
    if covered.step is Step.NONE:
        return Phrase("no outcome aligns with it")
    if covered.step is Step.CLAIMED:
        return Phrase("no activity addresses {outcomes}", outcomes)
    if covered.step is Step.TAUGHT:
        return Phrase("no assessment addresses {outcomes}", outcomes)
    if covered.step is Step.ASSESSED:
        return Phrase("{assessments}: not summative, or without stated criteria", {"assessments": covered.assessments})
    return None

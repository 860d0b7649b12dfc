"""A framework's coverage before and after: what the curriculum changed, apart from what its framework changed.

Between the two stands a third coverage, of the curriculum as it was through the framework as it is now: from the
first to that one the framework is the cause, from that one to the last the curriculum.
"""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from alignkit.analysis.case import Case
from alignkit.analysis.contents import KeyChange, changed_keys
from alignkit.analysis.coverage import Coverage, ItemCoverage, Links, Step, cover
from alignkit.library.index import FrameworkIndex, Placed


class Rung(Struct, frozen=True):
    """One item: the step it stood on and the step it stands on; `was` is what carried it before."""

    item: Placed
    before: Step
    after: Step
    was: ItemCoverage | None = None
    because: str = ""
    """Why it is not counted any more, where that is not for want of outcomes: "left the scope", "not declared"."""
    partial: bool = False
    """Whether only partial alignments claim it now."""

    @property
    def nowhere(self) -> bool:
        """Say whether nothing claims the whole of it now."""
        return self.after is Step.NONE


class Edition(Struct, frozen=True):
    """What a framework's data says differently: items that came, left, and say something else."""

    came: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    reworded: tuple[str, ...] = ()

    @property
    def same(self) -> bool:
        """Say whether nothing is different."""
        return not (self.came or self.left or self.reworded)


class Ladder(Struct, frozen=True):
    """One framework's coverage in two versions of a curriculum; `before` or `after` is "" where it is not declared."""

    before: str
    after: str
    coverages: tuple[Coverage | None, Coverage | None, Coverage | None]
    """Before; before, through the framework as it is now; after."""
    use: tuple[KeyChange, ...]
    edition: Edition
    lost: tuple[Rung, ...]
    gained: tuple[Rung, ...]
    framework_lost: tuple[Rung, ...]
    framework_gained: tuple[Rung, ...]

    @property
    def is_change(self) -> bool:
        """Say whether anything is different."""
        moved = self.lost or self.gained or self.framework_lost or self.framework_gained
        return bool(moved or self.use or self.before != self.after or not self.edition.same or self._partial)

    @property
    def _partial(self) -> bool:
        numbers = [len(each.partial_only) if each else 0 for each in self.coverages]
        return numbers[0] != numbers[2]


class _Cases(Struct, frozen=True):
    """The three cases with the links of two of them, worked out once."""

    after: Case
    seen_links: Links
    after_links: Links


def ladders(before: Case, seen: Case, after: Case) -> tuple[Ladder, ...]:
    """Return the two versions of each framework that either declares, those of the later first, in its order."""
    old = {coverage.framework.id: coverage for coverage in before.coverage}
    new = {coverage.framework.id: coverage for coverage in after.coverage}
    earlier = {id_: id_ for id_ in new if id_ in old}
    for id_ in new:
        free = [other for other in old if other not in earlier.values() and other not in new]
        match = next((other for other in free if _follows(after, id_, other)), "") if id_ not in earlier else ""
        if match:
            earlier[id_] = match
    cases = _Cases(after, seen.links_for(), after.links_for())
    both = [_ladder(cases, old.get(earlier.get(id_, "")), coverage) for id_, coverage in new.items()]
    gone = [_ladder(cases, coverage, None) for id_, coverage in old.items() if id_ not in earlier.values()]
    return (*both, *gone)


def _follows(case: Case, one: str, other: str) -> bool:
    """Say whether two frameworks are editions of one, of which either replaces the other."""
    newest = {id_: case.library.successor(id_) for id_ in (one, other)}
    tops = {id_: index.id if index else id_ for id_, index in newest.items()}
    return tops[one] == tops[other]


def _ladder(cases: _Cases, old: Coverage | None, new: Coverage | None) -> Ladder:
    index = new.framework if new else cases.after.library.find(old.framework.id) if old else None
    through = _through(cases, old, new, index)
    # Without scope and declaration: what the outcomes would still carry.
    uncounted = _steps(cover(replace(old.use, scope=()), index, cases.after_links)) if old and index else {}
    first, second, third = _steps(old), _steps(through), _steps(new)
    if old and new and old.framework.id != new.framework.id:
        first = {_ref_in(new.framework, old.framework, covered): covered for covered in first.values()}
    return Ladder(
        before=old.framework.id if old else "",
        after=new.framework.id if new else "",
        coverages=(old, through, new),
        use=changed_keys(old.use, new.use, without=("use",)) if old and new else (),
        edition=_edition(old.framework, index) if old and index else Edition(),
        lost=tuple(_lost(covered, third, uncounted, declared=new is not None) for covered in _higher(second, third)),
        gained=tuple(_rung(second, covered) for covered in _higher(third, second)),
        framework_lost=tuple(
            Rung(covered.item, covered.step, _step(second, ref), covered)
            for ref, covered in first.items()
            if _step(second, ref) < covered.step
        ),
        framework_gained=tuple(_rung(first, covered) for covered in _higher(second, first)),
    )


def _through(
    cases: _Cases, old: Coverage | None, new: Coverage | None, index: FrameworkIndex | None
) -> Coverage | None:
    """Return the coverage of the curriculum as it was, by the framework as it is now."""
    if old is None or index is None:
        return None
    if new is None or old.framework.id == index.id:
        return cover(old.use, index, cases.seen_links)
    return cover(new.use, index, _carried(old.framework, index, cases.seen_links))


def _carried(old: FrameworkIndex, new: FrameworkIndex, links: Links) -> Links:
    """Return the links with the items of another edition that say the same under the same code in place of the old."""
    same = {placed.ref: new.items[placed.code].ref for placed in old.leaves if _says_the_same(old, new, placed.code)}
    return Links(
        full={same.get(ref, ref): outcomes for ref, outcomes in links.full.items()},
        partial={same.get(ref, ref): outcomes for ref, outcomes in links.partial.items()},
        taught=links.taught,
        assessed=links.assessed,
        evidencing=links.evidencing,
    )


def _says_the_same(old: FrameworkIndex, new: FrameworkIndex, code: str) -> bool:
    return code in new.items and new.items[code].is_leaf and old.items[code].item.words == new.items[code].item.words


def _ref_in(new: FrameworkIndex, old: FrameworkIndex, covered: ItemCoverage) -> str:
    code = covered.item.code
    return new.items[code].ref if _says_the_same(old, new, code) else covered.item.ref


def _steps(coverage: Coverage | None) -> dict[str, ItemCoverage]:
    return {covered.item.ref: covered for covered in coverage.items} if coverage else {}


def _step(steps: Mapping[str, ItemCoverage], ref: str) -> Step:
    return steps[ref].step if ref in steps else Step.NONE


def _higher(one: Mapping[str, ItemCoverage], other: Mapping[str, ItemCoverage]) -> list[ItemCoverage]:
    """Return the items that stand higher in the first than in the second."""
    return [covered for ref, covered in one.items() if _step(other, ref) < covered.step]


def _rung(before: Mapping[str, ItemCoverage], covered: ItemCoverage) -> Rung:
    return Rung(covered.item, _step(before, covered.item.ref), covered.step)


def _lost(
    covered: ItemCoverage, now: Mapping[str, ItemCoverage], uncounted: Mapping[str, ItemCoverage], *, declared: bool
) -> Rung:
    ref = covered.item.ref
    only_uncounted = ref not in now and _step(uncounted, ref) >= covered.step
    because = ("left the scope" if declared else "not declared") if only_uncounted else ""
    partial = ref in now and now[ref].partial_only
    return Rung(covered.item, covered.step, _step(now, ref), covered, because, partial)


def _edition(old: FrameworkIndex, new: FrameworkIndex) -> Edition:
    both = (code for code in old.items if code in new.items)
    reworded = (code for code in both if old.items[code].item.words != new.items[code].item.words)
    return Edition(
        tuple(code for code in new.items if code not in old.items),
        tuple(code for code in old.items if code not in new.items),
        tuple(reworded),
    )

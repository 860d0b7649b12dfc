"""Everything that gaps are found and closed by, each fact worked out once for a curriculum and its frameworks."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeVar

from alignkit.analysis.case import Case
from alignkit.analysis.closing.gap import Lack, OpenGap
from alignkit.analysis.closing.ids import FreshIds
from alignkit.analysis.closing.wanted import Wanted, wanted
from alignkit.analysis.coverage import Coverage, Links, Step
from alignkit.analysis.gaps import gaps
from alignkit.analysis.interprofessional import KIND
from alignkit.model.curriculum import Outcome

Holder = TypeVar("Holder")


class Ground:
    """A curriculum, the coverage of some frameworks, and the step that their items should reach."""

    def __init__(self, case: Case, coverages: Iterable[Coverage], asked: Step | None = None) -> None:
        """Take the curriculum, what is looked at, and the step that was asked for, if one was."""
        self.case = case
        self.coverages = tuple(coverages)
        self.asked = asked
        self.ids = FreshIds(case)

    @cached_property
    def links(self) -> Links:
        """Return what coverage is worked out from."""
        return self.case.links_for()

    @cached_property
    def wanted(self) -> dict[str, Wanted]:
        """Return the step that the items of each framework should reach."""
        return {coverage.framework.id: wanted(coverage, self.asked) for coverage in self.coverages}

    @cached_property
    def lacks(self) -> dict[str, Lack]:
        """Return each item below the step that it should reach, by reference, in the publishers' order."""
        found = (
            Lack(covered, coverage, self.wanted[coverage.framework.id].step)
            for coverage in self.coverages
            for covered in coverage.items
        )
        return {lack.ref: lack for lack in found if lack.covered.step < lack.wanted}

    def below(self, step: Step) -> tuple[Coverage, ...]:
        """Return the coverages in which an item that stopped at the step lacks something."""
        return tuple(each for each in self.coverages if self.wanted[each.framework.id].step > step)

    def stopped_at(self, step: Step) -> tuple[Lack, ...]:
        """Return what stopped at the step and should have got further."""
        return tuple(lack for lack in self.lacks.values() if lack.covered.step == step)

    def held_at(self, step: Step) -> Iterator[tuple[Outcome, tuple[Lack, ...]]]:
        """Yield each outcome that holds items at the step, with these; an item stands with one outcome only."""
        found = gaps(step, self.below(step), self.case.outcomes)
        held = ((gap.outcome, tuple(self.lacks[ref] for ref in gap.refs)) for gap in found)
        return each_once(held)

    def unheld_at(self, step: Step) -> Iterator[OpenGap]:
        """Yield, as a gap without proposals, what stopped at the step with no outcome that has an id."""
        lacks = tuple(
            lack for lack in self.stopped_at(step) if self.case.outcomes.keys().isdisjoint(lack.covered.outcomes)
        )
        if lacks:
            yield OpenGap(step, lacks)

    def learners_of(self, coverage: Coverage) -> tuple[str, ...]:
        """Return which of the learners' professions the framework is for: as it is used here, else by what it says."""
        for_, framework = coverage.use.for_, coverage.framework.framework
        named = {for_} if for_ else set(framework.professions) or {"all"}
        return tuple(name for name in self._learners if name in named or "all" in named)

    def professions_of(self, lacks: Iterable[Lack]) -> tuple[str, ...]:
        """Return whom the items are for, and so who has to learn them; all learners where that is none of them."""
        found = (name for lack in lacks for name in self.learners_of(lack.coverage))
        return tuple(dict.fromkeys(found)) or self._learners

    @cached_property
    def _learners(self) -> tuple[str, ...]:
        return tuple(name for name in self.case.professions if name != "all")

    def is_interprofessional(self, outcome: Outcome, lacks: Iterable[Lack]) -> bool:
        """Say whether professions have to learn together for it: the outcome says so, or what it serves does."""
        kinds = (lack.coverage.framework.framework.kind for lack in lacks)
        return outcome.id in self._interprofessional or KIND in kinds

    @cached_property
    def _interprofessional(self) -> frozenset[str]:
        return frozenset(outcome.id for outcome in self.case.interprofessional_outcomes)


def each_once(groups: Iterable[tuple[Holder, tuple[Lack, ...]]]) -> Iterator[tuple[Holder, tuple[Lack, ...]]]:
    """Yield the groups, each item only in the largest group that it is in, the earlier one of two that are as large.

    So the numbers of all gaps add up, and what a group's act closes is counted nowhere else.
    """
    taken: set[str] = set()
    for holder, lacks in sorted(groups, key=lambda group: -len(group[1])):
        left = tuple(lack for lack in lacks if lack.ref not in taken)
        taken.update(lack.ref for lack in left)
        if left:
            yield holder, left

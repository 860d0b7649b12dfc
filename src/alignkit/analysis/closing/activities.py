"""The activities of a curriculum as places at which one more outcome could be learned."""

from collections.abc import Iterator, Mapping
from functools import cached_property

from msgspec import Struct

from alignkit.analysis.case import Case, several
from alignkit.analysis.coverage import Links
from alignkit.analysis.interprofessional import missing_interactions
from alignkit.analysis.methods import is_passive
from alignkit.model.curriculum import Activity, Module


class Spot(Struct, frozen=True):
    """An activity, and what speaks for or against learning one more outcome in it, whatever the outcome.

    `name` is what coverage calls it, which differs from its id where two activities have one; `silent` is which of
    about, from and with it does not state; `teaches` has the codes that its module teaches in each branch.
    """

    name: str
    activity: Activity
    module: Module
    shared: bool
    silent: tuple[str, ...]
    passive: bool
    teaches: Mapping[str, dict[str, None]]

    def absent(self, professions: tuple[str, ...]) -> tuple[str, ...]:
        """Return which of the professions do not attend it."""
        there = self.activity.professions
        return () if not there or "all" in there else tuple(each for each in professions if each not in there)

    def siblings(self, branches: tuple[str, ...]) -> tuple[str, ...]:
        """Return the codes of items of these branches that its module teaches."""
        return tuple(dict.fromkeys(code for branch in branches for code in self.teaches.get(branch, ())))


class Needs(Struct, frozen=True):
    """What an outcome asks of an activity: who has to be there, whether together, what it serves, whether a skill."""

    professions: tuple[str, ...]
    together: bool
    branches: tuple[str, ...]
    skill: bool


class Activities:
    """The activities of a curriculum, ready to be compared."""

    def __init__(self, case: Case, links: Links) -> None:
        """Take the curriculum, and what serves what in it."""
        self._case = case
        self._links = links

    def best(self, needs: Needs) -> list[Spot]:
        """Return the activities that anyone who has to be there attends, the best first.

        Those come first that bring the right professions together, then those that say how learners interact; then
        no lectures for skills; then those whose module teaches more of the same branch, and that carry fewer outcomes.
        """
        keys = ((_order(spot, needs), spot) for spot in self._spots)
        fitting = [(key, spot) for key, spot in keys if not key[0] or key[0] < len(needs.professions)]
        # Sorting keeps the author's order where all else is equal.
        return [spot for _, spot in sorted(fitting, key=lambda each: each[0])]

    @cached_property
    def _spots(self) -> tuple[Spot, ...]:
        serves: dict[str, list[tuple[str, str]]] = {}
        for branch, code, outcomes in self._served():
            for outcome in outcomes:
                serves.setdefault(outcome, []).append((branch, code))
        # By identity: ids of modules may come twice.
        taught_in = {id(module): _taught_in(module, serves) for module in self._case.modules}
        return tuple(
            self._spot(name, activity, taught_in) for name, activity in self._case.activities.items() if activity.id
        )

    def _spot(self, name: str, activity: Activity, taught_in: Mapping[int, Mapping[str, dict[str, None]]]) -> Spot:
        module = self._case.module_of[name]
        shared, passive = several(activity.professions or self._case.professions), is_passive(activity.type)
        return Spot(name, activity, module, shared, missing_interactions(activity), passive, taught_in[id(module)])

    def _served(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        for ref, outcomes in self._links.full.items():
            item = self._case.library.resolve(ref).item
            if item and item.parent:
                yield f"{item.framework}:{item.parent}", item.code, outcomes


def _taught_in(module: Module, serves: Mapping[str, list[tuple[str, str]]]) -> Mapping[str, dict[str, None]]:
    """Return the codes that a module teaches in each branch."""
    found: dict[str, dict[str, None]] = {}
    for activity in module.activities:
        for mention in activity.outcomes:
            for branch, code in serves.get(mention.name, ()):
                found.setdefault(branch, {})[code] = None
    return found


def _order(spot: Spot, needs: Needs) -> tuple[int, bool, int, bool, int, int]:
    return (
        len(spot.absent(needs.professions)),
        needs.together and not spot.shared,
        len(spot.silent) if needs.together else 0,
        needs.skill and spot.passive,
        -len(spot.siblings(needs.branches)),
        len(spot.activity.outcomes),
    )

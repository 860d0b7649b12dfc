"""Where outcomes lead: through an activity and an assessment to the items of a framework, or not so far."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage


class Route(Struct, frozen=True):
    """Where one outcome leads. Each list is empty where it leads no further; what comes after is then empty too."""

    outcome: str
    activities: tuple[str, ...]
    assessments: tuple[str, ...]
    items: tuple[str, ...]
    """References of the items in scope that it serves in full."""

    @property
    def stages(self) -> tuple[tuple[str, ...], ...]:
        """Return the outcome itself, its activities, its assessments and the items that it arrives at."""
        return ((self.outcome,), self.activities, self.assessments, self.items)


def routes(case: Case, coverage: Coverage, profession: str = "") -> tuple[Route, ...]:
    """Return where each outcome leads, as on the ladder: what is not taught is not assessed, and arrives nowhere.

    With a profession, only the activities that its learners attend count.
    """
    links = case.links_for(profession)
    served: dict[str, list[str]] = {}
    for covered in coverage.items:
        for outcome in links.full.get(covered.item.ref, ()):
            served.setdefault(outcome, []).append(covered.item.ref)
    found = []
    for outcome in case.outcomes:
        taught = links.taught.get(outcome, ())
        assessed = links.assessed.get(outcome, ()) if taught else ()
        items = tuple(served.get(outcome, ())) if assessed else ()
        found.append(Route(outcome, taught, assessed, items))
    return tuple(found)


class Flow(Struct, frozen=True):
    """What leads from one place of a stage to one of the next; `target` is None where outcomes lead no further.

    Every outcome weighs 1 and is shared equally among the activities that address it, these shares equally among its
    assessments, and these among the items that it arrives at: an outcome with two activities and three assessments
    leads one sixth from each activity to each assessment.
    """

    stage: int
    """0 leads from outcomes to activities, 1 on to assessments, 2 on to items."""
    source: int
    target: int | None
    weight: Fraction
    outcomes: tuple[str, ...]


# The number of the place that each outcome, activity, assessment or item is in.
Places = Mapping[str, int]
# The stage that it leads from, the place there, and the place in the next stage.
Leg = tuple[int, int, int | None]


def flows(all_routes: Iterable[Route], places: Sequence[Places]) -> tuple[Flow, ...]:
    """Return the flows between neighbouring stages, by the places that outcomes, activities and so on are in."""
    weights: dict[Leg, Fraction] = {}
    outcomes: dict[Leg, list[str]] = {}
    for route in all_routes:
        for leg, weight in _legs(route, places):
            weights[leg] = weights.get(leg, Fraction(0)) + weight
            outcomes.setdefault(leg, []).append(route.outcome)
    return tuple(Flow(*leg, weight, tuple(outcomes[leg])) for leg, weight in weights.items())


def _legs(route: Route, places: Sequence[Places]) -> Iterator[tuple[Leg, Fraction]]:
    shares = [_shares(names, there) for names, there in zip(route.stages, places, strict=True)]
    nowhere: dict[int | None, Fraction] = {None: Fraction(1)}
    for stage, (here, there) in enumerate(pairwise(shares)):
        for source, part in here.items():
            for target, share in (there or nowhere).items():
                yield (stage, source, target), part * share


def _shares(names: tuple[str, ...], place_of: Places) -> dict[int, Fraction]:
    """Return how much of one falls to each place when it is shared equally among the names."""
    found: dict[int, Fraction] = {}
    for name in names:
        place = place_of[name]
        found[place] = found.get(place, Fraction(0)) + Fraction(1, len(names))
    return found

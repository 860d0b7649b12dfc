"""Introduce < reinforce < master, in the order of the modules."""

from collections.abc import Collection, Iterator

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.model.curriculum import Module
from alignkit.model.vocabulary import DEPTHS

ORDER = {depth: rank for rank, depth in enumerate(DEPTHS.words)}


class Introduction(Struct, frozen=True):
    """The alignment that introduces an item, and the first module in which its outcome is addressed."""

    link: Link
    module: Module


class Premature(Struct, frozen=True):
    """An item that an outcome masters before anything has introduced it.

    `taught_in` is the module in which the outcome comes first; `later` is what introduces the item after that.
    """

    link: Link
    ref: str
    taught_in: Module
    later: Introduction | None = None


def first_taught(case: Case) -> dict[str, int]:
    """Return the position of the module in which each outcome is first addressed, counted from 0."""
    first: dict[str, int] = {}
    for position, module in enumerate(case.modules):
        for activity in module.activities:
            for mention in activity.outcomes:
                first.setdefault(mention.name, position)
    return first


def mastered_too_early(case: Case) -> Iterator[Premature]:
    """Yield each mastery that no module up to its own prepares.

    Within one module the order is left to its teachers. Outcomes that no activity addresses have no place in the
    order. Where nothing introduces the item at all and the curriculum states prerequisites, learners bring it along.
    """
    first = first_taught(case)
    placed = [link for link in case.links if link.reference.item and link.outcome.id in first]
    introductions: dict[str, Link] = {}
    for link in sorted(placed, key=lambda link: first[link.outcome.id]):
        if link.alignment.depth == "introduce":
            introductions.setdefault(_ref(link), link)
    for link in placed:
        introduced = introductions.get(_ref(link))
        if link.alignment.depth != "master" or (introduced is None and case.curriculum.prerequisites):
            continue
        position = first[link.outcome.id]
        if introduced is None:
            yield Premature(link, _ref(link), case.modules[position])
        elif first[introduced.outcome.id] > position:
            later = Introduction(introduced, case.modules[first[introduced.outcome.id]])
            yield Premature(link, _ref(link), case.modules[position], later)


def _ref(link: Link) -> str:
    """Return the item of an alignment, under the framework's own id whatever name the author uses."""
    return link.reference.item.ref if link.reference.item else ""


class DepthMark(Struct, frozen=True):
    """A depth at which some activities take an item, and the outcomes that do so; "" is a depth that is not stated."""

    depth: str
    outcomes: tuple[str, ...]


def depths_within(case: Case, activities: Collection[str]) -> dict[str, tuple[DepthMark, ...]]:
    """Return at which depths these activities take each item, by reference: introduce first, not stated last.

    They do so through the outcomes that they address, aligned with the item in full or in part.
    """
    addressed = {mention.name for name in activities for mention in case.activities[name].outcomes}
    found: dict[str, dict[str, dict[str, None]]] = {}
    for link in case.links:
        if link.reference.item and link.outcome.id in addressed:
            found.setdefault(_ref(link), {}).setdefault(link.alignment.depth, {})[link.outcome.id] = None
    return {
        ref: tuple(DepthMark(depth, tuple(by_depth[depth])) for depth in sorted(by_depth, key=_rank))
        for ref, by_depth in found.items()
    }


def _rank(depth: str) -> int:
    return ORDER.get(depth, len(ORDER))

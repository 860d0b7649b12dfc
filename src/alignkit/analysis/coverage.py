"""The ladder: how far up each leaf item of a framework gets. The one definition of coverage."""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from msgspec import Struct

from alignkit.library.index import FrameworkIndex, Placed, once
from alignkit.model.curriculum import FrameworkUse


class Step(IntEnum):
    """How far an item got; each step needs the one before."""

    NONE = 0
    CLAIMED = 1
    TAUGHT = 2
    ASSESSED = 3
    EVIDENCED = 4

    @property
    def word(self) -> str:
        """Return the step's name as people write it."""
        return "not claimed" if self is Step.NONE else self.name.lower()


STEPS = (Step.CLAIMED, Step.TAUGHT, Step.ASSESSED, Step.EVIDENCED)


class Links(Struct, frozen=True):
    """What coverage is worked out from: who claims an item, and what happens to an outcome, all by id."""

    full: Mapping[str, tuple[str, ...]]
    """Item reference -> outcomes that serve the whole of it."""
    partial: Mapping[str, tuple[str, ...]]
    """Item reference -> outcomes that serve a part of it."""
    taught: Mapping[str, tuple[str, ...]]
    """Outcome -> activities that address it."""
    assessed: Mapping[str, tuple[str, ...]]
    """Outcome -> assessments of it."""
    evidencing: frozenset[str]
    """Assessments that are summative and state criteria."""


class ItemCoverage(Struct, frozen=True):
    """How far one leaf item got, and through what."""

    item: Placed
    step: Step
    outcomes: tuple[str, ...]
    """The outcomes that serve it in full and got it as far as `step`."""
    partial: tuple[str, ...]
    """The outcomes that serve only part of it."""
    activities: tuple[str, ...]
    assessments: tuple[str, ...]

    @property
    def partial_only(self) -> bool:
        """Say whether nothing but partial alignments claim it."""
        return bool(self.partial) and self.step is Step.NONE


class Coverage(Struct, frozen=True):
    """How far each leaf item of a framework in scope got."""

    use: FrameworkUse
    framework: FrameworkIndex
    items: tuple[ItemCoverage, ...]
    served: tuple[ItemCoverage, ...]
    """Those of the items that an outcome serves, in full or in part: most questions are about these few."""

    @property
    def total(self) -> int:
        """Return how many leaf items are in scope."""
        return len(self.items)

    def reached(self, step: Step) -> int:
        """Return how many items got to the step or further."""
        return sum([item.step >= step for item in self.served]) if step else self.total

    def stopped_at(self, step: Step) -> Iterator[ItemCoverage]:
        """Yield each item that got exactly to the step, in the publisher's order."""
        return (item for item in (self.served if step else self.items) if item.step is step)

    @property
    def partial_only(self) -> tuple[ItemCoverage, ...]:
        """Return the items that only partial alignments claim."""
        return tuple(item for item in self.served if item.partial_only)

    @property
    def untouched(self) -> bool:
        """Say whether nothing claims any item in scope, not even in part."""
        return not self.served

    @property
    def unclaimed(self) -> list[Placed]:
        """Return the items that nothing claims, not even in part, in the publisher's order."""
        return [covered.item for covered in self.items if not (covered.outcomes or covered.partial)]

    @property
    def unverified(self) -> int:
        """Return how many items in scope have a text that no source has confirmed."""
        return _unverified(self.framework, scope_of(self.use))

    def branches(self) -> tuple["Branch", ...]:
        """Return the coverage of each item that has leaves in scope below it, in the publisher's order."""
        steps: dict[str, list[Step]] = {}
        for covered in self.served:
            for code in covered.item.lineage[1:]:
                steps.setdefault(code, []).append(covered.step)
        totals = _leaves_below(self.framework, scope_of(self.use))
        items = self.framework.items
        return tuple([Branch(items[code], total, tuple(steps.get(code, ()))) for code, total in totals.items()])


class Branch(Struct, frozen=True):
    """An item above the leaves: how many of these are in scope, and the steps of those that an outcome serves."""

    item: Placed
    total: int
    served: tuple[Step, ...]

    def reached(self, step: Step) -> int:
        """Return how many of its leaves got to the step or further."""
        return sum([reached >= step for reached in self.served]) if step else self.total


def scope_of(use: FrameworkUse) -> tuple[str, ...]:
    """Return the branches to which a framework is limited, () where all of it counts."""
    return tuple([mention.name for mention in use.scope])


@once
def _unverified(framework: FrameworkIndex, scope: tuple[str, ...]) -> int:
    return sum(not leaf.item.verified for leaf in framework.in_scope(scope))


@once
def _leaves_below(framework: FrameworkIndex, scope: tuple[str, ...]) -> dict[str, int]:
    """Return how many leaves in scope each item above any of them has, in the publisher's order."""
    below: dict[str, int] = {}
    for leaf in framework.in_scope(scope):
        for code in leaf.lineage[1:]:
            below[code] = below.get(code, 0) + 1
    return {code: below[code] for code in sorted(below, key=lambda code: framework.items[code].order)}


class _Ground(Struct, frozen=True):
    """The leaves in scope as they are before an outcome serves any, and the position of each."""

    untouched: tuple[ItemCoverage, ...]
    positions: dict[str, int]


@once
def _ground(framework: FrameworkIndex, scope: tuple[str, ...]) -> _Ground:
    leaves = framework.in_scope(scope)
    untouched = tuple(ItemCoverage(leaf, Step.NONE, (), (), (), ()) for leaf in leaves)
    return _Ground(untouched, {leaf.ref: position for position, leaf in enumerate(leaves)})


def cover(use: FrameworkUse, framework: FrameworkIndex, links: Links) -> Coverage:
    """Return how far up the ladder each leaf item in scope gets.

    Of a framework's many items a curriculum serves few: only these are looked at, the others stay as they were.
    """
    ground = _ground(framework, scope_of(use))
    claimed = (ground.positions.get(ref) for ref in {**links.full, **links.partial})
    positions = sorted([position for position in claimed if position is not None])
    items = list(ground.untouched)
    for position in positions:
        items[position] = cover_item(items[position].item, links)
    return Coverage(use, framework, tuple(items), tuple([items[position] for position in positions]))


def cover_item(leaf: Placed, links: Links) -> ItemCoverage:
    """Return how far up the ladder one leaf item gets."""
    claimed = links.full.get(leaf.ref)
    partial = links.partial.get(leaf.ref, ())
    if not claimed:
        return ItemCoverage(leaf, Step.NONE, (), partial, (), ())
    taught = tuple([outcome for outcome in claimed if outcome in links.taught])
    if not taught:
        return ItemCoverage(leaf, Step.CLAIMED, claimed, partial, (), ())
    activities = _of(taught, links.taught)
    assessed = tuple([outcome for outcome in taught if outcome in links.assessed])
    if not assessed:
        return ItemCoverage(leaf, Step.TAUGHT, taught, partial, activities, ())
    assessments = _of(assessed, links.assessed)
    evidencing = links.evidencing.intersection(assessments)
    step = Step.EVIDENCED if evidencing else Step.ASSESSED
    return ItemCoverage(leaf, step, assessed, partial, activities, assessments)


def _of(outcomes: tuple[str, ...], by_outcome: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what belongs to any of the outcomes, each once, in order."""
    return tuple(dict.fromkeys([found for outcome in outcomes for found in by_outcome[outcome]]))

"""The ladder: how far up each leaf item of a framework gets. The one definition of coverage."""

from collections.abc import Iterator, Mapping
from enum import IntEnum

from msgspec import Struct

from alignkit.library.index import FrameworkIndex, Placed
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

    @property
    def total(self) -> int:
        """Return how many leaf items are in scope."""
        return len(self.items)

    def reached(self, step: Step) -> int:
        """Return how many items got to the step or further."""
        return sum(item.step >= step for item in self.items)

    def stopped_at(self, step: Step) -> Iterator[ItemCoverage]:
        """Yield each item that got exactly to the step, in the publisher's order."""
        return (item for item in self.items if item.step == step)

    @property
    def partial_only(self) -> tuple[ItemCoverage, ...]:
        """Return the items that only partial alignments claim."""
        return tuple(item for item in self.items if item.partial_only)

    @property
    def untouched(self) -> bool:
        """Say whether nothing claims any item in scope, not even in part."""
        return not any(item.outcomes or item.partial for item in self.items)

    def branches(self) -> tuple["Branch", ...]:
        """Return the coverage of each item that has leaves in scope below it, in the publisher's order."""
        steps: dict[str, list[Step]] = {}
        for covered in self.items:
            for code in self.framework.ancestry(covered.item.code)[1:]:
                steps.setdefault(code, []).append(covered.step)
        ordered = sorted(steps, key=lambda code: self.framework.items[code].order)
        return tuple(Branch(self.framework.items[code], tuple(steps[code])) for code in ordered)


class Branch(Struct, frozen=True):
    """An item above the leaves, and the steps that its leaves in scope got to."""

    item: Placed
    steps: tuple[Step, ...]

    def reached(self, step: Step) -> int:
        """Return how many of its leaves got to the step or further."""
        return sum(reached >= step for reached in self.steps)


def cover(use: FrameworkUse, framework: FrameworkIndex, links: Links) -> Coverage:
    """Return how far up the ladder each leaf item in scope gets."""
    leaves = framework.in_scope(tuple(mention.name for mention in use.scope))
    return Coverage(use, framework, tuple(cover_item(leaf, links) for leaf in leaves))


def cover_item(leaf: Placed, links: Links) -> ItemCoverage:
    """Return how far up the ladder one leaf item gets."""
    claimed = links.full.get(leaf.ref, ())
    partial = links.partial.get(leaf.ref, ())
    if not claimed:
        return ItemCoverage(leaf, Step.NONE, (), partial, (), ())
    taught = tuple(outcome for outcome in claimed if outcome in links.taught)
    if not taught:
        return ItemCoverage(leaf, Step.CLAIMED, claimed, partial, (), ())
    activities = _of(taught, links.taught)
    assessed = tuple(outcome for outcome in taught if outcome in links.assessed)
    if not assessed:
        return ItemCoverage(leaf, Step.TAUGHT, taught, partial, activities, ())
    assessments = _of(assessed, links.assessed)
    evidencing = links.evidencing.intersection(assessments)
    step = Step.EVIDENCED if evidencing else Step.ASSESSED
    return ItemCoverage(leaf, step, assessed, partial, activities, assessments)


def _of(outcomes: tuple[str, ...], by_outcome: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Return what belongs to any of the outcomes, each once, in order."""
    return tuple(dict.fromkeys(found for outcome in outcomes for found in by_outcome[outcome]))

"""What became of each item from one edition of a framework to another."""

from collections.abc import Iterator
from enum import Enum

from msgspec import Struct

from alignkit.analysis.counterparts import STANDING, Counterpart, Counterparts
from alignkit.analysis.frameworks import level_counts
from alignkit.library.index import FrameworkIndex, Placed


class Change(Enum):
    """What became of an item; the last is of items that were not there before."""

    SAME = "same"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"
    NEW = "new"


class ItemChange(Struct, frozen=True):
    """One item, what became of it, and what stands for it: `related` is near it without standing for it."""

    change: Change
    item: Placed
    counterparts: tuple[Counterpart, ...] = ()
    together: tuple[str, ...] = ()
    """The other items of the first framework that have the same counterpart."""
    related: tuple[Counterpart, ...] = ()


def changes(before: FrameworkIndex, after: FrameworkIndex, known: Counterparts) -> tuple[ItemChange, ...]:
    """Return what became of every item of the first framework, then the items that only the second has.

    Each item of the first has one change, so that they add up. An item with several counterparts is split, even
    where one of these stands for others as well.
    """
    here = tuple(_change_of(placed, known, after) for placed in before.items.values())
    return (*here, *_new_items(before, after, known))


def _change_of(placed: Placed, known: Counterparts, after: FrameworkIndex) -> ItemChange:
    pairs = tuple(pair for pair in known.of(placed.code) if pair.after in after.items)
    standing = tuple(pair for pair in pairs if pair.relation in STANDING)
    related = tuple(pair for pair in pairs if pair.relation not in STANDING)
    together = dict.fromkeys(
        other.before
        for pair in standing
        for other in known.to(pair.after)
        if other.relation in STANDING and other.before != placed.code
    )
    change = _kind_of_change(standing, merged=bool(together))
    return ItemChange(change, placed, standing, tuple(together), related)


def _kind_of_change(standing: tuple[Counterpart, ...], *, merged: bool) -> Change:
    if not standing:
        return Change.WITHDRAWN
    if len(standing) > 1:
        return Change.SPLIT
    if merged:
        return Change.MERGED
    return Change.SAME if standing[0].relation == "exact" else Change.REWORDED


def _new_items(before: FrameworkIndex, after: FrameworkIndex, known: Counterparts) -> Iterator[ItemChange]:
    for placed in after.items.values():
        pairs = tuple(pair for pair in known.to(placed.code) if pair.before in before.items)
        if not any(pair.relation in STANDING for pair in pairs):
            yield ItemChange(Change.NEW, placed, related=pairs)


class LevelChange(Struct, frozen=True):
    """How many items a level of the tree has in each of the two; "" where one of them has no such level."""

    before: str
    after: str
    count_before: int
    count_after: int


def level_changes(before: FrameworkIndex, after: FrameworkIndex) -> tuple[LevelChange, ...]:
    """Return the counts of levels of the same name side by side, then those of levels that only one of them has."""
    one, other = level_counts(before), level_counts(after)
    shared = [LevelChange(name, name, one[name], other[name]) for name in one if name in other]
    gone = [LevelChange(name, "", number, 0) for name, number in one.items() if name not in other]
    come = [LevelChange("", name, 0, number) for name, number in other.items() if name not in one]
    return (*shared, *gone, *come)

"""Whether a framework file agrees with itself: counts, codes, sources, licence, the names of its levels."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.findings import Span
from alignkit.library.index import FrameworkIndex, once
from alignkit.model.framework import Framework, Item, Source
from alignkit.wording import listed


@once
def level_counts(index: FrameworkIndex) -> dict[str, int]:
    """Return how many items of each level the file lists."""
    found: dict[str, int] = {}
    for item, depth in index.walked:
        level = index.framework.level_of(item, depth)
        found[level] = found.get(level, 0) + 1
    return found


def repeated_codes(index: FrameworkIndex) -> Iterator[tuple[Item, Item]]:
    """Yield each item whose code an earlier item has, after that earlier one."""
    first: dict[str, Item] = {}
    for item, _ in index.walked:
        earlier = first.setdefault(item.code, item)
        if earlier is not item and item.code:
            yield earlier, item


def unlisted_sources(index: FrameworkIndex) -> Iterator[Item]:
    """Yield the first item that names each source which the file does not list."""
    known = {source.id for source in index.framework.sources} | {""}
    for item, _ in index.walked:
        if item.source not in known:
            known.add(item.source)
            yield item


# Words of a licence that give nothing away, unless others do.
_REFUSING = ("not stated", "unknown", "not seen", "copyright", "©", "all rights reserved", "forbid", "not permit")
_GRANTING = (
    "cc by",
    "cc-by",
    "cc0",
    "creative commons",
    "public domain",
    "open government",
    "may be",
    "is permitted",
    "with permission",
    "by permission",
    "permission of",
    "permission from",
)


def licence_allows_wording(source: Source) -> bool:
    """Say whether a licence is stated that does not plainly keep the wording to its publisher.

    A licence is prose in any language, so only words that refuse, and none that grant, count against it.
    """
    licence = source.licence.casefold()
    refused = not licence.strip() or any(word in licence for word in _REFUSING)
    return not refused or any(word in licence for word in _GRANTING)


def worded_items(index: FrameworkIndex) -> tuple[Item, ...]:
    """Return the items below the top that carry a text."""
    return tuple(item for item, depth in index.walked if depth and item.text)


class Misfit(Struct, frozen=True):
    """A way in which the names of levels and the tree contradict one another."""

    at: Span
    what: str
    subject: str


def misfits(index: FrameworkIndex) -> Iterator[Misfit]:
    """Yield each contradiction once, where it first shows."""
    framework = index.framework
    names = dict.fromkeys(name for level in framework.levels for name in level)
    misplaced = tuple(_misplaced_items(index))
    yield from misplaced
    for level in framework.counts:
        if level not in names:
            yield Misfit(framework.pair_place("counts", level), f'`counts` speaks of a level "{level}"', level)
    if framework.completeness == "full" and framework.items and not misplaced:
        unused = names.keys() - level_counts(index).keys()
        for name in filter(unused.__contains__, names):
            yield Misfit(framework.place("levels"), f'no item is of the level "{name}"', name)


def _misplaced_items(index: FrameworkIndex) -> Iterator[Misfit]:
    told = set()
    levels = index.framework.levels
    for item, depth in index.walked:
        problem = _problem(item, depth, levels)
        if problem and problem not in told:
            told.add(problem)
            yield Misfit(item.place("level") if item.level else item.at, f"{item.code} {problem}", item.code)


def _problem(item: Item, depth: int, levels: tuple[tuple[str, ...], ...]) -> str:
    """Return what is wrong with the item's level; below a level without a name, nothing more is said."""
    if levels and depth == len(levels):
        return f"is on level {depth + 1} of the tree, which has no name"
    here = levels[depth] if depth < len(levels) else ()
    if item.level and item.level not in here and depth <= len(levels):
        return f'says it is of the level "{item.level}", which level {depth + 1} of the tree does not have'
    return ""


def level_names(framework: Framework) -> str:
    """Return the names of the levels from the top down, as a reader would list them."""
    return listed((listed(level, "or") for level in framework.levels), "then") or "none is named"

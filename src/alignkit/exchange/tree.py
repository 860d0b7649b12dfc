"""Items of others, each with the parents that it names -> one tree, whatever the file says twice or in a circle."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.tally import Tally

_DIGITS = re.compile(r"(\d+)")

TOP = ""


class Found(Struct):
    """An item as another's file has it.

    `key` is what the file calls it, `where` its place there; `parents` are keys, TOP among them, in the file's order,
    each with the number that it has among its parent's children, if any; `rank` orders children without such numbers.
    """

    key: str
    where: str
    code: str
    values: dict[str, Any]
    level: str = ""
    parents: list[tuple[str, int | None]] = []
    rank: tuple[Any, ...] = ()


class Tree(Struct):
    """The children of each item, and of TOP, in order; `also` are the parents that a tree has no place for."""

    children: dict[str, list[Found]]
    also: list[tuple[Found, str]]

    def walk(self) -> Iterator[tuple[Found, int]]:
        """Yield every item with its depth, each before those below it."""
        waiting = [(found, 0) for found in reversed(self.below(TOP))]
        while waiting:
            found, depth = waiting.pop()
            yield found, depth
            waiting += [(child, depth + 1) for child in reversed(self.below(found.key))]

    def below(self, key: str) -> list[Found]:
        """Return the children of an item."""
        return self.children.get(key, [])


def natural(text: str) -> tuple[Any, ...]:
    """Return the key by which A2 comes before A10."""
    parts = _DIGITS.split(text.casefold())
    digits = [part.lstrip("0") for part in parts]
    return tuple(
        (0, len(bare), bare) if number % 2 else (1, 0, part)
        for number, (part, bare) in enumerate(zip(parts, digits, strict=True))
    )


def arrange(items: Sequence[Found], file: str, tally: Tally) -> Tree:
    """Return the tree of the items: each below the first item that it names as its parent.

    A circle is opened at the item that the file has first, which goes to the top. Raises NotImported where the tree
    is deeper than a file of ours may be.
    """
    chosen = {item.key: _first_parent(item) for item in items}
    for item in list(_in_circles(items, chosen)):
        chosen[item.key] = (TOP, None)
        tally.lose(item.where, "its place below another item", "its parents lead round in a circle: it is at the top")
    also = []
    children: dict[str, list[tuple[tuple[Any, ...], Found]]] = {}
    for order, item in enumerate(items):
        parent, number = chosen[item.key]
        also += [(item, key) for key, _ in item.parents if key != parent]
        rank = (number is None, number or 0, item.rank, order)
        children.setdefault(parent, []).append((rank, item))
    tree = Tree({key: [item for _, item in sorted(below, key=_rank)] for key, below in children.items()}, also)
    _refuse_deep(tree, file)
    return tree


def _rank(placed: tuple[tuple[Any, ...], Found]) -> tuple[Any, ...]:
    return placed[0]


def _first_parent(item: Found) -> tuple[str, int | None]:
    """Return the first item named as the parent, or the top where there is none."""
    named = [parent for parent in item.parents if parent[0] != TOP]
    return next(iter((*named, *item.parents)), (TOP, None))


def _in_circles(items: Sequence[Found], chosen: dict[str, tuple[str, int | None]]) -> Iterator[Found]:
    """Yield the first item of each circle of parents."""
    order = {item.key: number for number, item in enumerate(items)}
    seen: dict[str, str] = {TOP: TOP}
    for start in order:
        key, path = start, []
        while key not in seen:
            seen[key] = start
            path.append(key)
            key = chosen[key][0]
        if key != TOP and seen[key] == start:
            yield items[min(order[each] for each in path[path.index(key) :])]


def _refuse_deep(tree: Tree, file: str) -> None:
    for item, depth in tree.walk():
        if depth >= LIMITS.item_levels:
            hint = "no framework that people use is so deep: is a parent its own descendant's child?"
            what = f"items are nested more than {LIMITS.item_levels} deep"
            raise NotImported(what, where=f"{file}: {item.where}", hint=hint)

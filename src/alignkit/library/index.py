"""A framework with everything about its tree looked up once."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.model.framework import Framework, Item


class Placed(Struct, frozen=True):
    """An item of a framework in its tree."""

    framework: str
    item: Item
    depth: int
    level: str
    parent: str
    order: int
    lineage: tuple[str, ...] = ()
    """The codes from the item up to the top of its tree, itself first."""

    @property
    def code(self) -> str:
        """Return the item's code."""
        return self.item.code

    @property
    def ref(self) -> str:
        """Return how a curriculum names it: framework-id:code."""
        return f"{self.framework}:{self.item.code}"

    @property
    def is_leaf(self) -> bool:
        """Say whether it has no items below it: coverage is counted on leaves."""
        return not self.item.items


class FrameworkIndex:
    """A framework, its items by code, and its leaves in the publisher's order."""

    def __init__(self, framework: Framework, namesakes: Iterable[Framework] = ()) -> None:
        """Walk the tree once; where a code comes twice, the first item has it; an item without one is left out.

        `namesakes` are other frameworks of that id.
        """
        self.framework = framework
        self.namesakes = tuple(namesakes)
        self.items: dict[str, Placed] = {}
        parents: list[str] = []
        for order, (item, depth) in enumerate(framework.walk()):
            del parents[depth:]
            parent = parents[-1] if parents else ""
            level = framework.level_of(item, depth)
            if item.code and item.code not in self.items:
                lineage = (item.code, *self.ancestry(parent))
                self.items[item.code] = Placed(framework.id, item, depth, level, parent, order, lineage)
            parents.append(item.code)
        self.leaves = tuple(placed for placed in self.items.values() if placed.is_leaf)

    @property
    def id(self) -> str:
        """Return the framework's id."""
        return self.framework.id

    def below(self, code: str) -> tuple[Placed, ...]:
        """Return the leaves of a branch; a leaf is its own branch; an unknown code has none."""
        return tuple(leaf for leaf in self.leaves if code in self.ancestry(leaf.code))

    def ancestry(self, code: str) -> tuple[str, ...]:
        """Return the codes from an item up to the top of its tree, itself first."""
        placed = self.items.get(code)
        return placed.lineage if placed else ()

    def in_scope(self, branches: tuple[str, ...]) -> tuple[Placed, ...]:
        """Return the leaves below any of the branches, in order; all leaves where no branch is named."""
        if not branches:
            return self.leaves
        wanted = {leaf.code for branch in branches for leaf in self.below(branch)}
        return tuple(leaf for leaf in self.leaves if leaf.code in wanted)

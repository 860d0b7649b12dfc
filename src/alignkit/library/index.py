"""A framework with everything about its tree looked up once."""

from collections.abc import Callable, Iterable
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from msgspec import Struct

from alignkit.model.framework import Framework, Item

# A curriculum may limit a framework to any branches: of ten thousand of them, the last few are enough to remember.
_FACTS = 128
Found = TypeVar("Found")
Asked = ParamSpec("Asked")


class Placed(Struct, frozen=True):
    """An item of a framework in its tree."""

    framework: str
    item: Item
    code: str
    ref: str
    """How a curriculum names it: framework-id:code."""
    depth: int
    level: str
    parent: str
    order: int
    lineage: tuple[str, ...] = ()
    """The codes from the item up to the top of its tree, itself first."""

    @property
    def is_leaf(self) -> bool:
        """Say whether it has no items below it: coverage is counted on leaves."""
        return not self.item.items


class FrameworkIndex:
    """A framework, its items by code, and its leaves in the publisher's order."""

    def __init__(self, framework: Framework, namesakes: Iterable[Framework] = ()) -> None:
        """Take the framework; `namesakes` are other frameworks of that id."""
        self.framework = framework
        self.namesakes = tuple(namesakes)
        self.worked_out: dict[tuple[object, ...], Any] = {}
        """What `once` keeps."""

    @cached_property
    def walked(self) -> tuple[tuple[Item, int], ...]:
        """Return every item with its depth, in the publisher's order."""
        return tuple(self.framework.walk())

    @cached_property
    def items(self) -> dict[str, Placed]:
        """Return the items by code; where one comes twice, the first item has it, and one without is left out."""
        framework = self.framework
        items: dict[str, Placed] = {}
        parents: list[str] = []
        for order, (item, depth) in enumerate(self.walked):
            del parents[depth:]
            code, parent = item.code, parents[-1] if parents else ""
            parents.append(code)
            if code and code not in items:
                ref, level = f"{framework.id}:{code}", framework.level_of(item, depth)
                above = items[parent].lineage if parent in items else ()
                items[code] = Placed(framework.id, item, code, ref, depth, level, parent, order, (code, *above))
        return items

    @cached_property
    def leaves(self) -> tuple[Placed, ...]:
        """Return the items without items below them, in the publisher's order."""
        return tuple(placed for placed in self.items.values() if placed.is_leaf)

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


def once(
    work_out: Callable[Concatenate[FrameworkIndex, Asked], Found],
) -> Callable[Concatenate[FrameworkIndex, Asked], Found]:
    """Let a fact of a framework be worked out once, however many curricula ask for it, and go when the framework goes.

    What else it is asked with has to be hashable. The oldest facts are forgotten where there are many.
    """

    @wraps(work_out)
    def known(framework: FrameworkIndex, /, *asked: Asked.args, **named: Asked.kwargs) -> Found:
        key = (work_out, *asked, *named.items())
        if key not in framework.worked_out:
            if len(framework.worked_out) >= _FACTS:
                del framework.worked_out[next(iter(framework.worked_out))]
            framework.worked_out[key] = work_out(framework, *asked, **named)
        found: Found = framework.worked_out[key]
        return found

    return known

"""A framework's items as rows: each leaf one, or each branch where there are many leaves."""

from collections.abc import Sequence

from msgspec import Struct

from alignkit.analysis.coverage import Coverage
from alignkit.library.index import FrameworkIndex, Placed
from alignkit.phrase import Phrase
from alignkit.views.pictures.parts import UNVERIFIED, Label

MOST_ROWS = 60


class ItemRow(Struct, frozen=True):
    """An item, the leaves in scope that it stands for (itself, if it is one), and the top branch that it is in."""

    label: Label
    leaves: tuple[int, ...]
    """Where they stand in the coverage's items."""
    branch: Label | None


class ItemRows(Struct, frozen=True):
    """The rows of a framework, whether each is a leaf, and how many of them a picture has room for."""

    rows: tuple[ItemRow, ...]
    of_leaves: bool
    room: int

    @property
    def drawn(self) -> tuple[ItemRow, ...]:
        """Return the rows that are drawn, the first ones; a picture's table has them all."""
        return self.rows[: self.room]


def rows_of(coverage: Coverage, most: int = MOST_ROWS) -> ItemRows:
    """Return the leaves in scope; where they are more than `most`, the deepest branches that are not."""
    index = coverage.framework
    deepest = max((covered.item.depth for covered in coverage.items), default=0)
    found: dict[str, list[int]] = {}
    for depth in range(deepest, -1, -1):
        found = _by_ancestor(coverage, depth)
        if len(found) <= most:
            break
    rows = tuple(
        ItemRow(label_of(index.items[code], verified=_verified(coverage, leaves)), tuple(leaves), _branch(index, code))
        for code, leaves in found.items()
    )
    return ItemRows(rows, of_leaves=all(index.items[code].is_leaf for code in found), room=most)


def label_of(placed: Placed, *, verified: bool = True) -> Label:
    """Return how an item is called: by its code, and by its title, or its text where it has none."""
    return Label(placed.ref, placed.code, placed.item.title or placed.item.text, placed.item.at, verified)


def row_notes(coverage: Coverage, found: ItemRows) -> tuple[Phrase, ...]:
    """Return what a reader must know of the rows: that they stand for several items, or that some are left out."""
    notes = []
    if not coverage.items:
        notes.append(Phrase("no item of this framework is in scope"))
    if not found.of_leaves:
        notes.append(Phrase("each row counts the items of a branch: {n} in all", {"n": coverage.total}))
    if len(found.drawn) < len(found.rows):
        shown = {"shown": len(found.drawn), "n": len(found.rows)}
        notes.append(Phrase("the first {shown} of {n} rows are drawn; the table has them all", shown))
    if not all(row.label.verified for row in found.rows):
        notes.append(UNVERIFIED)
    return tuple(notes)


def _by_ancestor(coverage: Coverage, depth: int) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for number, covered in enumerate(coverage.items):
        from_top = covered.item.lineage[::-1]
        found.setdefault(from_top[min(depth, len(from_top) - 1)], []).append(number)
    return found


def _branch(index: FrameworkIndex, code: str) -> Label | None:
    top = index.ancestry(code)[-1]
    return label_of(index.items[top]) if top != code else None


def _verified(coverage: Coverage, leaves: Sequence[int]) -> bool:
    return all(coverage.items[leaf].item.item.verified for leaf in leaves)

"""What is shown of two frameworks side by side: what became of each item, and what the comparison rests on."""

from msgspec import Struct

from alignkit.analysis.counterparts import Basis, Counterpart, are_editions, counterparts
from alignkit.analysis.editions import Change, ItemChange, LevelChange, changes, level_changes
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.framework import Item


class BasisView(Struct, frozen=True):
    """What a comparison rests on: a crosswalk, or only codes and words, where `crosswalk` is ""."""

    crosswalk: str
    method: str
    status: str
    turned: bool


def basis_view(basis: Basis) -> BasisView:
    """Return what is shown of a basis."""
    return BasisView(basis.crosswalk, basis.method, basis.status, basis.turned)


class OtherItem(Struct, frozen=True):
    """An item of the other framework, how it relates, and the reason."""

    code: str
    words: str
    verified: bool
    relation: str
    note: str
    by_wording: bool


class ChangeRow(Struct, frozen=True):
    """One item and what became of it; for a new one, `others` are of the first framework, else of the second."""

    change: str
    code: str
    words: str
    leaf: bool
    verified: bool
    others: tuple[OtherItem, ...]
    together: tuple[str, ...]
    related: tuple[OtherItem, ...]


class Side(Struct, frozen=True):
    """One of the two frameworks."""

    id: str
    name: str
    title: str
    status: str


class EditionsView(Struct, frozen=True):
    """Everything that `frameworks diff` says; `counts` has for each change how many leaf items it befell."""

    before: Side
    after: Side
    basis: BasisView
    levels: tuple[LevelChange, ...]
    counts: dict[str, int]
    leaves: tuple[int, int]
    rows: tuple[ChangeRow, ...]
    editions: bool
    """Whether these are editions of one framework; of two, nothing is withdrawn or new, but only in one of them."""


def editions_view(before: FrameworkIndex, after: FrameworkIndex, library: Library) -> EditionsView:
    """Return the two frameworks side by side."""
    known = counterparts(before, after, library)
    found = changes(before, after, known)
    leaves = [change for change in found if change.item.is_leaf]
    return EditionsView(
        before=_side(before),
        after=_side(after),
        basis=basis_view(known.basis),
        levels=level_changes(before, after),
        counts={kind.value: sum(change.change is kind for change in leaves) for kind in Change},
        leaves=(len(before.leaves), len(after.leaves)),
        rows=tuple(_row(change, before, after) for change in found),
        editions=are_editions(before, after),
    )


def _side(index: FrameworkIndex) -> Side:
    framework = index.framework
    return Side(framework.id, framework.name, framework.title, framework.status)


def _row(change: ItemChange, before: FrameworkIndex, after: FrameworkIndex) -> ChangeRow:
    placed = change.item
    other = before if change.change is Change.NEW else after
    return ChangeRow(
        change=change.change.value,
        code=placed.code,
        words=_words(placed.item),
        leaf=placed.is_leaf,
        verified=placed.item.verified,
        others=tuple(_other(pair, other, new=False) for pair in change.counterparts),
        together=change.together,
        related=tuple(_other(pair, other, new=change.change is Change.NEW) for pair in change.related),
    )


def _other(pair: Counterpart, index: FrameworkIndex, *, new: bool) -> OtherItem:
    item = index.items[pair.before if new else pair.after].item
    return OtherItem(item.code, _words(item), item.verified, pair.relation, pair.note, pair.by_wording)


def _words(item: Item) -> str:
    """Return what an item is known by: a parent's title, a leaf's text."""
    return (item.title or item.text) if item.items else item.words

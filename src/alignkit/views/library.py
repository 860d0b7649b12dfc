"""What is shown of the library: each framework in a line, or one with its tree."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.framework import Framework, Item


class FrameworkRow(Struct, frozen=True):
    """One framework in a list."""

    id: str
    title: str
    publisher: str
    edition: str
    status: str
    kind: str
    group: str
    jurisdictions: tuple[str, ...]
    professions: tuple[str, ...]
    leaves: int
    verified: int
    completeness: str
    text: str
    licence: str
    citation: str
    notes: tuple[str, ...]


def framework_row(index: FrameworkIndex, library: Library) -> FrameworkRow:
    """Return the line that a list shows of the framework."""
    framework = index.framework
    return FrameworkRow(
        id=framework.id,
        title=framework.title,
        publisher=framework.publisher.short or framework.publisher.name,
        edition=framework.edition,
        status=framework.status,
        kind=framework.kind,
        group=library.group(framework.id),
        jurisdictions=framework.jurisdictions,
        professions=framework.professions,
        leaves=len(index.leaves),
        verified=sum(leaf.item.verified for leaf in index.leaves),
        completeness=framework.completeness,
        text=framework.source.text if framework.source else "",
        licence=framework.source.licence if framework.source else "",
        citation=framework.source.citation if framework.source else "",
        notes=framework.notes,
    )


class Wanted(Struct, frozen=True):
    """What a list is narrowed to; "" leaves it open."""

    jurisdiction: str = ""
    profession: str = ""
    kind: str = ""


def framework_rows(library: Library, wanted: Wanted) -> tuple[FrameworkRow, ...]:
    """Return the frameworks that fit, by group and id."""
    found: Iterable[FrameworkIndex | None] = map(library.find, library.ids)
    rows = [framework_row(index, library) for index in found if index and fits(index.framework, wanted)]
    return tuple(sorted(rows, key=lambda row: (row.group, row.id)))


def fits(framework: Framework, wanted: Wanted) -> bool:
    """Say whether the framework names the place and the profession; one for all professions fits each of them."""
    return (
        (not wanted.jurisdiction or wanted.jurisdiction in framework.jurisdictions)
        and (not wanted.profession or bool({wanted.profession, "all"}.intersection(framework.professions)))
        and (not wanted.kind or wanted.kind == framework.kind)
    )


class ItemRow(Struct, frozen=True):
    """One item in the tree of a framework, with its depth."""

    code: str
    title: str
    text: str
    depth: int
    verified: bool


class OwnWording(Struct, frozen=True):
    """The wording that the project brings for a framework: from where, by what right, and for how many items."""

    file: str
    licence: str
    items: int


class FrameworkPage(Struct, frozen=True):
    """Everything that `frameworks show` says of a framework."""

    row: FrameworkRow
    framework: Framework
    counts: dict[str, int]
    successor: str
    items: tuple[ItemRow, ...]
    wording: OwnWording | None = None


def framework_page(index: FrameworkIndex, library: Library, branch: str = "") -> FrameworkPage:
    """Return the framework with its tree, or only with the branch of that code."""
    wanted = {item.code for item in index.items.values() if not branch or branch in index.ancestry(item.code)}
    successor = library.successor(index.id) if index.framework.status == "superseded" else None
    counts: dict[str, int] = {}
    for placed in index.items.values():
        counts[placed.level] = counts.get(placed.level, 0) + 1
    return FrameworkPage(
        row=framework_row(index, library),
        framework=index.framework,
        counts=counts,
        successor=successor.id if successor else "",
        items=tuple(_item_row(item, depth) for item, depth in index.framework.walk() if item.code in wanted),
        wording=_own_wording(index, library),
    )


def _own_wording(index: FrameworkIndex, library: Library) -> OwnWording | None:
    overlay = library.overlay(index.id)
    if overlay is None:
        return None
    return OwnWording(overlay.origin.file, overlay.licence, len(index.items.keys() & overlay.texts.keys()))


def _item_row(item: Item, depth: int) -> ItemRow:
    return ItemRow(item.code, item.title, item.text, depth, item.verified)

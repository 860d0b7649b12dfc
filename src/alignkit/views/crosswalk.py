"""What is shown of the crosswalks between two frameworks: each mapping, what has none, what would be inferred."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.analysis.crosswalk import Inferred, Leg, Legs, Walk, infer, legs, walks_from
from alignkit.analysis.through import aligned_items, coverage_through, covered_items
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.crosswalk import Crosswalk


class ItemView(Struct, frozen=True):
    """An item at an end of a mapping."""

    ref: str
    code: str
    words: str
    verified: bool


class LegView(Struct, frozen=True):
    """A mapping as it is walked: to which item, as what, by which crosswalk, and why."""

    end: str
    relation: str
    crosswalk: str
    status: str
    note: str


class PathView(Struct, frozen=True):
    """How one item leads to another: what it amounts to, from the first item on."""

    origin: str
    relation: str
    legs: tuple[LegView, ...]


class MappedView(Struct, frozen=True):
    """An item of the first framework, and each item of the second to which it leads."""

    item: ItemView
    to: tuple[tuple[ItemView, PathView], ...]


class SourceView(Struct, frozen=True):
    """A crosswalk: by what right its mappings are made."""

    id: str
    title: str
    method: str
    status: str
    date: str
    citation: str
    notes: tuple[str, ...]
    size: int


class InferredView(Struct, frozen=True):
    """An item that is inferred, or only related: from what, how far that got, and on which path."""

    item: ItemView
    step: str
    path: PathView
    others: int
    """How many other covered items lead to it as well."""


class EffectView(Struct, frozen=True):
    """What the crosswalks would infer for one framework from one curriculum."""

    curriculum: str
    file: str
    framework: str
    name: str
    total: int
    direct: int
    inferred: tuple[InferredView, ...]
    related: tuple[InferredView, ...]


class SideView(Struct, frozen=True):
    """One of the two frameworks, and its leaf items that nothing maps."""

    id: str
    name: str
    leaves: int
    unmapped: tuple[str, ...]


class CrosswalkView(Struct, frozen=True):
    """The crosswalks between two frameworks, read from the first to the second.

    `direct` says that a crosswalk leads between the two themselves; else `mapped` has walks through others.
    """

    one: SideView
    other: SideView
    direct: bool
    sources: tuple[SourceView, ...]
    mapped: tuple[MappedView, ...]
    effects: tuple[EffectView, ...]

    @property
    def relations(self) -> dict[str, int]:
        """Return how many mappings there are of each relation, in the order in which it is decided."""
        found = [path.relation for each in self.mapped for _, path in each.to]
        return {name: found.count(name) for name in ("exact", "close", "broad", "narrow", "related") if name in found}


def crosswalk_view(
    one: FrameworkIndex, other: FrameworkIndex, library: Library, cases: Iterable[Case] = ()
) -> CrosswalkView | None:
    """Return how the items of one framework map to those of the other, or None where no crosswalk leads there."""
    direct = library.crosswalks(one.id, other.id)
    leading = legs(direct or library.crosswalks(), library)
    mapped = tuple(_direct(one, other, leading, library) if direct else _walked(one, other, leading, library))
    if not (direct or mapped):
        return None
    ends = {item.code for each in mapped for item, _ in each.to}
    used = {leg.crosswalk for each in mapped for _, path in each.to for leg in path.legs}
    sources = direct or tuple(each for each in library.crosswalks() if each.id in used)
    return CrosswalkView(
        one=_side(one, {each.item.code for each in mapped}),
        other=_side(other, ends),
        direct=bool(direct),
        sources=tuple(map(_source, sources)),
        mapped=mapped,
        effects=tuple(
            effect
            for case in cases
            for back, index in ((one, other), (other, one))
            for effect in _effects(case, back, index, leading)
        ),
    )


def _direct(one: FrameworkIndex, other: FrameworkIndex, leading: Legs, library: Library) -> Iterator[MappedView]:
    for placed in one.items.values():
        found = tuple(leg for leg in leading.get(placed.ref, ()) if leg.end.startswith(f"{other.id}:"))
        if found:
            ordered = sorted(found, key=lambda leg: other.items[leg.end.partition(":")[2]].order)
            paths = tuple((item_view(leg.end, library), _leg_path(leg)) for leg in ordered)
            yield MappedView(item_view(placed.ref, library), paths)


def _leg_path(leg: Leg) -> PathView:
    """Return a mapping as it stands: a broad one is shown as broad, though only related follows from it."""
    return PathView(leg.start, leg.relation, (_leg_view(leg),))


def _walked(one: FrameworkIndex, other: FrameworkIndex, leading: Legs, library: Library) -> Iterator[MappedView]:
    for placed in one.leaves:
        walks = [walk for walk in walks_from(placed.ref, leading).values() if walk.end.startswith(f"{other.id}:")]
        found = sorted(walks, key=lambda walk: other.items[walk.end.partition(":")[2]].order)
        if found:
            paths = tuple((item_view(walk.end, library), path_view(walk)) for walk in found)
            yield MappedView(item_view(placed.ref, library), paths)


def item_view(ref: str, library: Library) -> ItemView:
    """Return what is shown of the item of that reference."""
    placed = library.resolve(ref).item
    code = ref.partition(":")[2]
    return ItemView(ref, code, placed.item.words if placed else "", placed.item.verified if placed else False)


def path_view(walk: Walk) -> PathView:
    """Return what is shown of a walk."""
    return PathView(walk.origin, walk.relation, tuple(map(_leg_view, walk.legs)))


def _leg_view(leg: Leg) -> LegView:
    return LegView(leg.end, leg.relation, leg.crosswalk.id, leg.crosswalk.status, leg.note)


def _side(index: FrameworkIndex, mapped: set[str]) -> SideView:
    unmapped = tuple(leaf.code for leaf in index.leaves if leaf.code not in mapped)
    return SideView(index.id, index.framework.name, len(index.leaves), unmapped)


def _source(crosswalk: Crosswalk) -> SourceView:
    return SourceView(
        id=crosswalk.id,
        title=crosswalk.title,
        method=crosswalk.method,
        status=crosswalk.status,
        date=crosswalk.date,
        citation=crosswalk.citation,
        notes=crosswalk.notes,
        size=len(crosswalk.mappings),
    )


def _effects(case: Case, back: FrameworkIndex, index: FrameworkIndex, leading: Legs) -> Iterator[EffectView]:
    """Yield what is inferred for one of the two frameworks from what the curriculum covers of the other, `back`."""
    covered = {ref: step for ref, step in covered_items(case).items() if ref.startswith(f"{back.id}:")}
    found = {each.ref: each for each in infer(covered, aligned_items(case), leading)}
    coverage = coverage_through(case, [index.id])[index.id]
    inferred = [found[each.item.ref] for each in coverage.items if each.item.ref in found]
    if inferred or coverage.reached(Step.CLAIMED):
        yield EffectView(
            curriculum=case.curriculum.id,
            file=case.curriculum.origin.file,
            framework=index.id,
            name=index.framework.name,
            total=coverage.total,
            direct=coverage.reached(Step.CLAIMED),
            inferred=tuple(inferred_view(each, case.library) for each in inferred if each.counts),
            related=tuple(inferred_view(each, case.library) for each in inferred if not each.counts),
        )


def inferred_view(inferred: Inferred, library: Library) -> InferredView:
    """Return what is shown of an inferred item: its best walk, and how many others there are."""
    return InferredView(
        item=item_view(inferred.ref, library),
        step=inferred.step.word,
        path=path_view(inferred.walk),
        others=len(inferred.walks) - 1,
    )

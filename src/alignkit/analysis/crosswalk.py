"""Where crosswalks lead: what a chain of relations amounts to, and which items are inferred from those covered."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct

from alignkit.analysis.coverage import Step
from alignkit.findings import Span
from alignkit.library.library import Library
from alignkit.model.crosswalk import Crosswalk

# From the surest to the least sure that a walk can amount to; broad and narrow only ever yield related.
STRENGTHS = ("exact", "close", "related")
_LOOSE = ("broad", "narrow", "related")
_INVERSE = {"broad": "narrow", "narrow": "broad"}


def inverse(relation: str) -> str:
    """Return what the first item is to the second, from what the second is to the first."""
    return _INVERSE.get(relation, relation)


def amounts_to(relations: Collection[str]) -> str:
    """Return what a chain of relations amounts to, exact, close or related, or "" where nothing follows.

    SKOS leaves closeMatch intransitive lest errors compound, so a second close step ends the walk, and so does a
    second one of broad, narrow and related, which say of two items only that they have something to do with each other.
    """
    close = sum(relation == "close" for relation in relations)
    loose = sum(relation in _LOOSE for relation in relations)
    if close > 1 or loose > 1:
        return ""
    return "related" if loose else "close" if close else "exact"


class Leg(Struct, frozen=True):
    """A mapping read in the direction in which it is walked; `relation` is what `end` is to `start`."""

    start: str
    end: str
    relation: str
    crosswalk: Crosswalk
    note: str
    at: Span


Legs = Mapping[str, tuple[Leg, ...]]
"""Item reference -> the mappings that lead on from it."""


class Walk(Struct, frozen=True):
    """A chain of mappings that begins at an item."""

    origin: str
    legs: tuple[Leg, ...] = ()

    @property
    def end(self) -> str:
        """Return the item to which it leads."""
        return self.legs[-1].end if self.legs else self.origin

    @property
    def relations(self) -> tuple[str, ...]:
        """Return the relation of each leg."""
        return tuple(leg.relation for leg in self.legs)

    @property
    def relation(self) -> str:
        """Return what its relations amount to."""
        return amounts_to(self.relations)

    @property
    def order(self) -> tuple[int, int, str, str]:
        """Return the key by which walks are sorted: the surest first, then the shortest."""
        return (STRENGTHS.index(self.relation), len(self.legs), self.origin, self.end)

    def on(self, leg: Leg) -> "Walk":
        """Return the walk with one more leg."""
        return Walk(self.origin, (*self.legs, leg))


def legs(crosswalks: Iterable[Crosswalk], library: Library) -> Legs:
    """Return every mapping between items that exist, in both directions."""
    found: dict[str, list[Leg]] = {}
    for crosswalk in crosswalks:
        for leg in _both_ways(crosswalk, library):
            found.setdefault(leg.start, []).append(leg)
    return {start: tuple(sorted(leading, key=lambda leg: (leg.end, leg.at))) for start, leading in found.items()}


def _both_ways(crosswalk: Crosswalk, library: Library) -> Iterator[Leg]:
    one, other = library.find(crosswalk.from_), library.find(crosswalk.to)
    if one is None or other is None or one.id == other.id:
        return
    for mapping in crosswalk.mappings:
        start, end = one.items.get(mapping.from_), other.items.get(mapping.to)
        if start and end and mapping.relation:
            yield Leg(start.ref, end.ref, mapping.relation, crosswalk, mapping.note, mapping.at)
            yield Leg(end.ref, start.ref, inverse(mapping.relation), crosswalk, mapping.note, mapping.at)


def walks_from(origin: str, leading: Legs) -> dict[str, Walk]:
    """Return the surest walk to each item of another framework to which the mappings lead, by the item.

    No walk comes back to the framework in which it began: there, alignments speak for themselves.
    """
    home = _framework(origin)
    found: dict[tuple[str, int, int], Walk] = {}
    waiting = [Walk(origin)]
    for walk in waiting:  # grows while it is gone through, so that shorter walks come first
        for leg in leading.get(walk.end, ()):
            longer = walk.on(leg)
            state = (leg.end, longer.relations.count("close"), sum(name in _LOOSE for name in longer.relations))
            if longer.relation and _framework(leg.end) != home and state not in found:
                found[state] = longer
                waiting.append(longer)
    surest: dict[str, Walk] = {}
    for walk in sorted(found.values(), key=lambda walk: walk.order):
        surest.setdefault(walk.end, walk)
    return surest


def _framework(ref: str) -> str:
    return ref.partition(":")[0]


class Inferred(Struct, frozen=True):
    """An item that no outcome aligns with, to which crosswalks lead from covered items; the best walk comes first."""

    ref: str
    walks: tuple[tuple[Step, Walk], ...]

    @property
    def step(self) -> Step:
        """Return how far the item got that the best walk begins at."""
        return self.walks[0][0]

    @property
    def walk(self) -> Walk:
        """Return the best walk: exact or close before related, then from the item that got furthest."""
        return self.walks[0][1]

    @property
    def relation(self) -> str:
        """Return what the best walk amounts to."""
        return self.walk.relation

    @property
    def counts(self) -> bool:
        """Say whether it is inferred; what is merely related is worth a look, and counted nowhere."""
        return self.relation != "related"


def infer(covered: Mapping[str, Step], aligned: Collection[str], leading: Legs) -> tuple[Inferred, ...]:
    """Return what follows from the covered items for items that nothing aligns with, by reference.

    `covered` has the step of each item covered; `aligned` is every item that an outcome aligns with, in full or in
    part: of these the author has spoken, and nothing is inferred.
    """
    spoken_of = {*aligned, *covered}
    found: dict[str, list[tuple[Step, Walk]]] = {}
    for origin, step in covered.items():
        if step >= Step.CLAIMED:
            for end, walk in walks_from(origin, leading).items():
                if end not in spoken_of:
                    found.setdefault(end, []).append((step, walk))
    return tuple(Inferred(ref, tuple(sorted(found[ref], key=_best_first))) for ref in sorted(found))


def _best_first(reached: tuple[Step, Walk]) -> tuple[bool, int, tuple[int, int, str, str]]:
    step, walk = reached
    return (walk.relation == "related", -step, walk.order)

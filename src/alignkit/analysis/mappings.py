"""Whether a crosswalk file agrees with the frameworks that it speaks of, and with itself."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.analysis.crosswalk import inverse
from alignkit.findings import Span
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.crosswalk import Crosswalk, Mapping
from alignkit.wording import did_you_mean, listed, nearest


class MissingEnd(Struct, frozen=True):
    """A framework or an item that a crosswalk names and that is not there."""

    at: Span
    name: str
    what: str
    meant: str
    command: str
    """What lists the names that there are."""


def missing_ends(crosswalk: Crosswalk, library: Library) -> Iterator[MissingEnd]:
    """Yield each end that is not there; where a framework is not, its items are not asked for."""
    for key in ("from", "to"):
        name = crosswalk.from_ if key == "from" else crosswalk.to
        index = library.find(name)
        if index:
            yield from _missing_items(crosswalk, key, index)
        elif name:
            what = f'no framework is called "{name}"{did_you_mean(name, library.ids)}'
            meant = library.nearest_id(name)
            yield MissingEnd(crosswalk.place(key), name, what, meant, "alignkit frameworks list")


def _missing_items(crosswalk: Crosswalk, key: str, index: FrameworkIndex) -> Iterator[MissingEnd]:
    for mapping in crosswalk.mappings:
        code = mapping.from_ if key == "from" else mapping.to
        if code and code not in index.items:
            what = f'{index.id} has no item "{code}"{did_you_mean(code, index.items)}'
            command = f"alignkit frameworks show {index.id}"
            yield MissingEnd(mapping.place(key), code, what, nearest(code, index.items), command)


class Contradiction(Struct, frozen=True):
    """A mapping that cannot be true together with an earlier one; `earlier` is where that stands."""

    at: Span
    what: str
    subject: str
    earlier: Span | None = None


class _Said(Struct, frozen=True):
    """What a file says of two items: `relation` is what the second is to the first."""

    one: str
    other: str
    relation: str
    mapping: Mapping

    @property
    def words(self) -> str:
        return f"{self.one} to {self.other} is {self.relation}"


def contradictions(crosswalk: Crosswalk, library: Library, others: Iterable[Crosswalk] = ()) -> Iterator[Contradiction]:
    """Yield each mapping that contradicts an earlier one of the file, or of another file on the same frameworks."""
    one, other = library.find(crosswalk.from_), library.find(crosswalk.to)
    if one and other and one.id == other.id:
        what = f"it leads from {one.id} to {one.id} itself"
        yield Contradiction(crosswalk.place("to"), what, crosswalk.id)
        return
    # An end that is not there is one mistake; what follows from it is not a second one.
    said = tuple(each for each in _said(crosswalk, turned=False) if _has(one, each.one) and _has(other, each.other))
    yield from _among(said, _tree(one), _tree(other))
    elsewhere = tuple(each for rest in others for each in _said_elsewhere(crosswalk, rest, library))
    yield from _two_relations(said, elsewhere)


def _has(index: FrameworkIndex | None, code: str) -> bool:
    return index is None or code in index.items


def _tree(index: FrameworkIndex | None) -> dict[str, tuple[str, ...]]:
    """Return the codes above each item."""
    return {code: index.ancestry(code)[1:] for code in index.items} if index else {}


def _said(crosswalk: Crosswalk, *, turned: bool) -> Iterator[_Said]:
    for mapping in crosswalk.mappings:
        if mapping.from_ and mapping.to and mapping.relation:
            if turned:
                yield _Said(mapping.to, mapping.from_, inverse(mapping.relation), mapping)
            else:
                yield _Said(mapping.from_, mapping.to, mapping.relation, mapping)


def _said_elsewhere(crosswalk: Crosswalk, other: Crosswalk, library: Library) -> Iterator[_Said]:
    """Yield what a file that comes before says of the same two frameworks, read in this one's direction."""
    before = other.origin.file < crosswalk.origin.file
    if before and library.ends_of(other) == library.ends_of(crosswalk):
        yield from _said(other, turned=library.id_of(other.from_) != library.id_of(crosswalk.from_))


def _two_relations(said: Iterable[_Said], elsewhere: Iterable[_Said]) -> Iterator[Contradiction]:
    """Yield each pair of items that another file relates in another way."""
    first = {(each.one, each.other): each for each in elsewhere}
    for each in said:
        earlier = first.get((each.one, each.other))
        if earlier and earlier.relation != each.relation:
            yield _contradiction(each, earlier, f"{earlier.relation} in {earlier.mapping.at.file}")


def _among(
    said: Iterable[_Said], above_one: dict[str, tuple[str, ...]], above_other: dict[str, tuple[str, ...]]
) -> Iterator[Contradiction]:
    """Yield each mapping that contradicts an earlier one of the file, with the first that it contradicts."""
    earlier: dict[tuple[str, str], list[_Said]] = {}
    for each in said:
        keys = (("one", each.one), ("other", each.other))
        found = (
            (before, _clash(before, each, above_one, above_other)) for key in keys for before in earlier.get(key, ())
        )
        before, why = next(((before, why) for before, why in found if why), (each, ""))
        if why:
            yield _contradiction(each, before, why)
        for key in keys:
            earlier.setdefault(key, []).append(each)


def _contradiction(each: _Said, earlier: _Said, why: str) -> Contradiction:
    return Contradiction(each.mapping.place("relation"), f"{each.words}, but {why}", each.one, earlier.mapping.at)


def _clash(
    before: _Said, now: _Said, above_one: dict[str, tuple[str, ...]], above_other: dict[str, tuple[str, ...]]
) -> str:
    """Return why two mappings of a file that have an end in common cannot both be true, or ""."""
    line = f"line {before.mapping.at.line} says"
    same_one, same_other = before.one == now.one, before.other == now.other
    if same_one and same_other:
        return f"{line} {before.relation}" if before.relation != now.relation else ""
    if before.relation == now.relation == "exact":
        return f"{line} exact of {before.one} to {before.other}"
    higher, lower = _by_height(before, now, above_other) if same_one else _by_height(before, now, above_one)
    if higher and lower and _around(higher, lower, same_one=same_one):
        names = (higher.other, lower.other) if same_one else (higher.one, lower.one)
        return f"{line} {before.relation} of {before.one} to {before.other}, and {listed(names, 'is above')}"
    return ""


def _by_height(before: _Said, now: _Said, above: dict[str, tuple[str, ...]]) -> tuple[_Said, _Said] | tuple[None, None]:
    """Return the mapping whose end is above the other's in the tree, and the other; none where neither is."""
    for higher, lower in ((before, now), (now, before)):
        if higher.other in above.get(lower.other, ()) or higher.one in above.get(lower.one, ()):
            return higher, lower
    return None, None


def _around(higher: _Said, lower: _Said, *, same_one: bool) -> bool:
    """Say whether the two would make an item larger than what is above it.

    With A above B in one framework and an item X of the other: X cannot hold all of A and fit into B.
    """
    holds, fits = ("narrow", "broad") if same_one else ("broad", "narrow")
    return higher.relation in (holds, "exact") and lower.relation in (fits, "exact")

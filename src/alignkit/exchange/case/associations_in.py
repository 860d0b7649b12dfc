"""CASE associations -> places in the tree where they are isChildOf, else kept as they are."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from alignkit.exchange.case.document_in import identifier_of
from alignkit.exchange.case.package import OURS, association_type, outside_said
from alignkit.exchange.case.unplaced import ONE_TIME, name_unplaced
from alignkit.exchange.identity import derived, uuid_for
from alignkit.exchange.json_at import At
from alignkit.exchange.plain import in_order
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import TOP, Found
from alignkit.model.framework import Association

# What of an association has a place in ours, or says nothing that the package does not say elsewhere.
PLACED = frozenset((
    "identifier", "uri", "associationType", "originNodeURI", "destinationNodeURI", "lastChangeDateTime", "extensions",
    "CFDocumentURI",
))  # fmt: skip
_IN_TREE = PLACED | {"sequenceNumber"}
_KEPT = PLACED | {"notes"}


class Joined(Struct, frozen=True):
    """An association, its type and the identifiers of its two ends."""

    at: At
    type: str
    origin: str
    destination: str


def read_association(at: At) -> Joined:
    """Return the association; CASE requires its type and both ends."""
    type_ = at.text("associationType")
    if not type_:
        at.refuse("associationType", "the association has no type", "CASE requires one: ask whoever made the file")
    return Joined(at, type_, _end(at, "originNodeURI"), _end(at, "destinationNodeURI"))


def _end(at: At, key: str) -> str:
    """Return the identifier of an end; version 1.0 had bare addresses here in places."""
    end = at.one(key)
    found = end.text("identifier").strip() or end.text("uri").strip()
    if not found:
        end.refuse("identifier", "this end of the association has no identifier", "CASE requires one")
    return found.lower() if end.text("identifier").strip() else found


class Hierarchy(Struct, frozen=True):
    """The associations that place a child below a parent, by the identifiers of the two, and all the others."""

    places: dict[tuple[str, str], Joined]
    others: list[Joined]


def place_items(joined: list[Joined], items: Mapping[str, Found], document: str, tally: Tally) -> Hierarchy:
    """Give the items their parents; return which associations did that, and which say something else."""
    hierarchy = Hierarchy({}, [])
    for each in joined:
        parent = TOP if each.destination == document else each.destination
        further = each.at.one("extensions").one(OURS).value.get("further") is True
        if each.type != "isChildOf" or each.origin not in items or further:
            hierarchy.others.append(each)
        elif parent != TOP and parent not in items:
            hierarchy.others.append(each)
            why = "the parent is not in the package: the association is kept, the item is at the top if it has no other"
            tally.also(each.at.path, "the place below the parent", "item", why)
        elif (each.origin, parent) in hierarchy.places:
            tally.also(each.at.path, "a second place below one parent", "item", "the package says it already")
        else:
            hierarchy.places[each.origin, parent] = each
            items[each.origin].parents.append((parent, each.at.whole("sequenceNumber")))
    return hierarchy


def name_losses(at: At, changed: str, tally: Tally, *, in_tree: bool) -> None:
    """Name what of an association has no place, in the tree or under `associations`."""
    name_unplaced(at, _IN_TREE if in_tree else _KEPT, "association", tally)
    if at.has("lastChangeDateTime") and at.text("lastChangeDateTime") != changed:
        tally.also(at.place("lastChangeDateTime"), "`lastChangeDateTime`", "association", ONE_TIME)


class Keeper:
    """Writes associations down as framework/1 keeps them."""

    def __init__(self, framework_id: str, codes: Mapping[str, str], tally: Tally) -> None:
        """Take what is needed to speak of items: their codes by their identifiers."""
        self._id, self._codes, self._tally = framework_id, codes, tally
        self._names: dict[str, int] = {}

    def kept(self, joined: Joined) -> dict[str, Any]:
        """Return the association with codes for items of this framework, and identifiers for all else."""
        at, tally = joined.at, self._tally
        origin, destination = at.one("originNodeURI"), at.one("destinationNodeURI")
        ours = at.one("extensions").one(OURS)
        from_ = self._codes.get(joined.origin) or ours.text("from") or _outside(origin, tally)
        to = self._codes.get(joined.destination) or ours.text("to") or _outside(destination, tally)
        type_ = self._type(joined)
        title = "" if joined.destination in self._codes else destination.text("title")
        if joined.origin not in self._codes and origin.text("title") not in ("", from_, origin.text("identifier")):
            tally.also(
                origin.place("title"), "the title of the origin", "association", "only the other end has one here"
            )
        return in_order(Association, {
            "from": from_,
            "type": type_,
            "to": to,
            "title": title if title not in (to, destination.text("identifier")) else "",
            "note": at.text("notes"),
            "identifier": identifier_of(at, self._own(from_, type_, to), tally, "association"),
        })  # fmt: skip

    def _type(self, joined: Joined) -> str:
        own = joined.at.one("extensions").one(OURS).text("type")
        return own if own and association_type(own) == joined.type else joined.type

    def _own(self, from_: str, type_: str, to: str) -> str:
        """Return the identifier that an export of ours gives this association."""
        name = f"{from_}:{type_}:{to}"
        self._names[name] = self._names.get(name, 0) + 1
        number = f":{self._names[name]}" if self._names[name] > 1 else ""
        return derived(f"{self._id}:{name}{number}")


def _outside(end: At, tally: Tally) -> str:
    """Return how to speak of what is not in the package: by its address where it has one."""
    identifier, uri = end.text("identifier"), end.text("uri")
    said = outside_said(identifier, uri)
    if said == uri and identifier.lower() not in ("", uuid_for(uri, uri)):
        why = "the address is kept, which its identifier does not follow from"
        tally.also(end.place("identifier"), "the identifier of an end", "association", why)
    return said

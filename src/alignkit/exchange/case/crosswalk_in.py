"""A CASE package of associations between two frameworks -> a crosswalk, where it names the items by code."""

import re
from typing import Any

from alignkit.exchange.case.associations_in import PLACED, Joined, read_association
from alignkit.exchange.case.package import OURS
from alignkit.exchange.case.unplaced import NO_PLACE, name_rest, name_unplaced, unplaced
from alignkit.exchange.case.words import ASSOCIATION, relation_said
from alignkit.exchange.formats import Imported
from alignkit.exchange.json_at import At
from alignkit.exchange.json_input import named
from alignkit.exchange.kept import NO_SUCH, sifted
from alignkit.exchange.plain import faults, in_order
from alignkit.exchange.tally import Tally
from alignkit.model import vocabulary as words
from alignkit.model.crosswalk import Crosswalk, Mapping
from alignkit.wording import count

_REFERENCE = re.compile(rf"({words.ID.matches}):({words.CODE.matches})")
# What of a document has a place in a crosswalk, or says nothing that its associations do not say.
_OF_DOCUMENT = frozenset((
    "identifier", "uri", "caseVersion", "creator", "title", "lastChangeDateTime", "description", "adoptionStatus",
    "notes", "extensions", "CFPackageURI",
))  # fmt: skip
_PLACED = PLACED | {"notes"}


def is_crosswalk(package: At) -> bool:
    """Say whether the package holds no items, and associations whose ends are named `framework-id:code`."""
    associations = package.many("CFAssociations")
    ours = package.one("CFDocument").one("extensions").one(OURS).value
    empty = not any(any(faults("crosswalk/1", key, ours.get(key, ""))) for key in ("from", "to"))
    return not package.many("CFItems") and (empty or bool(associations)) and all(map(_ends, associations))


def _ends(at: At) -> tuple[str, str, str, str] | None:
    """Return the framework and the code of the origin and of the destination."""
    found = [_REFERENCE.fullmatch(at.one(key).text("title")) for key in ("originNodeURI", "destinationNodeURI")]
    return (found[0][1], found[0][2], found[1][1], found[1][2]) if found[0] and found[1] else None


def read_crosswalk(package: At) -> Imported:
    """Return the crosswalks of the package, one for each pair of frameworks."""
    tally = Tally()
    document = package.one("CFDocument")
    head = _head(document, tally)
    pair = (head.get("from", ""), head.get("to", ""))
    pairs: dict[tuple[str, str], list[dict[str, Any]]] = {pair: []} if all(pair) else {}
    for each in package.many("CFAssociations"):
        from_, code, to, other = _ends(each) or ("", "", "", "")
        relation, note = _relation(read_association(each))
        mapping = in_order(Mapping, {"from": code, "to": other, "relation": relation, "note": note})
        pairs.setdefault((from_, to), []).append(mapping)
        _name_losses(each, document.text("lastChangeDateTime"), tally, ours=bool(head))
    documents = {}
    for (from_, to), mappings in pairs.items():
        own = head if (from_, to) == pair else _foreign(document)
        values = {"id": f"{from_}--{to}", **own, "from": from_, "to": to, "mappings": mappings}
        documents[f"{values['id']}.yaml"] = {"alignkit": "crosswalk/1", **in_order(Crosswalk, values)}
    name_rest(package, tally)
    return Imported(documents, tuple(_understood(documents)), tally.losses)


def _name_losses(association: At, changed: str, tally: Tally, *, ours: bool) -> None:
    if not ours and association.has("identifier"):
        why = "a mapping has no identifier here: an export derives one"
        tally.also(association.place("identifier"), "the identifier", "association", why)
    name_unplaced(association, _PLACED, "association", tally)
    if association.text("lastChangeDateTime") != changed:
        place = association.place("lastChangeDateTime")
        tally.also(place, "`lastChangeDateTime`", "association", "a crosswalk has one date")


def _foreign(document: At) -> dict[str, Any]:
    """Return what a package that is not ours says of its crosswalk."""
    creator = document.text("creator")
    made = f"Made by {creator}." if creator not in ("", "not stated") else ""
    notes = [note for note in (document.text("description"), document.text("notes"), made) if note]
    return {"title": document.text("title"), "notes": notes}


def _head(document: At, tally: Tally) -> dict[str, Any]:
    for where, what in unplaced(document, _OF_DOCUMENT):
        tally.lose(where, f"{what} of the crosswalk", NO_PLACE)
    ours = document.one("extensions").one(OURS)
    head, unknown = sifted("crosswalk/1", ours.value)
    for key in unknown:
        if key != "format":
            tally.lose(ours.place(key), f"{named(key)} of the crosswalk", NO_SUCH)
    return head


def _relation(joined: Joined) -> tuple[str, str]:
    """Return the relation and the note: from the extension where the type fits it, else from the notes or the type."""
    ours = joined.at.one("extensions").one(OURS)
    if ASSOCIATION.get(ours.text("relation")) == joined.type:
        return ours.text("relation"), ours.text("note")
    return relation_said(joined.at.text("notes"), joined.type)


def _understood(documents: dict[str, dict[str, Any]]) -> list[str]:
    return [
        f"{count(len(each['mappings']), 'association')} from {each['from']} to {each['to']} are read as a crosswalk."
        for each in documents.values()
    ] + [
        f"The package does not say who made the crosswalk {each['id']}: add `method`."
        for each in documents.values()
        if "method" not in each
    ]

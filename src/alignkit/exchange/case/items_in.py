"""CASE items -> items of ours, what has no place lost by name."""

from collections import Counter
from typing import Any

from alignkit.exchange.case.document_in import identifier_of
from alignkit.exchange.case.framework_out import NO_WORDS, parts_of
from alignkit.exchange.case.package import OURS
from alignkit.exchange.case.unplaced import NO_PLACE, ONE_TIME, name_unplaced
from alignkit.exchange.case.words import UNVERIFIED
from alignkit.exchange.json_at import At
from alignkit.exchange.json_input import named
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import Found, natural

# What of an item has a place in ours, or says nothing that the package does not say elsewhere.
_PLACED = frozenset((
    "identifier", "uri", "fullStatement", "humanCodingScheme", "abbreviatedStatement", "CFItemType", "CFItemTypeURI",
    "notes", "language", "licenseURI", "lastChangeDateTime", "extensions", "CFDocumentURI", "CFItemAssociationURI",
))  # fmt: skip
# What an item shares with its document, mostly.
_SHARED = {
    "language": "the whole framework is in one language here",
    "lastChangeDateTime": ONE_TIME,
}


def language_of(items: list[At], document: At) -> str:
    """Return the document's language, else the one of most items."""
    spoken = Counter(language for item in items if (language := item.text("language")))
    return document.text("language") or next((language for language, _ in spoken.most_common(1)), "")


def read_items(items: list[At], document: At, tally: Tally) -> list[Found]:
    """Return the items, each with its values under the keys of framework/1; none has its parents yet."""
    found: dict[str, Found] = {}
    shared = {"language": language_of(items, document), "lastChangeDateTime": document.text("lastChangeDateTime")}
    for item in items:
        key = key_of(item)
        if key in found:
            hint = "an identifier is the name of one item: ask whoever made the file for one without the second"
            item.refuse("identifier", f"the identifier {key} is that of {found[key].where} too", hint)
        found[key] = _item(key, item, tally)
        _name_losses(item, document, shared, tally)
    return list(found.values())


def key_of(of: At) -> str:
    """Return the identifier by which others in the package speak of it; CASE requires one."""
    identifier = of.text("identifier").strip().lower()
    if not identifier:
        of.refuse("identifier", "there is no identifier", "CASE requires one: ask whoever made the file for a new one")
    return identifier


def _item(key: str, item: At, tally: Tally) -> Found:
    code, statement = item.text("humanCodingScheme"), item.text("fullStatement")
    ours = item.one("extensions").one(OURS)
    title, text = parts_of(statement, item.text("abbreviatedStatement"), code)
    if ours.has("text") and statement in (ours.text("text"), title, code, NO_WORDS):
        text = ours.text("text")
    values: dict[str, Any] = {"title": title, "text": text, "source": ours.text("source")}
    if item.text("notes") == UNVERIFIED or ours.value.get("verified") is False:
        values["verified"] = False
    values["identifier"] = identifier_of(item, "", tally, "item")
    level = item.text("CFItemType") or item.one("CFItemTypeURI").text("title")
    enumerated = natural(item.text("listEnumeration")), natural(code)
    return Found(key, item.path, code, values, level, [], enumerated)


def _name_losses(item: At, document: At, shared: dict[str, str], tally: Tally) -> None:
    name_unplaced(item, _PLACED, "item", tally)
    for key, why in _SHARED.items():
        if item.has(key) and item.text(key) != shared[key]:
            tally.also(item.place(key), f"`{key}`", "item", why)
    if item.text("notes") not in ("", UNVERIFIED):
        tally.also(item.place("notes"), "`notes`", "item", NO_PLACE)
    licence, whole = item.one("licenseURI").text("identifier"), document.one("licenseURI").text("identifier")
    if item.has("licenseURI") and licence != whole:
        tally.also(item.place("licenseURI"), "`licenseURI`", "item", "the whole framework has one licence here")
    ours = item.one("extensions").one(OURS)
    for key, value in ours.value.items():
        if key not in ("verified", "source", "text") or (key == "verified" and value is not False):
            tally.also(ours.place(key), named(key), "item", NO_PLACE)

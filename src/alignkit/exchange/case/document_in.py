"""A CASE document -> the head of a framework, everything but its items."""

import re
from typing import Any

from alignkit.exchange.case.package import OURS
from alignkit.exchange.case.unplaced import NO_PLACE, unplaced
from alignkit.exchange.case.words import STATUS, framework_notes
from alignkit.exchange.identity import derived, uuid_in
from alignkit.exchange.json_at import At
from alignkit.exchange.json_input import named
from alignkit.exchange.kept import HEADS, NO_SUCH, sifted
from alignkit.exchange.moment import has_zone, moment
from alignkit.exchange.naming import id_for
from alignkit.exchange.tally import Tally
from alignkit.model import vocabulary as words
from alignkit.wording import shortened

# What of a document has a place in a framework; a package's own address says nothing that its identifier does not.
_PLACED = frozenset((
    "identifier", "uri", "caseVersion", "creator", "title", "lastChangeDateTime", "officialSourceURL", "publisher",
    "description", "language", "version", "adoptionStatus", "licenseURI", "notes", "extensions", "CFPackageURI",
))  # fmt: skip
_MOST_OF_CITATION = 1000
# A licence is named, or said in a paragraph; the whole of one is more than a reader of a file wants.
_MOST_OF_LICENCE = 2000


def read_document(document: At, language: str, licences: list[At], tally: Tally) -> dict[str, Any]:
    """Return the head as keys and values, `id` always among them; what has no place is lost by name."""
    kept = _kept(document, tally)
    for where, what in unplaced(document, _PLACED):
        tally.lose(where, f"{what} of the framework", NO_PLACE)
    head = dict(kept)
    head["id"] = kept.get("id") or id_for(document.text("title"), document.text("identifier"))
    head["title"] = document.text("title")
    head["edition"] = document.text("version")
    head["status"] = _status(document, kept)
    head["publisher"] = {"name": document.text("publisher") or document.text("creator"), **kept.get("publisher", {})}
    head["language"] = _language(language, document, tally)
    if kept and document.text("creator") not in ("", "not stated", head["publisher"]["name"]):
        tally.lose(document.place("creator"), "the creator", "the publisher is another, and only that has a place here")
    head["source"] = _source(document, licences, kept, tally)
    head["identifier"] = identifier_of(document, derived(head["id"]), tally, "framework")
    head["changed"] = _changed(document, head, tally)
    head["notes"] = _notes(document, head, ours=bool(kept))
    if kept:
        head.setdefault("levels", [])
    return head


def _kept(document: At, tally: Tally) -> dict[str, Any]:
    """Return what our own package says in its extension, as far as framework/1 knows it."""
    ours = document.one("extensions").one(OURS)
    kept, unknown = sifted("framework/1", ours.value, HEADS["framework/1"][:-1])
    for key in unknown:
        if key != "format":
            tally.lose(ours.place(key), f"{named(key)} of the framework", NO_SUCH)
    return kept


def _status(document: At, kept: dict[str, Any]) -> str:
    """Return the status: the package's own words for it where they fit, else what the adoption status amounts to."""
    adopted = document.text("adoptionStatus")
    own: str = kept.get("status", "current")
    if STATUS[own] == adopted or (kept and not adopted):
        return own
    return {"Adopted": "current", "Deprecated": "withdrawn"}.get(adopted, "")


def _language(language: str, document: At, tally: Tally) -> str:
    language = language.replace("_", "-")
    if language and re.fullmatch(words.LANGUAGE.matches, language) is None:
        tally.lose(document.place("language"), f'the language "{language}"', "it is no code of a language")
        return ""
    return language


def _source(document: At, licences: list[At], kept: dict[str, Any], tally: Tally) -> dict[str, str]:
    foreign = {"citation": _citation(document), "licence": "not stated", "text": "verbatim"}
    known = kept.get("source", {}) if kept else foreign
    source: dict[str, str] = {**known, "url": document.text("officialSourceURL")}
    if document.has("licenseURI"):
        source["licence"] = _licence(document.one("licenseURI"), licences, tally)
    said = {key: source[key] for key in ("citation", "url", "licence", "text") if source.get(key)}
    return {"citation": _citation(document), **said} if said else {}


def _citation(document: At) -> str:
    version = document.text("version")
    said = f"{document.text('creator') or 'not stated'}: {document.text('title')}" + (f", {version}" if version else "")
    return shortened(said, _MOST_OF_CITATION)


def _licence(linked: At, licences: list[At], tally: Tally) -> str:
    uuid = linked.text("identifier").lower()
    licence = next((each for each in licences if each.text("identifier").lower() == uuid), None)
    if licence is None:
        return linked.text("title") or linked.text("uri")
    if licence.text("description") not in ("", licence.text("title")):
        tally.lose(licence.place("description"), "the description of the licence", NO_PLACE)
    title, text = licence.text("title"), licence.text("licenseText")
    if title not in ("", text) and len(text) > _MOST_OF_LICENCE:
        tally.lose(licence.place("licenseText"), "the text of the licence", "it is long: its title stands for it")
        return title
    return ": ".join(dict.fromkeys(part for part in (title, text) if part))


def identifier_of(of: At, own: str, tally: Tally, noun: str) -> str:
    """Return the identifier to keep: the address where it ends in the UUID, else the UUID; "" for `own`."""
    identifier, uri = of.text("identifier"), of.text("uri")
    if identifier.lower() == own:
        return ""
    if uri in ("", f"urn:uuid:{identifier}"):
        return identifier
    if uuid_in(identifier) and uuid_in(uri) == uuid_in(identifier):
        return uri
    tally.also(of.place("uri"), "the address", noun, "its identifier is kept, which CASE says is what counts")
    return identifier


def _changed(document: At, head: dict[str, Any], tally: Tally) -> str:
    said = document.text("lastChangeDateTime")
    if said == moment(head.get("changed", ""), head["edition"], head["id"]):
        kept: str = head.get("changed", "")
        return kept
    if said and not has_zone(said):
        tally.lose(document.place("lastChangeDateTime"), "the zone of the time", "it has none: it is read as UTC")
    found = moment(said) if re.match(r"\d{4}-\d\d-\d\dT", said) else ""
    if said and not found:
        tally.lose(document.place("lastChangeDateTime"), f'the time "{said}"', "it is none")
    return found


def _notes(document: At, head: dict[str, Any], *, ours: bool) -> list[str]:
    """Return the notes: our own from the extension, what the document says besides, and a status with no word here."""
    # Ours are the framework's notes in one, which together may be longer than a text of ours.
    more = [] if ours and document.any_text("notes") == framework_notes(head) else [document.text("notes")]
    adopted = document.text("adoptionStatus")
    if adopted and adopted not in STATUS.values():
        more.append(f"Adoption status, as the package has it: {adopted}.")
    return [*head.get("notes", []), *(note for note in (document.text("description"), *more) if note)]

"""A SKOS concept scheme -> a framework."""

import re
from collections.abc import Iterator
from typing import Any

from alignkit.exchange.case.words import framework_notes
from alignkit.exchange.formats import Imported
from alignkit.exchange.grow import Grown, document, grow, imported
from alignkit.exchange.identity import derived
from alignkit.exchange.kept import NO_SUCH, sifted
from alignkit.exchange.moment import UNKNOWN, moment
from alignkit.exchange.naming import id_for
from alignkit.exchange.plain import in_order
from alignkit.exchange.skos.concepts_in import KEPT, NO_PLACE, Reader, in_language, language_of
from alignkit.exchange.skos.framework_out import MAPPING_TYPES
from alignkit.exchange.skos.graph_in import Statements
from alignkit.exchange.skos.iris import identifier_said, outside_iri
from alignkit.exchange.skos.more import more_of
from alignkit.exchange.skos.nodes import Text
from alignkit.exchange.tally import Tally
from alignkit.model import vocabulary as words
from alignkit.model.framework import Source
from alignkit.wording import shortened

_TITLES = ("dcterms:title", "skos:prefLabel", "dc:title", "http://www.w3.org/2000/01/rdf-schema#label")
_PUBLISHERS = ("dc:publisher", "dcterms:publisher", "dc:creator", "dcterms:creator")
_RIGHTS = ("dc:rights", "dcterms:license", "dcterms:rights")
_SOURCES = ("dc:source", "dcterms:source")
_DESCRIPTIONS = ("dcterms:description", "dc:description", "skos:definition")
_NOTES = ("skos:editorialNote", "skos:note", "skos:scopeNote")
_ONE = {"publisher": _PUBLISHERS, "licence": _RIGHTS, "source": _SOURCES, "version": ("owl:versionInfo",)}
_PLACED = frozenset((
    *_TITLES, *_PUBLISHERS, *_RIGHTS, *_SOURCES, *_DESCRIPTIONS, *_NOTES, "rdf:type", "skos:hasTopConcept",
    "owl:versionInfo", "dcterms:modified", "dcterms:bibliographicCitation", "alignkit:id", "alignkit:more",
))  # fmt: skip


def read_scheme(name: str, statements: Statements, scheme: str, concepts: list[str]) -> Imported:
    """Return the scheme and its concepts as a framework; whatever has no place there is named."""
    tally = Tally()
    kept = _kept(statements, scheme, tally)
    reader = Reader(statements, scheme, kept.get("language") or language_of(statements, concepts), bool(kept), tally)
    grown = grow(reader.items(concepts), name, tally)
    head = _head(name, reader, kept)
    head["associations"] = [*kept.get("associations", []), *_associations(reader, grown, kept.get("associations", []))]
    return imported("The scheme", document(head, grown), grown, tally)


def _kept(statements: Statements, scheme: str, tally: Tally) -> dict[str, Any]:
    """Return what our own file says in JSON, as far as framework/1 knows it, and its id."""
    given = more_of(statements, scheme, tally)
    id_ = statements.text(scheme, "alignkit:id")
    kept, unknown = sifted("framework/1", {"id": id_, **given} if id_ else given)
    for _ in unknown:
        tally.also(f"<{scheme}>", "`alignkit:more`", "key", NO_SUCH)
    return kept


def _head(name: str, reader: Reader, kept: dict[str, Any]) -> dict[str, Any]:
    of, scheme = reader.statements, reader.scheme
    title = in_language(of.texts(scheme, *_TITLES), reader.language)
    head = {"id": kept.get("id") or id_for(title.text if title else name.partition(".")[0], scheme), **kept}
    head["title"] = title.text if title else ""
    head["edition"] = of.text(scheme, "owl:versionInfo")
    head["publisher"] = {"name": _words(of, scheme, *_PUBLISHERS), **kept.get("publisher", {})}
    head["language"] = _language(reader)
    head["source"] = _source(reader, head, kept)
    identifier = reader.identifier(scheme)
    head["identifier"] = "" if identifier == derived(head["id"]) else identifier
    changed, said = kept.get("changed", ""), of.text(scheme, "dcterms:modified")
    known = moment(changed, head["edition"], head["id"])
    head["changed"] = changed if said in ("", known) else "" if moment(said) == UNKNOWN else moment(said)
    head["notes"] = list(_notes(reader, head))
    if reader.ours:
        head.setdefault("levels", [])
    _name_losses(reader)
    return head


def _words(of: Statements, iri: str, *terms: str) -> str:
    """Return the first text under the terms, or the name or the address of the first node."""
    for value in of.values(iri, *terms):
        if isinstance(value, Text):
            return value.text
        name = of.text(value.iri, "http://xmlns.com/foaf/0.1/name", *_TITLES)
        return name or ("" if value.iri.startswith("_:") else value.iri)
    return ""


def _language(reader: Reader) -> str:
    valid = re.fullmatch(words.LANGUAGE.matches, reader.language)
    if reader.language and not valid:
        reader.tally.lose(f"<{reader.scheme}>", f'the language "{reader.language}"', "it is no code of a language")
    return reader.language if valid else ""


def _source(reader: Reader, head: dict[str, Any], kept: dict[str, Any]) -> dict[str, Any]:
    of, scheme = reader.statements, reader.scheme
    citation = of.text(scheme, "dcterms:bibliographicCitation")
    said = {"citation": citation, "url": _words(of, scheme, *_SOURCES), "licence": _words(of, scheme, *_RIGHTS)}
    if reader.ours:
        return in_order(Source, {**kept.get("source", {}), **said}) if citation else {}
    made = shortened(f"{head['publisher']['name'] or 'not stated'}: {head['title']}", 1000)
    licence = said["licence"] or "not stated"
    return in_order(Source, {**said, "citation": citation or made, "licence": licence, "text": "verbatim"})


def _notes(reader: Reader, head: dict[str, Any]) -> Iterator[str]:
    of, scheme = reader.statements, reader.scheme
    yield from head.get("notes", [])
    for text in (*of.texts(scheme, *_DESCRIPTIONS), *of.texts(scheme, *_NOTES)):
        if not (reader.ours and text.text == framework_notes({**head, "notes": head.get("notes", [])})):
            yield text.text


def _name_losses(reader: Reader) -> None:
    of, scheme = reader.statements, reader.scheme
    titles = {value.text for value in of.texts(scheme, *_TITLES)}
    several = [("title", len(titles))]
    several += [(word, len(of.values(scheme, *terms))) for word, terms in _ONE.items()]
    for word, number in several:
        if number > 1:
            reader.tally.lose(
                f"<{scheme}>", f"all but one {word} of the scheme", "a framework has one, in one language"
            )
    for term in reader.statements.said.get(reader.scheme, {}):
        if term not in _PLACED and not (reader.ours and term == "dcterms:identifier"):
            reader.tally.lose(f"<{reader.scheme}>", f"`{term}` of the scheme", NO_PLACE)


def _associations(reader: Reader, grown: Grown, kept: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    """Yield what concepts say of others besides the tree, and what is not kept already."""
    iris = {code: iri for iri, code in grown.codes.items()}
    known = {
        (iris.get(each["from"]), MAPPING_TYPES.get(each["type"]), iris.get(each["to"]) or outside_iri(each["to"]))
        for each in kept
    }
    for item, parent in grown.tree.also:
        to = grown.codes.get(parent) or identifier_said(reader.scheme)
        yield {"from": grown.codes[item.key], "type": "skos:broader", "to": to}
    for iri, code in grown.codes.items():
        outside = [each for each in reader.statements.nodes(iri, "skos:broader") if each not in grown.codes]
        said = [("skos:broader", each) for each in outside]
        said += [(term, each) for term in KEPT for each in reader.statements.nodes(iri, term)]
        for term, other in said:
            if (iri, term, other) not in known:
                yield {"from": code, "type": term, "to": grown.codes.get(other) or identifier_said(other)}

"""A document in RDF -> the frameworks and crosswalks that its SKOS speaks of."""

from collections.abc import Iterator

from alignkit.errors import NotImported
from alignkit.exchange.formats import Imported
from alignkit.exchange.losses import Loss
from alignkit.exchange.skos.crosswalk_in import read_crosswalk
from alignkit.exchange.skos.framework_in import read_scheme
from alignkit.exchange.skos.graph_in import Statements, read_json_ld, read_turtle
from alignkit.exchange.skos.nodes import Iri
from alignkit.exchange.skos.terms import MATCHES
from alignkit.exchange.together import together
from alignkit.wording import count

_OF_A_SCHEME = ("skos:inScheme", "skos:topConceptOf")
_OF_A_CONCEPT = (*_OF_A_SCHEME, "skos:broader")


def read_turtle_document(name: str, data: bytes) -> Imported:
    """Return what a file in Turtle holds."""
    return _read(name, read_turtle(name, data))


def read_json_ld_document(name: str, data: bytes) -> Imported:
    """Return what a file in JSON-LD holds."""
    return _read(name, read_json_ld(name, data))


def _read(name: str, statements: Statements) -> Imported:
    crosswalks = statements.typed("alignkit:Crosswalk")
    schemes = _schemes(statements)
    read = {*crosswalks, *schemes, *(concept for concepts in schemes.values() for concept in concepts)}
    if crosswalks:
        mapped = {iri for iri, said in statements.said.items() if not said.keys().isdisjoint(MATCHES.values())}
        read |= {*statements.typed("rdf:Statement"), *mapped}
        # A crosswalk names the schemes that it leads between; only one with a tree of its own is a framework here.
        schemes = {scheme: of for scheme, of in schemes.items() if statements.nodes(scheme, "skos:hasTopConcept")}
    found = [read_crosswalk(name, statements, each) for each in crosswalks]
    found += [read_scheme(name, statements, scheme, concepts) for scheme, concepts in schemes.items()]
    if not found:
        hint = "there has to be a skos:ConceptScheme, or a skos:Concept at least"
        raise NotImported("the file holds no concepts of SKOS", where=name, hint=hint)
    return _together([*found, Imported({}, (), tuple(_others(statements, read)))])


def _others(statements: Statements, read: set[str]) -> Iterator[Loss]:
    """Yield what is said of anything else, such as collections, as one loss; what is read points at the rest."""
    values = (value for iri in read for found in statements.said.get(iri, {}).values() for value in found)
    pointed = {value.iri for value in values if isinstance(value, Iri)}
    others = [iri for iri in statements.said if iri not in read and iri not in pointed]
    if others:
        what = f"everything said of {count(len(others), 'other node')}"
        yield Loss(f"<{others[0]}>", what, "they are neither schemes nor concepts nor mappings")


def _schemes(statements: Statements) -> dict[str, list[str]]:
    """Return the concepts of each scheme; those of none belong to the first, or to "" where there is none at all."""
    found: dict[str, dict[str, None]] = {scheme: {} for scheme in statements.typed("skos:ConceptScheme")}
    homes: dict[str, list[str]] = {}
    for scheme in found:
        for top in statements.nodes(scheme, "skos:hasTopConcept"):
            homes.setdefault(top, []).append(scheme)
    for iri, said in statements.said.items():
        if Iri("skos:Concept") in said.get("rdf:type", ()) or any(term in said for term in _OF_A_CONCEPT):
            own = (*statements.nodes(iri, *_OF_A_SCHEME), *homes.get(iri, ()))
            for scheme in own or (next(iter(found), ""),):
                found.setdefault(scheme, {})[iri] = None
    return {scheme: list(concepts) for scheme, concepts in found.items()}


def _together(found: list[Imported]) -> Imported:
    """Return everything that was read as one."""
    documents = together(document for each in found for document in each.documents.values())
    understood = tuple(sentence for each in found for sentence in each.understood)
    return Imported(documents, understood, tuple(sorted(loss for each in found for loss in each.losses)))

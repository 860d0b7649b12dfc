"""A crosswalk in SKOS -> a crosswalk of ours."""

import re
from collections.abc import Iterator
from typing import Any

from alignkit.errors import NotImported
from alignkit.exchange.formats import Imported
from alignkit.exchange.kept import NO_SUCH, sifted
from alignkit.exchange.plain import faults, in_order
from alignkit.exchange.skos.concepts_in import NO_PLACE
from alignkit.exchange.skos.graph_in import Statements
from alignkit.exchange.skos.more import more_of
from alignkit.exchange.skos.terms import MATCHES, full
from alignkit.exchange.tally import Tally
from alignkit.exchange.tree import natural
from alignkit.model import vocabulary as words
from alignkit.model.crosswalk import Crosswalk, Mapping
from alignkit.wording import count

Joined = tuple[str, str, str]
"""The IRI of an item, the mapping property, the IRI of an item of the other framework."""

_CODE = re.compile(words.CODE.matches)
_RELATIONS = {term: relation for relation, term in MATCHES.items()}
_TERMS = {full(term): term for term in MATCHES.values()}
_PLACED = frozenset((
    "rdf:type", "dcterms:title", "alignkit:id", "alignkit:from", "alignkit:to", "alignkit:more",
))  # fmt: skip


def read_crosswalk(name: str, statements: Statements, crosswalk: str) -> Imported:
    """Return the crosswalk: the statements that keep order and reasons, then mappings that nobody stated so."""
    tally = Tally()
    head = _head(statements, crosswalk, tally)
    ends = {key: _end(name, statements, crosswalk, key) for key in ("from", "to")}
    head = {**head, **ends, "id": head.get("id") or f"{ends['from']}--{ends['to']}"}
    mappings = list(_mappings(statements, tally))
    document = {"alignkit": "crosswalk/1", **in_order(Crosswalk, {**head, "mappings": mappings})}
    understood = f"{count(len(mappings), 'mapping')} from {ends['from']} to {ends['to']} are read as a crosswalk."
    more = () if "method" in head else (f"Nothing says who made the crosswalk {head['id']}: add `method`.",)
    return Imported({f"{head['id']}.yaml": document}, (understood, *more), tally.losses)


def _head(statements: Statements, crosswalk: str, tally: Tally) -> dict[str, Any]:
    given = more_of(statements, crosswalk, tally)
    kept, unknown = sifted("crosswalk/1", {"id": statements.text(crosswalk, "alignkit:id"), **given})
    for key in unknown:
        if key != "id":
            tally.also(f"<{crosswalk}>", "`alignkit:more`", "key", NO_SUCH)
    for term in statements.said[crosswalk]:
        if term not in _PLACED:
            tally.lose(f"<{crosswalk}>", f"`{term}` of the crosswalk", NO_PLACE)
    return {**kept, "title": statements.text(crosswalk, "dcterms:title")}


def _end(name: str, statements: Statements, crosswalk: str, key: str) -> str:
    """Return the id of the framework at an end of the crosswalk."""
    scheme = next(iter(statements.nodes(crosswalk, f"alignkit:{key}")), "")
    id_ = statements.text(scheme, "alignkit:id")
    if any(faults("crosswalk/1", key, id_)):
        hint = "give the scheme the framework's id: alignkit:id"
        raise NotImported(
            f"the crosswalk does not name the framework `{key}`", where=f"{name}: <{crosswalk}>", hint=hint
        )
    return id_


def _mappings(statements: Statements, tally: Tally) -> Iterator[dict[str, str]]:
    for joined, note in (*_stated(statements), *_unstated(statements)):
        codes = [statements.text(iri, "skos:notation") for iri in (joined[0], joined[2])]
        if all(map(_CODE.fullmatch, codes)):
            relation = _RELATIONS[joined[1]]
            yield in_order(Mapping, {"from": codes[0], "to": codes[1], "relation": relation, "note": note})
        else:
            tally.also(f"<{joined[0]}>", "the mapping", "concept", "an end has no notation that may be a code here")


def _stated(statements: Statements) -> list[tuple[Joined, str]]:
    """Return the mappings that are statements of their own, in their order, with their reasons."""
    found = []
    for iri in statements.typed("rdf:Statement"):
        ends = [statements.nodes(iri, term)[:1] for term in ("rdf:subject", "rdf:predicate", "rdf:object")]
        if all(ends) and ends[1][0] in _TERMS:
            order = statements.text(iri, "alignkit:order")
            joined = (ends[0][0], _TERMS[ends[1][0]], ends[2][0])
            found.append((natural(order), iri, joined, statements.text(iri, "skos:note")))
    return [(joined, note) for _, _, joined, note in sorted(found)]


def _unstated(statements: Statements) -> list[tuple[Joined, str]]:
    """Return the mappings that only a mapping property says, in the order of the codes."""
    stated = {joined for joined, _ in _stated(statements)}
    found = (
        (iri, term, other) for iri in statements.said for term in _RELATIONS for other in statements.nodes(iri, term)
    )
    missing = [joined for joined in found if joined not in stated]
    return [(joined, "") for joined in sorted(missing, key=lambda joined: _rank(statements, joined))]


def _rank(statements: Statements, joined: Joined) -> tuple[Any, ...]:
    return natural(statements.text(joined[0], "skos:notation")), joined

"""RDF from others as sorted statements, without any network and without a parser's traceback."""

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.json_input import read_json, walk
from alignkit.exchange.limits import LIMITS, short_enough, small_enough
from alignkit.exchange.skos.nodes import Iri, Text, Value
from alignkit.exchange.skos.terms import short
from alignkit.exchange.tree import natural

# What relative addresses are read against, lest they name this machine's folders.
_BASE = "urn:relative:"
_AGAIN = "export it again, as Turtle or JSON-LD"


class Statements(Struct):
    """What is said of each node, by prefixed names; nodes, terms and values are sorted."""

    said: dict[str, dict[str, list[Value]]]

    def values(self, iri: str, *terms: str) -> list[Value]:
        """Return what is said of a node under any of the terms."""
        of = self.said.get(iri, {})
        return [value for term in terms for value in of.get(term, [])]

    def nodes(self, iri: str, *terms: str) -> list[str]:
        """Return the nodes that a node points at under any of the terms."""
        return [value.iri for value in self.values(iri, *terms) if isinstance(value, Iri)]

    def texts(self, iri: str, *terms: str) -> list[Text]:
        """Return the texts that a node has under any of the terms."""
        return [value for value in self.values(iri, *terms) if isinstance(value, Text)]

    def text(self, iri: str, *terms: str) -> str:
        """Return the first text that a node has under the terms, "" where there is none."""
        return next((value.text for value in self.texts(iri, *terms)), "")

    def typed(self, type_: str) -> list[str]:
        """Return the nodes of a type."""
        return [iri for iri, of in self.said.items() if Iri(type_) in of.get("rdf:type", [])]


def read_turtle(name: str, data: bytes) -> Statements:
    """Return the statements of a file in Turtle."""
    small_enough(data, name)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise NotImported("the file is not UTF-8", where=f"{name}:{line}", hint=_AGAIN) from None
    return _parsed(name, text, "turtle")


def read_json_ld(name: str, data: bytes) -> Statements:
    """Return the statements of a file in JSON-LD whose context stands in the file itself."""
    _refuse_fetching(name, read_json(name, data))
    return _parsed(name, data.decode("utf-8-sig"), "json-ld")


def _refuse_fetching(name: str, value: Any) -> None:
    """Refuse a context that would have to be fetched from somewhere."""
    for path, found in walk(value):
        if not isinstance(found, dict):
            continue
        if _is_elsewhere(found.get("@context")) or "@import" in found:
            what = "the context stands elsewhere, and nothing is fetched from the network"
            hint = "put the context into the file (expand the document), or export it as Turtle"
            raise NotImported(what, where=f"{name}: {path}", hint=hint)


def _is_elsewhere(context: Any) -> bool:
    """Say whether a context is an address, or a list with one in it."""
    return isinstance(context, str) or (isinstance(context, list) and any(map(_is_elsewhere, context)))


def _parsed(name: str, text: str, format_: str) -> Statements:
    from rdflib import Graph  # noqa: PLC0415 - an optional extra, slow to load
    from rdflib.plugins.stores.memory import Memory  # noqa: PLC0415 - the same

    class Bounded(Memory):
        """Holds so many statements and no more: a byte of Turtle can be one, and takes a kilobyte."""

        number = 0

        def add(self, triple: Any, context: Any, quoted: bool = False) -> None:  # noqa: FBT001, FBT002 - rdflib's
            """Add a statement, or refuse the file."""
            self.number += 1
            if self.number > LIMITS.statements:
                raise NotImported(f"it has more than {LIMITS.statements:,} statements", where=name, hint="split it")
            super().add(triple, context, quoted)

    graph = Graph(store=Bounded())
    try:
        with _quiet():
            graph.parse(data=text, format=format_, publicID=_BASE)
    except NotImported:
        raise
    except RecursionError:
        raise NotImported("values are nested too deeply to be read", where=name, hint=_AGAIN) from None
    except Exception as error:
        line = getattr(error, "lines", None)
        where = f"{name}:{line + 1}" if isinstance(line, int) else name
        raise NotImported(f"this is no {_TITLES[format_]}", where=where, hint=_AGAIN) from error
    statements = _statements(graph)
    _refuse_long(name, statements)
    return statements


def _refuse_long(name: str, statements: Statements) -> None:
    """Refuse a text that is longer than a file of ours may hold; ours may be several of a framework in one."""
    for iri, said in statements.said.items():
        for term, values in said.items():
            for value in values:
                if isinstance(value, Text) and term not in _JOINED:
                    short_enough(value.text, f"{name}: <{iri}>")


_JOINED = ("alignkit:more", "skos:editorialNote")
_TITLES = {"turtle": "Turtle", "json-ld": "JSON-LD"}


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep rdflib from rewriting texts that have a type, and from warning on the terminal where they do not fit it."""
    import rdflib  # noqa: PLC0415 - as above

    logger = logging.getLogger("rdflib")
    before = logger.level, rdflib.NORMALIZE_LITERALS
    logger.setLevel(logging.CRITICAL)
    rdflib.NORMALIZE_LITERALS = False
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        logger.setLevel(before[0])
        rdflib.NORMALIZE_LITERALS = before[1]


def _statements(graph: Any) -> Statements:
    from rdflib import BNode, Literal  # noqa: PLC0415 - as above

    # RDF has no order: sorted, so that the same file is read the same way. Blank nodes are numbered as they were met.
    blank = {term: f"_:{n}" for n, term in enumerate(sorted(_blank(graph, BNode), key=natural), 1)}

    def iri(term: Any) -> str:
        return blank[str(term)] if isinstance(term, BNode) else str(term)

    said: dict[str, dict[str, list[Value]]] = {}
    for subject, predicate, term in graph:
        if isinstance(term, Literal):
            value: Value = Text(str(term), term.language or "", short(str(term.datatype)) if term.datatype else "")
        else:
            value = Iri(short(iri(term)) if short(str(predicate)) == "rdf:type" else iri(term))
        said.setdefault(iri(subject), {}).setdefault(short(str(predicate)), []).append(value)
    in_order = ((node, {term: sorted(of[term], key=_rank) for term in sorted(of)}) for node, of in sorted(said.items()))
    return Statements(dict(in_order))


def _blank(graph: Any, kind: type) -> set[str]:
    return {str(term) for triple in graph for term in triple if isinstance(term, kind)}


def _rank(value: Value) -> tuple[str, ...]:
    return ("", value.iri) if isinstance(value, Iri) else ("text", value.text, value.language, value.type)

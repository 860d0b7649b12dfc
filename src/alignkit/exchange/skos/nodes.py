"""What a document in RDF says, node by node, and how it looks in Turtle and in JSON-LD: the same bytes every time."""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from alignkit.exchange.json_output import json_bytes
from alignkit.exchange.skos.terms import PREFIXES

_HALVES = re.compile("[\ud800-\udfff]")
# What an IRI may not hold, by the grammar of Turtle.
_NOT_IN_IRIS = re.compile(r'[\x00-\x20<>"{}|^`\\\ud800-\udfff]')
_PLAIN_SIGNS = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Iri(Struct, frozen=True):
    """A node that is pointed at."""

    iri: str


class Text(Struct, frozen=True):
    """A text, in a language or of a type (`xsd:boolean`) or neither."""

    text: str
    language: str = ""
    type: str = ""


Value = Iri | Text


class Node(Struct, frozen=True):
    """A node and what is said of it, by prefixed names in the order in which they are shown."""

    iri: str
    said: dict[str, list[Value]]


def is_iri(text: str) -> bool:
    """Say whether a text may stand as an IRI: absolute, and without what the grammar forbids."""
    return bool(re.match(r"[A-Za-z][A-Za-z0-9+.-]*:.", text)) and not _NOT_IN_IRIS.search(text)


def node(iri: str, **said: Value | Iterable[Value] | None) -> Node:
    """Return a node; a key `skos__notation` stands for skos:notation, and what is None or empty is not said."""
    listed = {key.replace("__", ":"): _listed(value) for key, value in said.items()}
    return Node(iri, {key: values for key, values in listed.items() if values})


def _listed(value: Value | Iterable[Value] | None) -> list[Value]:
    if value is None:
        return []
    return [value] if isinstance(value, Iri | Text) else list(value)


def turtle(nodes: Iterable[Node]) -> bytes:
    """Return the nodes as Turtle, in their order."""
    shown = list(nodes)
    used = {name.partition(":")[0] for each in shown for name in _names(each)}
    lines = [f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in sorted(used)]
    return "\n".join([*lines, *map(_block, shown), ""]).encode()


def _names(each: Node) -> Iterator[str]:
    """Yield every prefixed name that a node uses."""
    for key, values in each.said.items():
        yield key
        for value in values:
            if isinstance(value, Text) and value.type:
                yield value.type
            elif isinstance(value, Iri) and key == "rdf:type":
                yield value.iri


def _block(each: Node) -> str:
    said = (f"    {'a' if key == 'rdf:type' else key} {', '.join(_turtle(v, key) for v in values)}"
            for key, values in each.said.items())  # fmt: skip
    return f"\n<{each.iri}>\n" + " ;\n".join(said) + " ."


def _turtle(value: Value, key: str) -> str:
    if isinstance(value, Iri):
        return value.iri if key == "rdf:type" else f"<{value.iri}>"
    quoted = f'"{"".join(map(_sign, _HALVES.sub(chr(0xFFFD), value.text)))}"'
    return f"{quoted}@{value.language}" if value.language else f"{quoted}^^{value.type}" if value.type else quoted


def _sign(sign: str) -> str:
    """Return a sign as it may stand in a quoted text: what no one sees is spelt out."""
    if sign in _PLAIN_SIGNS:
        return _PLAIN_SIGNS[sign]
    return sign if sign.isprintable() else f"\\u{ord(sign):04X}" if ord(sign) <= 0xFFFF else f"\\U{ord(sign):08X}"  # noqa: PLR2004 - four digits


def json_ld(nodes: Iterable[Node]) -> bytes:
    """Return the nodes as JSON-LD whose context stands in the document: no one has to fetch anything to read it."""
    shown = list(nodes)
    used = {name.partition(":")[0] for each in shown for name in _names(each)}
    context = {prefix: PREFIXES[prefix] for prefix in sorted(used)}
    return json_bytes({"@context": context, "@graph": [_object(each) for each in shown]})


def _object(each: Node) -> dict[str, Any]:
    return {"@id": each.iri, **dict(_pair(key, values) for key, values in each.said.items())}


def _pair(key: str, values: list[Value]) -> tuple[str, Any]:
    if key == "rdf:type":
        return "@type", [value.iri for value in values if isinstance(value, Iri)]
    shown = [_json(value) for value in values]
    return key, shown[0] if len(shown) == 1 else shown


def _json(value: Value) -> Any:
    if isinstance(value, Iri):
        return {"@id": value.iri}
    if value.language:
        return {"@value": value.text, "@language": value.language}
    return {"@value": value.text, "@type": value.type} if value.type else value.text

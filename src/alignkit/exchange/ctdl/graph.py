"""A file of CTDL-ASN as its frameworks and competencies, each found by its address."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.ctdl.values import links
from alignkit.exchange.json_at import At, root
from alignkit.exchange.json_input import read_json

CEASN = "https://purl.org/ctdlasn/terms/"
# Where Credential Engine has published the context, with and without a date of release behind it.
_CONTEXTS = ("credreg.net/ctdlasn/schema/context/json", "credreg.net/ctdl/schema/context/json")

FRAMEWORK = "ceasn:CompetencyFramework"
COMPETENCY = "ceasn:Competency"


class Asn(Struct):
    """The frameworks and the competencies of a file by their addresses, and the framework of each competency."""

    frameworks: dict[str, At]
    competencies: dict[str, At]
    part_of: dict[str, str]
    others: list[At]

    def competencies_of(self, framework: str) -> list[str]:
        """Return the competencies of a framework, in the order of the file."""
        return [address for address in self.competencies if self.part_of.get(address) == framework]


def read_asn(name: str, data: bytes) -> Asn:
    """Return what a file holds; its terms are known by their published names, and nothing is fetched."""
    whole = root(name, read_json(name, data))
    _refuse_other_terms(whole)
    asn = Asn({}, {}, {}, [])
    for node in _nodes(whole):
        types = links(node, "@type")
        if FRAMEWORK in types:
            _add(node, asn.frameworks)
        elif COMPETENCY in types:
            _add(node, asn.competencies)
        else:
            asn.others.append(node)
    if not asn.frameworks:
        hint = f"there has to be a node of the type {FRAMEWORK}"
        raise NotImported("the file holds no competency framework of CTDL-ASN", where=name, hint=hint)
    _find_homes(asn)
    return asn


def _nodes(whole: At) -> list[At]:
    return whole.many("@graph") if whole.has("@graph") else [whole]


def _refuse_other_terms(whole: At) -> None:
    """Refuse a context that is not the published one: what its terms mean would have to be fetched."""
    contexts = whole.value.get("@context")
    for context in contexts if isinstance(contexts, list) else [contexts]:
        known = isinstance(context, str) and any(part in context for part in _CONTEXTS)
        if not (context is None or known or _is_ceasn(context)):
            hint = "only the context that Credential Engine publishes is known here"
            whole.refuse("@context", "the context is another one, and nothing is fetched from the network", hint)


def _is_ceasn(context: Any) -> bool:
    return isinstance(context, dict) and context.get("ceasn") == CEASN


def _add(node: At, to: dict[str, At]) -> None:
    address = node.text("@id") or node.text("ceterms:ctid")
    if not address:
        node.refuse("@id", "there is no address", "JSON-LD names what it speaks of by an `@id`")
    if address in to:
        hint = "an address is the name of one thing: ask whoever made the file for one without the second"
        node.refuse("@id", f"the address is that of {to[address].path} too", hint)
    to[address] = node


def _find_homes(asn: Asn) -> None:
    """Say which framework each competency is part of: the one it names, else that of its parents, else the first."""
    for address, node in asn.competencies.items():
        named = [home for home in links(node, "ceasn:isPartOf", "ceasn:isTopChildOf") if home in asn.frameworks]
        if named:
            asn.part_of[address] = named[0]
    for home, framework in asn.frameworks.items():
        for address in _below(asn, framework):
            asn.part_of.setdefault(address, home)
    first = next(iter(asn.frameworks))
    for address in asn.competencies:
        asn.part_of.setdefault(address, first)


def _below(asn: Asn, framework: At) -> Iterator[str]:
    """Yield every competency that a framework leads down to."""
    waiting = links(framework, "ceasn:hasTopChild", "ceasn:hasChild")
    seen: set[str] = set()
    while waiting:
        address = waiting.pop()
        if address in asn.competencies and address not in seen:
            seen.add(address)
            yield address
            waiting += links(asn.competencies[address], "ceasn:hasChild")

"""A crosswalk as SKOS mapping properties between the concepts of two schemes."""

import json

from alignkit.exchange.identity import derived
from alignkit.exchange.losses import Written
from alignkit.exchange.plain import plain
from alignkit.exchange.skos.framework_out import label_and_definition
from alignkit.exchange.skos.iris import item_iris, scheme_iri
from alignkit.exchange.skos.nodes import Iri, Node, Text, Value, json_ld, node, turtle
from alignkit.exchange.skos.terms import MATCHES, full
from alignkit.library.library import Library
from alignkit.model.crosswalk import Crosswalk, Mapping
from alignkit.model.framework import Framework

# Keys of crosswalk/1 that have terms of their own here; what is left is one text of JSON.
_PLACED = ("id", "title", "from", "to", "mappings")


def write_turtle(crosswalk: Crosswalk, library: Library) -> Written:
    """Return the crosswalk in Turtle."""
    return Written(turtle(crosswalk_nodes(crosswalk, library)))


def write_json_ld(crosswalk: Crosswalk, library: Library) -> Written:
    """Return the crosswalk in JSON-LD, the same statements as in Turtle."""
    return Written(json_ld(crosswalk_nodes(crosswalk, library)))


def crosswalk_nodes(crosswalk: Crosswalk, library: Library) -> list[Node]:
    """Return the crosswalk, its two schemes, the concepts that it joins, and each mapping as a statement."""
    ends = _End(crosswalk.from_, library), _End(crosswalk.to, library)
    matches: dict[str, dict[str, list[Value]]] = {}
    concepts: dict[str, tuple[_End, str]] = {}
    for mapping in crosswalk.mappings:
        origin, destination = ends[0].iri(mapping.from_), ends[1].iri(mapping.to)
        concepts.setdefault(origin, (ends[0], mapping.from_))
        concepts.setdefault(destination, (ends[1], mapping.to))
        values = matches.setdefault(origin, {}).setdefault(MATCHES[mapping.relation], [])
        values += [Iri(destination)] if Iri(destination) not in values else []
    name = f"crosswalk/{crosswalk.id}"
    schemes = {end.scheme: end.scheme_node() for end in ends}
    return [
        _head(crosswalk, derived(name), ends),
        *schemes.values(),
        *(end.concept(code, matches.get(iri, {})) for iri, (end, code) in sorted(concepts.items())),
        *(_statement(mapping, number, name, ends) for number, mapping in enumerate(crosswalk.mappings, 1)),
    ]


class _End:
    """One of the two frameworks: its IRIs and words, as far as the library knows it."""

    def __init__(self, framework_id: str, library: Library) -> None:
        index = library.find(framework_id)
        self._id = framework_id
        self._framework: Framework | None = index.framework if index else None
        placed = item_iris(index.framework) if index else []
        # The label must be the framework's own: two labels of one concept in one language are none.
        self._items = {item.code: (iri, label_and_definition(item)[0]) for item, _, iri in reversed(placed)}
        self.scheme = scheme_iri(index.framework) if index else f"urn:uuid:{derived(framework_id)}"

    def iri(self, code: str) -> str:
        """Return the IRI of the item of that code, known or not."""
        known = self._items.get(code)
        return known[0] if known else f"urn:uuid:{derived(f'{self._id}:{code}')}"

    def scheme_node(self) -> Node:
        """Return the scheme, as far as a crosswalk has to say what it is."""
        title = Text(self._framework.title, self._framework.language) if self._framework else None
        return node(
            self.scheme, rdf__type=Iri("skos:ConceptScheme"), dcterms__title=title, skos__prefLabel=title,
            alignkit__id=Text(self._id),
        )  # fmt: skip

    def concept(self, code: str, matches: dict[str, list[Value]]) -> Node:
        """Return an item of the framework with what it is mapped to."""
        label = Text(code)
        if self._framework and code in self._items:
            label = Text(self._items[code][1], self._framework.language)
        said = node(
            self.iri(code), rdf__type=Iri("skos:Concept"), skos__inScheme=Iri(self.scheme),
            skos__notation=Text(code), skos__prefLabel=label,
        )  # fmt: skip
        return Node(said.iri, said.said | matches)


def _head(crosswalk: Crosswalk, uuid: str, ends: tuple[_End, _End]) -> Node:
    head = {key: value for key, value in plain(crosswalk).items() if key not in _PLACED}
    return node(
        f"urn:uuid:{uuid}",
        rdf__type=Iri("alignkit:Crosswalk"),
        dcterms__title=Text(crosswalk.title) if crosswalk.title else None,
        alignkit__id=Text(crosswalk.id),
        alignkit__from=Iri(ends[0].scheme),
        alignkit__to=Iri(ends[1].scheme),
        alignkit__more=Text(json.dumps(head, ensure_ascii=False, sort_keys=True)),
    )


def _statement(mapping: Mapping, number: int, name: str, ends: tuple[_End, _End]) -> Node:
    """Return the mapping as a statement, which keeps its place in the file and its reason."""
    return node(
        f"urn:uuid:{derived(f'{name}:{mapping.from_}:{mapping.to}:{number}')}",
        rdf__type=Iri("rdf:Statement"),
        rdf__subject=Iri(ends[0].iri(mapping.from_)),
        rdf__predicate=Iri(full(MATCHES[mapping.relation])),
        rdf__object=Iri(ends[1].iri(mapping.to)),
        skos__note=Text(mapping.note) if mapping.note else None,
        alignkit__order=Text(str(number), type="xsd:integer"),
    )

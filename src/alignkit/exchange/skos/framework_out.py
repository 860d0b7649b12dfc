"""A framework as a SKOS concept scheme."""

import json
from typing import Any

from alignkit.exchange.case.words import UNVERIFIED, framework_notes
from alignkit.exchange.losses import Written
from alignkit.exchange.moment import UNKNOWN, moment
from alignkit.exchange.plain import plain
from alignkit.exchange.skos.iris import item_iris, outside_iri, scheme_iri, unsaid
from alignkit.exchange.skos.nodes import Iri, Node, Text, Value, json_ld, node, turtle
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.framework import Framework, Item

_FALSE = Text("false", type="xsd:boolean")
# Keys of framework/1 that have terms of their own here; what is left is one text of JSON.
_PLACED = ("id", "title", "edition", "identifier", "items")
# Association types that are mapping properties, or have one.
MAPPING_TYPES = {
    "exactMatchOf": "skos:exactMatch",
    **{f"skos:{name}": f"skos:{name}" for name in (
        "exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch", "related",
    )},
}  # fmt: skip


def write_turtle(index: FrameworkIndex, library: Library) -> Written:
    """Return the framework in Turtle; what SKOS has no term for is under terms of ours."""
    del library  # a framework needs no other
    return Written(turtle(framework_nodes(index.framework)))


def write_json_ld(index: FrameworkIndex, library: Library) -> Written:
    """Return the framework in JSON-LD, the same statements as in Turtle."""
    del library
    return Written(json_ld(framework_nodes(index.framework)))


def framework_nodes(framework: Framework) -> list[Node]:
    """Return the scheme, then its concepts in the publisher's order."""
    tree = _Tree(framework)
    return [_scheme(framework, tree), *(tree.concept(*placed) for placed in tree.placed)]


def _scheme(framework: Framework, tree: "_Tree") -> Node:
    head = plain(framework)
    source = head.get("source", {})
    changed = moment(framework.changed, framework.edition, framework.id)
    said = {key: Text(source[key]) for key in ("citation", "url", "licence") if source.get(key)}
    notes = framework_notes(head)
    return node(
        tree.scheme,
        rdf__type=Iri("skos:ConceptScheme"),
        dcterms__title=Text(framework.title, framework.language),
        skos__prefLabel=Text(framework.title, framework.language),
        dc__publisher=Text(framework.publisher.name),
        owl__versionInfo=Text(framework.edition) if framework.edition else None,
        dcterms__modified=Text(changed, type="xsd:dateTime") if changed != UNKNOWN else None,
        dcterms__bibliographicCitation=said.get("citation"),
        dc__source=said.get("url"),
        dc__rights=said.get("licence"),
        dcterms__identifier=unsaid(framework.identifier, tree.scheme),
        skos__editorialNote=Text(notes, "en") if notes else None,
        alignkit__id=Text(framework.id),
        alignkit__more=Text(_more(head)),
        skos__hasTopConcept=tree.below[tree.scheme],
    )


def _more(head: dict[str, Any]) -> str:
    """Return what of the framework's head has no term, as JSON."""
    rest = {key: value for key, value in head.items() if key not in _PLACED}
    rest["publisher"] = {key: value for key, value in head["publisher"].items() if key != "name"}
    source = head.get("source", {})
    rest["source"] = {key: value for key, value in source.items() if key not in ("citation", "url", "licence")}
    said = {key: value for key, value in rest.items() if value != {}}
    return json.dumps(said, ensure_ascii=False, sort_keys=True)


def label_and_definition(item: Item) -> tuple[str, str]:
    """Return how a concept is labelled and defined: a text without a title is both."""
    return item.title or item.text or item.code, item.text


def parts_of(label: str, definition: str, code: str) -> tuple[str, str]:
    """Return the title and the text that a label and a definition say."""
    if label in (definition, "" if definition else code):
        return "", definition
    return label, definition


class _Tree:
    """A framework's concepts with what stands above, below and beside each."""

    def __init__(self, framework: Framework) -> None:
        self._framework = framework
        self.placed = item_iris(framework)
        self.scheme = scheme_iri(framework)
        self.below: dict[str, list[Value]] = {self.scheme: []}
        self._parents: dict[str, str] = {}
        above = [self.scheme]
        for _, depth, iri in self.placed:
            del above[depth + 1 :]
            self._parents[iri] = above[depth]
            self.below.setdefault(above[depth], []).append(Iri(iri))
            above.append(iri)
        self._iris = {item.code: iri for item, _, iri in reversed(self.placed)}
        self._numbers = {child: n for below in self.below.values() for n, child in enumerate(below, 1)}
        self._matches = self._mapped()

    def _mapped(self) -> dict[str, dict[str, list[Value]]]:
        """Return the mapping properties of each concept that has any."""
        found: dict[str, dict[str, list[Value]]] = {}
        for each in self._framework.associations:
            term, other = MAPPING_TYPES.get(each.type), self._iris.get(each.to) or outside_iri(each.to)
            if term and other and each.from_ in self._iris:
                values = found.setdefault(self._iris[each.from_], {}).setdefault(term, [])
                values += [Iri(other)] if Iri(other) not in values else []
        return found

    def concept(self, item: Item, depth: int, iri: str) -> Node:
        """Return an item as a concept."""
        language, parent = self._framework.language, self._parents[iri]
        label, definition = label_and_definition(item)
        level = self._framework.level_of(item, depth)
        top = parent == self.scheme
        said = node(
            iri,
            rdf__type=Iri("skos:Concept"),
            skos__inScheme=Iri(self.scheme),
            skos__topConceptOf=Iri(parent) if top else None,
            skos__broader=None if top else Iri(parent),
            skos__narrower=self.below.get(iri, []),
            skos__notation=Text(item.code) if item.code else None,
            skos__prefLabel=Text(label, language) if label else None,
            skos__definition=Text(definition, language) if definition else None,
            dc__type=Text(level) if level else None,
            dcterms__identifier=unsaid(item.identifier, iri),
            skos__editorialNote=None if item.verified else Text(UNVERIFIED, "en"),
            alignkit__verified=None if item.verified else _FALSE,
            alignkit__seenIn=Text(item.source) if item.source else None,
            alignkit__title=self._unsaid_title(item, label, definition),
            alignkit__order=Text(str(self._numbers[Iri(iri)]), type="xsd:integer"),
        )
        return Node(said.iri, said.said | self._matches.get(iri, {}))

    @staticmethod
    def _unsaid_title(item: Item, label: str, definition: str) -> Text | None:
        """Return the title where the label would be read as something else."""
        return None if parts_of(label, definition, item.code) == (item.title, item.text) else Text(item.title)

"""Frameworks and crosswalks as SKOS: what other people's readers and validators make of them."""

import json
import logging
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pyld import jsonld
from pyshacl import validate
from rdflib import RDF, SKOS, Graph, Literal, URIRef
from skosify import check
from tests.hostile import HOSTILE
from tests.made import LIBRARY, crosswalk, framework, index

from alignkit.exchange.skos import crosswalk_out, framework_out
from alignkit.exchange.skos.nodes import Iri, Text, json_ld, node, turtle
from alignkit.library.library import Library

SHAPES = Path(__file__).parents[3] / "schemas" / "skos-integrity.ttl"
VE1 = URIRef("urn:uuid:7d312464-ff0c-5266-8c56-5517cfaeb177")


def graph(data: bytes, format_: str = "turtle") -> Graph:
    return Graph().parse(data=data, format=format_)


@cache
def published(*names: str) -> Graph:
    """Return the frameworks and the crosswalks between them in one graph, as a publisher would load them."""
    whole = Graph()
    for name in names:
        found = LIBRARY.find(name)
        assert found
        whole.parse(data=framework_out.write_turtle(found, LIBRARY).data, format="turtle")
    for each in LIBRARY.crosswalks(*names):
        whole.parse(data=crosswalk_out.write_turtle(each, LIBRARY).data, format="turtle")
    return whole


def everything() -> Graph:
    return published(*LIBRARY.ids)


def test_all_that_is_shipped_has_a_concept_for_each_item_and_a_scheme_for_each_framework():
    items = sum(len(list(found.framework.walk())) for name in LIBRARY.ids if (found := LIBRARY.find(name)))
    assert len(set(everything().subjects(RDF.type, SKOS.Concept))) == items > 1000
    assert len(set(everything().subjects(RDF.type, SKOS.ConceptScheme))) == len(LIBRARY.ids)


@pytest.mark.parametrize("names", [("ipec-2016", "ipec-2023", "cihc-2010"), ("canmeds-2015",)], ids=["mapped", "deep"])
def test_schemes_and_mappings_together_keep_the_integrity_conditions_of_skos(names):
    whole = published(*names)
    # SHACL says that a graph without a focus conforms: there must be one.
    assert (None, RDF.type, SKOS.Concept) in whole
    conforms, _, report = validate(whole, shacl_graph=graph(SHAPES.read_bytes()))
    assert conforms, report[:2000]


@pytest.mark.parametrize(
    "wrong",
    [
        "<urn:a> skos:prefLabel 'one'@en, 'two'@en .",
        "<urn:a> skos:broader <urn:b> .",
        "<urn:a> skos:related <urn:c> . <urn:a> skos:broader <urn:c> . <urn:c> skos:narrower <urn:a> .",
        "<urn:a> skos:exactMatch <urn:b> ; skos:broadMatch <urn:b> .",
        "<urn:b> skos:inScheme <urn:nothing> .",
    ],
)
def test_the_shapes_refuse_what_is_wrong(wrong):
    right = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dcterms: <http://purl.org/dc/terms/> ."
    right += "<urn:s> a skos:ConceptScheme ; dcterms:title 'S' ."
    for name in "abc":
        right += f"<urn:{name}> a skos:Concept ; skos:inScheme <urn:s> ; skos:prefLabel '{name}'@en ."
    shapes = graph(SHAPES.read_bytes())
    assert validate(graph(right.encode()), shacl_graph=shapes)[0]
    assert not validate(graph((right.replace("'a'@en", "'a'@nl") + wrong).encode()), shacl_graph=shapes)[0]


def test_skosify_finds_nothing_to_mend(caplog):
    caplog.set_level(logging.WARNING)
    before = len(everything())
    check.hierarchy_cycles(everything())
    check.disjoint_relations(everything())
    check.hierarchical_redundancy(everything())
    check.preflabel_uniqueness(everything(), policy=["shortest"])
    check.label_overlap(everything())
    assert [record.getMessage() for record in caplog.records] == []
    assert len(everything()) == before


@pytest.mark.parametrize("name", ["ipec-2023", "nmc-2018", "rethos-nursing-2019"])
def test_turtle_and_json_ld_say_the_same_and_no_term_is_dropped(name):
    found = LIBRARY.find(name)
    assert found
    one, other = framework_out.write_turtle(found, LIBRARY).data, framework_out.write_json_ld(found, LIBRARY).data
    assert set(graph(one)) == set(graph(other, "json-ld"))
    assert dropped(other) == []
    assert one == framework_out.write_turtle(found, LIBRARY).data


def test_a_crosswalk_says_the_same_in_both_and_no_term_is_dropped():
    shipped = LIBRARY.crosswalks()[0]
    one, other = crosswalk_out.write_turtle(shipped, LIBRARY).data, crosswalk_out.write_json_ld(shipped, LIBRARY).data
    assert set(graph(one)) == set(graph(other, "json-ld"))
    assert dropped(other) == []


def dropped(data: bytes) -> list[Any]:
    """Return what PyLD drops when it expands the document, without a network."""

    def refuse(url: str, _: Any = None) -> Any:
        raise AssertionError(url)

    lost: list[Any] = []
    jsonld.expand(json.loads(data), {"documentLoader": refuse}, on_property_dropped=lost.append)
    return lost


def test_an_undefined_term_would_be_noticed():
    assert dropped(b'{"@context": {}, "@id": "urn:a", "strength": "full"}') == ["strength"]


def test_a_concept_is_as_a_reader_of_skos_expects():
    concept: dict[Any, Any] = dict(everything().predicate_objects(VE1))
    assert concept[SKOS.notation] == Literal("VE1")
    assert concept[SKOS.prefLabel].language == "en"
    assert (concept[SKOS.inScheme], None, None) in everything()
    parent = concept[SKOS.broader]
    assert (parent, SKOS.notation, Literal("VE")) in everything()
    assert (parent, SKOS.topConceptOf, concept[SKOS.inScheme]) in everything()
    assert (concept[SKOS.inScheme], SKOS.hasTopConcept, parent) in everything()


def test_what_is_not_verified_says_so_to_people_and_machines():
    data = framework_out.write_turtle(index(framework(items=[{"code": "A", "verified": False}])), LIBRARY).data.decode()
    assert 'skos:editorialNote "Not verified: no source has confirmed this text."@en' in data
    assert 'alignkit:verified "false"^^xsd:boolean' in data


@pytest.mark.parametrize(
    ("relation", "term"),
    [
        ("exact", SKOS.exactMatch),
        ("close", SKOS.closeMatch),
        ("broad", SKOS.broadMatch),
        ("narrow", SKOS.narrowMatch),
        ("related", SKOS.relatedMatch),
    ],
)
def test_a_relation_is_a_mapping_property_read_from_from_to_to(relation, term):
    library = Library([framework(id="one", items=[{"code": "A1"}]), framework(id="two", items=[{"code": "B1"}])])
    mapped = crosswalk(mappings=[{"from": "A1", "to": "B1", "relation": relation, "note": "So."}])
    found = graph(crosswalk_out.write_turtle(mapped, library).data)
    ((origin, destination),) = found.subject_objects(term)
    assert (origin, SKOS.notation, Literal("A1")) in found
    assert (destination, SKOS.notation, Literal("B1")) in found
    (statement,) = found.subjects(RDF.type, RDF.Statement)
    assert (statement, SKOS.note, Literal("So.")) in found


def test_kept_associations_with_a_mapping_property_are_said_with_it():
    associations = [
        {"from": "A1", "type": "exactMatchOf", "to": "https://example.org/x"},
        {"from": "A1", "type": "precedes", "to": "A"},
        {"from": "A1", "type": "skos:closeMatch", "to": "no address"},
    ]
    data = framework_out.write_turtle(index(framework(associations=associations)), LIBRARY).data
    (match,) = [triple for triple in graph(data) if "Match" in str(triple[1])]
    assert match[1:] == (SKOS.exactMatch, URIRef("https://example.org/x"))


def test_an_address_that_is_no_iri_is_a_text_beside_the_uuid():
    items = [{"code": "A", "identifier": 'https://example.org/"><x>'}]
    data = framework_out.write_turtle(index(framework(items=items)), LIBRARY).data
    (concept,) = graph(data).subjects(RDF.type, SKOS.Concept)
    assert str(concept).startswith("urn:uuid:")
    assert b'dcterms:identifier "https://example.org/\\"><x>"' in data


@pytest.mark.parametrize("text", [text for name, text in HOSTILE.items() if name != "half a character"])
def test_hostile_texts_are_carried_as_they_are(text):
    nodes = [node("urn:a", rdf__type=Iri("skos:Concept"), skos__prefLabel=Text(text, "en"), skos__notation=Text(text))]
    for data, format_ in ((turtle(nodes), "turtle"), (json_ld(nodes), "json-ld")):
        found = graph(data, format_)
        assert set(map(str, found.objects(predicate=SKOS.prefLabel))) == {text}
        assert len(found) == 3


def test_half_a_character_is_no_reason_to_write_broken_bytes():
    data = turtle([node("urn:a", skos__notation=Text("a\ud800"))])
    assert "a\ufffd" in data.decode()

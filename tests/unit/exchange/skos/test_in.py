"""SKOS from others: as much as a framework can hold, the rest by name, and nothing fetched."""

import time
from typing import Any

import pytest
from tests.made import said

from alignkit.errors import NotImported
from alignkit.exchange.formats import Imported, format_named
from alignkit.exchange.limits import Limits
from alignkit.exchange.plain import record_of
from alignkit.exchange.skos.document_in import read_json_ld_document, read_turtle_document

PREFIXES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dc: <http://purl.org/dc/elements/1.1/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix ex: <https://example.org/> .
"""
SCHEME = """
ex:scheme a skos:ConceptScheme ; dct:title "Competenties"@nl, "Competencies"@en ; dct:publisher [ foaf:name "A body" ] ;
    owl:versionInfo "2.1" ; dct:modified "2024-05-06"^^xsd:date ;
    dct:license <https://creativecommons.org/licenses/by/4.0/> ; dct:description "About care."@en ; dct:subject "care" .
ex:a a skos:Concept ; skos:topConceptOf ex:scheme ; skos:notation "A" ; skos:prefLabel "Zorg"@nl, "Care"@en .
ex:b a skos:Concept ; skos:inScheme ex:scheme ; skos:broader ex:a ; skos:notation "A.10" ;
    skos:prefLabel "Luisteren"@nl ; skos:definition "Luistert goed."@nl ; skos:altLabel "Horen"@nl, "Hoort"@nl ;
    skos:exactMatch <https://other.org/7> .
ex:c a skos:Concept ; skos:inScheme ex:scheme ; skos:broader ex:a ; skos:prefLabel "Praten"@nl ; skos:notation "A.9" ;
    skos:related ex:b .
"""


def read(turtle: str) -> Imported:
    return read_turtle_document("their.ttl", (PREFIXES + turtle).encode())


def one(turtle: str) -> dict[str, Any]:
    (document,) = read(turtle).documents.values()
    return document


def refused(data: bytes, reader: Any = read_turtle_document) -> str:
    with pytest.raises(NotImported) as refusal:
        reader("f", data)
    assert refusal.value.hint
    return f"{refusal.value.where}: {refusal.value.message}"


def test_a_scheme_of_others_is_a_framework():
    assert one(SCHEME) == {
        "alignkit": "framework/1",
        "id": "competenties",
        "title": "Competenties",
        "edition": "2.1",
        "publisher": {"name": "A body"},
        "language": "nl",
        "source": {
            "citation": "A body: Competenties",
            "licence": "https://creativecommons.org/licenses/by/4.0/",
            "text": "verbatim",
        },
        "notes": ["About care."],
        "identifier": "https://example.org/scheme",
        "changed": "2024-05-06T00:00:00+00:00",
        "items": [
            {
                "code": "A",
                "title": "Zorg",
                "identifier": "https://example.org/a",
                "items": [
                    {"code": "A.9", "title": "Praten", "identifier": "https://example.org/c"},
                    {
                        "code": "A.10",
                        "title": "Luisteren",
                        "text": "Luistert goed.",
                        "identifier": "https://example.org/b",
                    },
                ],
            }
        ],
        "associations": [
            {"from": "A.9", "type": "skos:related", "to": "A.10"},
            {"from": "A.10", "type": "skos:exactMatch", "to": "https://other.org/7"},
        ],
    }


def test_its_losses_have_names():
    assert [(loss.where, loss.what) for loss in read(SCHEME).losses] == [
        ("<https://example.org/a>", "`skos:prefLabel` in other words or languages of 1 concept"),
        ("<https://example.org/b>", "`skos:altLabel` of 1 concept"),
        ("<https://example.org/scheme>", "`dcterms:subject` of the scheme"),
        ("<https://example.org/scheme>", "all but one title of the scheme"),
    ]


def test_it_can_be_loaded_once_somebody_says_what_kind_of_body_publishes_it():
    record, problems = record_of(one(SCHEME), "x.yaml")
    assert record is not None
    assert [(problem.kind, problem.facts["key"]) for problem in problems] == [("missing-key", "kind")]
    assert said({**one(SCHEME), "kind": "regulator"})["id"] == "competenties"


def test_parents_may_be_said_from_above_and_children_without_a_code_get_one():
    found = one('ex:s a skos:ConceptScheme ; skos:hasTopConcept ex:a . ex:a skos:narrower ex:b ; skos:inScheme ex:s .'
                'ex:b a skos:Concept ; skos:prefLabel "Listen" .')  # fmt: skip
    (top,) = found["items"]
    assert (top["code"], [child["code"] for child in top["items"]]) == ("1", ["1.1"])
    assert found["notes"] == ["2 of 2 codes were assigned when this was imported."]


def test_a_second_parent_and_one_outside_are_kept():
    found = one(
        'ex:a a skos:Concept ; skos:notation "A" . ex:b a skos:Concept ; skos:notation "B" .'
        'ex:c a skos:Concept ; skos:notation "C" ; skos:broader ex:a, ex:b, <https://other.org/1> .'
    )
    below = {each["code"]: [child["code"] for child in each.get("items", [])] for each in found["items"]}
    assert below == {"A": ["C"], "B": []}
    assert found["associations"] == [
        {"from": "C", "type": "skos:broader", "to": "B"},
        {"from": "C", "type": "skos:broader", "to": "https://other.org/1"},
    ]
    assert found["id"] == "their"


def test_a_circle_is_opened_aloud():
    found = read(
        'ex:a a skos:Concept ; skos:notation "A" ; skos:broader ex:b .'
        'ex:b a skos:Concept ; skos:notation "B" ; skos:broader ex:a .'
    )
    (document,) = found.documents.values()
    assert [each["code"] for each in document["items"]] == ["A"]
    assert [loss.what for loss in found.losses] == ["its place below another item"]


def test_two_schemes_are_two_frameworks_even_of_one_title():
    two = "".join(
        f'ex:s{n} a skos:ConceptScheme ; dct:title "Care" .'
        f'ex:c{n} a skos:Concept ; skos:inScheme ex:s{n} ; skos:notation "C{n}" .'
        for n in (1, 2)
    )
    assert list(read(two).documents) == ["care.yaml", "care-2.yaml"]
    assert read(two).documents["care-2.yaml"]["id"] == "care-2"


def test_a_concept_without_an_address_has_no_identifier_and_the_reading_is_the_same_every_time():
    blank = '[] a skos:Concept ; skos:notation "A" . [] a skos:Concept ; skos:notation "B" ; skos:altLabel "x" .'
    assert one(blank)["items"] == [{"code": "A"}, {"code": "B"}]
    assert read(blank) == read(blank)
    assert "`skos:altLabel` of 1 concept" in [loss.what for loss in read(blank).losses]


def test_mappings_that_only_a_property_says_are_read_in_the_order_of_codes():
    own = "@prefix own: <urn:uuid:c53d6cdb-9c19-52af-8669-58a4ddb0d6fe#> ."
    crosswalk = (
        own
        + """
    ex:x a own:Crosswalk ; own:from ex:s1 ; own:to ex:s2 ; own:more "[1]" ; dct:subject "x" .
    ex:s1 own:id "one" . ex:s2 own:id "two" .
    ex:a10 skos:notation "A10" ; skos:closeMatch ex:b . ex:a9 skos:notation "A9" ; skos:broadMatch ex:b, ex:none .
    ex:b skos:notation "B" ."""
    )
    found = read(crosswalk)
    (document,) = found.documents.values()
    assert (document["id"], document["from"], document["to"]) == ("one--two", "one", "two")
    assert document["mappings"] == [
        {"from": "A9", "to": "B", "relation": "broad"}, {"from": "A10", "to": "B", "relation": "close"},
    ]  # fmt: skip
    assert [loss.what for loss in found.losses] == [
        "the mapping of 1 concept",
        "`alignkit:more`",
        "`dcterms:subject` of the crosswalk",
    ]
    assert "add `method`" in found.understood[1]


def test_a_crosswalk_that_does_not_name_its_frameworks_is_refused():
    own = "@prefix own: <urn:uuid:c53d6cdb-9c19-52af-8669-58a4ddb0d6fe#> . <urn:x> a own:Crosswalk ."
    assert refused(own.encode()) == "f: <urn:x>: the crosswalk does not name the framework `from`"


@pytest.mark.parametrize(
    "context",
    [
        '"https://example.org/context.json"',
        '[["https://example.org/context.json"]]',
        '["https://example.org/c"]',
        '{"@import": "https://example.org/c"}',
        '[{}, "c.json"]',
    ],
)
def test_a_context_that_would_have_to_be_fetched_is_refused(context):
    data = f'{{"@context": {context}, "@id": "urn:a"}}'.encode()
    assert "nothing is fetched from the network" in refused(data, read_json_ld_document)


def test_no_socket_is_opened(monkeypatch):
    def refuse(*_: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("socket.socket.connect", refuse)
    scoped = b'{"@context": {"a": {"@id": "urn:t", "@context": "https://example.org/c"}}, "a": {"b": 1}}'
    assert "nothing is fetched" in refused(scoped, read_json_ld_document)
    imports = "<urn:s> a skos:ConceptScheme ; owl:imports <https://example.org/o> ; dct:title 'S' ."
    assert one(imports)["title"] == "S"


@pytest.mark.parametrize(
    ("data", "said_"),
    [
        (b"<urn:a> <urn:b", "f:1: this is no Turtle"),
        (b"\n\n<urn:a> a skos:Concept .", "f:3: this is no Turtle"),
        (b"<urn:a> <urn:b> '\xff' .", "f:1: the file is not UTF-8"),
        (b"<urn:a> <urn:b> " + b"[<urn:c> " * 5000, "f: values are nested too deeply to be read"),
        (b"<urn:a> <urn:b> <urn:c> .", "f: the file holds no concepts of SKOS"),
        (b"", "f: the file holds no concepts of SKOS"),
    ],
)
def test_what_is_no_skos_is_refused(data, said_):
    assert refused(data) == said_


def test_a_file_beyond_the_limit_is_refused_unread():
    assert refused(b" " * 20_000_001) == "f: it is longer than 20,000,000 bytes"
    assert refused(b" " * 20_000_001, read_json_ld_document) == "f: it is longer than 20,000,000 bytes"


def test_a_file_of_more_statements_than_any_framework_is_refused(monkeypatch):
    monkeypatch.setattr("alignkit.exchange.skos.graph_in.LIMITS", Limits(statements=100))
    triples = ", ".join(map(str, range(101)))
    assert refused(f"<urn:a> <urn:b> {triples} .".encode()) == "f: it has more than 100 statements"
    data = f'{{"@id": "urn:a", "urn:b": [{triples}]}}'.encode()
    assert refused(data, read_json_ld_document) == "f: it has more than 100 statements"


def test_entities_in_a_literal_of_xml_do_not_grow():
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(12))
    bomb = f"<!DOCTYPE x [{entities}]><x>&e11;</x>".replace('"', '\\"')
    kind = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral>"
    start = time.process_time()
    found = one(f'ex:a a skos:Concept ; skos:notation "A" ; skos:definition "{bomb}"^^{kind} .')
    assert time.process_time() - start < 5
    assert len(found["items"][0]["text"]) < 3000


def test_a_literal_that_is_not_of_its_type_is_no_noise(capfd):
    found = one('ex:a a skos:Concept ; skos:notation "A"^^xsd:integer ; skos:prefLabel "x"^^xsd:dateTime .')
    assert found["items"][0]["code"] == "A"
    assert capfd.readouterr() == ("", "")


def test_both_formats_are_offered_and_recognised():
    for name, files, head in (
        ("skos", "a.TTL", b"@prefix skos: <"),
        ("skos-jsonld", "a.jsonld", b'{"@context": {"skos"'),
    ):
        importer = format_named(name).importer
        assert importer
        assert importer.recognises(files, head)
        assert not importer.recognises("a.csv", head)
        assert importer.needs == ("rdflib", "rdf")


def test_a_second_notation_and_a_strange_language_are_lost_by_name():
    found = read("""ex:s a skos:ConceptScheme ; dct:title "S"@x-own .
        ex:a a skos:Concept ; skos:inScheme ex:s ; skos:notation "A", "B" ; skos:prefLabel "x"@x-own .""")
    assert [loss.what for loss in found.losses] == ["a second `skos:notation` of 1 concept", 'the language "x-own"']


def test_keys_that_a_crosswalk_does_not_know_are_lost_by_name():
    found = read("""@prefix own: <urn:uuid:c53d6cdb-9c19-52af-8669-58a4ddb0d6fe#> . ex:s own:id "s" . ex:t own:id "t" .
        ex:x a own:Crosswalk ; own:from ex:s ; own:to ex:t ; own:more '{"method": "magic", "x": 1}' .""")
    assert [loss.what for loss in found.losses] == ["`alignkit:more` of 2 keys"]


def test_a_text_longer_than_a_file_of_ours_may_hold_is_refused():
    data = PREFIXES + f'ex:a a skos:Concept ; skos:prefLabel "{"a" * 100_001}" .'
    assert "longer than 100,000 characters" in refused(data.encode())


def test_what_is_no_scheme_concept_or_mapping_is_named():
    scheme = "<urn:s> a skos:ConceptScheme ; dct:title 'S' ; skos:hasTopConcept <urn:a> . <urn:a> skos:notation 'A' ."
    more = "<urn:c> a skos:Collection ; skos:member <urn:a> . <urn:p> dct:title 'P' ."
    found = read_turtle_document("f", (PREFIXES + scheme + more).encode())
    assert [(loss.where, loss.what) for loss in found.losses] == [("<urn:c>", "everything said of 2 other nodes")]

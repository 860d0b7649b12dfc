"""Frameworks of the Credential Registry: their trees, their texts in several languages, their graded alignments."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from pyld import jsonld
from tests.mutated import damaged, holds
from tests.shared import shared

from alignkit.errors import NotImported
from alignkit.exchange.ctdl_asn import FORMAT, read_ctdl
from alignkit.exchange.formats import Imported, format_named
from alignkit.exchange.plain import record_of

CONTEXT = "https://credreg.net/ctdlasn/schema/context/json"
BASE = "https://registry.example/resources/ce-00000000-0000-4000-8000-00000000000"


def competency(number: int, of: str = "0", **more: Any) -> dict[str, Any]:
    return {
        "@id": f"{BASE}{number}",
        "@type": "ceasn:Competency",
        "ceasn:competencyText": {"en-us": f"Statement {number}"},
        "ceasn:isPartOf": f"{BASE}{of}",
        "ceterms:ctid": f"ce-00000000-0000-4000-8000-00000000000{number}",
        **{f"ceasn:{key}": value for key, value in more.items()},
    }


FRAMEWORK = {
    "@id": f"{BASE}0",
    "@type": "ceasn:CompetencyFramework",
    "ceasn:name": {"en-us": "Core activities", "es": "Actividades"},
    "ceasn:publisherName": {"en-us": ["A college"]},
    "ceasn:inLanguage": ["en-US"],
    "ceasn:description": {"en-us": "For graduates."},
    "ceasn:dateModified": "2022-07-12T22:59:14.660Z",
    "ceasn:license": "https://creativecommons.org/licenses/by/4.0/",
    "ceasn:source": ["https://college.example/core"],
    "ceasn:hasTopChild": [f"{BASE}2", f"{BASE}1"],
    "ceasn:publicationStatusType": {"@id": "publicationStatus:Draft"},
}
OTHER = {"@id": f"{BASE}9", "@type": ["ceasn:CompetencyFramework"], "ceasn:name": "Second"}
GRAPH = [
    FRAMEWORK,
    competency(1, isTopChildOf=f"{BASE}0", hasChild=[f"{BASE}4", f"{BASE}3"], codedNotation="C1",
               competencyLabel={"en-us": "Care"}),
    competency(2, isTopChildOf=f"{BASE}0", codedNotation="C2", competencyCategory={"en-us": "Domain"}),
    competency(3, isChildOf=[f"{BASE}1"], codedNotation="C1.1"),
    competency(4, codedNotation="C1.2", exactAlignment=[f"{BASE}7"], majorAlignment=f"{BASE}8", weight=0.5,
               broadAlignment={"@id": f"{BASE}7"}, minorAlignment="https://else.example/1",
               narrowAlignment=[f"{BASE}8"], prerequisiteAlignment=[f"{BASE}3"]),
    OTHER,
    competency(7, of="9", codedNotation="S7"),
    competency(8, of="9", codedNotation="S8"),
    {"@id": "urn:x", "@type": "ceterms:Organization"},
]  # fmt: skip


def written(graph: Any = GRAPH, context: Any = CONTEXT) -> bytes:
    return json.dumps({"@context": context, "@graph": graph}).encode()


def read(graph: Any = GRAPH) -> Imported:
    return read_ctdl("asn.json", written(graph))


def refused(data: bytes) -> str:
    with pytest.raises(NotImported) as refusal:
        read_ctdl("asn.json", data)
    return f"{refusal.value.where}: {refusal.value.message}"


def test_a_framework_is_read_with_its_tree_in_the_order_that_its_parents_give():
    document = read().documents["core-activities.yaml"]
    assert document["items"] == [
        {"code": "C2", "text": "Statement 2", "identifier": f"{BASE}2"},
        {"code": "C1", "title": "Care", "text": "Statement 1", "level": "item", "identifier": f"{BASE}1", "items": [
            {"code": "C1.2", "text": "Statement 4", "identifier": f"{BASE}4"},
            {"code": "C1.1", "text": "Statement 3", "identifier": f"{BASE}3"},
        ]},
    ]  # fmt: skip


def test_its_head_says_what_the_registry_says():
    document = read().documents["core-activities.yaml"]
    assert {
        key: document[key] for key in ("title", "publisher", "language", "source", "notes", "identifier", "changed")
    } == {
        "title": "Core activities",
        "publisher": {"name": "A college"},
        "language": "en-US",
        "source": {
            "citation": "A college: Core activities",
            "url": "https://college.example/core",
            "licence": "https://creativecommons.org/licenses/by/4.0/",
            "text": "verbatim",
        },
        "notes": ["For graduates.", "Publication status, as the file has it: publicationStatus:Draft."],
        "identifier": f"{BASE}0",
        "changed": "2022-07-12T22:59:14.660Z",
    }


def test_graded_alignments_between_frameworks_of_the_file_are_a_crosswalk():
    document = read().documents["core-activities--second.yaml"]
    assert (document["from"], document["to"], document["method"]) == ("core-activities", "second", "published")
    assert [(each["from"], each["to"], each["relation"]) for each in document["mappings"]] == [
        ("C1.2", "S7", "exact"), ("C1.2", "S8", "close"), ("C1.2", "S7", "broad"), ("C1.2", "S8", "narrow"),
    ]  # fmt: skip


def test_other_alignments_are_kept_with_their_grade():
    assert read().documents["core-activities.yaml"]["associations"] == [
        {"from": "C1.2", "type": "ceasn:minorAlignment", "to": "https://else.example/1"},
        {"from": "C1.2", "type": "ceasn:prerequisiteAlignment", "to": "C1.1"},
    ]


def test_losses_have_names_and_all_documents_can_be_loaded():
    found = read()
    assert [(loss.where, loss.what) for loss in found.losses] == [
        ('$["@graph"][0]["ceasn:name"]', "a further `ceasn:name` of 1 framework"),
        ('$["@graph"][4]["ceasn:weight"]', '`["ceasn:weight"]` of 1 competency'),
        ('$["@graph"][8]', "everything of 1 node"),
    ]
    for name, document in found.documents.items():
        _, problems = record_of(document, name)
        assert {problem.facts["key"] for problem in problems} <= {"kind"}


def test_the_language_of_most_statements_is_read_and_others_are_lost_by_name():
    text = {"nl": "Luistert", "en-us": ["Listens", "Hears"]}
    found = read(
        [{**FRAMEWORK, "ceasn:hasTopChild": []}, {**competency(1), "ceasn:competencyText": text}, competency(2)]
    )
    (document,) = found.documents.values()
    assert document["items"][0]["text"] == "Listens"
    assert "a further `ceasn:competencyText` of 1 competency" in [loss.what for loss in found.losses]


def test_parents_and_children_that_are_not_in_the_file_are_kept_or_named():
    graph = [
        {**FRAMEWORK, "ceasn:hasTopChild": [f"{BASE}5"]},
        competency(1, isChildOf=[f"{BASE}6"], hasChild=[f"{BASE}6"]),
    ]
    found = read(graph)
    (document,) = found.documents.values()
    assert document["associations"] == [{"from": "1", "type": "ceasn:isChildOf", "to": f"{BASE}6"}]
    assert [loss.what for loss in found.losses] == [
        "the place at the top of 1 competency",
        "a further `ceasn:name` of 1 framework",
        "the place below another of 1 competency",
    ]


def test_a_second_parent_is_kept():
    graph = [
        FRAMEWORK,
        competency(1, isTopChildOf=f"{BASE}0"),
        competency(2),
        competency(3, isChildOf=[f"{BASE}1", f"{BASE}2"]),
    ]
    document = read(graph).documents["core-activities.yaml"]
    assert [each["code"] for each in document["items"]] == ["1", "2"]
    assert document["associations"] == [{"from": "2.1", "type": "ceasn:isChildOf", "to": "1"}]


def test_the_registrys_own_old_sample_is_read_though_its_competencies_are_elsewhere():
    file = shared("schemas/ctdl/samples/legacy-invalid/ce-registry_competency_framework_1_valid.json")
    found = read_ctdl(file.name, file.read_bytes())
    (document,) = found.documents.values()
    assert (document["id"], document["items"]) == ("georgia-standards-of-excellence", [])
    # Two top children, which are in other files, a keyword and the date of creation.
    assert len(found.losses) == 3


def test_what_is_read_is_what_json_ld_says_by_the_published_context():
    context = json.loads(shared("schemas/ctdl/contexts/ctdlasn-context.json").read_text(encoding="utf-8"))

    def load(url: str, _: Any = None) -> dict[str, Any]:
        assert url == CONTEXT
        return {"contextUrl": None, "documentUrl": url, "document": context, "contentType": "application/ld+json"}

    lost: list[str] = []
    expanded = jsonld.expand(json.loads(written()), {"documentLoader": load}, on_property_dropped=lost.append)
    assert lost == []
    term = "https://purl.org/ctdlasn/terms/competencyText"
    said = sorted(value["@value"] for node in expanded for value in node.get(term, []))
    assert said == sorted(texts_of([item for each in read().documents.values() for item in each.get("items", [])]))


def texts_of(items: list[dict[str, Any]]) -> list[str]:
    return [text for item in items for text in (item["text"], *texts_of(item.get("items", [])))]


@pytest.mark.parametrize(
    ("graph", "said"),
    [
        ([competency(1)], ": the file holds no competency framework of CTDL-ASN"),
        ([FRAMEWORK, competency(1), competency(1)], '[2]["@id"]: the address is that of $["@graph"][1] too'),
        ([{"@type": "ceasn:CompetencyFramework"}], '[0]["@id"]: there is no address'),
        ([{**FRAMEWORK, "ceasn:name": {"en": 7}}], '[0]["ceasn:name"].en: a text belongs here, not a number'),
        ([{**FRAMEWORK, "ceasn:hasTopChild": [{}]}], '[0]["ceasn:hasTopChild"][0]: a text belongs here, not nothing'),
    ],
)
def test_what_is_no_ctdl_asn_is_refused_with_its_place(graph, said):
    assert refused(written(graph)).removeprefix("asn.json").removeprefix(': $["@graph"]') == said


def test_a_list_or_another_context_is_refused():
    assert refused(b"[]") == "asn.json: $: an object belongs here, not a list"
    other = refused(written(context="https://elsewhere.example/c"))
    assert other.startswith('asn.json: $["@context"]: the context is another one, and nothing is fetched')


def test_a_context_in_the_file_is_known_where_it_names_the_published_terms():
    assert read_ctdl("a", written(context=[{"ceasn": "https://purl.org/ctdlasn/terms/"}])).documents
    assert "nothing is fetched" in refused(written(context={"ceasn": "https://other.example/"}))


def test_the_format_is_offered_for_import_only():
    assert format_named("ctdl-asn") == FORMAT
    assert FORMAT.exporters == ()
    assert FORMAT.importer
    assert FORMAT.importer.recognises("a.jsonld", b'"ceasn:name"')
    assert not FORMAT.importer.recognises("a.jsonld", b'"skos:Concept"')


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(damaged(json.loads(written())))
def test_a_damaged_file_is_read_or_refused_with_its_place(data):
    holds(read_ctdl, data)


def test_values_may_be_plain_of_json_ld_or_in_another_language_only():
    spelt = {**FRAMEWORK, "ceasn:name": {"@value": "Core", "@language": "en"}, "ceasn:hasTopChild": []}
    found = read(
        [
            spelt,
            {**competency(1), "ceasn:competencyText": ["Plain"]},
            {**competency(2), "ceasn:competencyLabel": {"fr": "Soin"}},
        ]
    )
    (document,) = found.documents.values()
    assert (document["title"], document["items"][0]["text"], document["items"][1]["title"]) == ("Core", "Plain", "Soin")


def test_a_text_longer_than_a_file_of_ours_may_hold_is_refused():
    graph = [FRAMEWORK, {**competency(1), "ceasn:competencyText": {"en-us": "a" * 100_001}}]
    assert "longer than 100,000 characters" in refused(written(graph))


def test_a_further_framework_and_a_ctid_that_the_address_does_not_say_are_lost_by_name():
    odd = {**competency(1), "ceasn:isPartOf": [f"{BASE}0", f"{BASE}9"], "ceterms:ctid": "ce-other"}
    found = read([{**FRAMEWORK, "ceasn:hasTopChild": [], "ceasn:name": "Core", "ceasn:creator": "urn:c"}, OTHER, odd])
    assert [loss.what for loss in found.losses] == [
        "a further `ceasn:publisher` of 1 framework", "a further framework of 1 competency", "the CTID of 1 competency",
    ]  # fmt: skip

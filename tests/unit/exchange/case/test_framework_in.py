"""Real CASE packages, counted by hand, and made ones with everything that goes wrong in packages."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.case_schema import faults
from tests.made import LIBRARY, framework, index

from alignkit.errors import NotImported
from alignkit.exchange.case import FORMAT, read_package
from alignkit.exchange.case.framework_out import write_framework
from alignkit.exchange.plain import record_of
from alignkit.model.framework import Framework

SAMPLES = Path(__file__).parents[3] / "samples" / "opensalt"


def uuid(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def item(number: int, **more: Any) -> dict[str, Any]:
    return {
        "identifier": uuid(number),
        "uri": f"urn:uuid:{uuid(number)}",
        "fullStatement": f"Statement {number}",
        "humanCodingScheme": f"C{number}",
        **more,
    }


def joined(origin: int, destination: int, type_: str = "isChildOf", **more: Any) -> dict[str, Any]:
    ends = {"originNodeURI": end(origin), "destinationNodeURI": end(destination)}
    return {"identifier": uuid(1000 + origin * 10 + destination), "associationType": type_, **ends, **more}


def end(number: int) -> dict[str, str]:
    return {"title": f"Node {number}", "identifier": uuid(number), "uri": f"urn:uuid:{uuid(number)}"}


DOCUMENT = {
    "identifier": uuid(0),
    "uri": f"urn:uuid:{uuid(0)}",
    "creator": "A body",
    "title": "Räume für Pflege, 2. Auflage",
}


def package(items: list[Any], associations: list[Any], **document: Any) -> dict[str, Any]:
    return {"CFDocument": {**DOCUMENT, **document}, "CFItems": items, "CFAssociations": associations}


def read(content: dict[str, Any]) -> tuple[dict[str, Any], list[str], tuple[str, ...]]:
    """Return the one document, what was lost, and what was understood."""
    found = read_package("p.json", json.dumps(content).encode())
    (document,) = found.documents.values()
    return document, [f"{loss.where}: {loss.what}" for loss in found.losses], found.understood


def tree(items: list[dict[str, Any]]) -> str:
    return " ".join(f"{each['code']}({tree(each['items'])})" if "items" in each else each["code"] for each in items)


def refused(content: Any) -> str:
    with pytest.raises(NotImported) as refusal:
        read_package("p.json", json.dumps(content).encode())
    return f"{refusal.value.where}: {refusal.value.message}"


# Counted by hand in the files: items, the deepest level, associations that are no place in the tree.
@pytest.mark.parametrize(
    ("name", "items", "depth", "further"),
    [
        ("ItemTypeTestFramework", 1, 1, 0),
        ("MarkdownFramework", 2, 1, 0),
        ("SmartLevelFramework", 14, 2, 0),
        ("Ordering_v1p0-only", 28, 5, 0),
        ("opensalt-framework-20c5134f", 16, 3, 23),
    ],
)
def test_a_real_package_is_read_whole(name, items, depth, further):
    found = read_package(f"{name}.json", (SAMPLES / f"{name}.json").read_bytes())
    (document,) = found.documents.values()
    record, problems = record_of(document, "x.yaml")
    assert isinstance(record, Framework)
    walked = list(record.walk())
    assert (len(walked), max(depth for _, depth in walked) + 1) == (items, depth)
    assert len(record.associations) == further
    # CASE does not say what kind of body publishes, so that a person has to.
    assert [(problem.kind, problem.facts["key"]) for problem in problems] == [("missing-key", "kind")]
    assert found.understood[-1].endswith("add `kind`.")


@pytest.mark.parametrize("name", sorted(path.stem for path in SAMPLES.glob("*.json")))
def test_what_was_real_and_read_is_written_as_a_valid_package_with_the_same_identifiers(name):
    data = (SAMPLES / f"{name}.json").read_bytes()
    (document,) = read_package(f"{name}.json", data).documents.values()
    record, _ = record_of(document, "x.yaml")
    assert isinstance(record, Framework)
    out = write_framework(index(record), LIBRARY).data
    before, after = json.loads(data), json.loads(out)
    assert faults(out) == []
    assert after["CFDocument"]["identifier"] == before["CFDocument"]["identifier"]
    assert {each["identifier"] for each in after["CFItems"]} == {each["identifier"] for each in before["CFItems"]}
    assert sorted(map(ends, after["CFAssociations"])) == sorted(map(ends, before["CFAssociations"]))


def ends(association: dict[str, Any]) -> tuple[str, ...]:
    nodes = association["originNodeURI"], association["destinationNodeURI"]
    known = [node["identifier"] if node["identifier"] in node["uri"] else node["uri"] for node in nodes]
    return (association["associationType"], *known)


def test_a_real_package_of_many_associations_names_each_loss():
    name = "opensalt-framework-20c5134f.json"
    found = read_package(name, (SAMPLES / name).read_bytes())
    assert [(loss.where, loss.what) for loss in found.losses] == [
        ("$.CFAssociations[2].identifier", "the identifier of 16 isChildOf associations"),
        ("$.CFAssociations[2].lastChangeDateTime", "`lastChangeDateTime` of 22 associations"),
        ("$.CFAssociations[35].destinationNodeURI.identifier", "the identifier of an end of 2 associations"),
        ("$.CFDocument.lastChangeDateTime", "the zone of the time"),
        ("$.CFItems[0].educationalLevel", "`educationalLevel` of 16 items"),
        ("$.CFItems[2].lastChangeDateTime", "`lastChangeDateTime` of 7 items"),
        ("$.CFItems[2].listEnumeration", "`listEnumeration` of 14 items"),
        ("$.CFItems[2].notes", "`notes` of 6 items"),
    ]
    (document,) = found.documents.values()
    types = [each["type"] for each in document["associations"]]
    assert {type_: types.count(type_) for type_ in types} == {
        "exactMatchOf": 16, "precedes": 3, "exemplar": 2, "isRelatedTo": 2,
    }  # fmt: skip


def test_siblings_without_numbers_come_in_the_order_of_their_codes():
    name = "Ordering_v1p0-only.json"
    (document,) = read_package(name, (SAMPLES / name).read_bytes()).documents.values()
    level_1 = document["items"][0]["items"][0]["items"][0]["items"][0]["items"]
    assert [each["code"].rpartition(".")[2] for each in level_1] == [str(number) for number in range(1, 25)]


def test_markup_in_a_statement_is_text():
    name = "MarkdownFramework.json"
    (document,) = read_package(name, (SAMPLES / name).read_bytes()).documents.values()
    assert "| --- | --- |\r\n| data 1 | data 2|" in document["items"][1]["text"]
    found, losses, _ = read(package([item(1, fullStatement="<p>Care <b>well</b></p>")], [joined(1, 0)]))
    assert found["items"][0]["text"] == "<p>Care <b>well</b></p>"
    assert losses == ["$.CFAssociations[0].identifier: the identifier of 1 isChildOf association"]


def test_the_head_says_what_the_document_says():
    said = {
        "publisher": "The publisher", "version": "2.0", "officialSourceURL": "https://example.org/doc",
        "language": "de_CH", "description": "About care.", "notes": "Mind this.", "adoptionStatus": "Draft",
        "lastChangeDateTime": "2024-05-06T01:02:03+02:00", "licenseURI": {**end(90), "title": "CC BY"},
    }  # fmt: skip
    content = package([item(1)], [joined(1, 0)], **said)
    content["CFDefinitions"] = {"CFLicenses": [{**end(90), "title": "CC BY", "licenseText": "Attribution 4.0"}]}
    document, _, _ = read(content)
    assert document["id"] == "raume-fur-pflege-2-auflage"
    assert document["publisher"] == {"name": "The publisher"}
    assert (document["edition"], document["language"], document["changed"]) == (
        "2.0",
        "de-CH",
        "2024-05-06T01:02:03+02:00",
    )
    assert document["source"] == {
        "citation": "A body: Räume für Pflege, 2. Auflage, 2.0",
        "url": "https://example.org/doc",
        "licence": "CC BY: Attribution 4.0",
        "text": "verbatim",
    }
    assert document["notes"] == ["About care.", "Mind this.", "Adoption status, as the package has it: Draft."]


@pytest.mark.parametrize(("adopted", "status"), [("Adopted", "current"), ("Deprecated", "withdrawn"), ("", None)])
def test_the_adoption_status_is_a_status(adopted, status):
    assert read(package([], [], adoptionStatus=adopted))[0].get("status") == status


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("護理能力", "framework-b52ee5f3"),
        ("A " * 60, "a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a"),
        ("x" * 90, "x" * 60),
    ],
)
def test_the_id_is_made_of_the_title_else_of_the_identifier(title, id_):
    assert read(package([], [], title=title))[0]["id"] == id_


def test_items_without_a_code_get_one_and_it_is_said():
    items = [item(1), item(2, humanCodingScheme=None), item(3, humanCodingScheme="")]
    document, _, understood = read(package(items, [joined(1, 0), joined(2, 1), joined(3, 0)]))
    assert (tree(document["items"]), document["codes"]) == ("1 C1(C1.1)", "assigned")
    assert document["notes"] == ["2 of 3 codes were assigned when this was imported."]
    assert "2 of 3 codes were assigned when this was imported. They follow the order of the items." in understood


def test_an_item_with_two_parents_has_the_first_and_keeps_the_second():
    items = [item(1), item(2), item(3)]
    associations = [joined(1, 0), joined(2, 0), joined(3, 2), joined(3, 1, sequenceNumber=4)]
    document, losses, understood = read(package(items, associations))
    assert tree(document["items"]) == "C1 C2(C3)"
    kept = {"from": "C3", "type": "isChildOf", "to": "C1", "identifier": uuid(1031)}
    assert document["associations"] == [kept]
    assert "$.CFAssociations[3].sequenceNumber: `sequenceNumber` of 1 association" in losses
    assert understood[1].startswith("1 second place of items in the tree")


def test_a_circle_of_parents_is_opened_aloud_and_nothing_of_it_is_forgotten():
    document, losses, _ = read(package([item(1), item(2)], [joined(1, 2), joined(2, 1)]))
    assert tree(document["items"]) == "C1(C2)"
    assert "$.CFItems[0]: its place below another item" in losses
    assert [(each["from"], each["to"]) for each in document["associations"]] == [("C1", "C2")]


def test_an_association_that_leads_out_of_the_package_is_kept():
    associations = [joined(1, 77), joined(88, 1), joined(1, 99, "exactMatchOf", notes="Same words.")]
    document, losses, _ = read(package([item(1)], associations))
    assert [(each["from"], each["type"], each["to"]) for each in document["associations"]] == [
        ("C1", "isChildOf", uuid(77)), (uuid(88), "isChildOf", "C1"), ("C1", "exactMatchOf", uuid(99)),
    ]  # fmt: skip
    assert document["associations"][2]["note"] == "Same words."
    assert document["associations"][2]["title"] == "Node 99"
    assert losses == [
        "$.CFAssociations[0]: the place below the parent of 1 item",
        "$.CFAssociations[1].originNodeURI.title: the title of the origin of 1 association",
    ]


@pytest.mark.parametrize("type_", ["ext:supports", "isTranslationOf", "made up by somebody", "replacedBy"])
def test_an_association_of_any_type_is_kept_and_goes_out_again(type_):
    content = package([item(1), item(2)], [joined(1, 0), joined(2, 0), joined(1, 2, type_)])
    document, _, _ = read(content)
    assert [(each["from"], each["type"], each["to"]) for each in document["associations"]] == [("C1", type_, "C2")]
    record, _ = record_of(document, "x.yaml")
    assert isinstance(record, Framework)
    out = write_framework(index(record), LIBRARY).data
    assert faults(out) == []
    (again,) = read_package("p.json", out).documents.values()
    assert again["associations"] == document["associations"]
    assert json.loads(out)["CFAssociations"][2]["identifier"] == uuid(1012)


def test_the_same_place_said_twice_is_one_place():
    _, losses, _ = read(package([item(1)], [joined(1, 0), joined(1, 0)]))
    assert "$.CFAssociations[1]: a second place below one parent of 1 item" in losses


def test_rubrics_concepts_and_unknown_parts_are_lost_by_name():
    content = package([item(1, subject=["Care"], extensions={"theirs": 1})], [joined(1, 0)], subject=["Health"])
    content |= {"CFRubrics": [{"identifier": uuid(5)}], "somethingElse": 1}
    content["CFDefinitions"] = {"CFConcepts": [{}, {}], "CFSubjects": [{}]}
    _, losses, _ = read(content)
    assert losses == [
        "$.CFAssociations[0].identifier: the identifier of 1 isChildOf association",
        "$.CFDefinitions.CFConcepts[0]: `CFConcepts` of 2 definitions",
        "$.CFDefinitions.CFSubjects[0]: `CFSubjects` of 1 definition",
        "$.CFDocument.subject: `subject` of the framework",
        "$.CFItems[0].extensions.theirs: an extension of 1 item",
        "$.CFItems[0].subject: `subject` of 1 item",
        "$.CFRubrics[0]: the criteria and levels of 1 rubric",
        "$.somethingElse: `somethingElse` of the package",
    ]


def test_what_is_null_is_absent_and_no_loss():
    _, losses, _ = read(package([item(1, notes=None, subject=None, educationLevel=[])], [], subject=None))
    assert losses == []


def test_two_items_of_one_identifier_are_refused():
    assert refused(package([item(1), item(2), item(1)], [])) == (
        f"p.json: $.CFItems[2].identifier: the identifier {uuid(1)} is that of $.CFItems[0] too"
    )


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ([], "p.json: $: an object belongs here, not a list"),
        ({"CFItems": []}, "p.json: $.CFDocument: there is no document"),
        (package([{"fullStatement": "x"}], []), "p.json: $.CFItems[0].identifier: there is no identifier"),
        (package([item(1, fullStatement={"$ref": "#/x"})], []),
         "p.json: $.CFItems[0].fullStatement: a text belongs here, not an object"),
        (package([item(1)], [joined(1, 0, "")]),
         "p.json: $.CFAssociations[0].associationType: the association has no type"),
        (package([item(1)], [{"associationType": "isChildOf", "originNodeURI": end(1)}]),
         "p.json: $.CFAssociations[0].destinationNodeURI.identifier: this end of the association has no identifier"),
        (package([item(1, extensions={"alignkit": {"source": 7}})], []),
         "p.json: $.CFItems[0].extensions.alignkit.source: a text belongs here, not a number"),
    ],
)  # fmt: skip
def test_what_is_no_package_is_refused_with_its_place(content, said):
    assert refused(content) == said


def test_an_extension_of_ours_that_somebody_broke_is_lost_by_name_and_not_believed():
    broken = {
        "format": "framework/1",
        "id": "Not An Id",
        "kind": "wizard",
        "levels": ["domain"],
        "counts": {"a": "x"},
        "more": 1,
    }
    document, losses, _ = read(package([item(1)], [joined(1, 0)], extensions={"alignkit": broken}))
    assert document["levels"] == ["domain"]
    assert "kind" not in document
    assert [loss for loss in losses if "alignkit" in loss] == [
        f"$.CFDocument.extensions.alignkit.{key}: `{key}` of the framework" for key in ("counts", "id", "kind", "more")
    ]


def test_a_change_made_in_another_tool_goes_before_what_our_extension_says():
    found = LIBRARY.find("nmc-2018")
    assert found
    content = json.loads(write_framework(found, LIBRARY).data)
    content["CFDocument"] |= {"title": "Renamed", "adoptionStatus": "Deprecated", "notes": "Rewritten."}
    content["CFItems"][0]["fullStatement"] = "Said anew"
    document, _, _ = read(content)
    assert (document["title"], document["status"], document["notes"][-1]) == ("Renamed", "withdrawn", "Rewritten.")
    assert document["items"][0]["text"] == "Said anew"


def test_a_package_is_recognised_by_its_name_and_beginning():
    importer = FORMAT.importer
    assert importer
    assert importer.recognises("a.JSON", b'{"CFDocument": {')
    assert not importer.recognises("a.json", b'{"@context": ""}')
    assert not importer.recognises("a.csv", b'"CFDocument"')


def test_a_language_that_is_no_code_of_one_is_lost_by_name():
    document, losses, _ = read(package([item(1, language="English!")], []))
    assert "language" not in document
    assert losses == ['$.CFDocument.language: the language "English!"']


@pytest.mark.parametrize(
    ("licence", "said", "lost"),
    [
        ({"title": "CC BY", "licenseText": "long " * 500}, "CC BY", "licenseText: the text of the licence"),
        (
            {"title": "CC BY", "licenseText": "CC BY", "description": "More."},
            "CC BY",
            "description: the description of the licence",
        ),
        ({"licenseText": "Ask us."}, "Ask us.", ""),
    ],
)
def test_a_licence_is_its_title_and_its_text_where_that_is_short(licence, said, lost):
    content = package([], [], licenseURI=end(9))
    content["CFDefinitions"] = {"CFLicenses": [{"identifier": uuid(9), **licence}]}
    document, losses, _ = read(content)
    assert document["source"]["licence"] == said
    assert losses == ([f"$.CFDefinitions.CFLicenses[0].{lost}"] if lost else [])


def test_a_licence_that_is_not_defined_is_its_title():
    assert read(package([], [], licenseURI={**end(9), "title": "CC BY"}))[0]["source"]["licence"] == "CC BY"


def test_what_our_extension_of_an_item_never_says_and_a_licence_of_its_own_are_lost_by_name():
    _, losses, _ = read(package([item(1, licenseURI=end(9), extensions={"alignkit": {"verified": True, "x": 1}})], []))
    assert losses == [
        "$.CFItems[0].extensions.alignkit.verified: `verified` of 1 item",
        "$.CFItems[0].extensions.alignkit.x: `x` of 1 item",
        "$.CFItems[0].licenseURI: `licenseURI` of 1 item",
    ]


def test_a_time_that_is_none_is_lost_by_name():
    document, losses, _ = read(package([], [], lastChangeDateTime="last week"))
    assert "changed" not in document
    assert '$.CFDocument.lastChangeDateTime: the time "last week"' in losses


def test_definitions_that_nothing_uses_or_that_say_more_are_lost_by_name():
    content = package([item(1, CFItemType="Standard")], [joined(1, 0)])
    content["CFDefinitions"] = {
        "CFLicenses": [{"identifier": uuid(9), "title": "CC BY"}],
        "CFItemTypes": [{"title": "Standard", "description": "What all can do"}, {"title": "Unused"}],
        "CFOther": [1],
    }
    _, losses, _ = read(content)
    assert losses[1:] == [
        "$.CFDefinitions.CFItemTypes[0]: the description or code of 1 type of items",
        "$.CFDefinitions.CFItemTypes[1]: `CFItemTypes` of 1 definition",
        "$.CFDefinitions.CFLicenses[0]: `CFLicenses` of 1 definition",
        "$.CFDefinitions.CFOther: `CFOther` of the definitions",
    ]


def test_a_status_survives_a_hub_that_drops_it_and_another_creator_is_named():
    content = json.loads(write_framework(index(framework(status="superseded")), LIBRARY).data)
    del content["CFDocument"]["adoptionStatus"]
    content["CFDocument"]["creator"] = "A hub"
    document, losses, _ = read(content)
    assert document["status"] == "superseded"
    assert losses == ["$.CFDocument.creator: the creator"]


def test_a_text_in_our_extension_that_no_file_may_hold_is_not_taken():
    ours = {"format": "framework/1", "id": "a-2024", "notes": ["a" * 100_001]}
    document, losses, _ = read(package([], [], extensions={"alignkit": ours}))
    assert "notes" not in document
    assert losses == ["$.CFDocument.extensions.alignkit.notes: `notes` of the framework"]

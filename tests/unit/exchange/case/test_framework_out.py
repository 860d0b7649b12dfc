"""A framework as a CASE 1.1 package: valid by the official schema, readable by people, the same every time."""

import json
from typing import Any

import pytest
from tests.case_schema import faults
from tests.hostile import HOSTILE
from tests.made import LIBRARY, framework, index

from alignkit.exchange.case.framework_out import write_framework
from alignkit.exchange.identity import derived
from alignkit.exchange.plain import record_of
from alignkit.model.framework import Framework


def written(**given: Any) -> dict[str, Any]:
    package: dict[str, Any] = json.loads(write_framework(index(framework(**given)), LIBRARY).data)
    return package


@pytest.mark.parametrize("name", LIBRARY.ids)
def test_every_shipped_framework_is_valid_whole_and_without_a_loss(name):
    found = LIBRARY.find(name)
    assert found
    exported = write_framework(found, LIBRARY)
    package = json.loads(exported.data)
    items = len(list(found.framework.walk()))
    assert (faults(exported.data), exported.losses) == ([], ())
    assert (len(package["CFItems"]), len(package["CFAssociations"])) == (items, items)
    assert write_framework(found, LIBRARY).data == exported.data


def test_ipec_2023_is_a_package_that_a_hub_can_take():
    found = LIBRARY.find("ipec-2023")
    assert found
    package = json.loads(write_framework(found, LIBRARY).data)
    document = package["CFDocument"]
    assert (document["identifier"], document["caseVersion"]) == ("5d3b87d4-0316-5c59-8c45-0c9e05d7bc4b", "1.1")
    assert document["creator"] == document["publisher"] == "Interprofessional Education Collaborative"
    assert (document["version"], document["adoptionStatus"]) == ("2023", "Adopted")
    # Nobody may take our paraphrase for the publisher's words.
    assert document["notes"].startswith("The statements are short paraphrases, not the publisher's wording.\n")
    assert document["licenseURI"]["identifier"] == package["CFDefinitions"]["CFLicenses"][0]["identifier"]
    # 4 competencies and 33 sub-competencies, as the report states.
    types = [item["CFItemType"] for item in package["CFItems"]]
    assert (types.count("competency"), types.count("sub-competency")) == (4, 33)
    codes = [kind["hierarchyCode"] for kind in package["CFDefinitions"]["CFItemTypes"]]
    assert codes == ["1", "2"]


def test_items_say_where_they_stand():
    package = written()
    by_code = {item["humanCodingScheme"]: item for item in package["CFItems"]}
    up = {each["originNodeURI"]["title"]: each for each in package["CFAssociations"]}
    assert {each["associationType"] for each in up.values()} == {"isChildOf"}
    assert up["A1"]["destinationNodeURI"]["identifier"] == by_code["A"]["identifier"] == derived("made-2023:A")
    assert up["A"]["destinationNodeURI"]["identifier"] == package["CFDocument"]["identifier"]


def test_siblings_are_numbered_from_one_below_each_parent():
    items = [{"code": "A", "items": [{"code": "A1"}, {"code": "A2"}]}, {"code": "B", "items": [{"code": "B1"}]}]
    numbers = {
        each["originNodeURI"]["title"]: each["sequenceNumber"] for each in written(items=items)["CFAssociations"]
    }
    assert numbers == {"A": 1, "A1": 1, "A2": 2, "B": 2, "B1": 1}


def test_what_is_not_verified_says_so_in_words_and_in_the_extension():
    item = written(items=[{"code": "A", "text": "Listen", "verified": False, "source": "s"}])["CFItems"][0]
    assert item["notes"] == "Not verified: no source has confirmed this text."
    assert item["extensions"] == {"alignkit": {"verified": False, "source": "s"}}


@pytest.mark.parametrize(
    ("item", "statement", "abbreviated"),
    [
        ({"code": "A", "title": "Care", "text": "Listen"}, "Listen", "Care"),
        ({"code": "A", "title": "Care"}, "Care", "Care"),
        ({"code": "A", "text": "Listen"}, "Listen", None),
        ({"code": "A"}, "A", None),
    ],
)
def test_the_statement_is_the_text_else_the_title_else_the_code(item, statement, abbreviated):
    found = written(items=[item])["CFItems"][0]
    assert (found["fullStatement"], found.get("abbreviatedStatement")) == (statement, abbreviated)


@pytest.mark.parametrize(
    ("given", "line"),
    [
        ({"source": {"citation": "X", "text": "codes-only"}}, "The publisher's statements are left out"),
        ({"completeness": "partial"}, "Not every item of the document is listed."),
        ({"completeness": "upper-levels-only"}, "Only the upper levels of the document are listed."),
        ({"codes": "assigned"}, "The document has no codes of its own"),
        ({"notes": ["Mind the gap."]}, "Mind the gap."),
    ],
)
def test_how_to_take_the_data_stands_in_the_notes(given, line):
    assert line in written(**given)["CFDocument"]["notes"]


def test_a_licence_that_is_not_stated_is_no_licence():
    assert "licenseURI" not in written(source={"citation": "X", "licence": "not stated"})["CFDocument"]


@pytest.mark.parametrize(
    ("status", "adopted"), [("current", "Adopted"), ("superseded", "Deprecated"), ("withdrawn", "Deprecated")]
)
def test_the_status_is_an_adoption_status(status, adopted):
    assert written(status=status)["CFDocument"]["adoptionStatus"] == adopted


def test_everything_changed_when_the_data_says_so():
    package = written(changed="2024-05-06T01:02:03Z", edition="2023")
    records = [package["CFDocument"], *package["CFItems"], *package["CFAssociations"]]
    assert {record["lastChangeDateTime"] for record in records} == {"2024-05-06T01:02:03Z"}
    assert written(edition="2019")["CFDocument"]["lastChangeDateTime"] == "2019-01-01T00:00:00+00:00"
    assert written()["CFDocument"]["lastChangeDateTime"] == "2023-01-01T00:00:00+00:00"  # the id's year


def test_a_framework_without_any_date_loses_nothing_silently():
    (loss,) = write_framework(index(framework(id="made")), LIBRARY).losses
    assert (loss.where, loss.what) == ("made.yaml:1:1", "when the framework last changed")


def test_identifiers_that_came_with_an_import_go_out_again():
    uuid = "0b2ad3b3-47f5-4a56-9aae-93dd04b4f4ce"
    address = f"https://hub.example/ims/case/v1p0/CFItems/{uuid}"
    item = written(items=[{"code": "A", "text": "x", "identifier": address}])["CFItems"][0]
    assert (item["identifier"], item["uri"]) == (uuid, address)
    assert written(identifier=uuid)["CFDocument"]["identifier"] == uuid


def test_kept_associations_go_out_again_an_unknown_type_as_an_extension():
    associations = [
        {"from": "A1", "type": "precedes", "to": "A", "note": "First this."},
        {"from": "A1", "type": "skos:exactMatch", "to": "https://example.org/x", "title": "X"},
    ]
    package = written(associations=associations)
    first, second = package["CFAssociations"][2:]
    assert (first["associationType"], first["notes"]) == ("precedes", "First this.")
    assert first["destinationNodeURI"]["identifier"] == derived("made-2023:A")
    assert (second["associationType"], second["extensions"]) == (
        "ext:skos_exactMatch",
        {"alignkit": {"type": "skos:exactMatch"}},
    )
    assert (second["destinationNodeURI"]["uri"], second["destinationNodeURI"]["title"]) == (
        "https://example.org/x",
        "X",
    )
    assert faults(json.dumps(package).encode()) == []


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_carried_as_they_are(text):
    exported = write_framework(
        index(framework(title=text, items=[{"code": "A", "title": text, "text": text}])), LIBRARY
    )
    package = json.loads(exported.data)
    readable = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    assert faults(exported.data) == []
    assert package["CFItems"][0]["fullStatement"] == package["CFDocument"]["title"] == readable


def test_a_file_with_gaps_in_it_is_still_a_valid_package():
    gaps = {"alignkit": "framework/1", "id": "made-2023", "publisher": {}, "items": [{"title": ""}, {"code": ""}]}
    record, problems = record_of(gaps, "made-2023.yaml")
    assert isinstance(record, Framework)
    assert problems
    exported = write_framework(index(record), LIBRARY)
    assert faults(exported.data) == []
    assert {item["fullStatement"] for item in json.loads(exported.data)["CFItems"]} == {"–"}  # noqa: RUF001

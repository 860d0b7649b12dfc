"""A crosswalk as CASE associations, whose grade is said three times and read back from each."""

import json
from typing import Any

import pytest
from tests.case_schema import faults
from tests.made import LIBRARY, crosswalk, framework, index, said

from alignkit.exchange.case import read_package
from alignkit.exchange.case.crosswalk_out import write_crosswalk
from alignkit.exchange.case.framework_out import write_framework
from alignkit.exchange.plain import plain
from alignkit.library.library import Library

RELATIONS = ("exact", "close", "broad", "narrow", "related")
MAPPINGS = [
    {"from": f"A{n}", "to": f"B{n}", "relation": relation, "note": f"Reason {n}."}
    for n, relation in enumerate(RELATIONS)
]


def written(**given: Any) -> dict[str, Any]:
    package: dict[str, Any] = json.loads(write_crosswalk(crosswalk(**given), LIBRARY).data)
    return package


def read(package: dict[str, Any]) -> list[dict[str, Any]]:
    return [said(document) for document in read_package("p.json", json.dumps(package).encode()).documents.values()]


def relations(documents: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(each["relation"], each.get("note", "")) for document in documents for each in document["mappings"]]


@pytest.mark.parametrize("shipped", LIBRARY.crosswalks(), ids=lambda each: each.id)
def test_every_shipped_crosswalk_is_valid_and_comes_back(shipped):
    exported = write_crosswalk(shipped, LIBRARY)
    back = read_package("p.json", exported.data)
    assert (faults(exported.data), exported.losses, back.losses) == ([], (), ())
    assert [said(document) for document in back.documents.values()] == [plain(shipped)]


def test_relations_are_associations_of_the_nearest_type():
    types = [each["associationType"] for each in written(mappings=MAPPINGS)["CFAssociations"]]
    assert types == ["exactMatchOf", "isRelatedTo", "isPartOf", "isRelatedTo", "isRelatedTo"]


def test_the_grade_stands_in_the_extension_and_in_the_notes():
    association = written(mappings=MAPPINGS)["CFAssociations"][1]
    assert association["extensions"]["alignkit"] == MAPPINGS[1]
    assert association["notes"] == "Relation (SKOS): close. Reason 1."


def test_the_grade_is_read_from_the_notes_where_a_hub_dropped_the_extensions():
    package = written(mappings=MAPPINGS)
    for each in package["CFAssociations"]:
        del each["extensions"]
    del package["CFDocument"]["extensions"]
    found = read_package("p.json", json.dumps(package).encode())
    (document,) = found.documents.values()
    assert (document["id"], document["from"], document["to"]) == ("one--two", "one", "two")
    assert relations([document]) == [(each["relation"], each["note"]) for each in MAPPINGS]
    assert found.understood[-1] == "The package does not say who made the crosswalk one--two: add `method`."


def test_without_either_the_type_says_what_it_can():
    package = written(mappings=MAPPINGS)
    for each in package["CFAssociations"]:
        del each["extensions"], each["notes"]
    assert [relation for relation, _ in relations(read(package))] == ["exact", "related", "broad", "related", "related"]


def test_a_type_changed_in_another_tool_goes_before_our_grade():
    package = written(mappings=MAPPINGS[1:2])
    package["CFAssociations"][0]["associationType"] = "exactMatchOf"
    assert relations(read(package)) == [("exact", "Relation (SKOS): close. Reason 1.")]


def test_associations_lead_to_the_identifiers_that_the_frameworks_export():
    uuid = "0b2ad3b3-47f5-4a56-9aae-93dd04b4f4ce"
    one = framework(id="one", items=[{"code": "A1", "identifier": uuid}])
    two = framework(id="two", items=[{"code": "B1"}])
    library = Library([one, two])
    (association,) = json.loads(write_crosswalk(crosswalk(), library).data)["CFAssociations"]
    ends = [association[key]["identifier"] for key in ("originNodeURI", "destinationNodeURI")]
    items = [json.loads(write_framework(index(each), library).data)["CFItems"][0] for each in (one, two)]
    assert ends == [item["identifier"] for item in items]
    assert ends[0] == uuid


def test_mappings_between_several_pairs_of_frameworks_are_several_crosswalks():
    package = written()
    other = written(**{"id": "three--two", "from": "three"})["CFAssociations"]
    package["CFAssociations"] += other
    documents = read_package("p.json", json.dumps(package).encode()).documents
    assert list(documents) == ["one--two.yaml", "three--two.yaml"]


def test_what_a_crosswalk_has_no_place_for_is_lost_by_name():
    package = written(date="2024")
    package["CFDocument"] |= {"subject": ["Care"]}
    package["CFDocument"]["extensions"]["alignkit"] |= {"method": "magic", "more": 1}
    package["CFAssociations"][0] |= {"sequenceNumber": 3, "lastChangeDateTime": "2020-01-01T00:00:00Z"}
    lost = [(loss.where, loss.what) for loss in read_package("p.json", json.dumps(package).encode()).losses]
    assert lost == [
        ("$.CFAssociations[0].lastChangeDateTime", "`lastChangeDateTime` of 1 association"),
        ("$.CFAssociations[0].sequenceNumber", "`sequenceNumber` of 1 association"),
        ("$.CFDocument.extensions.alignkit.method", "`method` of the crosswalk"),
        ("$.CFDocument.extensions.alignkit.more", "`more` of the crosswalk"),
        ("$.CFDocument.subject", "`subject` of the crosswalk"),
    ]


def test_a_crosswalk_without_a_date_says_so_and_one_without_mappings_comes_back():
    empty = crosswalk(mappings=[])
    exported = write_crosswalk(empty, LIBRARY)
    assert [loss.what for loss in exported.losses] == ["when the two were last compared"]
    assert [said(each) for each in read_package("p.json", exported.data).documents.values()] == [plain(empty)]

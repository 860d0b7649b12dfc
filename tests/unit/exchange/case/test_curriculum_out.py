"""A curriculum as a CASE package: an institution's outcomes beside the regulator's items that they serve."""

import json
from typing import Any, cast

import pytest
from tests.case_schema import faults
from tests.hostile import HOSTILE
from tests.made import LIBRARY

from alignkit.analysis.case import Case
from alignkit.exchange.case.curriculum_out import write_curriculum
from alignkit.exchange.case.framework_out import write_framework
from alignkit.exchange.losses import Written
from alignkit.exchange.plain import record_of
from alignkit.model.curriculum import Curriculum

WHOLE = {
    "alignkit": "curriculum/1",
    "id": "course-2024",
    "title": "Refugee health",
    "kind": "micro-credential",
    "status": "approved",
    "version": "2024-autumn",
    "language": "en",
    "providers": [{"name": "A university"}],
    "rationale": {"statement": "Because."},
    "outcomes": [
        {"id": "LO1", "text": "Negotiate roles", "bloom": "apply",
         "aligns": [{"to": "ipec-2023:RR1", "depth": "reinforce", "strength": "partial", "why": "In part."}]},
        {"id": "LO2", "text": "Listen", "aligns": ["ipec-2023:ZZ9", "ipec-2023:VE1"]},
    ],
    "modules": [{"id": "M1", "title": "Start", "activities": [
        {"id": "A1", "title": "Talk", "hours": 2, "outcomes": ["LO1", "NO"]}, {"id": "A1", "title": "Again"},
    ]}],
    "assessments": [{"id": "S1", "task": "Write", "purpose": "summative", "criteria": ["Clear"], "outcomes": ["LO2"]}],
}  # fmt: skip


def exported(**given: Any) -> Written:
    record, _ = record_of({**WHOLE, **given}, "course.yaml")
    return write_curriculum(Case(cast("Curriculum", record), LIBRARY))


def package(**given: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(exported(**given).data)
    return found


def test_it_is_a_valid_package_of_all_its_parts_and_the_same_every_time():
    assert faults(exported().data) == []
    assert exported().data == exported().data
    assert [
        (each["CFItemType"], each["humanCodingScheme"], each["fullStatement"]) for each in package()["CFItems"]
    ] == [
        ("Outcome", "LO1", "Negotiate roles"),
        ("Outcome", "LO2", "Listen"),
        ("Module", "M1", "Start"),
        ("Activity", "A1", "Talk"),
        ("Activity", "A1 (2)", "Again"),
        ("Assessment", "S1", "S1"),
    ]


def test_the_document_says_who_made_what_and_when():
    document = package()["CFDocument"]
    assert (document["creator"], document["title"], document["adoptionStatus"]) == (
        "A university",
        "Refugee health",
        "Adopted",
    )
    assert (document["description"], document["lastChangeDateTime"]) == ("Because.", "2024-01-01T00:00:00+00:00")
    assert document["extensions"]["alignkit"] == {
        "format": "curriculum/1",
        "id": "course-2024",
        "kind": "micro-credential",
    }


def relations() -> list[tuple[str, str, str]]:
    keys = ("originNodeURI", "destinationNodeURI")
    return [
        (each[keys[0]]["title"], each["associationType"], each[keys[1]]["title"])
        for each in package()["CFAssociations"]
    ]


def test_its_parts_lead_to_its_outcomes_and_those_to_the_frameworks_items():
    assert relations() == [
        ("LO1", "isChildOf", "Refugee health"),
        ("LO2", "isChildOf", "Refugee health"),
        ("M1", "isChildOf", "Refugee health"),
        ("A1", "isChildOf", "M1"),
        ("A1", "ext:addresses", "LO1"),
        ("A1 (2)", "isChildOf", "M1"),
        ("S1", "isChildOf", "Refugee health"),
        ("S1", "ext:assesses", "LO2"),
        ("LO1", "isRelatedTo", "ipec-2023:RR1"),
        ("LO2", "isRelatedTo", "ipec-2023:VE1"),
    ]


def test_an_alignment_leads_to_the_identifier_that_the_framework_exports_and_says_how_far_it_goes():
    index = LIBRARY.find("ipec-2023")
    assert index
    items = json.loads(write_framework(index, LIBRARY).data)["CFItems"]
    rr1 = next(item["identifier"] for item in items if item["humanCodingScheme"] == "RR1")
    alignment = package()["CFAssociations"][8]
    assert alignment["destinationNodeURI"]["identifier"] == rr1
    assert alignment["notes"] == "Alignment: strength partial, depth reinforce. In part."
    assert alignment["extensions"]["alignkit"] == {
        "to": "ipec-2023:RR1", "depth": "reinforce", "strength": "partial", "why": "In part.",
    }  # fmt: skip


def test_what_an_item_has_no_attribute_for_is_in_its_extension():
    by_type = {item["CFItemType"]: item.get("extensions", {}).get("alignkit") for item in package()["CFItems"][:4]}
    assert by_type == {"Outcome": None, "Module": None, "Activity": {"hours": 2.0}}
    assert package()["CFItems"][0]["extensions"]["alignkit"] == {"bloom": "apply"}
    assert package()["CFItems"][5]["extensions"]["alignkit"]["criteria"] == ["Clear"]


def test_what_has_no_place_is_lost_by_name():
    lost = exported(frameworks=["ipec-2023"], learners={"group_size": 6}, dates={"start": "2024-09-01"}).losses
    assert sorted(loss.what for loss in lost) == [
        "`dates` of the curriculum",
        "`frameworks` of the curriculum",
        "`learners` of the curriculum",
        "`providers` of the curriculum",
        "`rationale` of the curriculum",
        "that A1 is for NO",
        "the alignment with ipec-2023:ZZ9",
    ]
    dateless = exported(id="course", version="").losses
    assert "when the curriculum last changed" in [loss.what for loss in dateless]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_are_carried_as_they_are(text):
    outcomes = [{"id": "LO1", "text": text, "aligns": ["ipec-2023:VE1"]}]
    assert faults(exported(title=text, outcomes=outcomes, providers=[{"name": text}]).data) == []


def test_a_second_outcome_or_module_of_an_id_breaks_nothing_and_is_no_secret():
    twice = [{"id": "LO1", "text": "One"}, {"id": "LO1", "text": "Two"}]
    found = exported(outcomes=twice, modules=[{"id": "M1"}, {"id": "M1"}], assessments=[])
    assert "the second outcome LO1" in [loss.what for loss in found.losses]
    identifiers = [item["identifier"] for item in json.loads(found.data)["CFItems"]]
    assert len(set(identifiers)) == len(identifiers) == 3

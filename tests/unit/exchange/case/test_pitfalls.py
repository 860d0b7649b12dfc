"""What others stumbled over in CASE, each seen in real data."""

import json
from pathlib import Path

import pytest
from tests.case_schema import V1P0, faults
from tests.made import LIBRARY, index

from alignkit.exchange.case import read_package
from alignkit.exchange.case.framework_out import write_framework
from alignkit.exchange.plain import record_of
from alignkit.model.framework import Framework

SAMPLES = Path(__file__).parents[3] / "samples" / "opensalt"


def test_version_1_0_has_addresses_inside_that_1_1_refuses_and_both_are_read():
    old = (SAMPLES / "Ordering_v1p0-only.json").read_bytes()
    # 57: CFPackageURI of the document, CFDocumentURI of 28 items and of 28 associations.
    assert (len(faults(old, V1P0)), len(faults(old))) == (0, 57)
    found = read_package("old.json", old)
    (document,) = found.documents.values()
    record, _ = record_of(document, "x.yaml")
    assert isinstance(record, Framework)
    new = write_framework(index(record), LIBRARY).data
    assert faults(new) == []
    assert b"CFDocumentURI" not in new
    assert b"CFPackageURI" not in new
    (again,) = read_package("new.json", new).documents.values()
    assert again["items"] == document["items"]


def test_a_time_without_a_zone_is_read_aloud_and_written_with_one():
    data = (SAMPLES / "opensalt-framework-20c5134f.json").read_bytes()
    # The schema finds it only where formats are checked, which this shows to be so.
    assert "$.CFDocument.lastChangeDateTime: '2017-05-25T18:05:33' is not a 'date-time'" in faults(data)
    found = read_package("p.json", data)
    (document,) = found.documents.values()
    assert document["changed"] == "2017-05-25T18:05:33+00:00"
    assert "the zone of the time" in [loss.what for loss in found.losses]


def test_associations_that_opensalt_loses_on_import_come_back_here():
    data = (SAMPLES / "opensalt-framework-20c5134f.json").read_bytes()
    types = sorted(each["associationType"] for each in json.loads(data)["CFAssociations"])
    (document,) = read_package("p.json", data).documents.values()
    record, _ = record_of(document, "x.yaml")
    assert isinstance(record, Framework)
    out = json.loads(write_framework(index(record), LIBRARY).data)
    assert sorted(each["associationType"] for each in out["CFAssociations"]) == types


@pytest.mark.parametrize(
    "address", ["https://other.example/uri/{}", "urn:uuid:{}", "https://other.example/items/17", ""]
)
def test_an_item_is_known_by_its_identifier_whatever_its_address(address):
    package = json.loads((SAMPLES / "SmartLevelFramework.json").read_bytes())
    (before,) = read_package("p.json", json.dumps(package).encode()).documents.values()
    for association in package["CFAssociations"]:
        for key in ("originNodeURI", "destinationNodeURI"):
            association[key]["uri"] = address.format(association[key]["identifier"])
    (after,) = read_package("p.json", json.dumps(package).encode()).documents.values()
    assert after == before

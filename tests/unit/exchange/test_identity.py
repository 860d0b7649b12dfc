"""Identifiers stay the same for ever: other systems refer to them."""

from uuid import NAMESPACE_DNS, uuid5

import pytest
from tests.made import LIBRARY, framework

from alignkit.exchange.identity import (
    NAMESPACE,
    derived,
    framework_uuid,
    is_address,
    item_uuids,
    uri_for,
    uuid_for,
    uuid_in,
)

A_UUID = "0b2ad3b3-47f5-4a56-9aae-93dd04b4f4ce"


def test_the_namespace_is_as_documented():
    assert uuid5(NAMESPACE_DNS, "alignkit") == NAMESPACE


# Written down on the day of the first export. If one of these fails, every export ever made is orphaned: mend the code.
@pytest.mark.parametrize(
    ("name", "uuid"),
    [
        ("ipec-2023", "5d3b87d4-0316-5c59-8c45-0c9e05d7bc4b"),
        ("ipec-2023:VE", "15f4f132-ea77-58cb-84c4-cb4b24f29c7d"),
        ("rps-2021:1.2", "e0c1338e-a80e-53a8-9ebd-2a9da3cf9bcb"),
        ("crosswalk/rps-2021--ipec-2023", "303f930a-a27c-5b7c-8859-fb4161760a60"),
    ],
)
def test_an_identifier_that_was_given_out_is_given_out_again(name, uuid):
    assert derived(name) == uuid


def test_shipped_frameworks_have_as_many_identifiers_as_items():
    for name in LIBRARY.ids:
        found = LIBRARY.find(name)
        assert found
        assert len({uuid for _, _, uuid in item_uuids(found.framework)}) == len(list(found.framework.walk()))


@pytest.mark.parametrize(
    ("identifier", "uuid"),
    [
        (A_UUID, A_UUID),
        (A_UUID.upper(), A_UUID),
        (f"urn:uuid:{A_UUID}", A_UUID),
        (f"ce-{A_UUID}", A_UUID),
        (f"https://a.example/ims/case/v1p0/CFItems/{A_UUID}", A_UUID),
        (f"x{A_UUID}", ""),
        ("https://a.example/1", ""),
        ("", ""),
    ],
)
def test_the_uuid_is_found_in_an_identifier_that_ends_in_it(identifier, uuid):
    assert uuid_in(identifier) == uuid


def test_an_identifier_of_its_own_goes_before_the_name():
    assert uuid_for(A_UUID, "ipec-2023") == A_UUID
    assert uuid_for("", "ipec-2023") == derived("ipec-2023")
    assert uuid_for("https://a.example/1", "ipec-2023") != derived("ipec-2023")


def test_an_address_is_kept_and_else_made_of_the_uuid():
    assert uri_for("https://a.example/1", A_UUID) == "https://a.example/1"
    assert uri_for("", A_UUID) == uri_for(A_UUID, A_UUID) == f"urn:uuid:{A_UUID}"
    assert not is_address("two words: no")


def test_a_second_item_of_a_code_or_identifier_has_a_uuid_of_its_own():
    same = [{"code": "A"}, {"code": "A"}, {"code": "B", "identifier": A_UUID}, {"code": "C", "identifier": A_UUID}]
    made = framework(items=same)
    uuids = [uuid for _, _, uuid in item_uuids(made)]
    assert uuids == [derived("made-2023:A"), derived("made-2023:A:2"), A_UUID, derived("made-2023:C:2")]
    assert framework_uuid(made) == derived("made-2023")


def test_half_a_character_in_a_name_is_borne():
    assert derived("a\ud800") != derived("a\udfff")

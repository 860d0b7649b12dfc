"""Times, strict JSON, contexts: what verification stands on."""

import hashlib
import json
from importlib import resources

import pytest

from alignkit.exchange.limits import LIMITS
from alignkit.exchange.proof import linked_data
from alignkit.exchange.proof.instants import instant, seconds, stamped
from alignkit.exchange.proof.linked_data import UnknownContext, context, meaning_faults
from alignkit.exchange.proof.strict_json import NotOneThing, read

# As published, and as openbadgeslib pins those that it ships as well.
HASHES = {
    "credentials-v2.json": "59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734",
    "ob-v3p0-3.0.1.json": "cfc147db5fd5e3575b06bd471fe04784e92de69296f64a351b8dff0ec3372e9c",
    "ob-v3p0-3.0.2.json": "bba433989e1e700ca60838a3c22378e7d8381aeb0c9590f9ddf84d1714f10296",
    "ob-v3p0-3.0.3.json": "3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84",
    "ob-v3p0.json": "b077fa134d909d92c1dcd1c153f2af1b244aeb415967fdc1467d7fc5dd48ac10",
    "ob-v3p0-extensions.json": "146f85aa16effd7ca1da8056eb443f53ce1eca8a34186cb062832c0a97d889c3",
    "clr-v2p0.json": "e198d7b517d74c5036434ce495086f67b10244709e9a3df9dcb7f8b1579b6167",
    "clr-v2p0-2.0.1.json": "880f1902d4158f2f33ce06af41b90719977cd1ea337a9de2e41edb3ff5e543d6",
}
V2, OB = "https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2026-11-26", "2026-11-26T00:00:00Z"),
        ("2026-11-26T09:30:00+01:00", "2026-11-26T08:30:00Z"),
        ("2026-11-26T09:30:00.5Z", "2026-11-26T09:30:00Z"),
        ("0001-01-01T00:30:00+01:00", ""),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
        ("0999-01-01", ""),
        ("2026-02-30", ""),
        ("2026-11-26T09:30:00", ""),
        ("26.11.2026", ""),
        ("", ""),
    ],
)
def test_a_day_or_a_time_with_its_zone_is_stamped(text, found):
    assert stamped(text) == found


def test_a_time_is_one_only_with_its_zone():
    assert instant("2026-11-26T09:30:00") is None
    assert instant(20261126) is None
    assert seconds("1970-01-01T00:01:00Z") == 60
    assert seconds("1970-01-01T00:01:00") is None


def nested(depth: int) -> bytes:
    return b'{"a":' * depth + b"1" + b"}" * depth


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b'{"a": 1, "a": 2}', "stands twice"),
        (b'{"b": {"a": 1, "a": 2}}', "stands twice"),
        (b'{"a": NaN}', "NaN is no number"),
        (b'{"a": "\\ud800"}', "half a character"),
        (b'{"\\ud800": 1}', "half a character"),
        (b"[]", "no JSON object"),
        (b'"a"', "no JSON object"),
        (b'{"a": ', "no JSON"),
        (b"", "no JSON"),
        (b"\xff{}", "not UTF-8"),
        (nested(41), "nested too deeply"),
        (nested(100_000), "nested too deeply"),
        (b"[" * 100_000, "nested too deeply"),
        (b" " * (LIMITS.credential_bytes + 1), "longer than"),
        (b'{"a": ' + b"1" * 10_000 + b"}", "thousands of digits"),
        (b'{"a": 1e999}', "larger than numbers can be"),
    ],
)
def test_what_could_be_read_in_two_ways_is_refused(data, message):
    with pytest.raises(NotOneThing, match=message):
        read(data)


def test_what_says_one_thing_is_read():
    assert read(b'{"a": [1, {"b": "\\ud83e\\uddd1"}]}') == {"a": [1, {"b": "\U0001f9d1"}]}


def test_the_contexts_are_the_published_ones_with_their_licences():
    folder = resources.files(linked_data.__package__).joinpath("contexts")
    there = {each.name: each.read_bytes() for each in folder.iterdir()}
    assert {name: hashlib.sha256(data).hexdigest() for name, data in there.items() if name.endswith(".json")} == HASHES
    assert set(there) - set(HASHES) == {"NOTICE.md", "LICENSE-Apache-2.0.txt", "LICENSE-W3C.txt"}
    assert all(name in there["NOTICE.md"].decode() for name in HASHES)


def test_nothing_is_fetched(monkeypatch):
    def never(*_: object, **__: object) -> None:
        raise AssertionError("it went to the network")

    monkeypatch.setattr("socket.socket.connect", never)
    monkeypatch.setattr("socket.getaddrinfo", never)
    with pytest.raises(UnknownContext):
        context("https://example.org/context")
    document = {"@context": [V2, "https://example.org/context"], "type": "VerifiableCredential"}
    assert meaning_faults(document) == (
        "the context https://example.org/context is not at hand, and nothing is fetched",
    )
    assert meaning_faults({"@context": [V2, OB], "type": "OpenBadgeCredential", "name": "a"}) == ()


def test_a_term_that_no_context_defines_is_named():
    document = {
        "@context": [V2, OB],
        "type": ["VerifiableCredential"],
        "strength": 1,
        "credentialSubject": {"depth": 1},
    }
    assert set(meaning_faults(document)) == {'no context defines "strength"', 'no context defines "depth"'}


@pytest.mark.parametrize(
    "document",
    [
        {"@context": [V2, {"strength": "https://schema.org/name"}], "strength": 1},
        {"@context": {"@vocab": "https://schema.org/"}, "strength": 1},
        {"@context": [V2], "credentialSubject": {"@context": {"a": "b:c"}, "a": 1}},
        {"@context": [V2], "credentialSubject": [{"@context": [None]}]},
    ],
)
def test_terms_that_a_document_defines_itself_are_refused(document):
    assert meaning_faults(document) == ("@context defines terms of its own",)


@pytest.mark.parametrize(
    "document",
    [
        {"@context": [V2, OB], "type": 7},
        {"@context": [V2, OB], "id": ["a", "b"]},
        {"@context": "not a url"},
        {"@context": [V2, OB], "@type": {"a": 1}},
    ],
)
def test_what_is_no_linked_data_is_said_in_a_word(document):
    (fault,) = meaning_faults(document)
    assert len(fault) < 120
    assert json.dumps(document["@context"]) not in fault


@pytest.mark.parametrize(
    "document",
    [
        {"@context": [V2, OB] * 6},
        {"@context": [V2], "type": ["Achievement"] * 11},
        {"@context": [V2], "a": [{"@context": [V2] * 10}] * 100},
        {"@context": [V2], "a": [{"type": ["Achievement"] * 10}] * 801},
        {"@context": [V2], "a": [{"@type": ["Achievement"] * 10}] * 801},
    ],
)
def test_more_than_any_record_needs_is_not_even_expanded(document, monkeypatch):
    monkeypatch.setattr("pyld.jsonld.expand", lambda *_, **__: pytest.fail("it was expanded"))
    assert meaning_faults(document) == ("it names more contexts and types than any record",)

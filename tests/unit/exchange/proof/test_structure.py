"""The form of a credential: each fault by its path, and nothing else."""

import json

import pytest
from tests.credentials import DAY, ED25519, case_of, learner_of

from alignkit.exchange.badge.award import award
from alignkit.exchange.badge.credential import Dates
from alignkit.exchange.proof.instants import stamped
from alignkit.exchange.proof.structure import form_faults
from alignkit.exchange.proof.summary import summary

V2 = "https://www.w3.org/ns/credentials/v2"
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
OB = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"


def document():
    return award(case_of(), learner_of(), ED25519.public.did, Dates(stamped(DAY))).document


def changed(path, value=None):
    """Return a credential with another value at a path such as `credentialSubject.achievement.0.name`."""
    made = document()
    *above, last = (int(key) if key.isdigit() else key for key in path.split("."))
    holder = made
    for key in above:
        holder = holder[key]
    if value is None:
        del holder[last]
    else:
        holder[last] = value
    return made


FAULTS = [
    ("@context", [OB, V2], f"$.@context does not begin with {V2}"),
    ("@context", V2, "$.@context does not go on with that of Open Badges 3.0"),
    ("@context", None, "$.@context does not go on with that of Open Badges 3.0"),
    ("type", "OpenBadgeCredential", "$.type does not say VerifiableCredential"),
    ("type", ["VerifiableCredential"], "$.type says neither OpenBadgeCredential nor ClrCredential"),
    ("id", None, "$.id is missing"),
    ("id", "no uri", "$.id is no URI"),
    ("issuer", None, "$.issuer is missing"),
    ("issuer", 7, "$.issuer is no object"),
    ("issuer.id", None, "$.issuer.id is missing"),
    ("issuer.type", "Organisation", "$.issuer.type does not say Profile"),
    ("validFrom", "2026-01-15", "$.validFrom is no time with a zone"),
    ("credentialSubject", "did:example:ana", "$.credentialSubject is no object"),
    ("credentialSubject.id", None, "$.credentialSubject has neither an id nor an identifier: it is nobody's"),
    ("credentialSubject.creditsEarned", "3", "$.credentialSubject.creditsEarned is no number"),
    ("credentialSubject.creditsEarned", True, "$.credentialSubject.creditsEarned is no number"),
    ("credentialSubject.achievement", None, "$.credentialSubject.achievement is missing"),
    ("credentialSubject.achievement.criteria", {}, "$.credentialSubject.achievement.criteria is missing"),
    ("credentialSubject.achievement.name", {"en": 7}, "$.credentialSubject.achievement.name is no text"),
    (
        "credentialSubject.achievement.alignment.0.targetUrl",
        "VE3",
        "$.credentialSubject.achievement.alignment[0].targetUrl is no URI",
    ),
    (
        "credentialSubject.achievement.resultDescription.0.type",
        ["Description"],
        "$.credentialSubject.achievement.resultDescription[0].type does not say ResultDescription",
    ),
    (
        "credentialSubject.result.0.resultDescription",
        "urn:uuid:0",
        "$.credentialSubject.result[0] is of no result that the achievement describes",
    ),
]


def test_what_we_issue_has_no_faults():
    assert form_faults(document()) == ()


@pytest.mark.parametrize(("path", "value", "fault"), FAULTS, ids=lambda part: str(part)[:40])
def test_a_fault_is_named_by_its_path(path, value, fault):
    assert fault in form_faults(changed(path, value))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("issuer", "https://u.example/issuer"),
        ("name", {"en": "Small course", "nb": "Lite kurs"}),
        ("credentialSubject.result.0", {"type": ["Result"], "value": "78"}),
        ("credentialSubject.result", {"type": "Result"}),
        ("credentialSubject.achievement.resultDescription", None),
    ],
)
def test_other_forms_that_the_standard_allows_are_no_faults(path, value):
    made = changed(path, value)
    if value is None:
        del made["credentialSubject"]["result"]
    assert form_faults(made) == ()


def test_a_record_has_contexts_of_its_own():
    made = {**document(), "type": ["VerifiableCredential", "ClrCredential"]}
    assert "$.@context does not go on with that of Comprehensive Learner Record 2.0" in form_faults(made)
    assert "$.credentialSubject.verifiableCredential is missing" in form_faults(made)
    subject = {"type": ["ClrSubject"], "id": "did:example:ana", "verifiableCredential": [document()]}
    assert form_faults({**made, "@context": [V2, CLR, OB], "credentialSubject": subject}) == ()


@pytest.mark.parametrize("value", [None, 7, "x", [], {}, [None], [[]], True])
def test_anything_may_stand_anywhere_without_a_fault_of_ours(value):
    for path, _, _ in FAULTS:
        made = changed(path, {"x": value})
        assert isinstance(form_faults(made), tuple)
        assert summary(made, "").kind
    for key in document():
        assert form_faults({**document(), key: value}) is not None
        assert summary({**document(), key: value}, "").form == ""
    assert form_faults({}) != ()


def test_a_learner_without_an_address_is_shown_by_the_hash():
    identity = {"type": "IdentityObject", "identityType": "emailAddress", "identityHash": "sha256$00", "hashed": True}
    made = changed("credentialSubject.id")
    made["credentialSubject"]["identifier"] = [identity]
    assert summary(made, "").learner == "emailAddress sha256$00"
    made["credentialSubject"]["identifier"] = identity
    assert summary(made, "").learner == "emailAddress sha256$00"
    assert form_faults(made) == ()
    assert json.dumps(made)

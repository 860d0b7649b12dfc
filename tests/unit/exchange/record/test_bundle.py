"""A record of several credentials: valid ones of one learner, each as its issuer signed it, and how they belong."""

import json

import pytest
from tests.credentials import COURSE, DAY, ED25519, LEARNER, NOW, OTHER_ED25519, P256, tree

from alignkit.api.credential import Signing, bundle, issue, verify
from alignkit.errors import BadRequest
from alignkit.exchange.proof import jose
from alignkit.exchange.record.bundle import Chosen

SIGNING = Signing("key.pem", valid_from=DAY)
PROOF = Signing("key.pem", form="data-integrity", valid_from=DAY)
SECOND = COURSE.replace("id: small", "id: second").replace("title: Small course", "title: Second course")
# Of the second course only AS2 counts, so that the two courses share C3 and art45:g.
OTHER_ITEMS = SECOND.replace('"eu-2005-36-art45:g", "ipec-2023:C3", ', "").replace("ipec-2023:VE3", "ipec-2023:VE4")
APART = OTHER_ITEMS.replace('"ipec-2023:C1", ', "")


def credential(course=COURSE, learner=LEARNER, key=ED25519, signing=SIGNING):
    return issue(tree(course, learner, key), "small.yaml", "ana.yaml", signing).text


def bundled(files, chosen=None, key=ED25519):
    named = {f"c{number}": text for number, text in enumerate(files, 1)}
    return bundle(tree(key=key, **named), list(named), SIGNING, chosen or Chosen(), NOW)


def record(view):
    return jose.take_apart(view.text.encode()).document


def found(view):
    return verify(tree(record=view.text), "record", NOW)


def test_tokens_and_proofs_stand_in_one_record_and_each_is_verified_by_its_issuer():
    view = bundled(
        [credential(), credential(SECOND, key=P256), credential(APART, signing=PROOF, key=OTHER_ED25519)],
        Chosen("Ana's learning", "Example University", ("2 isPartOf 1",)),
    )
    seen = found(view)
    assert seen.valid
    assert seen.kind == "Comprehensive Learner Record 2.0"
    assert (seen.name, seen.issuer_name) == ("Ana's learning", "Example University")
    assert [each.form for each in seen.members] == [
        "VC-JWT, EdDSA",
        "VC-JWT, ES256",
        "Data Integrity, eddsa-rdfc-2022",
    ]
    assert all(each.valid and each.checks for each in seen.members)
    assert view.credentials == ("Small course", "Second course", "Second course")
    assert [each.where for each in view.left_out] == ["c1", "c2"]


def test_associations_are_those_said_and_what_is_stated_in_common():
    view = bundled([credential(), credential(SECOND), credential(APART)], Chosen(associations=("2 precedes 1",)))
    assert view.associations == ("Second course precedes Small course",)
    (said,) = record(view)["credentialSubject"]["association"]
    first, second, _ = (
        each["credentialSubject"]["achievement"]["id"]
        for each in record(view)["credentialSubject"]["verifiableCredential"]
    )
    assert said == {
        "type": "Association",
        "associationType": "precedes",
        "sourceId": second,
        "targetId": first,
    }
    assert bundled([credential(), credential(SECOND)]).associations == ("Small course isRelatedTo Second course",)
    # Both are of EQF level 7, which relates nothing.
    assert bundled([credential(), credential(APART)]).associations == ()


def test_what_the_issuer_signed_stands_in_the_evidence():
    token = credential().strip()
    document = record(bundled([token]))
    (member,) = document["credentialSubject"]["verifiableCredential"]
    assert member == jose.take_apart(token.encode()).document
    (evidence,) = document["evidence"]
    assert evidence["id"] == f"data:application/vc+jwt,{token}"
    proved = credential(signing=PROOF)
    document = record(bundled([proved]))
    assert document["credentialSubject"]["verifiableCredential"] == [json.loads(proved)]
    assert "evidence" not in document


def signed_again(document):
    return tree(record=jose.sign(document, ED25519, f"{ED25519.public.did}#{ED25519.public.multibase}"))


def test_a_member_without_a_signature_of_its_own_is_only_stated():
    document = record(bundled([credential()]))
    del document["evidence"]
    seen = verify(signed_again(document), "record", NOW)
    assert seen.valid
    (member,) = seen.members
    assert (member.form, member.checks) == ("stated in the record", ())
    assert member.unverified == ("what it says: it bears no signature but that of the record's issuer",)


def test_a_member_that_differs_from_what_was_signed_is_found():
    document = record(bundled([credential()]))
    document["credentialSubject"]["verifiableCredential"][0]["name"] = "Large course"
    seen = verify(signed_again(document), "record", NOW)
    assert not seen.valid
    (together,) = (check for check in seen.checks if check.name == "record")
    assert together.faults == ("it brings a signed credential that is none of those it states",)


def test_a_broken_token_in_the_evidence_is_found():
    document = record(bundled([credential()]))
    document["evidence"][0]["id"] = "data:application/vc+jwt,a.b"
    (together,) = (check for check in verify(signed_again(document), "record", NOW).checks if check.name == "record")
    assert together.faults[0].startswith("a signed credential in its evidence is broken")


def test_a_record_of_several_learners_is_found():
    document = record(bundled([credential()]))
    document["credentialSubject"]["id"] = "did:example:bo"
    (together,) = (check for check in verify(signed_again(document), "record", NOW).checks if check.name == "record")
    assert together.faults == ("its credentials are of several learners",)


def test_a_member_whose_issuer_is_no_key_is_only_stated():
    web = Signing("key.pem", issuer="did:web:u.example", key_id="did:web:u.example#key-1", valid_from=DAY)
    other = credential(key=OTHER_ED25519, signing=web)
    document = record(bundled([credential()]))
    inner = jose.take_apart(other.encode()).document
    document["credentialSubject"]["verifiableCredential"].append(inner)
    document["evidence"].append({"id": f"data:application/vc+jwt,{other.strip()}", "type": ["Evidence"]})
    seen = verify(signed_again(document), "record", NOW)
    assert "is not a key itself" in seen.members[1].unverified[0]


def test_the_issuer_of_a_did_web_can_bundle_its_own():
    web = Signing("key.pem", issuer="did:web:u.example", key_id="did:web:u.example#key-1", valid_from=DAY)
    files = tree(c1=credential(signing=web))
    view = bundle(files, ["c1"], web, Chosen(), NOW)
    seen = verify(tree(record=view.text, public=ED25519.public.pem.decode()), "record", NOW, "public")
    assert seen.valid
    assert seen.members[0].valid
    assert seen.members[0].checks


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (lambda: [credential().replace(".", ".e30", 1)], "this credential is not valid"),
        (lambda: [credential(), credential(learner=LEARNER.replace("ana", "bo"))], "is another learner's"),
        (lambda: [credential(), credential()], "is given twice"),
        (lambda: [bundled([credential()]).text], "this is a record itself"),
        (lambda: ["hello"], "this is no credential"),
        (lambda: ["a.b.c"], "this credential is not valid: the token is broken"),
    ],
)
def test_what_cannot_go_into_a_record_is_refused(files, message):
    with pytest.raises(BadRequest) as refused:
        bundled(files())
    assert message in refused.value.message
    assert refused.value.where.startswith("c")


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("2 isPartOf", "is no association"),
        ("2 is part of 1", "is no association"),
        ("2 partOf 1", 'no association is called "partOf" (did you mean "isPartOf"?)'),
        ("3 isPartOf 1", "does not name two of 2 credentials"),
        ("0 isPartOf 1", "does not name two"),
        ("1 isPartOf 1", "does not name two"),
    ],
)
def test_an_association_that_does_not_fit_is_refused(said, message):
    with pytest.raises(BadRequest) as refused:
        bundled([credential(), credential(SECOND)], Chosen(associations=(said,)))
    assert message in refused.value.message
    assert "isRelatedTo" in refused.value.hint


def test_the_record_has_a_name_and_the_dates_that_are_asked_for():
    named = {"c1": credential()}
    signing = Signing("key.pem", valid_from=DAY, valid_until="2030-01-15")
    document = record(bundle(tree(**named), ["c1"], signing, Chosen(), NOW))
    assert document["name"] == "Learning record: 1 credential"
    assert document["validUntil"] == "2030-01-15T00:00:00Z"
    assert "name" not in document["issuer"]


def test_a_token_in_an_envelope_is_the_token():
    token = credential().strip()
    envelope = {"type": "EnvelopedVerifiableCredential", "id": f"data:application/vc+jwt,{token}"}
    assert record(bundled([json.dumps(envelope)])) == record(bundled([token]))


def test_a_credential_that_is_not_valid_any_more_goes_into_no_record():
    ended = Signing("key.pem", valid_from=DAY, valid_until="2026-02-15")
    with pytest.raises(BadRequest, match="not valid: it was valid until 2026-02-15T00:00:00Z"):
        bundled([credential(signing=ended)])


def test_other_evidence_of_a_record_is_left_alone():
    document = record(bundled([credential()]))
    document["evidence"].append({"id": "https://u.example/portfolio", "type": ["Evidence"]})
    document["evidence"].append({"type": ["Evidence"], "name": "A diary"})
    assert verify(signed_again(document), "record", NOW).valid

"""A learner's credential: what that learner passed, and not a word more."""

import hashlib
import json

import pytest
from tests.credentials import COURSE, DAY, ED25519, LEARNER, STATED, case_of, learner_of

from alignkit.errors import BadRequest
from alignkit.exchange.badge.award import award
from alignkit.exchange.badge.credential import Dates
from alignkit.exchange.proof.instants import stamped
from alignkit.exchange.proof.structure import form_faults

ISSUER = ED25519.public.did
ONE = LEARNER.replace("AS2, passed: true", "AS2, passed: false")


def awarded(learner=LEARNER, course=COURSE, until=""):
    return award(case_of(course), learner_of(learner), ISSUER, Dates(stamped(DAY), until))


def test_who_passed_everything_has_the_whole_achievement():
    made = awarded()
    subject = made.document["credentialSubject"]
    assert made.whole
    assert [each.item.ref for each in made.certified.items] == list(STATED)
    assert subject["id"] == "did:example:ana"
    assert subject["creditsEarned"] == 3
    assert subject["achievement"]["achievementType"] == "MicroCredential"
    assert made.document["issuer"]["id"] == ISSUER
    assert made.document["issuer"]["name"] == "Example University"
    assert subject["achievement"]["creator"]["id"] == "https://u.example"
    assert made.document["validFrom"] == "2026-01-15T00:00:00Z"
    assert "validUntil" not in made.document
    assert form_faults(made.document) == ()


def test_each_result_is_that_of_its_assessment():
    subject = awarded().document["credentialSubject"]
    first, second = subject["achievement"]["resultDescription"]
    assert subject["result"] == [
        {"type": ["Result"], "resultDescription": first["id"], "status": "Completed", "value": "78"},
        {"type": ["Result"], "resultDescription": second["id"], "status": "Completed"},
    ]


def test_what_the_learner_did_not_pass_is_left_out_everywhere():
    made = awarded(ONE)
    subject = made.document["credentialSubject"]
    achievement = subject["achievement"]
    assert not made.whole
    assert [each["targetCode"] for each in achievement["alignment"]] == ["VE3", "C1"]
    assert achievement["name"] == "Small course (in part)"
    assert achievement["description"] == (
        "A part of Small course: 2 of 5 learning outcomes. It is not the whole, and carries no credits."
    )
    for absent in ("achievementType", "creditsAvailable"):
        assert absent not in achievement
    assert "creditsEarned" not in subject
    assert len(subject["result"]) == 1
    text = json.dumps(made.document)
    for hidden in ("AS2", "LO2", "C3", "Advise on medicines", "Case", "false", "Failed"):
        assert hidden not in text
    reasons = {each.what: each.why for each in made.left_out}
    assert reasons["outcome LO2"] == "the learner did not pass AS2"
    assert reasons["ipec-2023:C3"] == "it rests on LO2: the learner did not pass AS2"


def test_a_result_that_is_not_there_is_not_passed():
    assert awarded(LEARNER.replace("  - {assessment: AS2, passed: true}\n", "")).document == awarded(ONE).document


def test_a_part_is_another_achievement_than_the_whole():
    whole, part = (made.document["credentialSubject"]["achievement"]["id"] for made in (awarded(), awarded(ONE)))
    assert whole != part


def test_results_that_show_nothing_are_named():
    reasons = {each.what: each.why for each in awarded(LEARNER + "  - {assessment: AS3, passed: true}\n").left_out}
    assert reasons["result of AS3"] == "the assessment does not count (summative)"
    # LO2 is shown only by AS2 and AS4 together, and AS4 shows nothing else.
    course = COURSE.replace("  - {id: AS3,", "  - {id: AS4, purpose: summative, outcomes: [LO2]}\n  - {id: AS3,")
    made = awarded(ONE + "  - {assessment: AS4, passed: true}\n", course)
    reasons = {each.what: each.why for each in made.left_out}
    assert reasons["result of AS4"] == "what it shows is shown only together with assessments that were not passed"
    assert [each.outcome.id for each in made.certified.outcomes] == ["LO1", "LO4"]


def test_an_assessment_that_counts_but_shows_nothing_is_needed_for_the_whole():
    course = COURSE.replace("  - {id: AS3,", "  - {id: AS4, purpose: summative}\n  - {id: AS3,")
    assert not awarded(course=course).whole
    assert awarded(LEARNER + "  - {assessment: AS4, passed: true}\n", course).whole


def identity(text):
    learner = LEARNER.replace("id: did:example:ana", f"identity: {text}")
    return awarded(learner).document["credentialSubject"]["identifier"][0]


def test_an_identity_is_hashed_with_its_salt_as_the_standard_has_it():
    # The example of the standard itself.
    assert identity("{value: a@example.com, salt: Kosher}") == {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
        "identityType": "emailAddress",
        "salt": "Kosher",
    }
    digest = hashlib.sha256(b"x").hexdigest()
    assert identity(f"{{type: name, hash: sha256${digest}}}")["identityHash"] == f"sha256${digest}"


def test_an_identity_is_stated_nowhere():
    learner = LEARNER.replace("id: did:example:ana", "identity: {value: ana@example.org, salt: 7d1a0c93}")
    assert "ana@example.org" not in json.dumps(awarded(learner).document)


@pytest.mark.parametrize(
    ("learner", "message", "where"),
    [
        (LEARNER.replace("AS1", "as1"), 'no assessment is called "as1" (did you mean "AS1"?)', "ana.yaml:4:18"),
        (LEARNER.replace("AS2", "AS1"), "AS1 has several results", "ana.yaml:4:5"),
        (LEARNER.replace("id: did:example:ana\n", ""), "nothing says whose credential it is", "ana.yaml:1:1"),
        (LEARNER.replace("id: did:example:ana", "identity: {type: name}"), "an identity is stated by", "ana.yaml:2:11"),
        (LEARNER.replace("id: did:example:ana", "identity: {value: a}"), "not hashed without a salt", "ana.yaml:2:11"),
        (
            LEARNER.replace("id: did:example:ana", f"identity: {{value: a, hash: sha256${'0' * 64}}}"),
            "an identity is stated by",
            "ana.yaml:2:11",
        ),
        (LEARNER.replace("passed: true", "passed: false"), "the learner did not pass AS1", "small.yaml:"),
        (LEARNER.partition("results")[0], "the learner did not pass AS1", "small.yaml:"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(learner, message, where):
    with pytest.raises(BadRequest) as refused:
        awarded(learner)
    assert message in refused.value.message
    assert refused.value.where.startswith(where)


def test_the_same_results_give_the_same_credential_and_others_another_id():
    assert awarded().document == awarded().document
    assert awarded().document["id"] != awarded(LEARNER.replace("78", "79")).document["id"]


def test_until_when_it_is_valid_is_stated_where_it_is_said():
    assert awarded(until="2028-01-15T00:00:00Z").document["validUntil"] == "2028-01-15T00:00:00Z"

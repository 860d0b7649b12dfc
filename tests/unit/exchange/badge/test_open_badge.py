"""The Open Badges template: it says what is assessed, says nothing that is not, and names what it leaves out."""

import json
import re

import pytest
from tests.credentials import COURSE, LEFT_OUT, STATED, case_of, case_saying
from tests.hostile import HOSTILE

from alignkit.errors import BadRequest
from alignkit.exchange.badge.credential import NOT_YET
from alignkit.exchange.formats import format_named
from alignkit.exchange.open_badge import write
from alignkit.exchange.proof.structure import form_faults


def template(text=COURSE):
    return json.loads(write(case_of(text)).data)


def achievement(text=COURSE):
    return template(text)["credentialSubject"]["achievement"]


def alignments(text=COURSE):
    return {each["targetCode"]: each for each in achievement(text)["alignment"] if each["targetType"] != "ext:EQF"}


def losses(text=COURSE):
    return {each.what: each.why for each in write(case_of(text)).losses}


def texts_in(value):
    """Return every text of a document, keys left out."""
    if isinstance(value, str):
        return [value]
    children = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for child in children for text in texts_in(child)]


def test_it_is_found_by_its_name_and_takes_a_curriculum():
    (exporter,) = format_named("open-badge").exporters
    assert (exporter.of, exporter.suffix, exporter.needs) == ("curriculum", ".json", ("", ""))
    assert exporter.write is write


def test_the_credential_is_one_of_verifiable_credentials_2_and_of_nobody_yet():
    found = template()
    assert found["@context"] == [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ]
    assert found["type"] == ["VerifiableCredential", "OpenBadgeCredential"]
    assert found["validFrom"] == NOT_YET
    assert "proof" not in found
    assert "id" not in found["credentialSubject"]
    # All that keeps it from being somebody's.
    assert form_faults(found) == ("$.credentialSubject has neither an id nor an identifier: it is nobody's",)


def test_the_achievement_says_what_the_curriculum_says():
    found = achievement()
    assert found["achievementType"] == "MicroCredential"
    assert found["name"] == "Small course"
    assert found["description"] == "Small course: 3 learning outcomes, each assessed."
    assert (found["creditsAvailable"], found["inLanguage"], found["version"]) == (3, "en", "2026")
    assert found["humanCode"] == "small"
    assert found["creator"] == {
        "id": "https://u.example",
        "type": ["Profile"],
        "name": "Example University",
        "url": "https://u.example",
        "address": {"type": ["Address"], "addressCountryCode": "NO"},
    }
    assert template()["issuer"] == found["creator"]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("course", "Course"),
        ("module", "ext:Module"),
        ("programme", "LearningProgram"),
        ("cpd-activity", "ext:CPDActivity"),
    ],
)
def test_every_kind_of_curriculum_has_its_type(kind, said):
    assert achievement(COURSE.replace("kind: micro-credential", f"kind: {kind}"))["achievementType"] == said


def test_the_vision_is_the_description():
    text = COURSE + "rationale: {statement: Nobody falls between two chairs}\n"
    assert achievement(text)["description"] == "Nobody falls between two chairs"
    assert losses(text)["rationale"] == "only its statement is taken, as the description"


def test_only_assessed_items_are_aligned_with_and_the_others_are_named():
    assert list(alignments()) == [ref.partition(":")[2] for ref in STATED]
    found = losses()
    assert {what: found[what] for what in LEFT_OUT} == LEFT_OUT
    assert found["assessment AS3"] == "it does not count (summative)"


def test_an_alignment_says_what_it_is_and_invents_no_address():
    found = alignments()
    assert found["VE3"] == {
        "type": ["Alignment"],
        "targetCode": "VE3",
        "targetName": "Protect each person's dignity, privacy, identity and self-determination, keeping information "
        "confidential in team care.",
        "targetFramework": "IPEC Core Competencies for Interprofessional Collaborative Practice: Version 3 (2023)",
        "targetType": "ext:Competency",
        "targetUrl": "http://ipecollaborative.org/ipec-core-competencies",
        "targetDescription": "Depth in the curriculum: reinforce. A paraphrase, not the publisher's words.",
    }
    assert found["g"]["targetUrl"].startswith("urn:uuid:")
    assert "No address of the framework is known" in found["g"]["targetDescription"]


def test_an_item_that_no_source_has_confirmed_says_so():
    found = alignments()
    assert "Not verified: no source has confirmed this wording." in found["C1"]["targetDescription"]
    assert "Not verified" not in found["VE3"]["targetDescription"]
    assert losses()["the wording of C1 and C3"] == "no source has confirmed it; targetDescription says so"


def test_the_elements_of_the_eu_are_there():
    found = achievement()
    (level,) = (each for each in found["alignment"] if each["targetType"] == "ext:EQF")
    assert (level["targetCode"], level["targetName"]) == ("7", "EQF level 7")
    assert level["targetUrl"] == "http://data.europa.eu/snb/eqf/7"
    criteria = found["criteria"]["narrative"]
    for said in (
        "- Awarded by: Example University (university, NO)",
        "- Workload: 75 hours and 3 ECTS credits",
        "- Level: EQF level 7",
        "- Form of participation: online",
        "- Prerequisites: A licence to practise",
        "- Quality assurance: internal (Academic council)",
        "- Supervision and identity: Supervised, identity checked",
        "- LO1: Protect a patient's dignity",
        "- AS1, Simulation (osce): Lead a meeting",
        "  - Criterion: Every voice is heard",
        "  - To pass: Both criteria met",
    ):
        assert f"\n{said}" in criteria


def test_elements_that_the_curriculum_does_not_state_are_named_and_not_invented():
    bare = COURSE.replace("workload: {hours: 75, ects: 3}\nlevel: {eqf: 7}\ndelivery: online\n", "")
    bare = bare.partition("credential:")[0]
    found = losses(bare)
    for element in ("workload in hours or ECTS", "level", "form of participation", "quality assurance"):
        assert found[element] == "the curriculum does not state it; the EU asks for it, and it is not invented"
    assert "creditsAvailable" not in achievement(bare)
    assert list(alignments(bare)) == list(alignments())
    assert not any(each["targetType"] == "ext:EQF" for each in achievement(bare)["alignment"])


def test_what_is_not_assessed_is_in_no_text_either():
    text = json.dumps(template())
    for hidden in ("LO3", "LO5", "TT6", "RR1", "RR2", "TT5", "ZZ9", "AS3", "Diary", "Reflect on a team"):
        assert hidden not in text


def test_each_assessment_that_counts_has_a_result_with_the_depth_that_is_stated():
    first, second = achievement()["resultDescription"]
    assert (first["name"], first["resultType"], first["requiredValue"]) == (
        "AS1: Simulation",
        "Result",
        "Both criteria met",
    )
    (level,) = first["rubricCriterionLevel"]
    assert (level["name"], level["level"]) == ("Reinforce", "reinforce")
    assert [each["targetCode"] for each in level["alignment"]] == ["VE3"]
    assert second["name"] == "AS2: Case"
    assert "requiredValue" not in second
    assert "rubricCriterionLevel" not in second


def test_nothing_of_the_curriculum_is_dropped_without_a_word():
    found = losses(COURSE + "design: {strategies: [case-based]}\nevaluation: [{level: '1'}]\ntopics: [Dignity]\n")
    assert {"design", "evaluation", "topics", "modules", "the day of issue", "the learner"} <= set(found)
    assert "bloom of outcomes" not in found
    detailed = COURSE.replace("- {id: LO3,", "- {id: LO3, bloom: evaluate,")
    assert losses(detailed)["bloom of outcomes"] == "outcomes are stated by their text"


def test_several_awarding_bodies_are_all_named_in_the_criteria():
    text = COURSE.replace("providers: [", "providers: [{name: Hospital, role: partner}, ").replace(
        'url: "https://u.example"}', 'url: "https://u.example"}, {name: Second, role: awarding-body}'
    )
    found = losses(text)
    assert found["provider Hospital"] == "only who awards it is named"
    assert "Example University (university, NO) and Second" in achievement(text)["criteria"]["narrative"]
    assert "the criteria name all of them" in found["awarding body Second"]


def test_a_language_that_open_badges_cannot_write_stands_in_the_criteria():
    text = COURSE.replace("language: en", "language: de-1996")
    assert "inLanguage" not in achievement(text)
    assert "language de-1996" in losses(text)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "https://a b", "ftp://x", "https://", "http://[x"])
def test_what_is_no_address_on_the_web_is_stated_as_none(address):
    found = achievement(COURSE.replace("https://u.example", address))["creator"]
    assert "url" not in found
    assert found["id"].startswith("urn:uuid:")


@pytest.mark.parametrize("country", ["EU", "INT"])
def test_what_is_no_country_is_stated_as_none(country):
    assert "address" not in achievement(COURSE.replace("country: NO", f"country: {country}"))["creator"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (COURSE.replace("role: awarding-body", "role: partner"), "no provider is said to award it"),
        (
            COURSE.replace("summative", "formative"),
            "(outcome LO1: no assessment that counts addresses it (M108), ",
        ),
        (COURSE.partition("assessments:")[0], "no assessment has shown anything"),
    ],
)
def test_a_credential_of_nothing_or_of_nobody_is_refused(text, message):
    with pytest.raises(BadRequest) as refused:
        write(case_of(text))
    assert message in refused.value.message
    assert refused.value.where.startswith("small.yaml:")
    assert refused.value.hint


def test_the_same_curriculum_gives_the_same_bytes_and_another_one_another_id():
    assert write(case_of()).data == write(case_of()).data
    assert achievement()["id"] != achievement(COURSE.replace("Both criteria met", "One criterion met"))["id"]
    assert achievement()["id"] == achievement(COURSE.replace("text: Reflect on a team", "text: Reflect"))["id"]


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_arrive_whole_or_are_named_and_steer_nothing(words):
    written = write(case_saying(words))
    assert written.data.isascii()
    found = json.loads(written.data)["credentialSubject"]["achievement"]
    if not any(each.why.startswith("no text holds them") for each in written.losses):
        assert found["name"].split() == words.split()
    texts = list(texts_in(found))
    assert not any(ord(sign) < 10 or "\x7f" <= sign <= "\x9f" or sign in "\x1b\ud800\uffff" for sign in "".join(texts))
    narrative = found["criteria"]["narrative"]
    assert not re.search(r"(?<!\\)[<>*`\[\]]", narrative.replace("**", ""))
    assert not re.search(r"\n(::|#|\||---|<)", narrative)

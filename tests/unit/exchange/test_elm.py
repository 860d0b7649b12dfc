"""The European specification: the EU's elements as far as they are stated, terms only where they are known."""

import json

import pytest
from tests.credentials import COURSE, LEFT_OUT, case_of, case_saying
from tests.hostile import HOSTILE

from alignkit.errors import BadRequest
from alignkit.exchange.elm import write
from alignkit.exchange.europass.nodes import duration
from alignkit.exchange.europass.vocabularies import COUNTRIES, country, eqf_level, language, mode
from alignkit.exchange.formats import format_named

BARE = COURSE.replace("workload: {hours: 75, ects: 3}\nlevel: {eqf: 7}\ndelivery: online\n", "").partition(
    "credential:"
)[0]


def document(text=COURSE):
    return json.loads(write(case_of(text)).data)


def losses(text=COURSE):
    return {each.what: each.why for each in write(case_of(text)).losses}


def test_it_is_found_by_its_name_and_takes_a_curriculum():
    (exporter,) = format_named("elm").exporters
    assert (exporter.of, exporter.suffix, exporter.needs, exporter.write) == ("curriculum", ".jsonld", ("", ""), write)


def test_the_elements_of_the_eu_are_there():
    found = document()
    assert found["type"] == "Qualification"
    assert found["title"] == {"en": "Small course"}
    assert found["volumeOfLearning"] == "PT75H"
    assert found["creditPoint"]["point"] == "3"
    assert found["creditPoint"]["framework"]["id"] == "http://data.europa.eu/snb/education-credit/6fcec5c5af"
    assert found["eqfLevel"]["id"] == "http://data.europa.eu/snb/eqf/7"
    assert found["mode"]["id"] == "http://data.europa.eu/snb/learning-assessment/920fbb3cbe"
    assert found["language"]["id"] == "http://publications.europa.eu/resource/authority/language/ENG"
    assert found["entryRequirement"]["noteLiteral"] == {"en": "A licence to practise"}
    (body,) = found["awardingOpportunity"]["awardingBody"]
    assert body["legalName"] == {"en": "Example University"}
    assert body["homepage"]["contentURL"] == "https://u.example"
    code = body["location"]["address"]["countryCode"]["id"]
    assert code == "http://publications.europa.eu/resource/authority/country/NOR"
    notes = [each["noteLiteral"]["en"] for each in found["additionalNote"]]
    assert notes == [
        "Quality assurance: internal (Academic council)",
        "Supervision and identity: Supervised, identity checked",
    ]


def test_outcomes_that_were_shown_are_there_with_their_items_and_no_others():
    first, second, third = document()["learningOutcome"]
    assert [each["title"]["en"] for each in (first, second, third)] == [
        "Protect a patient's dignity",
        "Advise on medicines",
        "Share a plan",
    ]
    assert [each["notation"] for each in first["relatedSkill"]] == ["VE3", "C1"]
    assert "Not verified" in first["relatedSkill"][1]["definition"]["en"]
    assert "Not verified" not in first["relatedSkill"][0]["definition"]["en"]
    assert first["relatedSkill"][0]["inScheme"]["prefLabel"]["en"].startswith("IPEC Core Competencies")
    assert "relatedSkill" not in third
    found = losses()
    assert {what: found[what] for what in LEFT_OUT} == LEFT_OUT
    text = json.dumps(document())
    for hidden in ("LO3", "TT6", "RR1", "Diary", "Reflect on a team"):
        assert hidden not in text


def test_assessments_say_how_it_is_shown_and_activities_how_it_is_learned():
    first, second = document()["provenBy"]
    assert first["title"] == {"en": "Simulation"}
    assert first["category"] == {"en": "osce"}
    assert first["gradingScheme"]["description"] == {"en": "Both criteria met"}
    assert [note["noteLiteral"]["en"] for note in first["additionalNote"]] == [
        "Every voice is heard",
        "Nothing <b>private</b> is told",
    ]
    assert second["title"] == {"en": "Case"}
    assert [each["title"]["en"] for each in document()["influencedBy"]] == ["A1"]


def test_what_is_not_stated_is_named_and_not_invented():
    found, document_ = losses(BARE), document(BARE)
    assert document_["type"] == "LearningAchievementSpecification"
    for key in ("volumeOfLearning", "creditPoint", "eqfLevel", "mode", "additionalNote", "thematicArea"):
        assert key not in document_
    for element in ("workload in hours or ECTS", "level", "form of participation", "quality assurance"):
        assert found[element] == "the curriculum does not state it; the EU asks for it, and it is not invented"
    assert found["the field of education (ISCED-F)"] == "a curriculum has no key for it"


@pytest.mark.parametrize(
    ("before", "after", "lost", "absent"),
    [
        ("country: NO", "country: EU", "awarding body Example University", "awardingOpportunity"),
        ("role: awarding-body", "role: partner", "awarding body", "awardingOpportunity"),
        ("language: en", "language: tlh", "language tlh", "language"),
        ("eqf: 7", "nqf: 7b", "national level and cycle", "eqfLevel"),
        ("ects: 3", "weeks: 6", "weeks", "creditPoint"),
    ],
)
def test_what_has_no_known_term_is_named(before, after, lost, absent):
    text = COURSE.replace(before, after)
    assert lost in losses(text)
    assert absent not in document(text)


def test_without_a_language_texts_are_of_an_undetermined_one():
    assert document(COURSE.replace("language: en\n", ""))["title"] == {"und": "Small course"}


def test_a_language_with_a_country_is_that_language():
    found = document(COURSE.replace("language: en", "language: en-IE"))
    assert found["title"] == {"en-IE": "Small course"}
    assert found["language"]["id"].endswith("/ENG")


@pytest.mark.parametrize(
    ("hours", "text"), [(75, "PT75H"), (7.5, "PT7H30M"), (0.25, "PT15M"), (0, ""), (None, ""), (0.001, "")]
)
def test_hours_are_written_as_durations(hours, text):
    assert duration(hours) == text


def test_terms_are_looked_up_and_never_made_up():
    assert country("GR")["id"].endswith("/GRC")
    assert country("XX") == country("EU") == language("tlh") == mode("on-site") == {}
    assert eqf_level(8)["prefLabel"] == {"en": "Level 8"}
    assert mode("in-person")["id"].endswith("/9191af2ed9")
    assert len(COUNTRIES) == len(set(COUNTRIES.values())) == 196
    assert all(len(two) == 2 and len(three) == 3 for two, three in COUNTRIES.items())


def test_a_specification_of_nothing_is_refused():
    with pytest.raises(BadRequest, match="no assessment has shown anything"):
        write(case_of(COURSE.replace("summative", "formative")))


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_hostile_texts_arrive_whole_or_are_named(words):
    written = write(case_saying(words))
    assert written.data.isascii()
    (title,) = json.loads(written.data)["title"].values()
    if not any(each.why.startswith("no text holds them") for each in written.losses):
        assert title.split() == words.split()
    assert not any(sign in title for sign in "\x00\x1b\x7f\x85\ud800\uffff")

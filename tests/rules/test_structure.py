"""What the rules on structure say, where their examples do not reach."""

import re

import pytest

from alignkit.findings import Finding
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

HEAD = "alignkit: curriculum/1\nid: example\ntitle: Teams that listen\n"
OUTCOMES = "outcomes:\n  - {id: LO1, text: Listen actively}\n"


def found(text: str, *codes: str) -> list[Finding]:
    findings = examine(Memory({"c.yaml": text}), ["c.yaml"]).findings
    return [finding for finding in findings if finding.code in codes or (not codes and finding.code[0] in "SR")]


def said(text: str, *codes: str) -> list[str]:
    return [f"{finding.code} {finding.message}" for finding in found(text, *codes)]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("learner: {}", '"learner" is not a key that is known here (did you mean "learners"?)'),
        ("Title: x", '"Title" is not a key that is known here (did you mean "title"?)'),
        ("ects: 3", '"ects" is not a key that is known here (it belongs under workload)'),
        ("offline: true", '"offline" is not a key that is known here (it belongs under design.access)'),
        ("xyzzy: 1", '"xyzzy" is not a key that is known here'),
    ],
)
def test_an_unknown_key_comes_with_the_likely_key_or_the_place_where_it_belongs(line, message):
    assert said(HEAD + OUTCOMES + line) == [f"S004 {message}"]


def test_a_key_that_nothing_is_like_comes_with_those_that_are_known():
    (finding,) = found(HEAD + "outcomes:\n  - {id: LO1, text: Listen actively, xyzzy: 1}\n")
    assert "(id, text, bloom, domain, interprofessional or aligns)" in finding.fix


def test_what_stands_under_a_misspelt_key_is_read_all_the_same():
    text = HEAD + OUTCOMES.replace("outcomes", "outcoms") + "assessments:\n  - {id: AS1, outcomes: [LO1]}\n"
    assert said(text) == ['S004 "outcoms" is not a key that is known here (did you mean "outcomes"?)']


def test_a_key_that_only_looks_like_a_known_one_is_not_read_as_that():
    # partners is like learners by 12 letters of 16, but it is another thing.
    assert said(HEAD + OUTCOMES + "partners: [a, b]\n") == [
        'S004 "partners" is not a key that is known here (did you mean "learners"?)'
    ]


COUNTRY = "a country code of two capital letters (ISO 3166), EU or INT"
DATE = "a date as year, year-month or year-month-day"
LIST = "a list (entries between [ and ], or lines that begin with `- `)"
MODULE = "keys and values, with keys such as id, title, lead, stage and 2 more"


@pytest.mark.parametrize(
    ("line", "key", "expected", "typed", "example"),
    [
        ("workload: {hours: '2,5'}", "hours", "a number", 'the text "2,5"', "2.5"),
        ("workload: {ects: 3 ECTS}", "ects", "a number", 'the text "3 ECTS"', "3"),
        ("workload: {hours: many}", "hours", "a number", 'the text "many"', "2.5"),
        ("learners: {group_size: six}", "group_size", "a whole number", 'the text "six"', "6"),
        ("dates: {start: 24.5.2022}", "start", DATE, 'the text "24.5.2022"', "2022-05-24"),
        ("learners: {jurisdictions: [no]}", "jurisdictions", COUNTRY, 'the text "no"', "NO"),
        ("modules: {id: M1}", "modules", LIST, "a mapping (keys and values)", "[…]"),
        ("modules: [M1]", "modules", MODULE, 'the text "M1"', "{id: …}"),
        ("design: {access: {offline: maybe}}", "offline", "true or false", 'the text "maybe"', "true"),
        ("{a: b}: c", "what stands here", "a key, which is a text", "a mapping (keys and values)", "title: …"),
    ],
)
def test_a_wrong_type_says_what_was_found_and_expected_and_how_it_may_be_typed(line, key, expected, typed, example):
    (finding,) = found(HEAD + OUTCOMES + line)
    assert (finding.code, finding.message) == ("S005", f"{key} should be {expected}, but it is {typed}")
    assert finding.fix == f"Write it like this: `{example}`."


def test_a_code_of_the_wrong_form_still_serves_as_the_name():
    text = HEAD + "outcomes:\n  - {id: LO 1, text: Listen actively}\nassessments:\n  - {id: AS1, outcomes: [LO 1]}\n"
    assert said(text) == ['S005 id should be a short code without spaces or colons, but it is the text "LO 1"']


def test_a_space_after_the_colon_of_a_reference_is_one_mistake():
    text = HEAD + "frameworks: [ipec-2023]\noutcomes:\n  - {id: LO1, text: Listen, aligns: [ipec-2023: VE1]}\n"
    (finding,) = (finding for finding in found(text) if finding.code != "R109")
    assert finding.code == "S005"
    assert finding.message.endswith("it is a key and its value, because of the space after the colon")
    assert finding.fix == "Write it like this: `ipec-2023:VE1`."


@pytest.mark.parametrize(
    ("entry", "message", "example"),
    [
        ("{text: Listen actively}", '"id" is missing here: its short code', "`id: LO1`"),
        ("{id: LO1}", '"text" is missing here: what learners can do', "`text: …`"),
        ("{id: LO1, text: }", '"text" is missing here: what learners can do', "`text: …`"),
    ],
)
def test_a_missing_key_says_what_it_means(entry, message, example):
    (finding,) = found(f"{HEAD}outcomes:\n  - {entry}\n")
    assert finding.code == "S006"
    assert finding.message.startswith(message)
    assert example in finding.fix


def test_a_refused_alias_is_not_also_a_missing_key():
    text = HEAD.replace("title: ", "title: &name ") + "outcomes:\n  - {id: LO1, text: *name}\n"
    assert {finding.code for finding in found(text)} == {"S009"}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("kind: micro credential", '"micro credential" is not a word for kind (did you mean "micro-credential"?)'),
        ("learners: {professions: [nurse]}", '"nurse" is not a word for professions (did you mean "nursing"?)'),
        ("learners: {professions: [physio]}", '"physio" is not a word for professions (did you mean "physiotherapy"?)'),
        ("status: xyzzy", '"xyzzy" is not a word for status'),
    ],
)
def test_a_word_outside_the_vocabulary_comes_with_the_likely_one(line, message):
    assert said(HEAD + OUTCOMES + line) == [f"S007 {message}"]


def test_a_word_that_nothing_is_like_comes_with_the_whole_vocabulary():
    (finding,) = found(HEAD + OUTCOMES + "status: xyzzy")
    assert finding.fix == "Write one of these: draft, approved or retired."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "S001 this file cannot be read: it is empty"),
        ("id: example\n", "S010 the file has no `alignkit:` line that says what it is"),
        ("- one\n", "S010 the file holds a list, not keys and values"),
        ("alignkit: curriculum/2\n", 'S010 "curriculum/2" is of a version this release does not know'),
        ("alignkit: syllabus\n", 'S010 "syllabus" is no format'),
    ],
)
def test_a_file_that_cannot_be_understood_is_one_finding(text, message):
    assert [line.partition(" (")[0] for line in said(text)] == [message]


def test_a_file_that_is_not_there_is_a_finding():
    assert [finding.message for finding in examine(Memory({}), ["c.yaml"]).findings] == [
        "this file cannot be read: there is no such file"
    ]


def test_a_module_whose_curriculum_says_no_format_is_not_reported_as_well():
    files = {"curriculum.yaml": "id: example\n", "modules/m1.yaml": "alignkit: module/1\nid: M1\n"}
    findings = examine(Memory(files), ["."]).findings
    assert [(finding.code, finding.at.file) for finding in findings] == [("S010", "curriculum.yaml")]


BROKEN = [
    "",
    "title: Roles: who does what\n",
    HEAD + "title: twice\n" + OUTCOMES,
    HEAD + "outcomes: " + "[" * 50 + "]" * 50,
    HEAD + "outcomes: !!seq []\nxyzzy: 1\nworkload: {hours: many}\nstatus: old\nmodules: [{}]\n",
    "alignkit: module/1\nid: M1\n",
]


@pytest.mark.parametrize("text", BROKEN)
def test_every_problem_has_the_facts_that_its_message_uses(text):
    findings = found(text)
    assert findings
    for finding in findings:
        assert not re.search(r"\{\w+\}", finding.message + finding.fix)
        assert finding.message[:1]
        assert finding.fix[-1] in ".…`"

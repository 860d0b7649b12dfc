"""A file becomes typed records; each slip is one problem, and what can still be read is read."""

from typing import cast

import pytest

from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.model.project import Project
from alignkit.source.limits import LIMITS
from alignkit.source.problem import Problem
from alignkit.source.reader import parse

# Three lines: what a test adds begins on line 4.
COURSE = "alignkit: curriculum/1\nid: course\ntitle: Teams\n"


def read(text: str) -> tuple[Curriculum, tuple[Problem, ...]]:
    record, problems = typed(parse(COURSE + text, "f.yaml"))
    return cast("Curriculum", record), problems


def course(text: str) -> Curriculum:
    """Return the curriculum in a text that has no problems."""
    record, problems = read(text)
    assert problems == ()
    return record


def course_and_problem(text: str) -> tuple[Curriculum, Problem]:
    """Return the curriculum in a text that has one problem, and the problem."""
    record, (problem,) = read(text)
    return record, problem


def place(problem: Problem) -> tuple[str, int, int]:
    return (problem.kind, problem.at.line, problem.at.column)


# --- values


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("version: 3.10\n", lambda it: it.version, "3.10"),
        ("language: no\n", lambda it: it.language, "no"),
        ("providers: [{name: A, country: NO}]\n", lambda it: it.providers[0].country, "NO"),
        ("dates: {start: 2022-05-24, end: 2022}\n", lambda it: (it.dates.start, it.dates.end), ("2022-05-24", "2022")),
        ("topics: [007, 12:30, yes, 1e3]\n", lambda it: it.topics, ("007", "12:30", "yes", "1e3")),
        ("workload: {hours: 007.50, ects: 3}\n", lambda it: (it.workload.hours, it.workload.ects), (7.5, 3)),
        ("learners: {group_size: 6}\n", lambda it: it.learners.group_size, 6),
        ("design: {access: {offline: Yes}}\n", lambda it: it.design.access.offline, True),
        ("design: {access: {offline: FALSE}}\n", lambda it: it.design.access.offline, False),
        ("assessments: [{id: A, pass: 50%}]\n", lambda it: it.assessments[0].pass_, "50%"),
        ("frameworks: [{use: a, for: nursing}]\n", lambda it: it.frameworks[0].for_, "nursing"),
        ("providers: [{name: A, role: x-host}]\n", lambda it: it.providers[0].role, "x-host"),
    ],
)
def test_a_value_has_the_type_of_its_key(text, value, expected):
    assert value(course(text + "outcomes: []\n")) == expected


@pytest.mark.parametrize("nothing", ["", "workload:\n", "workload: ~\n", "workload: null # later\n"])
def test_what_is_left_out_is_not_stated_and_no_problem(nothing):
    assert course(nothing + "outcomes: []\n").workload is None


@pytest.mark.parametrize(
    ("names", "expected"),
    [("[LO1, LO2]", ["LO1", "LO2"]), ("LO1", ["LO1"]), ("{name: LO1}", ["LO1"]), ("[]", []), ("\n  - LO1", ["LO1"])],
)
def test_a_list_of_names_may_be_one_name(names, expected):
    record = course(f"outcomes: []\nassessments:\n- id: A\n  outcomes: {names}\n")
    assert [mention.name for mention in record.assessments[0].outcomes] == expected


def test_a_list_of_texts_may_be_one_text():
    record = course("outcomes: []\nassessments: [{id: A, criteria: the rubric}]\n")
    assert record.assessments[0].criteria == ("the rubric",)


def test_a_bare_text_stands_for_the_key_that_it_is_short_for():
    record = course(
        "frameworks: [ipec-2023, {use: nmc-2018}]\n"
        "outcomes: [{id: LO1, text: t, aligns: ipec-2023:VE1}]\n"
        "evidence: [a2022]\n"
    )
    assert [use.use for use in record.frameworks] == ["ipec-2023", "nmc-2018"]
    assert [alignment.to for alignment in record.outcomes[0].aligns] == ["ipec-2023:VE1"]
    assert [evidence.id for evidence in record.evidence] == ["a2022"]


# --- places


def test_records_values_keys_and_entries_know_where_they_were_typed():
    record = course(
        "outcomes:\n"
        "  - id: LO1\n"
        "    text: Discuss\n"
        "    aligns: [ipec-2023:VE1, {depth: master, to: ipec-2023:VE2}]\n"
        "topics: [one, two]\n"
    )
    outcome = record.outcomes[0]
    assert str(record.at) == "f.yaml:2:5"
    assert str(outcome.at) == "f.yaml:5:9"
    assert str(outcome.place("text")) == "f.yaml:6:11"
    assert str(outcome.key_place("text")) == "f.yaml:6:5"
    assert [str(alignment.at) for alignment in outcome.aligns] == ["f.yaml:7:14", "f.yaml:7:49"]
    assert [str(outcome.entry_place("aligns", index)) for index in (0, 1)] == ["f.yaml:7:14", "f.yaml:7:29"]
    assert str(record.entry_place("topics", 1)) == "f.yaml:8:15"


def test_a_record_without_a_name_is_where_it_begins():
    record = course("outcomes: []\ndesign:\n  strategies: [one]\nworkload: {hours: 1}\n")
    assert record.design
    assert record.workload
    assert (str(record.design.at), str(record.workload.at)) == ("f.yaml:6:3", "f.yaml:7:11")


def test_a_place_that_is_not_there_is_that_of_the_record_or_of_the_list():
    record = course("outcomes: [{id: LO1, text: t}]\ntopics: [one]\n")
    outcome = record.outcomes[0]
    assert outcome.place("aligns") == outcome.key_place("aligns") == outcome.entry_place("aligns", 0) == outcome.at
    assert record.entry_place("topics", 7) == record.place("topics") == record.pair_place("topics", "one")
    assert record.pair_place("none", "one") == record.at


def test_a_pair_of_a_mapping_has_a_place_of_its_own():
    text = "alignkit: project/1\nrules: {C101: off, O102: error}\n"
    record, _ = typed(parse(text, "f.yaml"))
    assert record
    assert str(record.pair_place("rules", "O102")) == "f.yaml:2:26"


def test_what_stands_under_a_slipped_key_is_found_under_the_key_that_was_meant():
    record, _ = course_and_problem("outcoms:\n  - {id: LO1, text: t}\n")
    assert (str(record.place("outcomes")), str(record.key_place("outcomes"))) == ("f.yaml:5:3", "f.yaml:4:1")


# --- keys


@pytest.mark.parametrize("slip", ["outcoms", "outocmes", "Outcomes", "OUTCOMES", "outcomess", '"outcomes "'])
def test_a_slip_in_a_key_is_one_problem_and_is_read_as_what_was_meant(slip):
    record, problem = course_and_problem(f"{slip}: [{{id: LO1, text: t}}]\n")
    assert (place(problem), problem.facts["meant"]) == (("unknown-key", 4, 1), "outcomes")
    assert [outcome.id for outcome in record.outcomes] == ["LO1"]


def test_a_key_that_is_only_like_another_is_asked_about_and_not_read():
    record, problem = course_and_problem("outcomes: []\nassess: [{id: A}]\n")
    assert (place(problem), problem.facts["meant"]) == (("unknown-key", 5, 1), "assessments")
    assert record.assessments == ()


def test_a_slip_in_a_key_that_is_also_given_changes_nothing():
    record, problem = course_and_problem("titel: Other\noutcomes: []\n")
    assert (record.title, place(problem)) == ("Teams", ("unknown-key", 4, 1))


def test_of_two_slips_of_one_key_the_first_is_read():
    record, problems = read("outcomes: []\ntopcs: [one]\ntopis: [two]\n")
    assert [place(problem) for problem in problems] == [("unknown-key", 5, 1), ("unknown-key", 6, 1)]
    assert record.topics == ("one",)


def test_a_key_that_belongs_elsewhere_is_told_where():
    _, problem = course_and_problem("outcomes: [{id: LO1, text: t, miller: does}]\n")
    assert place(problem) == ("unknown-key", 4, 31)
    assert (problem.facts["meant"], problem.facts["belongs"]) == ("", "assessments")
    assert "text" in problem.facts["known"]


def test_a_required_key_is_missing_where_its_record_begins_or_where_it_has_no_value():
    record, problems = read("outcomes:\n  - id: LO1\n  - id: LO2\n    text:\n")
    assert [place(problem) for problem in problems] == [("missing-key", 5, 5), ("missing-key", 7, 5)]
    assert {problem.facts["key"] for problem in problems} == {"text"}
    assert [outcome.text for outcome in record.outcomes] == ["", ""]  # the rest can still be checked


def test_a_required_key_under_a_slip_without_a_value_is_missing_there():
    _, problems = read("outcoms:\n")
    assert [place(problem) for problem in problems] == [("unknown-key", 4, 1), ("missing-key", 4, 1)]


@pytest.mark.parametrize(
    ("text", "examples"),
    [
        ("alignkit: curriculum/1\n", {"id": "prep-ip-2023", "title": "…", "outcomes": "[…]"}),
        (
            "alignkit: framework/1\nid: a\ntitle: b\nitems: []\n",
            {"kind": "interprofessional", "publisher": "{…}"},
        ),
        ("alignkit: overlay/1\nof: a\n", {"texts": "{…}"}),
    ],
)
def test_a_missing_key_shows_what_may_stand_there(text, examples):
    _, problems = typed(parse(text, "f.yaml"))
    assert {problem.facts["key"]: problem.facts["example"] for problem in problems} == examples


def test_blanks_stand_for_a_missing_record_and_all_that_it_requires():
    record, _ = typed(parse("alignkit: framework/1\nid: a\n", "f.yaml"))
    framework = cast("Framework", record)
    assert (framework.title, framework.publisher.name, framework.items) == ("", "", ())
    assert str(framework.publisher.at) == "f.yaml:1:1"


# --- values that do not fit


@pytest.mark.parametrize(
    ("text", "column", "found", "expected", "example"),
    [
        ("version: [a]\n", 10, "a list", "a text", "…"),
        ("topics: {a: b}\n", 9, "a mapping (keys and values)", "a list", "[…]"),
        ("topics: [a, {b: c}]\n", 13, "a mapping (keys and values)", "a text", "…"),
        ("topics: [a, ~]\n", 13, "nothing", "an entry after the dash", "- …"),
        ("workload: {hours: '2,5'}\n", 19, 'the text "2,5"', "a number", "2.5"),
        ("workload: {hours: 75 hours}\n", 19, 'the text "75 hours"', "a number", "75"),
        ("workload: {hours: many}\n", 19, 'the text "many"', "a number", "2.5"),
        ("workload: {hours: [2]}\n", 19, "a list", "a number", "2.5"),
        ("level: {eqf: 7.5}\n", 14, 'the text "7.5"', "a whole number", "7"),
        ("level: 7\n", 8, 'the text "7"', "keys and values, with keys such as eqf, nqf", "{eqf: …}"),
        ("design: {access: {offline: maybe}}\n", 28, 'the text "maybe"', "true or false", "true"),
        ("dates: {start: 24.5.2022}\n", 16, 'the text "24.5.2022"', "a date", "2022-05-24"),
        ("dates: {start: 2022-13}\n", 16, 'the text "2022-13"', "a date", "2026-11-23"),
        ("providers: [{name: A, country: Norway}]\n", 32, 'the text "Norway"', "a country code", "NO"),
        ("providers: [{name: A, country: ie}]\n", 32, 'the text "ie"', "a country code", "IE"),
        ("kind: [course]\n", 7, "a list", "one of micro-credential, course", "micro-credential"),
    ],
)
def test_a_value_of_another_type_says_what_was_found_and_what_is_expected(text, column, found, expected, example):
    _, problem = course_and_problem(text + "outcomes: []\n")
    assert place(problem) == ("wrong-type", 4, column)
    assert (problem.facts["found"], problem.facts["example"]) == (found, example)
    assert problem.facts["expected"].startswith(expected)


def test_one_value_that_cannot_be_read_hides_none_of_its_neighbours():
    record, problem = course_and_problem("topics: [one, [], three]\noutcomes: []\n")
    assert (place(problem), record.topics) == (("wrong-type", 4, 15), ("one", "three"))


def test_a_mapping_keeps_what_can_be_read_and_must_be_one():
    project, problems = typed(parse("alignkit: project/1\nrules: {C101: off, C102: [off]}\naliases: [a]\n", "f.yaml"))
    assert [place(problem) for problem in problems] == [("wrong-type", 2, 26), ("wrong-type", 3, 10)]
    assert cast("Project", project).rules == {"C101": "off"}
    assert cast("Project", project).aliases == {}


def test_a_name_of_another_form_is_a_problem_and_still_the_name():
    record, problem = course_and_problem("outcomes: [{id: LO 1, text: t}]\n")
    assert (place(problem), problem.facts["example"]) == (("wrong-type", 4, 17), "LO-1")
    assert record.outcomes[0].id == "LO 1"


def test_a_space_behind_the_colon_of_a_reference_is_one_problem_and_the_reference_is_read():
    record, problem = course_and_problem("outcomes:\n- {id: LO1, text: t, aligns: [ipec-2023: VE1]}\n")
    assert (place(problem), problem.facts["example"]) == (("wrong-type", 5, 31), "ipec-2023:VE1")
    assert record.outcomes[0].aligns[0].to == "ipec-2023:VE1"


@pytest.mark.parametrize("entry", ["{}", "{depth: master}", "{ipec-2023: [VE1]}", "{a: b, c: d}"])
def test_a_mapping_that_is_no_reference_is_not_taken_for_one(entry):
    record, problems = read(f"outcomes:\n- {{id: LO1, text: t, aligns: [{entry}]}}\n")
    assert "missing-key" in {problem.kind for problem in problems}
    assert record.outcomes[0].aligns[0].to == ""


@pytest.mark.parametrize(
    ("text", "value", "meant"),
    [
        ("learners: {professions: [nurse]}\n", lambda it: it.learners.professions[0].id, "nursing"),
        ("delivery: On-line\n", lambda it: it.delivery, "online"),
        ("status: aproved\n", lambda it: it.status, "approved"),
        ("kind: “course”\n", lambda it: it.kind, "course"),
    ],
)
def test_a_word_that_is_nearly_right_is_a_problem_and_read_as_what_was_meant(text, value, meant):
    record, problem = course_and_problem(text + "outcomes: []\n")
    assert (problem.kind, problem.facts["meant"], value(record)) == ("not-in-vocabulary", meant, meant)


@pytest.mark.parametrize(
    ("text", "own_words"),
    [("delivery: by owl\n", False), ("providers: [{name: A, role: owl}]\n", True)],
)
def test_a_word_that_nobody_knows_comes_with_the_list_and_is_not_read(text, own_words):
    record, problem = course_and_problem(text + "outcomes: []\n")
    assert (problem.kind, problem.facts["meant"]) == ("not-in-vocabulary", "")
    assert ("beginning with x-" in problem.facts["words"]) is own_words
    assert record.delivery == ""


def test_own_words_are_only_for_vocabularies_that_are_open():
    _, problem = course_and_problem("delivery: x-owl\noutcomes: []\n")
    assert problem.kind == "not-in-vocabulary"


def test_the_problems_of_the_text_come_with_those_of_the_values():
    _, problems = read("outcomes: []\nkind: &a course\ntitle: Again\nworkload: {hours: x}\n")
    assert [problem.kind for problem in problems] == ["anchor-or-alias", "duplicate-key", "wrong-type"]


def test_a_file_with_too_many_problems_is_not_read_any_further():
    lines = "".join(f"  - {{id: LO{number}}}\n" for number in range(LIMITS.problems + 1))
    record, problems = typed(parse(f"{COURSE}outcomes:\n{lines}", "f.yaml"))
    assert record is None
    assert len(problems) == LIMITS.problems + 1
    assert place(problems[-1]) == ("limit-exceeded", 4 + LIMITS.problems + 1, 5)
    assert problems[-1].facts == {"limit": "problems in one file", "most": "500"}

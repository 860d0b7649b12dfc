"""A file says what it is on its first line, and is read as that."""

import pytest

from alignkit.model.documents import KINDS, kind_of, typed
from alignkit.source.reader import parse

FILES = {
    "curriculum/1": "id: a\ntitle: b\noutcomes: []\n",
    "module/1": "id: M1\nactivities: [{id: M1.A1, outcomes: LO1, professions: nursing, interaction: [about, with]}]\n",
    "framework/1": "id: a\ntitle: b\nkind: regulator\npublisher: {name: c}\nlevels: [d, [e, f]]\ncounts: {d: 1}\n"
    "items: [{code: D1, items: [{code: D1.1, text: g, verified: no}]}]\n",
    "overlay/1": "of: ipec-2023\ntexts: {VE1: h}\n",
    "rubric/1": "id: a\ntitle: b\ncharacteristics:\n"
    "- {id: C1, title: c, criteria: [{id: C1.1, title: d, decided_by: [C101, {rule: C102, if_found: partly met}]}]}\n",
    "crosswalk/1": "id: a--b\nfrom: a\nto: b\nmethod: expert\ndate: 2026-11\n"
    "mappings: [{from: A1, to: NO, relation: close, note: both}]\n",
    "baseline/1": "accepted:\n  - {code: C103, document: c, severity: warning, date: 2026-11-01, reason: r}\n",
    "learner/1": "identity: {type: emailAddress, value: a@example.org, salt: s4lt}\n"
    "results: [{assessment: AS1, passed: true, value: 78}]\n",
    "import-mapping/1": "frameworks: ipec-2023\nletters: {I: introduce, NO: not-addressed}\nsheets:\n"
    "  - Notes\n  - {sheet: Map, header: 4, roles: {A: outcome-id}, columns: items, body: C:AH}\n",
    "project/1": "curricula: [a]\nrules: {C101: off}\naliases: {b: c}\nthresholds: {balance: 0.5}\n",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_read_without_a_problem(kind):
    document = parse(f"alignkit: {kind}\n{FILES[kind]}", "f.yaml")
    record, problems = typed(document)
    assert problems == ()
    assert type(record) is KINDS[kind]
    assert kind_of(document) == kind


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_refuses_a_key_that_it_does_not_know(kind):
    _, problems = typed(parse(f"alignkit: {kind}\n{FILES[kind]}quux: 1\n", "f.yaml"))
    assert [(problem.kind, problem.facts["key"]) for problem in problems] == [("unknown-key", "quux")]


@pytest.mark.parametrize(
    ("text", "at", "found", "meant"),
    [
        ("id: a\n", "f.yaml:1:1", "the file has no `alignkit:` line that says what it is", ""),
        ("id: a\nalignkit:\n", "f.yaml:1:1", "the file has no `alignkit:` line that says what it is", ""),
        ("id: a\nalignkit: [curriculum/1]\n", "f.yaml:1:1", "the file has no `alignkit:` line", ""),
        ("id: a\nalignkit: curiculum/1\n", "f.yaml:2:11", '"curiculum/1" is no format', "curriculum/1"),
        ("alignkit: Curriculum/1\n", "f.yaml:1:11", '"Curriculum/1" is no format', "curriculum/1"),
        ("alignkit: curriculum\n", "f.yaml:1:11", '"curriculum" is no format', "curriculum/1"),
        ("alignkit: curriculum/2\n", "f.yaml:1:11", "of a version this release does not know", "curriculum/1"),
        ("alignkit: curriculum/x\n", "f.yaml:1:11", '"curriculum/x" is no format', "curriculum/1"),
        ("alignkit: shopping-list/1\n", "f.yaml:1:11", '"shopping-list/1" is no format', ""),
        ("- a\n", "f.yaml:1:1", "the file holds a list, not keys and values", ""),
        ("hello\n", "f.yaml:1:1", 'the file holds the text "hello", not keys and values', ""),
    ],
)
def test_a_file_that_is_of_no_known_kind_says_so_and_is_not_read(text, at, found, meant):
    record, (problem,) = typed(parse(text, "f.yaml"))
    assert (record, problem.kind, str(problem.at), problem.facts["meant"]) == (None, "unknown-format", at, meant)
    assert found in problem.facts["found"]
    assert "curriculum/1" in problem.facts["formats"]


def test_a_file_of_nothing_but_an_alias_holds_nothing():
    _, problems = typed(parse("*a\n", "f.yaml"))
    assert [problem.kind for problem in problems] == ["anchor-or-alias", "unknown-format"]
    assert problems[1].facts["found"] == "the file holds nothing, not keys and values"


def test_a_file_that_could_not_be_read_has_no_record_and_only_that_problem():
    document = parse("a: [\n", "f.yaml")
    assert typed(document) == (None, document.problems)
    assert kind_of(document) == ""


def test_what_is_wrong_with_the_text_is_told_even_where_the_kind_is_not_known():
    _, problems = typed(parse("a: 1\na: 2\n", "f.yaml"))
    assert [problem.kind for problem in problems] == ["duplicate-key", "unknown-format"]

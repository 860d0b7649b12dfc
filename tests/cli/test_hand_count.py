"""Every number that `check` prints of one small course, worked out by hand: the sums stand beside the values."""

import json
from collections import Counter

import pytest
from tests.counted import COURSE, FRAMEWORK, REACHED, ROWS, TARGETS

from alignkit.api.check import CheckRequest, check
from alignkit.render.findings.json import render as render_json
from alignkit.render.findings.text import Detail, render
from alignkit.render.style import Style
from alignkit.source.tree import Memory

FINDINGS = {
    "A106": 1,  # 60 + 30 = 90
    "C102": 1,  # LO3
    "A102": 1,  # LO3; LO2, taught but not assessed, is C103's
    "C103": 1,  # LO2
    "C108": 1,  # pharmacy and A3
    "E104": 1,  # no evidence
    "E106": 1,  # nobody else took part in the design
    "E107": 1,  # nobody reviewed it
    "Q103": 1,  # a statement, but no need
    "Q403": 1,  # no evaluation
    "C104": 1,  # AS2 states no criteria
    "C106": 1,  # B2
    "Q406": 1,  # no research
    "R109": 1,  # B4
}
SEVERITIES = {"errors": 1, "warnings": 9, "infos": 4}  # A106; C102 to Q403; C104 to R109: 14 in all
# Of each characteristic: criteria met, criteria that apply, and the verdict on each.
CHARACTERISTICS = {
    "Rationale": (2, 3, "met met notevidenced"),  # vision, framework; no need
    # LO2 and LO3 are not assessed, LO1 and LO4 are; outcomes align with an interprofessional framework
    "Outcome-based goals": (1, 2, "partlymet met"),
    # a sequence; two settings; -; two modules; -; no levels; no domains, so nothing says whether
    # the activities suit the outcomes, which weighs more than that LO3 has none
    "Deliberate design": (3, 5, "met met notapplicable met notapplicable notevidenced notevidenced"),
    # two of four outcomes assessed one by one; no evaluation; no research
    "Assessment and evaluation": (0, 3, "partlymet notevidenced notevidenced"),
}


@pytest.fixture(scope="module")
def view():
    files = Memory({"counted.yaml": COURSE, "toy.yaml": FRAMEWORK})
    return check(files, CheckRequest(paths=("counted.yaml", "toy.yaml"), rubrics=("hpac-2019",)))


@pytest.fixture(scope="module")
def document(view):
    return json.loads(render_json(view))


@pytest.fixture(scope="module")
def lines(view):
    return render(view, Style(), Detail()).splitlines()


def test_the_findings(document):
    assert Counter(finding["code"] for finding in document["findings"]) == FINDINGS
    assert {name: document["summary"][name] for name in SEVERITIES} == SEVERITIES
    assert document["summary"]["files"] == 2
    assert document["status"] == 1


def test_the_size(document):
    (curriculum,) = document["curricula"]
    assert curriculum["size"] == {"outcomes": 4, "modules": 2, "activities": 3, "assessments": 2}


def test_the_ladder(document):
    (coverage,) = document["curricula"][0]["coverage"]
    numbers = {key: coverage[key] for key in ("items", "items_in_framework", "unverified", "partial_only")}
    assert numbers == {"items": 7, "items_in_framework": 8, "unverified": 1, "partial_only": 1}
    assert {step["step"]: step["reached"] for step in coverage["steps"]} == REACHED
    assert {step["step"]: (step["target"], step["needed"], step["met"]) for step in coverage["steps"]} == TARGETS


def test_the_branches_and_the_professions(document):
    (coverage,) = document["curricula"][0]["coverage"]
    rows = {row["code"]: row for row in (*coverage["branches"], *coverage["professions"])}
    keys = ("title", "items", *REACHED)
    assert {code: tuple(row[key] for key in keys) for code, row in rows.items()} == ROWS


def test_the_characteristics(document):
    (rubric,) = document["curricula"][0]["rubrics"]
    assert [each["verdict"] for each in rubric["preconditions"]] == ["met", "met"]
    assert {
        each["title"]: (
            each["met"],
            each["applicable"],
            " ".join(criterion["verdict"].replace(" ", "") for criterion in each["criteria"]),
        )
        for each in rubric["characteristics"]
    } == CHARACTERISTICS


@pytest.mark.parametrize(
    "line",
    [
        "  counted.yaml: course, 4 outcomes, 2 modules, 3 activities and 2 assessments",
        "  Toy (toy): 7 of 8 items, in A, B1, B2, B3 and B4",
        # 6 / 7 = 0.857; 24 signs x 6 / 7 = 20.6, so 21 are filled
        "    claimed   █████████████████████░░░    6 of 7     86%  target 85% = 6 met",
        # 5 / 7 = 0.714; 24 x 5 / 7 = 17.1
        "    taught    █████████████████░░░░░░░    5 of 7     71%  target 70% = 5 met",
        # 4 / 7 = 0.571; 24 x 4 / 7 = 13.7
        "    assessed  ██████████████░░░░░░░░░░    4 of 7     57%  target 50% = 4 met",
        # 3 / 7 = 0.429; 24 x 3 / 7 = 10.3
        "    evidenced ██████████░░░░░░░░░░░░░░    3 of 7     43%",
        "    1 item claimed only in part: shown apart, and not counted above",
        "    † the text of 1 item is not confirmed by a source yet",
        "    A Roles                              3        3       3         2          2",
        "    B Teams                              4        3       2         2          1",
        "    nursing                              7        6       5         4          3",
        "    pharmacy                             7        6       4         4          3",
        "  the weights of the summative assessments add up to 90, not 100 (AS1 60 + AS2",
        "1 error, 9 warnings and 4 infos in 1 curriculum.",
        "Exit 1: 1 error. `alignkit explain CODE` says more of a finding.",
    ],
)
def test_a_line_of_the_text(lines, line):
    assert line in lines


@pytest.mark.parametrize("title", CHARACTERISTICS)
def test_the_criteria_in_the_text(lines, title):
    met, applicable, _ = CHARACTERISTICS[title]
    (heading,) = (number for number, line in enumerate(lines) if line.startswith(f"  {title}:"))
    assert lines[heading + 1] == f"    {met} of {applicable} criteria met"

"""Every number that `check` prints of one small course, worked out by hand: the sums stand beside the values."""

import json
from collections import Counter

import pytest

from alignkit.api.check import CheckRequest, check
from alignkit.render.findings.json import render as render_json
from alignkit.render.findings.text import Detail, render
from alignkit.render.style import Style
from alignkit.source.tree import Memory

# Two domains, eight items; B4 is not verified.
FRAMEWORK = """\
alignkit: framework/1
id: toy
title: Toy framework of teamwork
short: Toy
edition: "2026"
status: current
kind: interprofessional
publisher: {name: Example Board}
source: {citation: "Example Board. (2026). Toy framework.", licence: CC BY 4.0, text: paraphrase}
levels: [domain, competency]
counts: {domain: 2, competency: 8}
items:
  - code: A
    title: Roles
    items:
      - {code: A1, text: Knows whom to ask}
      - {code: A2, text: Says what others may expect}
      - {code: A3, text: Hands over without loss}
  - code: B
    title: Teams
    items:
      - {code: B1, text: Leads where asked}
      - {code: B2, text: Follows where needed}
      - {code: B3, text: Settles a dispute}
      - {code: B4, text: Looks back together, verified: false}
      - {code: B5, text: Celebrates success}
"""
COURSE = """\
alignkit: curriculum/1
id: counted
title: Counted by hand
kind: course
language: en
learners: {professions: [nursing, pharmacy], group_size: 6}
frameworks:
  - {use: toy, scope: [A, B1, B2, B3, B4], targets: {claimed: 0.85, taught: 0.7, assessed: 0.5}}
rationale: {statement: Two professions that share a ward learn on it together, definition: who-2010}
outcomes:
  - {id: LO1, text: Explain one's own tasks to a colleague, aligns: ["toy:A1", "toy:A2", "toy:B1"]}
  - {id: LO2, text: Hand over a patient to the next team, aligns: ["toy:A3", {to: "toy:B2", strength: partial}]}
  - {id: LO3, text: Resolve a disagreement about a plan, aligns: ["toy:B3"]}
  - {id: LO4, text: Appraise a meeting afterwards, aligns: ["toy:A1", "toy:B4"]}
design:
  theories: [{name: contact hypothesis, how: Equal status and one task}]
  learner_centred: Each group brings a case
  group_dynamics: {facilitation: Two facilitators, feedback: To each learner}
  sequence: Tasks first, then a meeting
modules:
  - id: M1
    activities:
      - {id: M1.A1, type: case-discussion, setting: online, outcomes: [LO1, LO4], interaction: [about, from, with]}
      - {id: M1.A2, type: workshop, setting: classroom, outcomes: [LO2], professions: [nursing]}
  - id: M2
    activities:
      - {id: M2.A1, type: role-play, setting: classroom, outcomes: [LO4], interaction: [about, from, with]}
assessments:
  - {id: AS1, purpose: summative, method: osce, unit: individual, weight: 60, criteria: [Each task], outcomes: [LO1]}
  - {id: AS2, purpose: summative, method: essay, unit: individual, weight: 30, pass: Handed in, outcomes: [LO4]}
"""
# In scope are A1 A2 A3 and B1 B2 B3 B4: 7 of the 8 items. How far each gets:
#   A1  LO1 and LO4 claim it; M1.A1 and M2.A1 teach; AS1 assesses LO1, summative with criteria    evidenced
#   A2  LO1                   M1.A1                  AS1                                          evidenced
#   A3  LO2                   M1.A2 (nursing alone)  nothing assesses LO2                         taught
#   B1  LO1                   M1.A1                  AS1                                          evidenced
#   B2  LO2, in part only                                                                         -
#   B3  LO3                   no activity                                                         claimed
#   B4  LO4                   M1.A1, M2.A1           AS2, summative, but without criteria         assessed
# claimed: all but B2 = 6; taught: less B3 = 5; assessed: less A3 = 4; evidenced: less B4 = 3
REACHED = {"claimed": 6, "taught": 5, "assessed": 4, "evidenced": 3}
TARGETS = {
    "claimed": (0.85, 6, True),  # 0.85 x 7 = 5.95, rounded up 6
    "taught": (0.7, 5, True),  # 0.7 x 7 = 4.9, rounded up 5
    "assessed": (0.5, 4, True),  # 0.5 x 7 = 3.5, rounded up 4
    "evidenced": (None, None, None),
}
ROWS = {
    "A": ("Roles", 3, 3, 3, 2, 2),  # A1 A2 A3; assessed and evidenced: A1 A2
    "B": ("Teams", 4, 3, 2, 2, 1),  # B1 B2 B3 B4: not B2; not B3; B1 B4; B1
    "nursing": ("nursing", 7, 6, 5, 4, 3),  # attends everything
    # misses M1.A2, so of the 5 that are taught not A3
    "pharmacy": ("pharmacy", 7, 6, 4, 4, 3),
}
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

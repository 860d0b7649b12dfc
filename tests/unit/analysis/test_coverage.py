"""The ladder, recomputed by hand.

LO1 serves A1 and A2; T1 teaches it and S1 (summative, criteria) assesses it: A1 and A2 are evidenced.
LO2 serves B1 and a part of A3; T2 teaches it, S2 (formative) assesses it: B1 is assessed; A3 is claimed in part only.
LO3 aligns with B as a whole: that covers none of its leaves, so B2 is not claimed.
LO4 serves C; nothing teaches it, though S1 assesses it: C is claimed, since each step needs the one before.
LO5 serves A4; T2 teaches it, nothing assesses it: A4 is taught.
"""

import pytest

from alignkit.analysis.coverage import STEPS, Step

USE = "frameworks: [toy]\n"
BODY = """\
learners: {professions: [nursing, pharmacy]}
outcomes:
  - {id: LO1, text: Explain roles, aligns: ["toy:A1", "toy:A2"]}
  - {id: LO2, text: Listen, aligns: ["toy:B1", {to: "toy:A3", strength: partial}]}
  - {id: LO3, text: Lead, aligns: ["toy:B"]}
  - {id: LO4, text: Decide, aligns: ["toy:C"]}
  - {id: LO5, text: Reflect, aligns: ["toy:A4"]}
modules:
  - id: M1
    activities:
      - {id: T1, outcomes: [LO1], professions: [nursing]}
      - {id: T2, outcomes: [LO2, LO5], professions: [pharmacy]}
assessments:
  - {id: S1, purpose: summative, criteria: [names three roles], outcomes: [LO1, LO4]}
  - {id: S2, purpose: formative, criteria: [repeats what was said], outcomes: [LO2]}
"""


def numbers(coverage):
    return [coverage.reached(step) for step in STEPS]


def steps(coverage):
    return {covered.item.code: covered.step.word for covered in coverage.items}


def test_each_item_gets_as_far_as_its_best_outcome(case_of):
    (coverage,) = case_of(USE + BODY).coverage
    assert steps(coverage) == {
        "A1": "evidenced",
        "A2": "evidenced",
        "A3": "not claimed",
        "A4": "taught",
        "B1": "assessed",
        "B2": "not claimed",
        "C": "claimed",
    }


def test_reached_counts_each_step_with_those_above_it(case_of):
    (coverage,) = case_of(USE + BODY).coverage
    # claimed: A1 A2 A4 B1 C = 5; taught: without C = 4; assessed: without A4 = 3; evidenced: A1 A2 = 2; of 7 leaves
    assert (numbers(coverage), coverage.total) == ([5, 4, 3, 2], 7)


def test_a_partial_alignment_is_shown_apart(case_of):
    (coverage,) = case_of(USE + BODY).coverage
    (partial,) = coverage.partial_only
    assert (partial.item.code, partial.partial, partial.step) == ("A3", ("LO2",), Step.NONE)


def test_an_item_says_what_carries_it(case_of):
    (coverage,) = case_of(USE + BODY).coverage
    first = coverage.items[0]
    assert (first.outcomes, first.partial, first.activities, first.assessments) == (("LO1",), (), ("T1",), ("S1",))


@pytest.mark.parametrize(
    ("scope", "total", "expected"),
    [
        ("A", 4, [3, 3, 2, 2]),  # A1 A2 A3 A4: claimed and taught without A3; assessed and evidenced A1 A2
        ("B", 2, [1, 1, 1, 0]),  # B1 is assessed by a formative assessment
        ("A1, B", 3, [2, 2, 2, 1]),  # A1 and B1; B2 not
        ("C", 1, [1, 0, 0, 0]),
        ("A, A1", 4, [3, 3, 2, 2]),  # a leaf of a branch that is in scope already counts once
        ("Z", 0, [0, 0, 0, 0]),  # a branch that there is not has no leaves
    ],
)
def test_scope_counts_the_leaves_below_the_branches_named(case_of, scope, total, expected):
    (coverage,) = case_of(f"frameworks: [{{use: toy, scope: [{scope}]}}]\n{BODY}").coverage
    assert (coverage.total, numbers(coverage)) == (total, expected)


@pytest.mark.parametrize(
    ("profession", "expected"),
    [
        ("nursing", [5, 2, 2, 2]),  # attends T1 only: taught A1 A2, both evidenced; claims do not depend on attendance
        ("pharmacy", [5, 2, 1, 0]),  # attends T2 only: taught A4 B1; assessed B1; nothing evidenced
        ("medicine", [5, 0, 0, 0]),  # attends nothing
    ],
)
def test_an_item_counts_for_a_profession_through_what_it_attends(case_of, profession, expected):
    (coverage,) = case_of(USE + BODY).coverage_for(profession)
    assert numbers(coverage) == expected


def test_an_activity_that_names_no_profession_is_for_all(case_of):
    (coverage,) = case_of(USE + BODY.replace(", professions: [nursing]", "")).coverage_for("pharmacy")
    # T1 and T2: the curriculum's own 4 taught, 3 assessed, 2 evidenced
    assert numbers(coverage) == [5, 4, 3, 2]


def test_branches_count_their_leaves(case_of):
    (coverage,) = case_of(USE + BODY).coverage
    found = {
        branch.item.code: (branch.total, [branch.reached(step) for step in STEPS]) for branch in coverage.branches()
    }
    # C has no leaves below it: it is one, and no branch
    assert found == {"A": (4, [3, 3, 2, 2]), "B": (2, [1, 1, 1, 0])}


def test_a_step_needs_the_one_before_through_the_same_outcome(case_of):
    # LO1 is taught and not assessed, LO2 assessed and not taught: together they still leave A1 at taught.
    (coverage,) = case_of(
        """\
frameworks: [{use: toy, scope: [A1]}]
outcomes:
  - {id: LO1, text: Explain, aligns: ["toy:A1"]}
  - {id: LO2, text: Explain, aligns: ["toy:A1"]}
modules: [{id: M1, activities: [{id: T1, outcomes: [LO1]}]}]
assessments: [{id: S1, purpose: summative, criteria: [x], outcomes: [LO2]}]
"""
    ).coverage
    assert (coverage.items[0].step, coverage.items[0].outcomes) == (Step.TAUGHT, ("LO1",))


@pytest.mark.parametrize(
    ("assessment", "step"),
    [
        ("purpose: summative, criteria: [x]", Step.EVIDENCED),
        ("purpose: summative", Step.ASSESSED),
        ("purpose: formative, criteria: [x]", Step.ASSESSED),
        ("criteria: [x]", Step.ASSESSED),  # a purpose that is not stated is not summative
        ("purpose: summative, pass: half of it", Step.ASSESSED),  # what it takes to pass is no criterion
    ],
)
def test_evidence_is_summative_and_states_criteria(case_of, assessment, step):
    (coverage,) = case_of(
        f"""\
frameworks: [{{use: toy, scope: [A1]}}]
outcomes: [{{id: LO1, text: Explain, aligns: ["toy:A1"]}}]
modules: [{{id: M1, activities: [{{id: T1, outcomes: [LO1]}}]}}]
assessments: [{{id: S1, outcomes: [LO1], {assessment}}}]
"""
    ).coverage
    assert coverage.items[0].step is step


def test_at_every_step_an_item_says_all_that_carries_it_so_far(case_of):
    # LO9 serves each item in part; LO1 to LO4 get A1 to A4 one step further each.
    (coverage,) = case_of(
        """\
frameworks: [{use: toy, scope: [A, B1]}]
outcomes:
  - {id: LO1, text: Explain, aligns: ["toy:A1"]}
  - {id: LO2, text: Explain, aligns: ["toy:A2"]}
  - {id: LO3, text: Explain, aligns: ["toy:A3"]}
  - {id: LO4, text: Explain, aligns: ["toy:A4"]}
  - id: LO9
    text: Explain
    aligns: [{to: "toy:A1", strength: partial}, {to: "toy:A2", strength: partial}, {to: "toy:A3", strength: partial},
      {to: "toy:A4", strength: partial}]
modules: [{id: M1, activities: [{id: T1, outcomes: [LO2, LO3]}, {id: T2, outcomes: [LO4]}]}]
assessments:
  - {id: S1, outcomes: [LO3]}
  - {id: S2, purpose: summative, criteria: [x], outcomes: [LO4]}
"""
    ).coverage
    assert [
        (each.item.code, each.step, each.outcomes, each.partial, each.activities, each.assessments)
        for each in coverage.items
    ] == [
        ("A1", Step.CLAIMED, ("LO1",), ("LO9",), (), ()),
        ("A2", Step.TAUGHT, ("LO2",), ("LO9",), ("T1",), ()),
        ("A3", Step.ASSESSED, ("LO3",), ("LO9",), ("T1",), ("S1",)),
        ("A4", Step.EVIDENCED, ("LO4",), ("LO9",), ("T2",), ("S2",)),
        ("B1", Step.NONE, (), (), (), ()),
    ]


def test_what_gets_nowhere_counts_among_all_and_is_found(case_of):
    (coverage,) = case_of(USE + BODY).coverage
    assert coverage.reached(Step.NONE) == 7
    assert [each.item.code for each in coverage.stopped_at(Step.NONE)] == ["A3", "B2"]
    assert [each.item.code for each in coverage.stopped_at(Step.ASSESSED)] == ["B1"]
    assert {branch.item.code: branch.reached(Step.NONE) for branch in coverage.branches()} == {"A": 4, "B": 2}
    (a3,) = (each for each in coverage.items if each.item.code == "A3")
    assert (a3.outcomes, a3.partial, a3.activities, a3.assessments) == ((), ("LO2",), (), ())

"""Assessments that could take up an outcome that nothing assesses, and those that could count."""

import pytest

from alignkit.analysis.closing.fit import example, needed, reaches
from alignkit.analysis.closing.gap import Act
from alignkit.analysis.coverage import Step
from alignkit.analysis.methods import Method, method_named

HEAD = """\
frameworks: [{{use: toy, scope: ["A1"]}}]
outcomes:
  - {{id: LO1, text: {text}, aligns: ["toy:A1"]}}
  - {{id: LO2, text: Explain, aligns: ["toy:A2"]}}
modules: [{{id: M1, activities: [{{id: T1, outcomes: [LO1, LO2]}}]}}]
assessments:
"""


def body(*assessments: str, text: str = "Explain") -> str:
    return HEAD.format(text=text) + "".join(f"  - {{{each}}}\n" for each in assessments)


@pytest.mark.parametrize(
    ("outcome", "method"),
    [
        ("text: List the roles", Method.RECALL),
        ("text: Explain the roles", Method.RECALL),
        ("text: Negotiate roles", Method.WRITTEN),
        ("text: Roles", Method.RECALL),  # no verb says anything
        ("text: List the roles, bloom: evaluate", Method.WRITTEN),  # what is stated goes first
        ("text: List the roles, domain: skills", Method.PERFORMANCE),
        ("text: List the roles, domain: attitudes", Method.WRITTEN),
        ("text: Negotiate roles, domain: knowledge", Method.WRITTEN),
    ],
)
def test_the_lowest_method_that_can_show_an_outcome(case_of, outcome, method):
    case = case_of(f"outcomes: [{{id: LO1, {outcome}}}]\n")
    assert needed(case.outcomes["LO1"]) is method
    # what is proposed to begin with is read as such a method
    assert method_named(example(case.outcomes["LO1"])) is method


@pytest.mark.parametrize(
    ("assessment", "reached"),
    [
        ("method: quiz", False),
        ("method: essay", False),
        ("method: osce", True),
        ("method: placement", True),
        ("method: quiz, miller: shows-how", True),  # what the author states goes first
        ("method: questionnaire, miller: does", False),  # but what learners say of themselves shows no skill
        ("method: interpretive dance", None),
        ("title: Finally", None),
    ],
)
def test_whether_an_assessment_can_show_a_skill(case_of, assessment, reached):
    case = case_of(f"outcomes: [{{id: LO1, text: Listen, domain: skills}}]\nassessments: [{{id: S1, {assessment}}}]\n")
    assert reaches(case.assessments["S1"], case.outcomes["LO1"]) is reached


def test_an_assessment_that_fits_goes_before_one_that_tells_nothing_and_one_that_does_not_fit_is_left_out(
    gaps_of, said
):
    (gap,) = gaps_of(
        body(
            "id: S1, method: quiz",
            "id: S2, method: something",
            "id: S3, method: essay",
            "id: S4, method: essay, outcomes: [LO2]",
            text="Negotiate roles",
        )
    )
    assert said(gap) == [
        (
            "Let S4 assess LO1: LO1 asks learners to apply, and essay shows that learners know how; "
            "it assesses A2 of the same branch; it assesses 1 outcome so far"
        ),
        (
            "Let S3 assess LO1: LO1 asks learners to apply, and essay shows that learners know how; "
            "it assesses 0 outcomes so far"
        ),
        "Let S2 assess LO1: whether its method can show LO1 is for you to say; it assesses 0 outcomes so far",
    ]


def test_of_those_that_fit_one_that_counts_and_states_criteria_comes_first(gaps_of):
    (gap,) = gaps_of(
        body("id: S1, method: quiz, outcomes: [LO2]", "id: S2, method: quiz, purpose: summative, criteria: [Good]"),
        Step.EVIDENCED,
    )
    assert [str(proposal.what) for proposal in gap.proposals] == ["Let S2 assess LO1", "Let S1 assess LO1"]
    assert [proposal.effect.least for proposal in gap.proposals] == [Step.EVIDENCED, Step.ASSESSED]


@pytest.mark.parametrize(
    ("asked", "rest"),
    [
        (Step.ASSESSED, "purpose: formative\n    method: case-analysis\n    miller: knows-how"),
        (Step.EVIDENCED, "purpose: summative\n    method: case-analysis\n    miller: knows-how"),
    ],
)
def test_where_none_fits_a_new_one_by_a_method_for_its_level_is_proposed(gaps_of, said, asked, rest):
    (gap,) = gaps_of(body("id: S1, method: quiz", text="Negotiate roles"), asked)
    assert said(gap) == [
        (
            "Add an assessment of LO1: LO1 asks learners to apply, and no assessment here fits: "
            "a case-analysis, for one, shows that learners know how"
        )
    ]
    text = gap.proposals[0].pastes[0].text
    assert text.startswith(f"  - id: S2\n    {rest}\n    unit: individual\n    outcomes: [LO1]")
    assert ("criteria" in text) is (asked is Step.EVIDENCED)
    assert gap.closed == 1


ASSESSED = """\
frameworks: [{{use: toy, scope: ["A1", "A2", "B1"]}}]
outcomes:
  - {{id: LO1, text: Negotiate, aligns: ["toy:A1"]}}
  - {{id: LO2, text: Negotiate, aligns: ["toy:A2", "toy:B1"]}}
modules: [{{id: M1, activities: [{{id: T1, outcomes: [LO1, LO2]}}]}}]
assessments:
"""


def assessed(*assessments: str) -> str:
    return ASSESSED.format() + "".join(f"  - {{{each}}}\n" for each in assessments)


def test_one_assessment_without_criteria_is_one_gap_for_all_that_rests_on_it(gaps_of, refs_of, said):
    (gap,) = gaps_of(assessed("id: S1, purpose: summative, outcomes: [LO1, LO2]"), Step.EVIDENCED)
    assert (gap.step, gap.outcomes, gap.closed) == (Step.ASSESSED, ("LO1", "LO2"), 3)
    assert refs_of(gap) == ["toy:A1", "toy:A2", "toy:B1"]
    assert said(gap) == ["State the criteria of S1: it is summative, and nothing says what assessors look for"]
    assert gap.proposals[0].pastes[0].text == (
        ', criteria: ["To be written: what shows that LO1 is reached", "To be written: what shows that LO2 is reached"]'
    )


def test_a_formative_assessment_that_fits_could_count_with_its_criteria_first(gaps_of, said):
    first, second = gaps_of(
        assessed(
            "id: S1, purpose: formative, method: essay, outcomes: [LO2]",
            "id: S2, method: essay, criteria: [Good], outcomes: [LO2, LO1]",
            "id: S3, method: quiz, outcomes: [LO2]",
        ),
        Step.EVIDENCED,
    )
    assert said(first) == [
        "Let S2 count: LO2 asks learners to apply, and it shows that learners know how; it states criteria",
        (
            "Let S1 count: LO2 asks learners to apply, and it shows that learners know how; "
            "its criteria are still to be written"
        ),
    ]
    assert [paste.text for paste in first.proposals[1].pastes] == [
        "purpose: summative",
        ', criteria: ["To be written: what shows that LO2 is reached"]',
    ]
    assert (second.outcomes, [str(proposal.what) for proposal in second.proposals]) == (("LO1",), ["Let S2 count"])


def test_where_none_of_its_own_could_count_another_one_that_does_is_next_then_a_new_one(gaps_of, refs_of):
    quiz = "id: S1, purpose: formative, method: quiz, outcomes: [LO1]"
    other = "id: S2, purpose: summative, method: essay, criteria: [Good], outcomes: [LO2]"
    (gap,) = gaps_of(assessed(quiz, other), Step.EVIDENCED)
    assert ([proposal.act for proposal in gap.proposals], gap.closed) == ([Act.EXTEND_ASSESSMENT], 1)
    found = gaps_of(assessed(quiz), Step.EVIDENCED)
    (alone,) = (gap for gap in found if refs_of(gap) == ["toy:A1"])
    assert ([proposal.act for proposal in alone.proposals], alone.closed) == ([Act.NEW_ASSESSMENT], 1)

"""What keeps items from being evidenced is named once: the assessments without criteria, or the outcome without any."""

import pytest

from alignkit.analysis.unevidenced import unevidenced

BODY = """\
frameworks: [{{use: toy, scope: [A1, A2, B1], targets: {{evidenced: 1.0}}}}]
outcomes:
  - {{id: LO1, text: Explain, aligns: ["toy:A1"]}}
  - {{id: LO2, text: Negotiate, aligns: ["toy:A2"]}}
  - {{id: LO3, text: Appraise, aligns: ["toy:B1"]}}
modules: [{{id: M1, activities: [{{id: T1, outcomes: [LO1, LO2, LO3]}}]}}]
assessments:
{assessments}
"""


def found(case):
    return [(each.outcomes, tuple(one.id for one in each.lacking), each.refs) for each in unevidenced(case)]


@pytest.mark.parametrize(
    ("assessments", "expected"),
    [
        ("  - {id: S1, purpose: summative, criteria: [Sound], outcomes: [LO1, LO2, LO3]}", []),
        # one assessment without criteria is one reason for all that rests on it
        (
            "  - {id: S1, purpose: summative, outcomes: [LO1, LO2, LO3]}",
            [(("LO1", "LO2", "LO3"), ("S1",), ("toy:A1", "toy:A2", "toy:B1"))],
        ),
        # the formative one would not count with criteria either
        (
            "  - {id: S1, purpose: summative, outcomes: [LO1]}\n  - {id: S2, purpose: formative, outcomes: [LO1, LO2]}",
            [(("LO1",), ("S1",), ("toy:A1",)), (("LO2",), (), ("toy:A2",))],
        ),
        (
            "  - {id: S1, purpose: summative, outcomes: [LO1]}\n  - {id: S2, purpose: summative, outcomes: [LO1, LO3]}",
            [(("LO1",), ("S1", "S2"), ("toy:A1",)), (("LO3",), ("S2",), ("toy:B1",))],
        ),
        # two assessments of one id are two
        (
            (
                "  - {id: S1, purpose: summative, outcomes: [LO1]}\n"
                "  - {id: S1, purpose: summative, criteria: [Sound], outcomes: [LO2, LO3]}"
            ),
            [(("LO1",), ("S1",), ("toy:A1",))],
        ),
    ],
)
def test_each_reason_is_named_once(case_of, assessments, expected):
    assert found(case_of(BODY.format(assessments=assessments))) == expected


def test_a_missed_target_is_told_where_this_explains_it(case_of):
    (one,) = unevidenced(
        case_of(BODY.format(assessments="  - {id: S1, purpose: summative, outcomes: [LO1, LO2, LO3]}"))
    )
    assert one.frameworks == ("toy",)
    assert [str(each) for each in one.arithmetic] == ["; toy has 0 of 3 items evidenced, target 3 (100% of 3)"]


def test_a_target_that_falls_short_lower_down_is_not_told_here(case_of):
    # LO3 is not assessed: with criteria there would be 2 of 3, and C105 says so
    assessments = "  - {id: S1, purpose: summative, outcomes: [LO1, LO2]}"
    assert [each.arithmetic for each in unevidenced(case_of(BODY.format(assessments=assessments)))] == [()]

"""Activities that could take up an outcome that nothing teaches, and room for a new one."""

import pytest

from alignkit.analysis.closing.gap import Act
from alignkit.analysis.closing.hours import emptiest, room
from alignkit.analysis.coverage import Step

# toy is interprofessional: LO1, which serves its A1, asks for professions that learn together.
HEAD = """\
learners: {professions: [nursing, pharmacy]}
frameworks: [{use: toy, scope: ["A1"]}]
outcomes:
  - {id: LO1, text: Explain, aligns: ["toy:A1"]}
  - {id: LO2, text: Explain, aligns: ["toy:A2"]}
"""


def activities(*lines: str) -> str:
    return HEAD + "modules:\n  - id: M1\n    activities:\n" + "".join(f"      - {{{line}}}\n" for line in lines)


def places(gap) -> list[str]:
    return [str(proposal.what) for proposal in gap.proposals]


def test_an_activity_that_brings_all_professions_together_goes_before_one_that_does_not(gaps_of, said):
    (gap,) = gaps_of(
        activities(
            "id: T1, professions: [nursing], interaction: [about, from, with]",
            "id: T2, professions: [medicine]",
            "id: T3, outcomes: [LO2]",
            "id: T4, interaction: [about, from, with], outcomes: [LO2, LO3]",
        )
    )
    # T2 is attended by none of the learners, so it is no place for them.
    assert said(gap) == [
        (
            "Let T4 address LO1: learners of nursing and pharmacy learn in it together; "
            "it has them learn about, from and with each other; "
            "its module M1 teaches A2 of the same branch; it addresses 2 outcomes so far"
        ),
        (
            "Let T3 address LO1: learners of nursing and pharmacy learn in it together; "
            "it does not say that they learn about, from and with each other; "
            "its module M1 teaches A2 of the same branch; it addresses 1 outcome so far"
        ),
        (
            "Let T1 address LO1: learners of pharmacy do not attend it; "
            "it has them learn about, from and with each other; "
            "its module M1 teaches A2 of the same branch; it addresses 0 outcomes so far"
        ),
    ]


def test_of_equal_ones_the_module_that_teaches_the_branch_then_the_lighter_activity_comes_first(gaps_of):
    body = HEAD + (
        "modules:\n"
        "  - {id: M1, activities: [{id: T1}]}\n"
        "  - {id: M2, activities: [{id: T2, outcomes: [LO2, LO3]}, {id: T3, outcomes: [LO2]}]}\n"
    )
    (gap,) = gaps_of(body)
    assert places(gap) == ["Let T3 address LO1", "Let T2 address LO1", "Let T1 address LO1"]


def test_a_lecture_does_not_train_a_skill(gaps_of, said):
    body = activities("id: T1, type: lecture", "id: T2, type: role-play").replace(
        'aligns: ["toy:A1"]', 'domain: skills, aligns: ["toy:A1"]'
    )
    (gap,) = gaps_of(body)
    assert places(gap) == ["Let T2 address LO1", "Let T1 address LO1"]
    assert "lecture alone does not train a skill" in said(gap)[1]


def test_a_framework_for_one_profession_asks_for_that_profession_only(gaps_of, said):
    body = activities("id: T1, professions: [pharmacy]", "id: T2, professions: [nursing]")
    body = body.replace('scope: ["A1"]', 'for: nursing, scope: ["A1"]')
    (gap,) = gaps_of(body)
    assert places(gap) == ["Let T2 address LO1"]
    assert "learners of nursing attend it" in said(gap)[0]


def test_free_hours_make_room_for_a_new_activity_in_the_module_with_the_fewest(gaps_of, said):
    body = HEAD + (
        "workload: {hours: 10}\nmodules:\n"
        "  - {id: M1, activities: [{id: M1.A1, hours: 3}]}\n"
        "  - {id: M2, activities: [{id: M2.A1, hours: 1}, {id: M2.A2, hours: 1}]}\n"
        "assessments: [{id: S1, hours: 2}, {id: S2}]\n"
    )
    (gap,) = gaps_of(body)
    assert gap.proposals[-1].act is Act.NEW_ACTIVITY
    # 10 stated, 3 + 1 + 1 + 2 planned; the activity in the middle takes 1 hour
    assert said(gap)[-1] == (
        "Plan a new activity in M2: 3 of the 10 hours stated are not planned yet; "
        "1 assessment does not say how long it takes; M2 has the fewest, 2 hours"
    )
    assert gap.proposals[-1].pastes[0].text == (
        ", {id: M2.A3, type: case-discussion, hours: 1, outcomes: [LO1], interaction: [about, from, with]}"
    )


@pytest.mark.parametrize(
    ("workload", "hours", "free", "new"),
    [
        ("hours: 10", [3, 4], 3, 3),  # the one in the middle of two is the shorter
        ("hours: 10", [3, 6], 1, 1),  # no more than is free
        ("hours: 10", [4, 6], 0, 0),
        ("hours: 10", [6, 6], -2, 0),
        ("hours: 0.3", [0.1], 0.2, 0.1),  # floats make 0.3 - 0.1 less than 0.2
        ("ects: 1", [5], 20, 5),  # 25 hours at least
        ("hours: 10", [], 10, 10),
        ("weeks: 2", [3], None, 3),  # no hours are stated: as long as is usual
    ],
)
def test_a_new_activity_is_as_long_as_is_usual_and_no_longer_than_what_is_free(case_of, workload, hours, free, new):
    listed = ", ".join(f"{{id: T{n}, hours: {each}}}" for n, each in enumerate(hours))
    case = case_of(f"workload: {{{workload}}}\noutcomes: []\nmodules: [{{id: M1, activities: [{listed}]}}]\n")
    found = room(case)
    assert found.free == (None if free is None else round(free * 10**9))
    assert found.hours == new


def test_what_is_free_cannot_be_told_where_an_activity_states_no_hours(case_of):
    case = case_of(
        "workload: {hours: 9}\noutcomes: []\nmodules: [{id: M1, activities: [{id: T1}, {id: T2, hours: 1}]}]\n"
    )
    assert (room(case).free, room(case).hours) == (None, 1)


def test_full_hours_leave_a_new_activity_out_unless_there_is_no_other_place(gaps_of, said):
    full = activities("id: T1, hours: 2").replace("learners", "workload: {hours: 2}\nlearners")
    assert places(gaps_of(full)[0]) == ["Let T1 address LO1"]
    elsewhere = full.replace("id: T1", "id: T1, professions: [medicine]")
    (gap,) = gaps_of(elsewhere)
    assert said(gap) == [
        "Plan a new activity in M1: 0 of the 2 hours stated are not planned yet; M1 has the fewest, 2 hours"
    ]
    assert "hours" not in gap.proposals[0].pastes[0].text


def test_without_modules_a_new_one_is_planned(gaps_of, said, case_of):
    (gap,) = gaps_of(HEAD)
    assert said(gap) == ["Plan a new module with an activity: how many hours are free cannot be told from the file"]
    assert gap.proposals[0].pastes[0].text == (
        "modules:\n  - id: M1\n    activities:\n      - id: M1.A1\n        type: case-discussion\n"
        "        outcomes: [LO1]\n        interaction: [about, from, with]"
    )
    assert emptiest(case_of(HEAD)) is None


def test_an_outcome_that_is_assessed_already_needs_only_an_activity(gaps_of):
    (gap,) = gaps_of(activities("id: T1") + "assessments: [{id: S1, outcomes: [LO1]}]\n")
    assert (gap.closed, gap.proposals[0].effect.least) == (1, Step.ASSESSED)

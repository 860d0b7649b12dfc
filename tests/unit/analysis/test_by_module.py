"""How far items get through the activities of one module; the curriculum and its counts are in tests/pictured.py."""

import pytest
from tests.pictured import case_of

from alignkit.analysis.by_module import activities_by_module, coverage_within
from alignkit.analysis.coverage import Step


def steps(activities):
    case = case_of()
    within = coverage_within(case.coverage[0], case.links_for(), activities)
    return {each.item.code: each.step for each in within.items}


def test_each_module_has_its_activities_in_order_and_one_may_have_none():
    assert activities_by_module(case_of()) == (("M1.A1", "M1.A2"), ("M2.A1",), ("M3.A1",), ())


def test_activities_of_one_id_stay_in_their_modules():
    twice = (
        "outcomes: []\nmodules:\n  - {id: M1, activities: [{id: A}, {id: B}]}\n  - {id: M2, activities: [{id: A}]}\n"
    )
    assert activities_by_module(case_of(twice)) == (("A", "B"), ("A (2)",))


@pytest.mark.parametrize(
    ("activities", "expected"),
    [
        (("M1.A1", "M1.A2"), {"A1": Step.ASSESSED, "A2": Step.ASSESSED, "C": Step.TAUGHT}),
        (("M2.A1",), {"A1": Step.EVIDENCED, "A2": Step.ASSESSED}),
        (("M3.A1",), {}),
        ((), {}),
    ],
)
def test_an_item_gets_as_far_as_the_outcomes_that_the_module_teaches(activities, expected):
    assert {code: step for code, step in steps(activities).items() if step >= Step.TAUGHT} == expected


def test_what_is_only_claimed_is_claimed_in_no_module_more_than_in_another():
    assert steps(())["A3"] == steps(("M2.A1",))["A3"] == Step.CLAIMED


def test_over_all_modules_an_item_gets_as_far_as_overall():
    case = case_of()
    inside = [steps(activities) for activities in activities_by_module(case)]
    for each in case.coverage[0].items:
        if each.step >= Step.TAUGHT:
            assert max(module[each.item.code] for module in inside) == each.step

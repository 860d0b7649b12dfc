"""The alluvial view as data; counted in tests/pictured.py."""

import pytest
from tests.pictured import SMALL, case_of, large
from tests.unit.analysis.conftest import FRAMEWORK

from alignkit.views.pictures.alluvial import alluvial_picture
from alignkit.views.pictures.parts import NOTHING


def picture(case=None, profession=""):
    case = case or case_of()
    return alluvial_picture(case, case.coverage[0], profession)


def names(found):
    return [[place.label.code or str(place.label.words) for place in stage] for stage in found.stages]


def ways(found, stage):
    labels = names(found)
    return {
        (
            labels[stage][ribbon.source],
            None if ribbon.target is None else labels[stage + 1][ribbon.target],
        ): (ribbon.weight, ribbon.step)
        for ribbon in found.ribbons
        if ribbon.stage == stage
    }


def test_every_outcome_activity_assessment_and_item_has_its_place():
    assert names(picture()) == [
        ["LO1", "LO2", "LO3", "LO4", "LO5", "LO6"],
        ["M1.A1", "M1.A2", "M2.A1", "M3.A1"],
        ["AS1", "AS2"],
        ["A1", "A2", "A3", "A4", "B1", "B2", "C"],
    ]


def test_ribbons_carry_shares_of_outcomes_and_the_step_that_they_reach():
    found = picture()
    assert ways(found, 0) == {
        ("LO1", "M1.A1"): (0.5, 2),
        ("LO1", "M2.A1"): (0.5, 2),
        ("LO2", "M2.A1"): (1, 2),
        ("LO3", "M2.A1"): (1, 2),
        ("LO4", None): (1, 1),  # claimed, and no more
        ("LO5", "M1.A2"): (1, 2),
        ("LO6", "M3.A1"): (1, 2),
    }
    assert ways(found, 1) == {
        ("M1.A1", "AS1"): (0.5, 3),
        ("M2.A1", "AS1"): (0.5, 3),
        ("M2.A1", "AS2"): (1, 4),
        ("M3.A1", "AS2"): (1, 4),
        ("M1.A2", None): (1, 2),
        ("M2.A1", None): (1, 2),
    }
    assert ways(found, 2) == {
        ("AS1", "A1"): (0.5, 3),
        ("AS1", "A2"): (0.5, 3),
        ("AS2", "A1"): (1, 4),
        ("AS2", None): (1, 4),
    }


def test_what_ends_is_said_with_how_many_outcomes():
    assert [str(end) for end in picture().ends] == [
        "no activity: 1 outcome",
        "no assessment: 2 outcomes",
        "no item of this framework: 1 outcome",
    ]
    assert str(picture().alt) == (
        "Outcomes: 6. Through an activity and an assessment to an item of toy: 2; ending without an activity: 1; "
        "without an assessment: 2; assessed, but aligned with no item of it: 1. "
        "Items that no outcome arrives at: 5 of 7."
    )


def test_the_table_follows_each_outcome():
    said = {str(row.cells[0]): [str(cell) for cell in row.cells[1:]] for row in picture().table.rows}
    assert said["LO1 Explain"] == ["M1.A1 and M2.A1", "AS1", "A1 and A2", NOTHING]
    assert said["LO4 Plan"] == [NOTHING, NOTHING, NOTHING, "no activity: 1 outcome"]
    assert said["LO6 Reflect"] == ["M3.A1", "AS2", NOTHING, "no item of this framework: 1 outcome"]


def test_activities_know_their_module_and_who_attends():
    place = picture().stages[1][1]
    assert (place.modules, place.professions) == (("M1",), ("nursing", "pharmacy"))


def test_for_a_profession_only_what_its_learners_attend_leads_on():
    assert ("LO2", None) in ways(picture(profession="medicine"), 0)


def test_without_outcomes_the_picture_says_so():
    found = picture(case_of("frameworks: [{use: toy}]\noutcomes: []\n"))
    assert (found.ribbons, [str(note) for note in found.notes]) == ((), ["the curriculum has no outcome"])


@pytest.fixture(scope="module")
def grouped():
    return picture(large(outcomes=600, modules=20))


def test_much_of_anything_is_grouped_and_said_to_be(grouped):
    assert [str(note) for note in grouped.notes] == [
        "600 outcomes are grouped by the level of their verbs",
        "60 activities are grouped by module",
        "60 assessments are grouped by what they ask for and whether they evidence it",
        "60 items are grouped by branch",
    ]
    labels = names(grouped)
    assert labels[0] == ["understand"]  # all begin with "explain"
    assert labels[1][:2] == ["M0…M1", "M2…M3"]  # 20 modules in ten places
    assert labels[2] == ["not stated (assessed)", "not stated (evidenced)"]
    assert labels[3] == ["X"]


def test_groups_lose_no_outcome(grouped):
    assert len(grouped.stages[0][0].members) == 600
    assert sum(ribbon.weight for ribbon in grouped.ribbons if ribbon.stage == 0) == pytest.approx(600)
    # Every fifth is not taught: 600 / 5.
    assert str(grouped.ends[0]) == "no activity: 120 outcomes"


def test_where_even_branches_are_many_the_last_place_has_the_rest():
    items = "".join(f"  - {{code: Y{n}, text: Item}}\n" for n in range(20))
    case = case_of(SMALL, FRAMEWORK.split("items:", maxsplit=1)[0] + f"items:\n{items}")
    places = picture(case).stages[3]
    # 16 at most: 15 of their own, and five in the last.
    assert (len(places), len(places[-1].members), str(places[-1].label.words)) == (16, 5, "5 more")


def test_levels_that_no_vocabulary_has_are_grouped_as_not_known():
    outcomes = "".join(f"  - {{id: LO{n}, text: Explain, bloom: think}}\n" for n in range(30))
    assessments = "".join(f"  - {{id: AS{n}, miller: sees, outcomes: [LO1]}}\n" for n in range(20))
    body = f"frameworks: [{{use: toy}}]\noutcomes:\n{outcomes}assessments:\n{assessments}"
    labels = names(picture(case_of(body)))
    assert len(labels[0]) == len(labels[2]) == 1
    assert labels[2] == ["not stated (assessed)"]

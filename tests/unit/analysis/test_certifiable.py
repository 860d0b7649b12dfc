"""What a credential may state: nothing that no assessment which counts has shown."""

import pytest
from tests.credentials import COURSE, LEFT_OUT, STATED, case_of

from alignkit.analysis.certifiable import certifiable, summative
from alignkit.library.workspace import read_file
from alignkit.rules.examine import examine
from alignkit.rules.microcredential.m108_claims_unassessed_competency import check as m108
from alignkit.source.tree import Memory


def stated(text=COURSE, passed=None):
    return [each.item.ref for each in certifiable(case_of(text), passed).items]


def reasons(text=COURSE, passed=None):
    return {each.what: each.why for each in certifiable(case_of(text), passed).left_out}


def test_only_what_was_taught_and_shown_is_stated_and_the_rest_is_named_with_its_reason():
    assert stated() == list(STATED)
    assert reasons() == LEFT_OUT


def test_nothing_that_m108_objects_to_is_stated():
    case = case_of()
    objected = {hit.subject for hit in m108(case)}
    assert objected == {"LO3", "LO5"}
    certified = certifiable(case)
    assert objected.isdisjoint(each.outcome.id for each in certified.outcomes)
    assert objected.isdisjoint(outcome.id for each in certified.items for outcome in each.outcomes)


def test_it_is_the_same_for_a_course_that_is_no_micro_credential():
    assert stated(COURSE.replace("kind: micro-credential", "kind: course")) == list(STATED)


def test_an_outcome_counts_only_if_every_assessment_of_it_that_counts_was_passed():
    text = COURSE.replace("outcomes: [LO2]}", "outcomes: [LO1, LO2]}")
    assert stated(text, {"AS1", "AS2"}) == list(STATED)
    # LO1 is now also shown by AS2, which was not passed; LO2 only by AS2.
    assert stated(text, {"AS1"}) == []
    assert reasons(text, {"AS1"})["outcome LO1"] == "the learner did not pass AS2"
    assert stated(passed={"AS1"}) == ["ipec-2023:VE3", "ipec-2023:C1"]
    assert reasons(passed={"AS1"})["ipec-2023:C3"] == "it rests on LO2: the learner did not pass AS2"


def test_a_formative_assessment_that_was_passed_shows_nothing():
    assert stated(passed={"AS3"}) == []


def test_an_item_is_stated_through_another_outcome_where_one_was_not_shown():
    text = COURSE.replace('aligns: ["eu-2005-36-art45:g"', 'aligns: ["ipec-2023:VE3", "eu-2005-36-art45:g"')
    assert stated(text, {"AS2"}) == ["ipec-2023:VE3", "ipec-2023:C3", "eu-2005-36-art45:g"]
    (shown,) = (each for each in certifiable(case_of(text), {"AS2"}).items if each.item.code == "VE3")
    assert [outcome.id for outcome in shown.outcomes] == ["LO2"]


def test_an_id_that_stands_for_two_things_shows_nothing():
    text = COURSE.replace("- {id: LO3,", "- {id: LO2,")
    assert "LO2" not in [each.outcome.id for each in certifiable(case_of(text)).outcomes]
    assert reasons(text)["outcome LO2"] == "LO2 stands for two things"
    twice = COURSE.replace("- {id: AS2,", "- {id: AS1,")
    assert certifiable(case_of(twice)).outcomes == ()


def test_a_framework_that_is_not_declared_counts_as_one_that_is():
    assert "eu-2005-36-art45:g" in stated()


@pytest.mark.parametrize(("depth", "found"), [("depth: reinforce", ("reinforce",)), ("depth: ", ())])
def test_the_depth_is_that_of_the_outcomes_through_which_it_is_stated(depth, found):
    first, *_ = certifiable(case_of(COURSE.replace("depth: reinforce", depth))).items
    assert first.depths == found


def test_the_assessments_are_in_the_order_of_the_curriculum():
    assert [each.id for each in certifiable(case_of()).assessments] == ["AS1", "AS2"]
    assert [each.id for each in summative(case_of())] == ["AS1", "AS2"]


def test_an_item_named_by_an_alias_of_the_project_keeps_its_depth():
    project = "alignkit: project/1\ncurricula: [small.yaml]\naliases: {team: ipec-2023}\n"
    tree = Memory({"small.yaml": COURSE.replace("ipec-2023", "team"), "alignkit.yaml": project})
    case = examine(tree, ["small.yaml"], project=read_file(tree, "alignkit.yaml")).curricula[0].case
    first, *_ = certifiable(case).items
    assert (first.item.ref, first.depths) == ("ipec-2023:VE3", ("reinforce",))

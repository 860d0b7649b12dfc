"""Laws of pictures: what their figures have to do with the ladder, whatever the curriculum."""

from fractions import Fraction

from hypothesis import given
from tests.properties.test_coverage_laws import PROFESSIONS, case_of, curricula, thorough

from alignkit.analysis.by_module import activities_by_module, coverage_within
from alignkit.analysis.coverage import Step
from alignkit.analysis.routes import flows, routes
from alignkit.analysis.together import shared_by_pairs


@thorough
@given(curricula)
def test_over_the_modules_an_item_gets_as_far_as_overall(curriculum):
    case = case_of(curriculum)
    for profession in ("", *PROFESSIONS):
        links = case.links_for(profession)
        for coverage in case.coverage_for(profession) if profession else case.coverage:
            inside = [coverage_within(coverage, links, activities).items for activities in activities_by_module(case)]
            for number, overall in enumerate(coverage.items):
                furthest = max((module[number].step for module in inside), default=Step.NONE)
                if overall.step >= Step.TAUGHT:
                    assert furthest == overall.step
                else:
                    assert furthest < Step.TAUGHT


@thorough
@given(curricula)
def test_outcomes_arrive_at_the_items_that_are_assessed_and_at_no_others(curriculum):
    case = case_of(curriculum)
    for coverage in case.coverage:
        arrived = {item for route in routes(case, coverage) for item in route.items}
        assert arrived == {each.item.ref for each in coverage.items if each.step >= Step.ASSESSED}


@thorough
@given(curricula)
def test_no_outcome_is_lost_on_its_way_or_comes_from_nowhere(curriculum):
    case = case_of(curriculum)
    for coverage in case.coverage:
        ways = routes(case, coverage)
        places = [{name: number for number, name in enumerate(names)} for names in names_of(ways)]
        found = flows(ways, places)
        for stage in range(3):
            into = sum(flow.weight for flow in found if flow.stage == stage - 1 and flow.target is not None)
            out = sum((flow.weight for flow in found if flow.stage == stage), Fraction(0))
            assert out == (into if stage else len(ways))


def names_of(ways):
    return [dict.fromkeys(name for way in ways for name in way.stages[stage]) for stage in range(4)]


@thorough
@given(curricula)
def test_two_professions_share_no_more_than_either_attends(curriculum):
    case = case_of(curriculum)
    for pair in shared_by_pairs(case):
        attended = [case.attended_by(profession) for profession in pair.professions]
        assert set(pair.activities) == attended[0] & attended[1]

"""Where outcomes lead, and how they are shared among the ways; counted in tests/pictured.py and below."""

from fractions import Fraction

import pytest
from tests.pictured import case_of

from alignkit.analysis.routes import Route, flows, routes

HALF = Fraction(1, 2)


def found(profession=""):
    case = case_of()
    return {route.outcome: route.stages[1:] for route in routes(case, case.coverage[0], profession)}


def test_an_outcome_leads_as_far_as_the_ladder_takes_it():
    assert found() == {
        "LO1": (("M1.A1", "M2.A1"), ("AS1",), ("toy:A1", "toy:A2")),
        "LO2": (("M2.A1",), ("AS2",), ("toy:A1",)),
        "LO3": (("M2.A1",), (), ()),  # not assessed, so it arrives nowhere, though it aligns with B1
        "LO4": ((), (), ()),
        "LO5": (("M1.A2",), (), ()),
        "LO6": (("M3.A1",), ("AS2",), ()),  # aligns with nothing
    }


def test_for_a_profession_only_what_its_learners_attend_counts():
    medicine = found("medicine")
    assert medicine["LO1"][0] == ("M1.A1",)
    assert medicine["LO2"] == medicine["LO5"] == ((), (), ())


def test_an_outcome_in_part_alone_arrives_at_no_item():
    body = (
        "frameworks: [{use: toy}]\noutcomes:\n"
        '  - {id: LO1, text: Plan, aligns: [{to: "toy:A1", strength: partial}]}\n'
        "modules: [{id: M1, activities: [{id: A, outcomes: [LO1]}]}]\n"
        "assessments: [{id: S, outcomes: [LO1]}]\n"
    )
    case = case_of(body)
    assert routes(case, case.coverage[0]) == (Route("LO1", ("A",), ("S",), ()),)


ACTIVITIES = {"A": 0, "B": 1}
ASSESSMENTS = {"S": 0, "T": 1, "U": 2}


def test_an_outcome_is_shared_equally_among_the_ways_that_it_leads():
    # Two activities, three assessments, two items: each activity has 1/2, of which each assessment gets a third, 1/6;
    # each assessment so has 2/6, and each item a half of that, 1/6, from each.
    route = Route("LO1", ("A", "B"), ("S", "T", "U"), ("x:1", "x:2"))
    shares = {
        (flow.stage, flow.source, flow.target): flow.weight
        for flow in flows([route], ({"LO1": 0}, ACTIVITIES, ASSESSMENTS, {"x:1": 0, "x:2": 1}))
    }
    assert {shares[0, 0, to] for to in (0, 1)} == {HALF}
    assert {weight for (stage, _, _), weight in shares.items() if stage == 1} == {Fraction(1, 6)}
    assert {weight for (stage, _, _), weight in shares.items() if stage == 2} == {Fraction(1, 6)}
    assert len(shares) == 2 + 6 + 6


def test_what_falls_into_one_place_is_added_up_and_what_ends_says_so():
    ways = [Route("LO1", ("A", "B"), (), ()), Route("LO2", (), (), ())]
    found = flows(ways, ({"LO1": 0, "LO2": 0}, {"A": 0, "B": 0}, {}, {}))
    assert [(flow.stage, flow.source, flow.target, flow.weight, flow.outcomes) for flow in found] == [
        (0, 0, 0, Fraction(1), ("LO1",)),
        (1, 0, None, Fraction(1), ("LO1",)),
        (0, 0, None, Fraction(1), ("LO2",)),
    ]


@pytest.mark.parametrize("profession", ["", "nursing", "medicine"])
def test_nothing_is_lost_on_the_way(profession):
    case = case_of()
    ways = routes(case, case.coverage[0], profession)
    stages = [dict.fromkeys(names, 0) for names in zip(*(each.stages for each in ways), strict=True)]
    places = [{name: 0 for stage in stage_names for name in stage} for stage_names in stages]
    weights = {(flow.stage, flow.target): flow.weight for flow in flows(ways, places)}
    arrived = Fraction(len(ways))
    for stage in range(3):
        assert weights.get((stage, 0), 0) + weights.get((stage, None), 0) == arrived
        arrived = weights.get((stage, 0), Fraction(0))

"""Outcomes near an item that nobody claims, and a new outcome where there is none."""

import pytest
from msgspec.structs import replace

from alignkit.analysis.closing.closing import closing
from alignkit.analysis.closing.gap import Act
from alignkit.analysis.coverage import Step
from alignkit.library.library import Library
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse

A1 = 'frameworks: [{use: toy, scope: ["A1"]}]\n'  # A1: Explain what each profession answers for in a team


def test_an_outcome_with_words_in_common_is_near_the_one_with_more_of_them_first(gaps_of, said):
    (gap,) = gaps_of(
        A1 + "outcomes:\n"
        "  - {id: LO1, text: Explaining professions to patients}\n"  # explain, profession
        "  - {id: LO2, text: Explain who in the teams answers for what}\n"  # explain, team, answer
        "  - {id: LO3, text: Lead a team}\n"  # one word is a coincidence
    )
    assert said(gap) == [
        'Align LO2 with toy:A1, if it serves it: it too says "answer", "explain" and "team"',
        'Align LO1 with toy:A1, if it serves it: it too says "explain" and "profession"',
    ]
    assert {proposal.act for proposal in gap.proposals} == {Act.ALIGN}


def test_all_of_an_items_words_are_enough_even_if_that_is_one(gaps_of, said):
    (gap,) = gaps_of('frameworks: [{use: toy, scope: ["A2"]}]\noutcomes: [{id: LO1, text: Negotiates roles}]\n')
    assert said(gap) == ['Align LO1 with toy:A2, if it serves it: it too says "negotiate"']


def test_serving_the_branch_as_a_whole_or_its_other_items_makes_an_outcome_near(gaps_of, said):
    (gap,) = gaps_of(
        'frameworks: [{use: toy, scope: ["A3"]}]\noutcomes:\n'
        '  - {id: LO1, text: Lead, aligns: ["toy:A1", "toy:A2"]}\n'
        '  - {id: LO2, text: Lead, aligns: ["toy:A"]}\n'
        '  - {id: LO3, text: Lead, aligns: ["toy:B1"]}\n'
    )
    assert said(gap) == [
        "Align LO2 with toy:A3, if it serves it: it aligns with toy:A as a whole, which covers no item of it",
        "Align LO1 with toy:A3, if it serves it: it serves A1 and A2 of the same branch",
    ]


def test_a_partial_alignment_may_be_meant_for_the_whole_and_a_person_has_to_say_so(gaps_of, said):
    (gap,) = gaps_of(
        A1 + 'outcomes: [{id: LO1, text: Explain teams, aligns: [{to: "toy:A1", strength: partial}]}]\n', Step.CLAIMED
    )
    assert said(gap) == [
        "Let LO1 serve the whole of toy:A1, if it does: LO1 aligns with a part of it already, and a part does not count"
    ]
    assert [paste.text for paste in gap.proposals[0].pastes] == ["strength: full"]


def test_a_near_outcome_that_is_taught_and_assessed_closes_the_gap_in_one_act(gaps_of):
    body = (
        A1 + "outcomes: [{id: LO1, text: Explain teams}]\n"
        "modules: [{id: M1, activities: [{id: T1, outcomes: [LO1]}]}]\nassessments: [{id: S1, outcomes: [LO1]}]\n"
    )
    (gap,) = gaps_of(body)
    assert (gap.proposals[0].effect.closed, gap.proposals[0].effect.least) == (1, Step.ASSESSED)
    (untaught,) = gaps_of(body.partition("modules")[0])
    assert (untaught.proposals[0].effect.closed, untaught.proposals[0].effect.least) == (0, Step.CLAIMED)


def test_no_more_than_three_are_proposed_and_none_that_claims_as_much_as_an_outcome_may(gaps_of):
    outcomes = "".join(f"  - {{id: LO{n}, text: Explain a team}}\n" for n in range(5))
    (gap,) = gaps_of(f"{A1}outcomes:\n{outcomes}")
    assert [str(proposal.what)[:9] for proposal in gap.proposals] == ["Align LO0", "Align LO1", "Align LO2"]


def test_items_of_a_branch_that_no_outcome_is_near_wait_for_one_new_outcome(gaps_of, refs_of, said):
    found = gaps_of("frameworks: [toy]\noutcomes: []\n")
    assert [refs_of(gap) for gap in found] == [
        ["toy:A1", "toy:A2", "toy:A3", "toy:A4"],
        ["toy:B1", "toy:B2"],
        ["toy:C"],
    ]
    assert said(found[0]) == ["Write an outcome, and keep those of the 4 items that it serves: there is no outcome yet"]
    assert [gap.proposals[0].pastes[0].text.split("\n")[1] for gap in found] == [
        "  - id: LO1",
        "  - id: LO2",
        "  - id: LO3",
    ]
    (far,) = gaps_of("frameworks: [{use: toy, scope: [C]}]\noutcomes: [{id: O-9, text: Explain a team}]\n")
    assert said(far) == ["Write an outcome that serves it: no outcome is near"]
    assert "id: O-10" in far.proposals[0].pastes[0].text


CLOSE = """\
alignkit: crosswalk/1
id: ours
from: toy
to: other
method: expert
status: draft
mappings: [{from: A3, to: X, relation: close}]
"""
OTHER = """\
alignkit: framework/1
id: other
title: Other
kind: interprofessional
publisher: {name: Nobody}
items: [{code: X, text: Lead the way}]
"""


def test_serving_what_a_crosswalk_leads_to_is_the_surest_sign(case_of, library, said):
    case = case_of(
        'frameworks: [{use: toy, scope: ["A3"]}]\noutcomes:\n'
        '  - {id: LO1, text: Lead, aligns: ["toy:A"]}\n  - {id: LO2, text: Lead, aligns: ["other:X"]}\n'
    )
    other, close = (typed(parse(text, "own.yaml"))[0] for text in (OTHER, CLOSE))
    assert isinstance(other, Framework)
    assert isinstance(close, Crosswalk)
    case.library = Library([library.find("toy").framework, other, close])
    (ranked,) = closing(case, case.coverage).gaps
    assert said(ranked.gap) == [
        "Align LO2 with toy:A3, if it serves it: it serves other:X, to which crosswalks lead from this item (close)",
        "Align LO1 with toy:A3, if it serves it: it aligns with toy:A as a whole, which covers no item of it",
    ]


@pytest.mark.parametrize(("most", "groups"), [(8, [4]), (3, [3, 1]), (0, [1, 1, 1, 1])])
def test_one_outcome_is_proposed_for_no_more_items_than_it_may_claim(case_of, most, groups):
    case = case_of('frameworks: [{use: toy, scope: ["A"]}]\noutcomes: []\n')
    case.thresholds = replace(case.thresholds, outcomes_per_alignment=most)
    assert [len(ranked.gap.lacks) for ranked in closing(case, case.coverage).gaps] == groups

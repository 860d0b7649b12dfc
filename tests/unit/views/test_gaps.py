"""What is shown of what is missing: for frameworks that a curriculum declares, and for those that it does not."""

import pytest

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Step
from alignkit.analysis.through import coverage_through
from alignkit.findings import Span
from alignkit.library.library import Library
from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.render.gaps import render
from alignkit.render.style import Style
from alignkit.source.pastes import Paste, Way
from alignkit.source.reader import parse
from alignkit.views.gap_words import where
from alignkit.views.gaps import gaps_view

TEXT = """\
alignkit: curriculum/1
id: small
title: Small
frameworks: [{use: ipec-2023, scope: [TT5, TT6, C5], targets: {assessed: 0.5}}]
outcomes:
  - id: LO1
    text: Resolve a conflict
    aligns: [ipec-2023:TT5,
             ipec-2023:TT6]
modules: [{id: M1, activities: [{id: A1, outcomes: [LO1]}]}]
"""


def case_of(text: str) -> Case:
    curriculum, _ = typed(parse(text, "small.yaml"))
    assert isinstance(curriculum, Curriculum)
    return Case(curriculum, Library())


@pytest.fixture
def case():
    return case_of(TEXT)


def test_a_declared_framework_says_how_much_falls_short_and_of_which_target(case):
    view = gaps_view(case, case.coverage)
    (framework,) = view.frameworks
    assert (framework.role, framework.total, framework.below, framework.wanted) == ("claim", 3, 3, "assessed")
    # 0.5 of 3 is 1.5, so 2
    assert [str(target) for target in framework.targets] == ["0 of 3 items assessed, target 2 (50% of 3)"]
    assert str(framework.because) == "the highest step of which a declared target is missed"
    assert framework.unverified == 3


def test_each_gap_has_its_items_what_is_missing_and_why_it_stands_there(case):
    first, second = gaps_view(case, case.coverage).gaps
    assert [(item.ref, item.step, item.wanted, item.verified) for item in first.items] == [
        ("ipec-2023:TT5", "taught", "assessed", False),
        ("ipec-2023:TT6", "taught", "assessed", False),
    ]
    assert first.items[0].words.startswith("Manage interprofessional conflict")
    assert (first.number, first.outcomes, first.step) == (1, ("LO1",), "taught")
    assert str(first.missing) == "no assessment addresses LO1"
    assert [str(reason) for reason in first.rank][-1] == "one act takes 2 items there"
    assert (second.number, second.step, str(second.missing)) == (2, "not claimed", "no outcome serves it")


def test_a_proposal_says_what_it_does_and_where_it_goes(case):
    (proposal,) = gaps_view(case, case.coverage).gaps[0].proposals
    assert (proposal.kind, str(proposal.effect), proposal.closed) == (
        "new-assessment",
        "takes all 2 items to assessed",
        2,
    )
    (paste,) = proposal.pastes
    assert (paste.way, paste.at.line, str(paste.where)) == ("below", 10, "on new lines below")


def test_a_place_is_said_in_words():
    def said(way: Way, end: int) -> str:
        return str(where(Paste(way, Span("c.yaml", 3, 5, end, 9), "x", "outcomes")))

    assert said(Way.INSTEAD, 3) == "in place of `outcomes:` and its value"
    assert said(Way.INSTEAD, 4) == "in place of `outcomes:` and its value, up to 4:9"
    assert said(Way.BEHIND, 3) == "inserted there, on the same line"
    assert said(Way.BELOW, 3) == "on new lines below"


def test_a_framework_that_is_not_declared_is_looked_at_as_a_whole(case):
    view = gaps_view(case, coverage_through(case, ["nmc-2018"]).values())
    (framework,) = view.frameworks
    assert (framework.role, framework.total, framework.below) == ("", 237, 237)
    assert (str(framework.because), framework.targets) == ("the usual step", ())
    assert sum(len(gap.items) for gap in view.gaps) == 237


def test_a_limit_leaves_out_what_is_ranked_lower_and_says_how_much(case):
    view = gaps_view(case, case.coverage, limit=1)
    assert ([gap.number for gap in view.gaps], view.left_out, view.total) == ([1], 1, 2)


def test_the_step_can_be_asked_for(case):
    view = gaps_view(case, case.coverage, step=Step.CLAIMED)
    assert [gap.items[0].ref for gap in view.gaps] == ["ipec-2023:C5"]
    assert str(view.frameworks[0].because) == "as asked"
    assert view.frameworks[0].below == 1


def test_of_items_with_different_goals_some_are_there_before_the_others():
    # ipec-2023 promises only `taught`; cihc-2010 promises nothing, so that its item is to be assessed.
    case = case_of(
        "alignkit: curriculum/1\nid: c\ntitle: C\n"
        "frameworks: [{use: ipec-2023, scope: [TT4], targets: {taught: 1}}, {use: cihc-2010, scope: [RC1]}]\n"
        "outcomes: [{id: LO1, text: Lead, aligns: [ipec-2023:TT4, cihc-2010:RC1]}]\n"
        "modules: [{id: M1, activities: [{id: A1}]}]\n"
    )
    (gap,) = gaps_view(case, case.coverage).gaps
    assert [(item.framework, item.wanted) for item in gap.items] == [("ipec-2023", "taught"), ("cihc-2010", "assessed")]
    (proposal,) = gap.proposals
    assert str(proposal.effect) == "takes 1 of 2 items all the way, the others at least to taught"
    assert "to be taught or assessed" in render([gaps_view(case, case.coverage)], Style(), everything=False)


def test_without_an_id_there_is_no_place_to_propose_and_that_is_said():
    case = case_of(
        "alignkit: curriculum/1\nid: c\ntitle: C\nframeworks: [{use: ipec-2023, scope: [TT4]}]\n"
        "outcomes: [{text: Lead, aligns: [ipec-2023:TT4]}]\n"
    )
    view = gaps_view(case, case.coverage)
    assert str(view.gaps[0].missing) == "the outcome that aligns with it has no id"
    assert "no proposal: give every outcome, activity and assessment an id first" in render(
        [view], Style(), everything=False
    )

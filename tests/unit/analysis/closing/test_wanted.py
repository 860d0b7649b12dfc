"""Which step items should reach, and which of them lack something."""

import pytest

from alignkit.analysis.case import Case
from alignkit.analysis.closing.closing import closing
from alignkit.analysis.coverage import Step
from alignkit.model.curriculum import Curriculum
from alignkit.model.documents import typed
from alignkit.source.reader import parse

# Of toy's seven leaves A1 is assessed, A2 taught, A3 claimed; A4, B1, B2 and C are not claimed.
BODY = """\
frameworks: [{{use: toy{targets}}}]
outcomes:
  - {{id: LO1, text: Explain, aligns: ["toy:A1"]}}
  - {{id: LO2, text: Explain, aligns: ["toy:A2"]}}
  - {{id: LO3, text: Explain, aligns: ["toy:A3"]}}
modules: [{{id: M1, activities: [{{id: T1, outcomes: [LO1, LO2]}}]}}]
assessments: [{{id: S1, outcomes: [LO1]}}]
"""


@pytest.mark.parametrize(
    ("targets", "asked", "wanted", "missed"),
    [
        ("", None, Step.ASSESSED, []),  # nothing says otherwise
        # 3 of 7 claimed, 2 taught, 1 assessed: 0.1 of 7 is 1, 0.3 is 3, 0.5 is 4
        ("claimed: 0.1, taught: 0.3, assessed: 0.1", None, Step.TAUGHT, [Step.TAUGHT]),
        ("claimed: 0.5, evidenced: 0.1", None, Step.EVIDENCED, [Step.CLAIMED, Step.EVIDENCED]),
        ("claimed: 0.1, taught: 0.1", None, Step.ASSESSED, []),  # every target is met
        ("taught: 0.3", Step.CLAIMED, Step.CLAIMED, [Step.TAUGHT]),  # what is asked for goes first
    ],
)
def test_the_step_asked_for_goes_before_the_highest_missed_target_before_assessed(
    case_of, targets, asked, wanted, missed
):
    case = case_of(BODY.format(targets=f", targets: {{{targets}}}" if targets else ""))
    found = closing(case, case.coverage, asked).wanted["toy"]
    assert (found.step, [check.step for check in found.missed]) == (wanted, missed)
    assert found.asked is (asked is not None)


@pytest.mark.parametrize(
    ("asked", "lacking"),
    [
        (Step.CLAIMED, {"A4", "B1", "B2", "C"}),
        (Step.TAUGHT, {"A3", "A4", "B1", "B2", "C"}),
        (Step.ASSESSED, {"A2", "A3", "A4", "B1", "B2", "C"}),
        (Step.EVIDENCED, {"A1", "A2", "A3", "A4", "B1", "B2", "C"}),
    ],
)
def test_a_gap_is_an_item_below_that_step(gaps_of, refs_of, asked, lacking):
    found = [ref for gap in gaps_of(BODY.format(targets=""), asked) for ref in refs_of(gap)]
    assert sorted(found) == sorted(f"toy:{code}" for code in lacking)


def test_an_item_that_two_outcomes_hold_is_counted_with_the_one_that_holds_more(gaps_of, refs_of):
    body = (
        'frameworks: [{use: toy, scope: ["A1", "A2"]}]\noutcomes:\n'
        '  - {id: LO1, text: Explain, aligns: ["toy:A1"]}\n'
        '  - {id: LO2, text: Explain, aligns: ["toy:A1", "toy:A2"]}\n'
    )
    assert [(gap.outcomes, refs_of(gap)) for gap in gaps_of(body)] == [(("LO2",), ["toy:A1", "toy:A2"])]


def test_what_an_outcome_without_an_id_holds_is_missing_too_and_has_no_proposal(library):
    text = (
        "alignkit: curriculum/1\nid: e\ntitle: E\nframeworks: [{use: toy, scope: [C]}]\n"
        'outcomes: [{text: Explain, aligns: ["toy:C"]}]\n'
    )
    curriculum, _ = typed(parse(text, "e.yaml"))
    assert isinstance(curriculum, Curriculum)
    case = Case(curriculum, library)
    (ranked,) = closing(case, case.coverage).gaps
    assert (ranked.gap.step, ranked.gap.outcomes, ranked.gap.proposals) == (Step.CLAIMED, (), ())

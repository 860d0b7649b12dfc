"""Targets are shares of whole items, compared exactly."""

import pytest

from alignkit.analysis.coverage import Step
from alignkit.analysis.shares import Share, billionths, decimal, needed
from alignkit.analysis.targets import lowest_missed, target_checks

# Of toy's 7 leaves LO1 claims 3, T1 teaches them, and S1 assesses LO1: claimed 3, taught 3, assessed 3, evidenced 0;
# LO2 claims a fourth in part, which counts for nothing.
BODY = """\
frameworks: [{{use: toy, targets: {{{targets}}}}}]
outcomes:
  - {{id: LO1, text: Explain, aligns: ["toy:A1", "toy:A2", "toy:B1"]}}
  - {{id: LO2, text: Explain, aligns: [{{to: "toy:A3", strength: partial}}]}}
modules: [{{id: M1, activities: [{{id: T1, outcomes: [LO1, LO2]}}]}}]
assessments: [{{id: S1, outcomes: [LO1, LO2]}}]
"""


@pytest.mark.parametrize(
    ("share", "total", "enough"),
    [
        (0.6, 15, 9),
        (0.07, 100, 7),  # in floats 0.07 * 100 is 7.000000000000001, which would ask for 8
        (0.6, 33, 20),  # 19.8
        (0.9, 33, 30),  # 29.7
        (1.0, 7, 7),
        (0.0, 7, 0),
        (0.01, 7, 1),  # 0.07: any part of an item asks for the item
        (0.5, 0, 0),
        (-0.5, 7, 0),
        (60, 7, 420),  # a percentage where a share belongs: more than there is, and reported
    ],
)
def test_needed_is_rounded_up_from_the_decimal_as_typed(share, total, enough):
    assert needed(share, total) == enough


@pytest.mark.parametrize(
    ("targets", "checks"),
    [
        ("claimed: 0.42", [(Step.CLAIMED, 3, 3, True)]),  # 0.42 * 7 = 2.94 -> 3
        ("claimed: 0.43", [(Step.CLAIMED, 3, 4, False)]),  # 0.43 * 7 = 3.01 -> 4, and the partial fourth does not count
        ("assessed: 0.4, claimed: 0.5", [(Step.CLAIMED, 3, 4, False), (Step.ASSESSED, 3, 3, True)]),
        ("evidenced: 0.1", [(Step.EVIDENCED, 0, 1, False)]),  # S1 is not summative
        ("taught: 0", [(Step.TAUGHT, 3, 0, True)]),
    ],
)
def test_targets_are_checked_from_the_lowest_step_up(case_of, targets, checks):
    (coverage,) = case_of(BODY.format(targets=targets)).coverage
    found = [(check.step, check.reached, check.needed, check.met) for check in target_checks(coverage)]
    assert found == checks


def test_the_lowest_missed_target_is_the_one_to_begin_with(case_of):
    (coverage,) = case_of(BODY.format(targets="claimed: 0.4, taught: 0.9, evidenced: 0.9")).coverage
    missed = lowest_missed(coverage)
    # 0.9 of 7 is 6.3, so 7
    assert missed is not None
    assert str(missed.arithmetic) == "3 of 7 items taught, target 7 (90% of 7)"


def test_without_targets_nothing_is_missed(case_of):
    (coverage,) = case_of("frameworks: [toy]\noutcomes: []\n").coverage
    assert (target_checks(coverage), lowest_missed(coverage)) == ((), None)


@pytest.mark.parametrize(
    ("value", "text"), [(0.1, "0.1"), (75, "75"), (33.33, "33.33"), (2.5, "2.5"), (0, "0"), (-1.25, "-1.25")]
)
def test_a_decimal_reads_as_it_was_typed(value, text):
    assert decimal(billionths(value)) == text


@pytest.mark.parametrize(
    ("part", "whole", "wanted", "enough"),
    [(2, 3, 0.66, True), (2, 3, 0.67, False), (7, 10, 0.7, True), (0, 5, 0, True), (1, 3, 0.333333334, False)],
)
def test_a_share_is_compared_without_rounding(part, whole, wanted, enough):
    assert Share(part, whole).reaches(wanted) is enough


def test_a_share_reads_rounded_down():
    # 0.6999 must not read as the 0.70 that it falls short of
    assert Share(6999, 10000).text == "0.69"
    assert Share(2, 3).text == "0.66"
    assert Share(0, 0).text == "0.00"

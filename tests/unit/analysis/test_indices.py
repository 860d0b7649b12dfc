"""Webb's criteria and Porter's index, by hand."""

import pytest

from alignkit.analysis.indices import (
    LEAST_HITS,
    balance_of_representation,
    depth_consistency,
    domains,
    porter_alignment,
    range_of_knowledge,
)
from alignkit.analysis.shares import Share


# Webb 1999: 1 - (sum over the objectives hit of |1/O - I/H|) / 2. The reports that we could read give the formula's
# behaviour but no figures to repeat, so these are worked out here.
@pytest.mark.parametrize(
    ("hits", "expected"),
    [
        # evenly: O 3, H 6, |1/3 - 2/6| = 0 three times
        ([2, 2, 2], 1.0),
        # an objective without hits is not part of it: as above
        ([2, 0, 2, 2, 0], 1.0),
        # one objective is even by itself
        ([9], 1.0),
        # O 2, H 6: |1/2 - 5/6| + |1/2 - 1/6| = 1/3 + 1/3; 1 - 1/3
        ([5, 1], 2 / 3),
        # O 3, H 6: |1/3 - 3/6| + |1/3 - 2/6| + |1/3 - 1/6| = 1/6 + 0 + 1/6; 1 - 1/6
        ([3, 2, 1], 5 / 6),
        # O 5, H 10: |1/5 - 6/10| + 4 |1/5 - 1/10| = 0.4 + 0.4; 1 - 0.4. Webb: below 0.7 where most items go to one
        ([6, 1, 1, 1, 1], 0.6),
        # O 10, H 30: |1/10 - 21/30| + 9 |1/10 - 1/30| = 0.6 + 0.6; 1 - 0.6. Webb: one peak gives less than 0.5
        ([21, 1, 1, 1, 1, 1, 1, 1, 1, 1], 0.4),
    ],
)
def test_balance_of_representation(hits, expected):
    assert balance_of_representation(hits).value == pytest.approx(expected)


def test_balance_at_the_threshold_is_enough():
    # O 2, H 10: 2 |1/2 - 8/10| = 0.6; 1 - 0.3 = 0.7
    assert balance_of_representation([8, 2]).reaches(0.7)
    # O 2, H 100: 2 |1/2 - 81/100| = 0.62; 0.69
    assert not balance_of_representation([81, 19]).reaches(0.7)


def test_without_hits_there_is_no_balance():
    assert balance_of_representation([0, 0]) == Share(0, 0)


def test_range_is_the_share_of_objectives_hit():
    # three of five have a hit
    assert range_of_knowledge([4, 0, 1, 1, 0]) == Share(3, 5)


def test_depth_is_consistent_where_items_are_as_deep_as_their_objectives():
    # 3 on 2, 2 on 2 are deep enough; 1 on 2, 2 on 4 are not
    assert depth_consistency([(3, 2), (2, 2), (1, 2), (2, 4)]) == Share(2, 4)


def test_porter_on_the_example_of_the_osep_toolkit():
    # "Ideas that work" of the US Office of Special Education Programs prints Porter's formula with these matrices (in
    # tenths here) and their differences: 0 2 0 / 0 1 1 / 1 0 1 tenths. Their sum is 0.6; 1 - 0.6 / 2 = 0.7
    standards = dict(enumerate([2, 2, 1, 1, 1, 1, 0, 2, 0]))
    assessment = dict(enumerate([2, 0, 1, 1, 2, 0, 1, 2, 1]))
    assert porter_alignment(standards, assessment).value == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"a": 1, "b": 1}, {"a": 5, "b": 5}, 1.0),  # the same proportions
        ({"a": 1}, {"b": 1}, 0.0),  # nothing in common: (1 + 1) / 2 = 1
        ({"a": 1, "b": 1}, {"a": 1}, 0.5),  # |1/2 - 1| + |1/2 - 0| = 1; 1 - 1/2
        ({"a": 1, "b": 3}, {"a": 3, "b": 1}, 0.5),  # |1/4 - 3/4| twice = 1
        ({}, {"a": 1}, 0.0),
    ],
)
def test_porter_by_hand(one, other, expected):
    assert porter_alignment(one, other).value == pytest.approx(expected)
    assert porter_alignment(other, one).value == pytest.approx(expected)


def test_domains_are_the_top_branches_and_their_hits_the_outcomes(case_of):
    aligns = ["toy:A1, toy:A2, toy:B1", "toy:A1", "toy:A1", "toy:A1", "toy:A1, toy:C"]
    outcomes = "".join(
        f"  - {{id: LO{number}, text: Explain, aligns: [{refs}]}}\n" for number, refs in enumerate(aligns)
    )
    case = case_of(f"frameworks: [toy]\noutcomes:\n{outcomes}")
    (coverage,) = case.coverage
    first, second, flat = domains(coverage, case.links_for().full)
    # A: A1 five times, A2 once, A3 and A4 never: O 2, H 6, balance 2/3 as above; range 2 of 4
    codes = [domain.item.code if domain.item else "" for domain in (first, second, flat)]
    assert codes == ["A", "B", ""]
    assert (first.hits, first.concurrence, first.range) == ((5, 1, 0, 0), LEAST_HITS, Share(2, 4))
    assert first.balance.value == pytest.approx(2 / 3)
    assert second.hits == (1, 0)
    # C stands at the top by itself: it belongs to no domain but the framework
    assert flat.hits == (1,)

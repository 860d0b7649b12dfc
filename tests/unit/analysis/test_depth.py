"""Introduce before master, by modules."""

import pytest
from tests.pictured import case_of as pictured

from alignkit.analysis.depth import DepthMark, depths_within, mastered_too_early

BODY = """\
{prerequisites}outcomes:
  - {{id: LO1, text: Explain, aligns: [{{to: "toy:A1", depth: {first}}}]}}
  - {{id: LO2, text: Resolve, aligns: [{{to: "toy:A1", depth: {second}}}]}}
modules:
  - {{id: M1, activities: [{{id: T1, outcomes: [{in_m1}]}}]}}
  - {{id: M2, activities: [{{id: T2, outcomes: [{in_m2}]}}]}}
"""


LATER = [("LO2", "M1", "M2")]
NOWHERE = [("LO2", "M2", None)]


@pytest.mark.parametrize(
    ("depths", "taught", "found"),
    [
        (("introduce", "master"), ("LO1", "LO2"), []),
        (("introduce", "master"), ("LO2", "LO1"), LATER),
        (("introduce", "master"), ("LO1, LO2", ""), []),  # within a module the order is its teachers'
        (("reinforce", "master"), ("LO1", "LO2"), NOWHERE),
        (("introduce", "reinforce"), ("LO2", "LO1"), []),
        (("introduce", "master"), ("LO1", ""), []),  # LO2 is not taught: it has no place in the order
        (("introduce", "master"), ("", "LO2"), NOWHERE),  # LO1 is not taught: it introduces nothing
    ],
)
def test_a_mastery_needs_an_introduction_up_to_its_own_module(case_of, depths, taught, found):
    assert too_early(case_of, depths, taught) == found


def test_learners_may_bring_the_beginnings_along_but_not_what_comes_later(case_of):
    stated = "prerequisites: Year 1\n"
    assert too_early(case_of, ("reinforce", "master"), ("LO1", "LO2"), stated) == []
    assert too_early(case_of, ("introduce", "master"), ("LO2", "LO1"), stated) == LATER


def too_early(case_of, depths, taught, prerequisites=""):
    """Return who masters, in which module, and in which module it is introduced."""
    (first, second), (in_m1, in_m2) = depths, taught
    case = case_of(BODY.format(first=first, second=second, in_m1=in_m1, in_m2=in_m2, prerequisites=prerequisites))
    return [
        (early.link.outcome.id, early.taught_in.id, early.later.module.id if early.later else None)
        for early in mastered_too_early(case)
    ]


def test_activities_take_items_to_the_depths_of_the_outcomes_that_they_address():
    # Counted in tests/pictured.py. Partial alignments take part; what states no depth comes last.
    case = pictured()
    assert depths_within(case, ("M1.A1", "M1.A2")) == {
        "toy:A1": (DepthMark("introduce", ("LO1",)),),
        "toy:A2": (DepthMark("reinforce", ("LO1",)),),
        "toy:C": (DepthMark("", ("LO5",)),),
    }
    assert depths_within(case, ("M2.A1",)) == {
        "toy:A1": (DepthMark("introduce", ("LO1",)), DepthMark("master", ("LO2",))),
        "toy:A2": (DepthMark("reinforce", ("LO1",)),),
        "toy:B1": (DepthMark("reinforce", ("LO3",)),),
    }
    assert depths_within(case, ("M3.A1",)) == depths_within(case, ()) == {}

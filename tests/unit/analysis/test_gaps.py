"""Which outcome keeps which items down, and when that misses a target."""

import pytest

from alignkit.analysis.coverage import Step
from alignkit.analysis.gaps import gaps, unaligned

# LO1 (A1, A2) is taught and assessed; LO2 (A2, B1) is taught; LO3 (B1, C) is neither; LO4 (A3 in part) is neither.
# Claimed: A1 A2 B1 C = 4; taught: A1 A2 B1 = 3; assessed: A1 A2 = 2; of 7.
BODY = """\
frameworks: [{{use: toy, targets: {{{targets}}}}}]
outcomes:
  - {{id: LO1, text: Explain, aligns: ["toy:A1", "toy:A2"]}}
  - {{id: LO2, text: Explain, aligns: ["toy:A2", "toy:B1"]}}
  - {{id: LO3, text: Explain, aligns: ["toy:B1", "toy:C"]}}
  - {{id: LO4, text: Explain, aligns: [{{to: "toy:A3", strength: partial}}]}}
modules: [{{id: M1, activities: [{{id: T1, outcomes: [LO1, LO2]}}]}}]
assessments: [{{id: S1, outcomes: [LO1]}}]
"""


def found(case, step):
    return {gap.outcome.id: gap.refs for gap in gaps(step, case.coverage, case.outcomes)}


def test_an_outcome_holds_the_items_that_nothing_else_takes_further(case_of):
    case = case_of(BODY.format(targets=""))
    # C has only LO3. B1 is taught through LO2, so LO3 does not hold it; LO4 claims no whole item.
    assert found(case, Step.CLAIMED) == {"LO3": ("toy:C",)}
    # A2 is assessed through LO1, so LO2 holds only B1.
    assert found(case, Step.TAUGHT) == {"LO2": ("toy:B1",)}
    assert found(case, Step.ASSESSED) == {"LO1": ("toy:A1", "toy:A2")}


def test_an_item_that_two_outcomes_hold_is_listed_with_both(case_of):
    case = case_of(
        "frameworks: [toy]\noutcomes:\n"
        '  - {id: LO1, text: Explain, aligns: ["toy:A1"]}\n'
        '  - {id: LO2, text: Explain, aligns: ["toy:A1"]}\n'
    )
    assert found(case, Step.CLAIMED) == {"LO1": ("toy:A1",), "LO2": ("toy:A1",)}


@pytest.mark.parametrize(
    ("targets", "step", "words"),
    [
        # 0.5 of 7 is 3.5, so 4: 3 are taught, and the one that stops at claimed would make 4
        ("taught: 0.5", Step.CLAIMED, "; toy has 3 of 7 items taught, target 4 (50% of 7)"),
        # 0.6 of 7 is 4.2, so 5: even with it there would be 4, so the trouble is that too little is claimed
        ("taught: 0.6", Step.CLAIMED, ""),
        # 3 assessed are enough, there are 2, and the one that stops at taught makes the third
        ("assessed: 0.4", Step.TAUGHT, "; toy has 2 of 7 items assessed, target 3 (40% of 7)"),
        # the target for claimed is missed already (4 of 7, target 7): that comes first
        ("claimed: 1, assessed: 0.4", Step.TAUGHT, ""),
        # met: 0.25 of 7 is 1.75, so 2
        ("assessed: 0.25", Step.TAUGHT, ""),
    ],
)
def test_a_missed_target_is_told_where_the_gap_explains_it(case_of, targets, step, words):
    case = case_of(BODY.format(targets=targets))
    (gap,) = gaps(step, case.coverage, case.outcomes)
    assert "".join(map(str, gap.arithmetic)) == words


@pytest.mark.parametrize(
    ("aligns", "expected"),
    [
        ("", ("outcomes",)),  # nothing is aligned at all
        ("eu-nursing-2013:a", ("outcomes",)),  # but nothing with toy, which is interprofessional
        ("toy:A1", ()),
    ],
)
def test_that_nothing_is_claimed_can_be_a_matter_of_the_outcomes_as_a_whole(case_of, aligns, expected):
    case = case_of(
        f'frameworks: [toy]\noutcomes: [{{id: LO1, text: Explain, aligns: ["{aligns}"]}}]\n'.replace('[""]', "[]")
    )
    (coverage,) = case.coverage
    assert unaligned(case, coverage) == expected

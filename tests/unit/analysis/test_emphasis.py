"""The curriculum's own figures for depth and for Porter's index, counted by hand.

Of toy's leaves A1 says "Explain ..." (understand), A2 "Negotiate" (apply); the others have no words.
"""

import pytest

from alignkit.analysis.emphasis import depth_of, emphasis
from alignkit.analysis.shares import Share

BODY = """\
frameworks: [toy]
outcomes:
  - {id: LO1, text: List roles, aligns: ["toy:A1"]}
  - {id: LO2, text: Design a plan, aligns: ["toy:A1", "toy:A2", "toy:B1"]}
  - {id: LO3, text: Triage, aligns: ["toy:A2", {to: "toy:A1", strength: partial}]}
modules: [{id: M1}]
assessments: [{id: S1, outcomes: [LO1, LO2]}, {id: S2, outcomes: [LO2]}]
"""


def test_emphasis_counts_domains_and_levels(case_of):
    case = case_of(BODY)
    (coverage,) = case.coverage
    found = emphasis(case, coverage)
    # LO1 on A1; LO2 on A1, A2 and B1; LO3, whose level is not known, on A2; its partial alignment counts for nothing
    assert found.intended == {("A", "remember"): 1, ("A", "create"): 2, ("B", "create"): 1, ("A", ""): 1}
    # S1 once for LO1; S1 and S2 for each of LO2's three
    assert found.assessed == {("A", "remember"): 1, ("A", "create"): 4, ("B", "create"): 2}
    # fifths and sevenths: |1/5 - 1/7| + |2/5 - 4/7| + |1/5 - 2/7| + |1/5 - 0| = (2 + 6 + 3 + 7) / 35 = 18/35; 1 - 9/35
    assert found.alignment.value == pytest.approx(26 / 35)


def test_depth_compares_levels_that_are_known(case_of):
    case = case_of(BODY)
    (coverage,) = case.coverage
    # LO1 on A1: remember below understand. LO2 on A1: create above understand; on A2: create above apply.
    # LO2 on B1 and LO3: a level is not known.
    assert depth_of(case, coverage) == Share(2, 3)

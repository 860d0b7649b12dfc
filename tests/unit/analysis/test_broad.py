"""Who aligns with a domain as a whole may have meant what stands below it."""

import pytest

from alignkit.analysis.broad import above_unclaimed, broad_alignments

BODY = """\
frameworks: [{{use: toy, scope: [{scope}], targets: {{claimed: {target}}}}}]
outcomes:
  - {{id: LO1, text: Explain, aligns: ["toy:A", "toy:A1"]}}
  - {{id: LO2, text: Negotiate, aligns: ["toy:B"]}}
"""


def found(case):
    return {broad.item.ref: [leaf.code for leaf in broad.leaves] for broad in broad_alignments(case)}


def test_what_stands_below_a_domain_is_listed(case_of):
    case = case_of(BODY.format(scope="A, B, C", target=1))
    assert found(case) == {"toy:A": ["A1", "A2", "A3", "A4"], "toy:B": ["B1", "B2"]}


@pytest.mark.parametrize(
    ("scope", "target", "missed"),
    [
        # of A1 to A4, B1 and B2 only A1 is claimed: 1 of 6; with all below A and B it would be 6 of 6
        ("A, B", 1, "1 of 6 items claimed, target 6 (100% of 6)"),
        # with C it would still be 6 of 7: C is claimed by nobody, so the domains alone do not explain it
        ("A, B, C", 1, ""),
        # 0.8 of 7 is 5.6, so 6 are enough
        ("A, B, C", 0.8, "1 of 7 items claimed, target 6 (80% of 7)"),
        # met
        ("A, B", 0.1, ""),
    ],
)
def test_a_missed_target_is_told_where_domains_explain_it(case_of, scope, target, missed):
    case = case_of(BODY.format(scope=scope, target=target))
    assert [str(broad.missed.arithmetic) if broad.missed else "" for broad in broad_alignments(case)] == [
        missed,
        missed,
    ]


def test_what_is_unclaimed_may_be_meant_by_what_stands_above_it(case_of):
    (coverage,) = case_of(BODY.format(scope="A1, B, C", target=1)).coverage
    # A1 is claimed, and nothing stands above C.
    assert above_unclaimed(coverage) == ("toy:B",)

"""C110: five outcomes for one item, and one for all the rest."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.indices import LEAST_HITS, Domain, domains
from alignkit.findings import Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import WEBB_1997, WEBB_1999

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT]}  # <- C110
outcomes:
  - {id: LO1, text: Name the sources of a conflict, aligns: [ipec-2023:TT5]}
  - {id: LO2, text: Compare ways to resolve a conflict, aligns: [ipec-2023:TT5]}
  - {id: LO3, text: Mediate between two colleagues, aligns: [ipec-2023:TT5]}
  - {id: LO4, text: Appraise a settlement, aligns: [ipec-2023:TT5]}
  - {id: LO5, text: Write a protocol for disputes, aligns: [ipec-2023:TT5]}
  - {id: LO6, text: Share the lead in a team, aligns: [ipec-2023:TT4]}
"""

GOOD = BAD.replace("  # <- C110", "").replace(
    "Write a protocol for disputes, aligns: [ipec-2023:TT5]", "Lead a round of feedback, aligns: [ipec-2023:TT4]"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield, for each framework, the domains whose alignments fall on few of the items that they touch."""
    serving = case.links_for().full
    for coverage in case.coverage:
        uneven = [domain for domain in domains(coverage, serving) if _uneven(domain, case.thresholds.balance)]
        if uneven:
            framework = coverage.framework.id
            facts: dict[str, Fact] = {
                "framework": framework,
                "domains": tuple(map(_shown, uneven)),
                "count": str(len(uneven)),
                "threshold": f"{case.thresholds.balance:g}",
            }
            yield Hit(at=coverage.use.at, facts=facts, subject=framework, scope=(framework,), things=len(uneven))


def _uneven(domain: Domain, threshold: float) -> bool:
    return domain.concurrence >= LEAST_HITS and not domain.balance.reaches(threshold)


def _shown(domain: Domain) -> Phrase:
    """Return the domain with its figures: "TT (balance 0.66, range 2 of 10 items; most on TT5: 5 of 6)"."""
    name = domain.item.code if domain.item else Phrase("the framework")
    most = max(domain.hits)
    leaf = domain.leaves[domain.hits.index(most)]
    return Phrase(
        "{domain} (balance {balance}, range {hit} of {leaves} items; most on {leaf}: {most} of {hits})",
        {
            "domain": name,
            "balance": domain.balance.text,
            "hit": domain.range.part,
            "leaves": domain.range.whole,
            "leaf": leaf.code,
            "most": most,
            "hits": domain.concurrence,
        },
    )


RULE = Rule(
    code="C110",
    name="unbalanced",
    severity=Severity.INFO,
    message="the alignments with {framework} lean on few items: {domains}; a balance of {threshold} is asked for",
    why=f"Webb's balance of representation says how evenly what serves a domain falls on the items that it touches (1 is even, and 0.7 was acceptable to him); it says nothing about items not touched, so the range stands beside it. Carried over from test items to outcomes, and only for domains with at least {LEAST_HITS} alignments, as he asked.",
    literature=(WEBB_1997, WEBB_1999),
    fix="Ask whether the weight is meant. If not, let some of these outcomes serve other items of the domain; if it is, the setting `balance` can be lowered.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R101", "R102"),
    reads=("outcomes", "aligns", "to", "strength", "frameworks", "use", "scope"),
)

"""R108: work is done for a branch of the framework that the course says it leaves out."""

from collections.abc import Iterator

from alignkit.analysis.aligned import declared_scope, out_of_scope
from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.phrase import Fact, Few
from alignkit.rules.base import Hit, Rule

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [VE]}
outcomes:
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE1]}
  - {id: LO2, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}  # <- R108
"""

GOOD = BAD.replace("scope: [VE]", "scope: [VE, TT5]").replace("  # <- R108", "")


def check(case: Case) -> Iterator[Hit]:
    """Yield each alignment with an item outside the declared scope of its framework."""
    for link in out_of_scope(case):
        item = link.reference.item
        if item:
            facts: dict[str, Fact] = {
                "outcome": link.outcome.id,
                "item": item.ref,
                "code": item.code,
                "framework": item.framework,
                "scope": Few(tuple(declared_scope(item.framework, case)), 6),
            }
            yield Hit(at=link.alignment.at, facts=facts, subject=item.ref)


RULE = Rule(
    code="R108",
    name="out-of-scope",
    severity=Severity.INFO,
    message="{outcome} is aligned with {item}, outside the scope declared for {framework} ({scope})",
    why="Coverage is counted within the scope only, so this alignment shows in no figure. No publication decides what a scope should be: it may be too narrow, or the alignment a leftover.",
    fix="Add {code} or its branch to `scope`, or remove the alignment.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("scope",),
)

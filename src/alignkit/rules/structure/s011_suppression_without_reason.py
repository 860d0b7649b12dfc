"""S011: an excuse that gives no reason convinces nobody, least of all its author a year later."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Ledger, Rule, Subject

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [ipec-2023]
outcomes:
  # alignkit: ignore[R106]  # <- S011
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE]}
"""

GOOD = BAD.replace("ignore[R106]  # <- S011", "ignore[R106] the items are chosen with each placement")


def check(ledger: Ledger) -> Iterator[Hit]:
    """Yield each comment that excuses findings and does not say why."""
    for at in dict.fromkeys(each.at for each in ledger.suppressions if each.code and not each.reason):
        codes = ", ".join(each.code for each in ledger.suppressions if each.at == at)
        yield Hit(at=at, facts={"codes": codes}, subject=codes)


RULE = Rule(
    code="S011",
    name="suppression-without-reason",
    severity=Severity.WARNING,
    message="{codes} is excused here without a reason",
    why="Whoever reads the course next, an accreditor among them, has to judge whether the excuse still holds. No publication asks for this: it is a habit that we hold to be good.",
    fix="Say why, behind the bracket: `# alignkit: ignore[{codes}] piloted next term`.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.LEDGER,
)

"""S012: an excuse for what has long been put right hides the next mistake."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Ledger, Rule, Subject

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [ipec-2023]
outcomes:
  # alignkit: ignore[R106] the items are chosen with each placement  # <- S012
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE1]}
"""

GOOD = BAD.replace("ipec-2023:VE1", "ipec-2023:VE").replace("  # <- S012", "")


def check(ledger: Ledger) -> Iterator[Hit]:
    """Yield each suppression of a rule that found nothing there, though it could judge."""
    for each in ledger.suppressions:
        if each in ledger.used or each.code not in ledger.known or each.code in ledger.silent:
            continue
        about = {"code": each.code, "subject": each.subject}
        what = Phrase("{code} about {subject}", about) if each.subject else each.code
        yield Hit(at=each.at, facts={"code": each.code, "what": what, "line": str(each.line)}, subject=each.code)


RULE = Rule(
    code="S012",
    name="suppression-unused",
    severity=Severity.WARNING,
    message="{what} is excused for line {line}, where it finds nothing",
    why="An excuse that is left behind would also excuse the next finding of that kind on the line, which nobody has looked at. No publication asks for this: it is a habit that we hold to be good.",
    fix="Remove the comment, or move it to the line where {code} finds something.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.LEDGER,
)

"""S015: what was accepted last year has been put right, and the list still says that it may come back."""

from collections.abc import Iterator

from alignkit.findings import Severity
from alignkit.rules.base import Hit, Ledger, Rule, Subject

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
--- .alignkit-baseline.yaml
alignkit: baseline/1
accepted:
  - {code: O101, document: example, subject: LO1, severity: warning, date: "2026-09-01", reason: aligned in spring}  # <- S015
"""

GOOD = BAD.replace(", aligns: [ipec-2023:TT5]", "").replace("  # <- S015", "")


def check(ledger: Ledger) -> Iterator[Hit]:
    """Yield each entry of the baseline for which nothing was found, though it was looked for."""
    for entry in ledger.unmet:
        name = ledger.known.get(entry.code)
        facts = {
            "what": f"{entry.code} ({name})" if name else entry.code,
            "about": f" about {entry.subject}" if entry.subject else "",
            "document": entry.document,
            "date": entry.date,
        }
        yield Hit(at=entry.at, facts=facts, subject=f"{entry.document}:{entry.code}@{entry.subject}".removesuffix("@"))


RULE = Rule(
    code="S015",
    name="baseline-entry-unused",
    severity=Severity.WARNING,
    message="the baseline accepts {what}{about} in {document} since {date}, and it is not found any more",
    why="An entry that is left behind would also accept the next finding of that kind, which nobody has looked at. No publication asks for this: it is a habit that we hold to be good.",
    fix="Run `alignkit baseline --prune`, which removes every entry for which nothing is found, or delete the entry.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.LEDGER,
)

"""S013: a policy about a rule that does not exist is a policy that nobody follows."""

from collections.abc import Iterator

from alignkit.findings import Severity, Span
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Ledger, Rule, Subject
from alignkit.wording import nearest

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [ipec-2023]
outcomes:
  # alignkit: ignore[aligned-with-parent] the items are chosen with each placement  # <- S013
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE]}
"""

GOOD = BAD.replace("aligned-with-parent", "R106").replace("  # <- S013", "")


def check(ledger: Ledger) -> Iterator[Hit]:
    """Yield each suppression and each setting that names a rule there is not."""
    for code, at in (*((each.code, each.at) for each in ledger.suppressions), *ledger.settings):
        if code not in ledger.known:
            yield _hit(code, at, ledger)


def _hit(code: str, at: Span, ledger: Ledger) -> Hit:
    by_name = {name: known for known, name in ledger.known.items()}
    near = nearest(code, ledger.known) or by_name.get(nearest(code, by_name))
    facts: dict[str, Fact] = {
        "code": code,
        "what": Phrase('no rule has the code "{code}"', {"code": code})
        if code
        else Phrase("no rule is named between brackets"),
        "hint": Phrase(' (did you mean {near}, "{name}"?)', {"near": near, "name": ledger.known[near]}) if near else "",
        "example": near or "C103",
    }
    return Hit(at=at, facts=facts, subject=code)


RULE = Rule(
    code="S013",
    name="suppression-unknown-code",
    severity=Severity.ERROR,
    message="{what}{hint}",
    why="A comment or a setting that names no rule changes nothing, while its author believes that it does. No publication asks for this; it follows from what a setting is for.",
    fix="Write a rule's code, such as `{example}`; `alignkit rules` lists them all.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.LEDGER,
)

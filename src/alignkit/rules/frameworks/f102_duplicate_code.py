"""F102: one code for two competencies, and an alignment can mean only the first."""

from collections.abc import Iterator

from alignkit.analysis.frameworks import repeated_codes
from alignkit.findings import Related, Severity
from alignkit.library.index import FrameworkIndex
from alignkit.rules.base import Hit, Rule, Subject
from alignkit.rules.literature import WILKINSON_2016

BAD = """\
alignkit: framework/1
id: example
title: Competencies for teams that listen
kind: interprofessional
publisher: {name: Example Institute}
source: {citation: "Example Institute (2026). Competencies for teams that listen."}
items:
  - {code: L1, text: Listen before you answer}
  - {code: L1, text: Check what you have understood}  # <- F102
"""

GOOD = BAD.replace(
    "{code: L1, text: Check what you have understood}  # <- F102", "{code: L2, text: Check what you have understood}"
)


def check(index: FrameworkIndex) -> Iterator[Hit]:
    """Yield each item whose code an earlier item has."""
    for first, second in repeated_codes(index):
        facts = {"code": second.code, "first": str(first.at.line)}
        related = (Related(first.at, f"{first.code} is first given here"),)
        yield Hit(at=second.at, facts=facts, subject=second.code, related=related)


RULE = Rule(
    code="F102",
    name="duplicate-code",
    severity=Severity.ERROR,
    message="the code {code} is given twice; the first is on line {first}",
    why="A code is an item's name for ever: a name that two things share leads to the first of them, and the second can never be covered.",
    literature=(WILKINSON_2016,),
    fix="Give this item the code that the document gives it; where the document has none, one of your own that is free.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.FRAMEWORK,
)

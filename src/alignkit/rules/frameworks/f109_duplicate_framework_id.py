"""F109: two frameworks answer to one id, and every alignment means only the first."""

from collections.abc import Iterator

from alignkit.analysis.namesakes import is_shipped, taken_by
from alignkit.findings import Related, Severity
from alignkit.library.index import FrameworkIndex
from alignkit.rules.base import Hit, Rule, Subject
from alignkit.rules.literature import WILKINSON_2016

BAD = """\
alignkit: framework/1
id: ipec-2023  # <- F109
title: What we made of the IPEC competencies
kind: interprofessional
publisher: {name: Example Institute}
source: {citation: "Example Institute (2026). What we made of the IPEC competencies."}
items:
  - {code: L1, text: Listen before you answer}
"""

GOOD = BAD.replace("id: ipec-2023  # <- F109", "id: example-ipec-2026")


def check(index: FrameworkIndex) -> Iterator[Hit]:
    """Yield a framework whose id another one has: a shipped one, whose place it takes, or an earlier one of your own."""
    first = taken_by(index)
    if first is None:
        return
    here = index.framework.at
    if is_shipped(first):
        facts = {"id": index.id, "what": "comes with alignkit, and this file takes its place"}
        yield Hit(at=here, facts=facts, subject=index.id)
        return
    what = f"is taken already by {first.origin.file}, line {first.at.line}, so that this file counts for nothing"
    related = (Related(first.at, f"{index.id} stands here first"),)
    yield Hit(at=here, facts={"id": index.id, "what": what}, subject=index.id, severity=Severity.ERROR, related=related)


RULE = Rule(
    code="F109",
    name="duplicate-framework-id",
    severity=Severity.WARNING,
    message='the framework id "{id}" {what}',
    why="An id names one edition of one framework for ever: where two share it, nobody can tell from a report which of them a curriculum covers.",
    literature=(WILKINSON_2016,),
    fix="Give this framework an id of its own; to bring other wording for one that there is, write an overlay/1 file instead.",
    bad=BAD,
    good=GOOD,
    check=check,
    subject=Subject.FRAMEWORK,
    reads=("id",),
)

"""R104: two outcomes answer to one name, and a report can only mean the first."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.references import Twice, duplicate_ids
from alignkit.findings import Related, Severity
from alignkit.phrase import Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import WILKINSON_2016

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Listen actively to a colleague of another profession}
  - {id: LO1, text: Resolve a conflict in a team}  # <- R104
"""

GOOD = BAD.replace(
    "{id: LO1, text: Resolve a conflict in a team}  # <- R104", "{id: LO2, text: Resolve a conflict in a team}"
)


def check(case: Case) -> Iterator[Hit]:
    """Yield each id that another part of the same kind, or another curriculum of the run, has already."""
    for twice in duplicate_ids(case):
        facts: dict[str, Fact] = {"kind": Phrase(twice.kind), "id": twice.id, "first": _place(twice)}
        yield Hit(
            at=twice.second,
            facts=facts,
            subject=twice.id,
            scope=(twice.kind,),
            related=(Related(twice.first, f"{twice.id} stands here first"),),
        )


def _place(twice: Twice) -> Phrase:
    first = twice.first
    facts: dict[str, Fact] = {"file": first.file, "line": str(first.line)}
    return Phrase("line {line}" if first.file == twice.second.file else "{file}, line {line}", facts)


RULE = Rule(
    code="R104",
    name="duplicate-id",
    severity=Severity.ERROR,
    message='the {kind} id "{id}" is taken already: {first}',
    why="A name that two things share leads to one of them at most: whatever is said of the second is counted for the first, or lost.",
    literature=(WILKINSON_2016,),
    fix="Give one of the two another id, and write that id wherever this one is meant.",
    bad=BAD,
    good=GOOD,
    check=check,
)

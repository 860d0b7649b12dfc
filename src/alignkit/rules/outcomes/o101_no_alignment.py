"""O101: an outcome that no regulator, profession or framework has asked for."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_2001

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
  - {id: LO2, text: Explain how a team agrees on goals}  # <- O101
"""

GOOD = BAD.replace("goals}  # <- O101", "goals, aligns: [ipec-2023:TT4]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield each outcome that aligns with nothing."""
    # Where nothing at all is aligned, Q202 says so once.
    shared = () if case.links else ("outcomes",)
    framework = next((index.id for _, index in case.uses), "framework-id")
    for outcome in case.outcomes.values():
        if not outcome.aligns:
            facts = {"outcome": outcome.id, "framework": framework}
            yield Hit(at=outcome.at, facts=facts, subject=outcome.id, scope=(outcome.id, *shared))


def examined(case: Case) -> int:
    """Return the number of outcomes."""
    return len(case.outcomes)


RULE = Rule(
    code="O101",
    name="no-alignment",
    severity=Severity.WARNING,
    message="{outcome} is aligned with no framework item",
    why="A curriculum map shows how what is learned serves what is expected; an outcome without an alignment is left out of that map, and learners spend time on it that nobody can account for.",
    literature=(HARDEN_2001,),
    fix="Give {outcome} the item that it serves, as in `aligns: [{framework}:CODE]`; if it serves none, ask whether it belongs in this curriculum.",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("Q202",),
    reads=("aligns", "outcomes"),
    examined=examined,
)

"""R103: an activity serves an outcome that the course does not have."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.references import Named, unknown_parts
from alignkit.findings import Severity
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_2001
from alignkit.wording import listed, nearest

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
outcomes:
  - {id: LO1, text: Listen actively to a colleague of another profession}
  - {id: LO2, text: Resolve a conflict in a team}
modules:
  - id: M1
    activities:
      - {id: M1.A1, title: Ward round, outcomes: [LO1, LO22]}  # <- R103
"""

GOOD = BAD.replace("LO22]}  # <- R103", "LO2]}")

# Where each kind of thing is defined.
_SECTIONS = {"outcome": "outcomes", "evidence": "evidence", "stage": "stages"}


def check(case: Case) -> Iterator[Hit]:
    """Yield each name of an outcome, evidence, a stage or an item in scope that is not there."""
    defined = {"outcome": tuple(case.outcomes), "evidence": tuple(case.evidence), "stage": case.curriculum.stages}
    for named in unknown_parts(case):
        known = defined.get(named.what) or _codes(named.what, case)
        yield Hit(
            at=named.places[0],
            facts=_facts(named, known),
            subject=named.name,
            scope=(named.what.split()[0],),
            related=named.elsewhere,
        )


def _codes(what: str, case: Case) -> tuple[str, ...]:
    """Return the codes of the framework in "item of ipec-2023", or none for anything else."""
    index = case.library.find(what.rpartition(" ")[2])
    return tuple(index.items) if index else ()


def _facts(named: Named, known: tuple[str, ...]) -> dict[str, str]:
    section, near = _SECTIONS.get(named.what), _meant(named.name, known)
    there = f"known: {listed(known, most=5)}" if known else f"`{section}` lists none"
    either = f"Write `{near}`" if near else "Write one that is there"
    add = f", or add {named.name} under `{section}:`" if section and not near.startswith("[") else ""
    return {
        "kind": named.what,
        "name": named.name,
        "also": named.also,
        "hint": f'did you mean "{near}"?' if near else there,
        "fix": f"{either}{add}.",
    }


def _meant(name: str, known: tuple[str, ...]) -> str:
    """Return the likely name, as a list where commas or spaces join several, or ""."""
    parts = name.replace(",", " ").replace(";", " ").split()
    several = len(parts) > 1 and set(parts) <= set(known)
    return f"[{', '.join(parts)}]" if several else nearest(name, known)


RULE = Rule(
    code="R103",
    name="unknown-local-id",
    severity=Severity.ERROR,
    message='no {kind} is called "{name}"{also} ({hint})',
    why="What a course says of its own parts is how a reader gets from a promise to its proof; a name that leads nowhere breaks that path, and nothing after it can be counted.",
    literature=(HARDEN_2001,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("id", "outcomes", "evidence", "stages"),
)

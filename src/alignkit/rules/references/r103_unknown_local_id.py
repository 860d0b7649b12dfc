"""R103: an activity serves an outcome that the course does not have."""

import re
from collections.abc import Iterator, Mapping

from alignkit.analysis.case import Case
from alignkit.analysis.references import Named, unknown_parts, who_names
from alignkit.findings import Related, Severity, Span
from alignkit.model.vocabulary import CODE
from alignkit.phrase import Either, Fact, Few, Phrase
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
    """Yield each name of an outcome, evidence, a stage or an item in scope that is not there.

    Where a section that should define them is empty, all the names that are missing from it make one mistake.
    """
    defined = {"outcome": tuple(case.outcomes), "evidence": tuple(case.evidence), "stage": case.curriculum.stages}
    unknown = unknown_parts(case)
    namers = who_names(case) if unknown else {}
    for what, known in defined.items():
        parts = [named for named in unknown if named.what == what]
        if parts and not known:
            yield _of_empty_section(parts, namers)
    for named in unknown:
        if named.what not in defined:
            yield _hit(named, _facts(named, _codes(named.what, case)), named.elsewhere, namers)
        elif defined[named.what]:
            yield _hit(named, _facts(named, defined[named.what]), named.elsewhere, namers)


def _hit(named: Named, facts: dict[str, Fact], related: tuple[Related, ...], namers: Mapping[Span, str]) -> Hit:
    # Who misses an activity or an assessment looks for it among the names that stand in one.
    places = (named.places[0], *(each.at for each in related))
    scope = dict.fromkeys((named.what.split()[0], *(namers[at] for at in places if at in namers)))
    return Hit(at=named.places[0], facts=facts, subject=named.name, scope=tuple(scope), related=related)


def _of_empty_section(parts: list[Named], namers: Mapping[Span, str]) -> Hit:
    first, section = parts[0], _SECTIONS[parts[0].what]
    names = [named.name for named in parts]
    quoted = tuple(f'"{name}"' for name in names)
    facts: dict[str, Fact] = {
        "kind": _kind(first.what),
        "name": first.name,
        "names": Either((*quoted[:5], *_more(len(quoted) - 5))),
        "also": first.also if len(parts) == 1 else "",
        "hint": Phrase("`{section}` lists none", {"section": section}),
        "fix": f"Define {listed(names, most=5)} under `{section}:`.",
    }
    others = tuple(Related(at, f"{named.name} stands here") for named in parts[1:] for at in named.places)
    return _hit(first, facts, (*first.elsewhere, *others), namers)


def _more(number: int) -> tuple[Phrase, ...]:
    return (Phrase("{n} more", {"n": number}),) if number > 0 else ()


def _kind(what: str) -> Phrase:
    """Return what a name should be the name of: an outcome, evidence, a stage, an item of a framework."""
    kind, of, framework = what.partition(" of ")
    return Phrase("item of {framework}", {"framework": framework}) if of else Phrase(kind)


def _codes(what: str, case: Case) -> tuple[str, ...]:
    """Return the codes of the framework in "item of ipec-2023", or none for anything else."""
    index = case.library.find(what.rpartition(" ")[2])
    return tuple(index.items) if index else ()


def _facts(named: Named, known: tuple[str, ...]) -> dict[str, Fact]:
    section, near = _SECTIONS.get(named.what), _meant(named.name, known)
    either = f"Write `{near}`" if near else "Write one that is there"
    could_be = section and re.fullmatch(CODE.matches, named.name)
    add = f", or add {named.name} under `{section}:`" if could_be and not near.startswith("[") else ""
    return {
        "kind": _kind(named.what),
        "name": named.name,
        "names": f'"{named.name}"',
        "also": named.also,
        "hint": Phrase('did you mean "{near}"?', {"near": near})
        if near
        else Phrase("known: {names}", {"names": Few(known, 5)}),
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
    message="no {kind} is called {names}{also} ({hint})",
    why="What a course says of its own parts is how a reader gets from a promise to its proof; a name that leads nowhere breaks that path, and nothing after it can be counted.",
    literature=(HARDEN_2001,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    needs=("R104",),
    reads=("id", "outcomes", "evidence", "stages"),
)

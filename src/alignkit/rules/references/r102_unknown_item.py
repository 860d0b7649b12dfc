"""R102: the framework is real, but the item that the course promises is not in it."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.references import Named, editions_with, unknown_items
from alignkit.findings import Severity
from alignkit.library.index import FrameworkIndex
from alignkit.phrase import Either, Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_2001
from alignkit.wording import listed, shortened, similar, slip

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks: [ipec-2023]
outcomes:
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE21]}  # <- R102
"""

GOOD = BAD.replace("VE21]}  # <- R102", "VE2]}")

_MAY_BE_RIGHT = {
    "partial": Phrase("; only a part of this framework is in the library, so the code may be right"),
    "upper-levels-only": Phrase(
        "; only the upper levels of this framework are in the library, so the code may be right"
    ),
}


def check(case: Case) -> Iterator[Hit]:
    """Yield each code that its framework does not have, with the nearest ones and what they say."""
    for named in unknown_items(case):
        index = case.library.find(named.what)
        if index:
            yield _hit(named, index, _note(named.name, index, case))


def _hit(named: Named, index: FrameworkIndex, note: Fact) -> Hit:
    near = _nearest_codes(named.name, index)
    ref = f"{index.id}:{named.name}"
    facts = {
        "item": ref,
        "framework": index.id,
        "code": named.name,
        "also": named.also,
        "hint": Phrase(" (did you mean {names}?)", {"names": Either(near)}) if near else "",
        "note": note,
        "fix": _fix(near, index),
    }
    return Hit(at=named.places[0], facts=facts, subject=ref, scope=(index.id,), related=named.elsewhere)


def _nearest_codes(code: str, index: FrameworkIndex) -> tuple[str, ...]:
    """Return the code that a slip of the keyboard meant, or up to three that look like it."""
    slipped = slip(code, index.items)
    return (slipped,) if slipped else similar(code, index.items, 3, 0.6)


def _note(code: str, index: FrameworkIndex, case: Case) -> Fact:
    """Return where the code may come from, if it is not a slip."""
    editions = editions_with(code, index, case)
    known = Phrase("; it is a code of {editions}", {"editions": editions}) if editions else ""
    return _MAY_BE_RIGHT.get(index.framework.completeness, known)


def _fix(near: tuple[str, ...], index: FrameworkIndex) -> str:
    if not near:
        first, *_, last = index.items
        return f"Choose a code of {index.id}, from {first} to {last}: `alignkit frameworks show {index.id}` lists them."
    worded = (f"`{code}` ({shortened(index.items[code].item.words, 60)})" for code in near)
    return f"Write the code that is meant: {listed(worded, 'or')}."


RULE = Rule(
    code="R102",
    name="unknown-item",
    severity=Severity.ERROR,
    message='{framework} has no item "{code}"{also}{hint}{note}',
    why="Whoever relies on the map looks the code up; one that its publisher does not use shows nothing, and nothing can be counted for it.",
    literature=(HARDEN_2001,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
)

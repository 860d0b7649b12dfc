"""R101: the course is promised to a regulator whose framework nobody can find."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.references import Named, unknown_frameworks, unreadable_references
from alignkit.findings import Severity
from alignkit.library.acronyms import Acronym, acronym_of_nobody
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.phrase import Either, Fact, Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import HARDEN_2001
from alignkit.wording import listed

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
frameworks:
  - use: ipec-2023
  - use: cihc  # <- R101
outcomes:
  - {id: LO1, text: Discuss values with patients, aligns: [ipec-2023:VE1]}
  - {id: LO2, text: Listen actively to a colleague of another profession, aligns: [C1]}  # <- R101
"""

GOOD = BAD.replace("cihc  # <- R101", "cihc-2024").replace("[C1]}  # <- R101", "[ipec-2023:C1]}")


def check(case: Case) -> Iterator[Hit]:
    """Yield each name of a framework that means none, and each reference that names no framework at all."""
    for named in unknown_frameworks(case):
        acronym = acronym_of_nobody(named.name)
        yield _of_nobody(named, acronym) if acronym else _unknown(named, case.library)
    for named in unreadable_references(case):
        acronym = acronym_of_nobody(named.name)
        yield _of_nobody(named, acronym) if acronym else _unreadable(named, case)


def _of_nobody(named: Named, acronym: Acronym) -> Hit:
    facts: dict[str, Fact] = {"framework": named.name, "what": acronym.answer, "hint": "", "fix": acronym.remedy}
    scope = (named.name.partition(":")[0], acronym.name)
    return Hit(at=named.places[0], facts=facts, subject=named.name, scope=scope, related=named.elsewhere)


def _unknown(named: Named, library: Library) -> Hit:
    meant = library.id_of(named.name)
    near = library.nearest_ids(meant)
    facts: dict[str, Fact] = {
        "framework": named.name,
        "what": _strange(named, meant),
        "hint": Phrase(" (did you mean {names}?)", {"names": Either(near[:3])}) if near else "",
        "fix": f"Write {listed((f'`{id_}`' for id_ in near[:3]), 'or')}." if near else _NOT_AT_HAND,
    }
    scope = (named.name, meant, *map(library.id_of, near[:1]))
    return Hit(at=named.places[0], facts=facts, subject=named.name, scope=scope, related=named.elsewhere)


def _strange(named: Named, meant: str) -> Phrase:
    facts: dict[str, Fact] = {"meant": meant, "also": named.also}
    if meant == named.name:
        return Phrase("is no framework that alignkit knows{also}", facts)
    return Phrase('is your name for "{meant}", which is no framework that alignkit knows{also}', facts)


_NOT_AT_HAND = "Choose one from `alignkit frameworks list`, or add the framework to your project: a file of its own, in a folder that `frameworks:` in alignkit.yaml names."


def _unreadable(named: Named, case: Case) -> Hit:
    declared = tuple(index for _, index in case.uses)
    meant = _meant(named.name, case.library, declared)
    facts: dict[str, Fact] = {
        "framework": named.name,
        "what": Phrase(
            "is no reference, which is a framework, a colon and a code without spaces or quotation marks{also}",
            {"also": named.also},
        ),
        "hint": Phrase(' (did you mean "{meant}"?)', {"meant": meant}) if meant else "",
        "fix": f"Write `{meant}`." if meant else "Write it like `ipec-2023:VE1`.",
    }
    scope = (meant.removeprefix("[").partition(":")[0],) if meant else tuple(index.id for index in declared)
    return Hit(at=named.places[0], facts=facts, subject=named.name, scope=scope, related=named.elsewhere)


def _meant(text: str, library: Library, declared: tuple[FrameworkIndex, ...]) -> str:
    """Return the likely reference, as a list where commas join several, or ""."""
    parts = [library.nearest_reference(part, declared) for part in text.replace(";", ",").split(",")]
    if not all(parts):
        return ""
    return f"[{', '.join(parts)}]" if len(parts) > 1 else parts[0]


RULE = Rule(
    code="R101",
    name="unknown-framework",
    severity=Severity.ERROR,
    message='"{framework}" {what}{hint}',
    why="A curriculum map is worth its links: an alignment that leads nowhere shows a reader nothing, and nothing can be counted for it.",
    literature=(HARDEN_2001,),
    fix="{fix}",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("use",),
)

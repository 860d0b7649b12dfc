"""M105: a certificate that stays in the issuer's drawer opens no doors."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.analysis.microcredential import is_microcredential
from alignkit.analysis.place import place_for
from alignkit.findings import Severity
from alignkit.model.evidence import Record
from alignkit.phrase import Phrase
from alignkit.rules.base import Hit, Rule
from alignkit.rules.literature import EU_2022, MCGOWAN_2022

BAD = """\
alignkit: curriculum/1
id: example
title: Teams that listen
kind: micro-credential
outcomes: []
credential:
  record: {format: open-badge-3, verifiable: true, portable: false}  # <- M105
"""

GOOD = BAD.replace("  # <- M105", "").replace("portable: false", "portable: true")

_PROPERTIES = 3


def check(case: Case) -> Iterator[Hit]:
    """Yield one hit that lists what keeps the record of a micro-credential from being taken elsewhere."""
    record = _record(case)
    lacks = tuple(_lacks(record)) if record else (Phrase("nothing is said of it"),)
    if is_microcredential(case) and lacks:
        at = place_for(case.curriculum, "credential.record")
        yield Hit(at=at, facts={"lacks": lacks}, things=len(lacks) if record else _PROPERTIES)


def _record(case: Case) -> Record | None:
    credential = case.curriculum.credential
    return credential.record if credential else None


def _lacks(record: Record) -> Iterator[Phrase]:
    if not record.format.strip():
        yield Phrase("its format is not stated")
    if not record.verifiable:
        yield Phrase("it is not verifiable" if record.verifiable is False else "it is not said to be verifiable")
    if not record.portable:
        yield Phrase("it is not portable" if record.portable is False else "it is not said to be portable")


def examined(case: Case) -> int:
    """Return the number of properties that a record needs, or 0 where none is described."""
    return _PROPERTIES if is_microcredential(case) and _record(case) else 0


RULE = Rule(
    code="M105",
    name="record-not-portable",
    severity=Severity.WARNING,
    message="learners may be unable to use the record of this micro-credential elsewhere: {lacks}",
    why="Learners own their micro-credentials: they store and share them, and others can check who holds and who issued them.",
    literature=(EU_2022, MCGOWAN_2022),
    fix="Describe the record under `credential:`, such as `record: {{format: open-badge-3, verifiable: true, portable: true}}`, and issue it so.",
    bad=BAD,
    good=GOOD,
    check=check,
    reads=("kind", "credential", "record", "format", "verifiable", "portable"),
    examined=examined,
)

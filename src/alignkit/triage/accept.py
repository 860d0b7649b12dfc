"""Sets aside the findings that a baseline accepts: one entry, one finding, and none that has become worse."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.findings import Finding, Severity
from alignkit.model.baseline import Accepted
from alignkit.triage.same import Named


class Settled(Struct, frozen=True):
    """Findings that stay, findings set aside with the entry that accepts each, and entries that accept none."""

    kept: tuple[Finding, ...]
    accepted: tuple[tuple[Finding, Accepted], ...] = ()
    unmet: tuple[Accepted, ...] = ()


def accept(findings: Iterable[Named], entries: Iterable[Accepted]) -> Settled:
    """Return the findings with those set aside that an entry speaks of, entries that say the same first."""
    waiting: dict[tuple[str, str, str], list[Accepted]] = {}
    for entry in entries:
        waiting.setdefault((entry.code, entry.document, entry.subject), []).append(entry)
    named = tuple(findings)
    taken: dict[int, Accepted] = {}
    for exact in (True, False):
        for number, each in enumerate(named):
            found = None if number in taken else _entry(each, waiting.get(each.key, []), exact=exact)
            if found:
                taken[number] = found
    return Settled(
        tuple(each.finding for number, each in enumerate(named) if number not in taken),
        tuple((named[number].finding, entry) for number, entry in sorted(taken.items())),
        tuple(entry for left in waiting.values() for entry in left),
    )


def _entry(named: Named, candidates: list[Accepted], *, exact: bool) -> Accepted | None:
    """Take the first entry that accepts the finding, and return it."""
    for number, entry in enumerate(candidates):
        if _accepts(entry, named, exact=exact):
            return candidates.pop(number)
    return None


def _accepts(entry: Accepted, named: Named, *, exact: bool) -> bool:
    """Say whether the entry means the finding: what became graver, or grew, is not what was accepted."""
    worse = named.finding.severity.rank > Severity(entry.severity).rank or named.finding.things > entry.things
    return not worse and (entry.facts == named.facts if exact else not named.about_text)

"""Sets aside the findings that an author has excused in the file."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.findings import Finding
from alignkit.source.comments import Suppression


class Triaged(Struct, frozen=True):
    """Findings that stay, findings set aside with what excuses each, and the suppressions that did so."""

    kept: tuple[Finding, ...]
    waived: tuple[tuple[Finding, Suppression], ...]
    used: frozenset[Suppression]


def suppress(findings: Iterable[Finding], suppressions: Iterable[Suppression]) -> Triaged:
    """Return the findings with those set aside that a suppression speaks of."""
    by_place: dict[tuple[str, int, str], list[Suppression]] = {}
    for suppression in suppressions:
        by_place.setdefault((suppression.at.file, suppression.line, suppression.code), []).append(suppression)
    if not by_place:
        return Triaged(tuple(findings), (), frozenset())
    kept, waived = [], []
    for finding in findings:
        candidates = by_place.get((finding.at.file, finding.at.line, finding.code), ())
        excuse = next((suppression for suppression in candidates if _speaks_of(suppression, finding)), None)
        if excuse:
            waived.append((finding, excuse))
        else:
            kept.append(finding)
    return Triaged(tuple(kept), tuple(waived), frozenset(excuse for _, excuse in waived))


def _speaks_of(suppression: Suppression, finding: Finding) -> bool:
    """Say whether the suppression means this finding: `@VE2` means `ipec-2023:VE2`, or an outcome VE2."""
    meant = suppression.subject
    return not meant or meant == finding.subject or finding.subject.endswith(f":{meant}")

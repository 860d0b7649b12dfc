"""What was found on a curriculum, as the report lists it: nothing hidden, what is excused with its reason."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.findings import Finding, Severity, Span
from alignkit.phrase import Phrase
from alignkit.triage.triage import Checked


class FoundView(Struct, frozen=True):
    """A finding; `excused` is the reason why it is set aside ("" where none is given), None where it stands."""

    code: str
    name: str
    severity: Severity
    message: Phrase
    excused: str | None
    at: Span


def found_views(checked: Checked, files: frozenset[str]) -> tuple[FoundView, ...]:
    """Return the findings on the files: the gravest first, then by place."""
    found = (each for each in _found(checked) if each.at.file in files)
    return tuple(sorted(found, key=lambda each: (each.excused is not None, -each.severity.rank, each.at, each.code)))


def _found(checked: Checked) -> Iterator[FoundView]:
    yield from _views(checked.shown, None)
    for finding, suppression in checked.excused:
        yield from _views((finding,), suppression.reason)
    for finding, entry in checked.accepted:
        yield from _views((finding,), entry.reason)


def _views(findings: Iterable[Finding], excused: str | None) -> Iterator[FoundView]:
    for each in findings:
        yield FoundView(each.code, each.name, each.severity, each.said, excused, each.at)

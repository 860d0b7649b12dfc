"""Which findings are new since a base, which are put right, and which are excused since."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from alignkit.findings import Finding
from alignkit.rules.compare import Comparison
from alignkit.triage.same import Named, compare, documents_of, named
from alignkit.triage.triage import Checked

_UNREAD = "the base could not be read"
_SHOWN, _REPEATS, _EXCUSED, _ACCEPTED = "shown", "repeats another", "excused", "accepted"


class New(Struct, frozen=True):
    """A finding that the base does not have, or not like this: `note` says how it was there."""

    finding: Finding
    note: str = ""

    @property
    def unknown(self) -> bool:
        """Say whether it only counts as new, since the base could not be read where it stands."""
        return self.note == _UNREAD


class Changed(Struct, frozen=True):
    """What became of the findings of a base; `known` are those shown that the base has as well."""

    new: tuple[New, ...]
    fixed: tuple[Finding, ...]
    excused: tuple[tuple[Finding, str], ...]
    """Findings that are excused or accepted now and were not before, with the reason."""
    known: int


class _Side(Struct, frozen=True):
    """Every finding of a run, by its number among them, and what became of each in triage."""

    named: tuple[Named, ...]
    fate: Mapping[int, str]


def since(base: Checked, head: Checked, comparison: Comparison) -> Changed:
    """Return what changed from one run to another: a finding that was there all along is neither new nor fixed."""
    before, after = _side(base, _Names(comparison)), _side(head, None)
    compared = compare(before.named, after.named)
    shown = [each.finding for each in compared.new if after.fate[id(each.finding)] == _SHOWN]
    new = {id(each): New(each, _UNREAD if each.at.file in comparison.unread_before else "") for each in shown}
    excused = [each.finding for each in compared.new if after.fate[id(each.finding)] in (_EXCUSED, _ACCEPTED)]
    known = 0
    for pair in compared.both:
        finding, fate = pair.after.finding, after.fate[id(pair.after.finding)]
        was = before.fate[id(pair.before.finding)]
        if fate == _SHOWN and (note := _note(was, worse=pair.worse)):
            new[id(finding)] = New(finding, note)
        elif fate == _SHOWN:
            known += 1
        elif fate in (_EXCUSED, _ACCEPTED) and was in (_SHOWN, _REPEATS):
            excused.append(finding)
    reasons = dict(_reasons(head))
    gone = (each.finding for each in compared.gone if before.fate[id(each.finding)] == _SHOWN)
    # What went with its curriculum, or stands where nothing can be read now, is not put right.
    away = comparison.unread_after.union(case.curriculum.origin.file for case in comparison.removed)
    return Changed(
        new=tuple(new[id(finding)] for finding in head.shown if id(finding) in new),
        fixed=tuple(finding for finding in gone if finding.at.file not in away),
        excused=tuple((finding, reasons[id(finding)]) for finding in sorted(excused, key=lambda each: each.order)),
        known=known,
    )


def _note(was: str, *, worse: bool) -> str:
    """Return why a finding that was there before counts as new, or "" where it does not."""
    if was in (_EXCUSED, _ACCEPTED):
        return f"no longer {was}"
    return "worse than before" if worse else ""


def _reasons(checked: Checked) -> Iterator[tuple[int, str]]:
    for finding, suppression in checked.excused:
        yield id(finding), suppression.reason
    for finding, entry in checked.accepted:
        yield id(finding), entry.reason


class _Names:
    """What the documents of a base, and the parts of each, are called now."""

    def __init__(self, comparison: Comparison) -> None:
        self._documents = {each.before: each.after for each in comparison.matched}
        self._parts = {each.before: each.change.names for each in comparison.matched}

    def now(self, each: Named) -> Named:
        """Return the finding of the base as it would be spoken of now."""
        subject = self._parts.get(each.document, {}).get(each.finding.subject, each.finding.subject)
        return Named(self._documents.get(each.document, each.document), replace(each.finding, subject=subject))


def _side(checked: Checked, names: _Names | None) -> _Side:
    shown = {id(finding) for finding in checked.shown}
    fates = [(finding, _SHOWN if id(finding) in shown else _REPEATS) for finding in checked.kept]
    fates += [(finding, _EXCUSED) for finding, _ in checked.excused]
    fates += [(finding, _ACCEPTED) for finding, _ in checked.accepted]
    found = named((finding for finding, _ in fates), documents_of(checked.examination.workspace))
    spoken = tuple(names.now(each) for each in found) if names else found
    fate = {id(each.finding): fate for each, (_, fate) in zip(spoken, fates, strict=True)}
    return _Side(spoken, fate)


def only(findings: Iterable[New]) -> tuple[Finding, ...]:
    """Return the findings themselves."""
    return tuple(each.finding for each in findings)

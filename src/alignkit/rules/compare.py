"""Two examinations side by side: which curriculum is which, what became of each, and what was lost."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from alignkit.analysis.case import Case
from alignkit.analysis.diff import Change, Removed
from alignkit.analysis.pairing import pair_curricula
from alignkit.findings import Finding
from alignkit.library.library import Library
from alignkit.library.workspace import Workspace
from alignkit.model.framework import Framework
from alignkit.model.overlay import Overlay
from alignkit.rules.base import Subject
from alignkit.rules.catalogue import about
from alignkit.rules.examine import Examination, Examined, unread_keys
from alignkit.rules.run import run
from alignkit.wording import told_apart


class Matched(Struct, frozen=True):
    """A curriculum before and after, by the name that each has in its run."""

    before: str
    after: str
    examined: tuple[Examined, Examined]
    change: Change


class Comparison(Struct, frozen=True):
    """What became of the curricula of a base.

    `unread_before` are files that could not be read in the base, and those of curricula of which they are a part:
    what is found in them cannot be compared. `unread_after` are the same of the head.
    """

    matched: tuple[Matched, ...]
    removed: tuple[Case, ...]
    added: tuple[Case, ...]
    unread_before: frozenset[str]
    unread_after: frozenset[str]
    lost: tuple[Finding, ...]


def by_name(examination: Examination) -> dict[str, Examined]:
    """Return the curricula of a run by their ids; a second one of an id has its number beside it."""
    names = told_apart(examined.case.curriculum.id for examined in examination.curricula)
    return dict(zip(names, examination.curricula, strict=True))


def compare_examinations(base: Examination, head: Examination, outside: frozenset[str] = frozenset()) -> Comparison:
    """Return what became of each curriculum; where one side could not be read, nothing is said.

    `outside` are files of the base that nobody asked about: what is in them was not removed.
    """
    before, after = by_name(base), by_name(head)
    pairs = pair_curricula(_cases(before), _cases(after))
    cases = [each.case for each in (*base.curricula, *head.curricula)]
    unread_before, unread_after = _doubtful(cases, base.workspace), _doubtful(cases, head.workspace)
    unknown = unread_before | unread_after
    library = _library(base, head)
    matched = tuple(
        Matched(old, new, (before[old], after[new]), _change(before[old].case, after[new].case, library))
        for old, new in pairs.items()
        if unknown.isdisjoint(_files(before[old].case) | _files(after[new].case))
    )
    gone = (each.case for name, each in before.items() if name not in pairs)
    come = (each.case for name, each in after.items() if name not in pairs.values())
    removed = tuple(case for case in gone if unknown.isdisjoint(_files(case)) and outside.isdisjoint(_files(case)))
    lost = [finding for each in matched for finding in _lost(each.change, head)]
    lost += [finding for case in removed for finding in _found(Removed(case), frozenset())]
    added = tuple(case for case in come if unknown.isdisjoint(_files(case)))
    return Comparison(matched, removed, added, unread_before, unread_after, tuple(lost))


def with_losses(examination: Examination, comparison: Comparison) -> Examination:
    """Return the examination with the findings on what was lost among its own."""
    findings = sorted((*examination.findings, *comparison.lost), key=lambda finding: finding.order)
    return replace(examination, findings=tuple(findings), compared=True)


def _cases(examined: Mapping[str, Examined]) -> dict[str, Case]:
    return {name: each.case for name, each in examined.items()}


def _files(case: Case) -> set[str]:
    return {case.curriculum.origin.file, *(module.origin.file for module in case.modules)}


def _doubtful(cases: Iterable[Case], workspace: Workspace) -> frozenset[str]:
    """Return the files that could not be read on one side, with those of the curricula that they belong to."""
    unread = frozenset(workspace.unparsed)
    doubtful = (
        case for case in cases if workspace.lacks_modules(case.curriculum) or not unread.isdisjoint(_files(case))
    )
    return unread.union(*(_files(case) for case in doubtful))


def _library(base: Examination, head: Examination) -> Library | None:
    """Return the frameworks of the head under the names that the base has for them; None where both have the same."""
    names = [examination.library.aliases for examination in (base, head)]
    if names[0] == names[1] and _own(base.workspace) == _own(head.workspace):
        return None
    return Library(head.workspace.own, {**names[0], **names[1]})


def _own(workspace: Workspace) -> list[str]:
    return sorted(file.text for file in workspace.files if isinstance(file.record, (Framework, Overlay)))


def _change(before: Case, after: Case, library: Library | None) -> Change:
    if library is None:
        return Change(before, after)
    curriculum = before.curriculum
    return Change(before, after, Case(curriculum, library, modules=before.modules[len(curriculum.modules) :]))


def _lost(change: Change, head: Examination) -> tuple[Finding, ...]:
    files = _files(change.after)
    unread = frozenset(key for file in head.workspace.files if file.file in files for key in unread_keys(file))
    return _found(change, unread)


def _found(change: Change | Removed, unread: frozenset[str]) -> tuple[Finding, ...]:
    return tuple(finding for result in run(about(Subject.CHANGE), change, unread) for finding in result.findings)

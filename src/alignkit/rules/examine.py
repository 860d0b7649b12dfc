"""Files in, every finding out: runs each rule on what it is about."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.findings import Finding, Span
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.library.workspace import ReadFile, Workspace, gather, project_of
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.curriculum import Curriculum
from alignkit.model.framework import Framework
from alignkit.model.overlay import Overlay
from alignkit.model.project import Project
from alignkit.model.rubric import Rubric
from alignkit.rules.base import CrosswalkCase, OverlayCase, RubricCase, Rule, Source, Subject
from alignkit.rules.catalogue import about
from alignkit.rules.run import Result, run
from alignkit.source.tree import Tree

# Problems after which a key is neither stated nor absent: rules that draw conclusions from it stay silent.
_UNREADABLE_VALUES = ("wrong-type", "missing-key", "not-in-vocabulary")


class Examined(Struct, frozen=True):
    """One curriculum and what each rule found on it."""

    case: Case
    results: tuple[Result, ...]


class Examination(Struct, frozen=True):
    """Everything found in one run, before anything is suppressed or switched off."""

    workspace: Workspace
    library: Library
    settings: Project | None
    curricula: tuple[Examined, ...]
    findings: tuple[Finding, ...]
    compared: bool = False
    """Whether the rules on what a change loses were run as well."""


def examine(
    tree: Tree,
    paths: Sequence[str],
    *,
    project: ReadFile | None = None,
    own: Sequence[str] = (),
    lenses: Iterable[str] = (),
) -> Examination:
    """Return every finding on the files that the paths name, sorted by place.

    `own` are the folders of a project's own frameworks; `lenses` are frameworks to look through besides those
    that the curricula declare.
    """
    settings = project_of(project)
    workspace = gather(tree, paths, own, project)
    return examine_workspace(workspace, Library(workspace.own, settings.aliases if settings else {}), settings, lenses)


def examine_workspace(
    workspace: Workspace, library: Library, settings: Project | None, lenses: Iterable[str] = ()
) -> Examination:
    """Return every finding on files that are read already, by a library that may serve other files as well."""
    unread = {file.file: unread_keys(file) for file in workspace.files}
    findings: list[Finding] = []
    for file in workspace.files:
        if file.problems:
            findings += _found(about(Subject.SOURCE), Source(file.file, file.problems))
    for record in workspace.own:
        unreadable = unread[record.origin.file]
        if isinstance(record, Framework):
            index = FrameworkIndex(record, library.namesakes(record))
            findings += _found(about(Subject.FRAMEWORK), index, unreadable)
        elif isinstance(record, Rubric):
            deciding = frozenset(rule.code for rule in about(Subject.CURRICULUM))
            findings += _found(about(Subject.RUBRIC), RubricCase(record, deciding), unreadable)
        elif isinstance(record, Overlay):
            findings += _found(about(Subject.OVERLAY), OverlayCase(record, library), unreadable)
        elif isinstance(record, Crosswalk):
            others = tuple(each for each in workspace.own if isinstance(each, Crosswalk) and each is not record)
            findings += _found(about(Subject.CROSSWALK), CrosswalkCase(record, library, others), unreadable)
    thresholds = settings.thresholds if settings else None
    places = _places_of_ids(workspace)
    curricula = tuple(
        _examine_curriculum(
            Case(
                whole.curriculum,
                library,
                modules=whole.modules,
                thresholds=thresholds,
                lenses=tuple(lenses),
                namesakes=_namesakes(whole.curriculum, places),
            ),
            workspace,
            unread,
        )
        for whole in workspace.curricula
    )
    findings += [finding for examined in curricula for result in examined.results for finding in result.findings]
    ordered = tuple(sorted(findings, key=lambda finding: finding.order))
    return Examination(workspace, library, settings, curricula, ordered)


def _found(rules: Iterable[Rule], subject: object, unread: frozenset[str] = frozenset()) -> list[Finding]:
    return [finding for result in run(rules, subject, unread) for finding in result.findings]


def unread_keys(file: ReadFile) -> frozenset[str]:
    """Return the keys of a file whose values could not be read, or may stand under a name that nobody knows."""
    keys = {
        problem.facts.get("key", "")
        for problem in file.problems
        if problem.kind in _UNREADABLE_VALUES and not problem.facts.get("meant")
    }
    return frozenset(keys.union(*(problem.facts.get("may_be", "").split() for problem in file.problems)))


def _examine_curriculum(case: Case, workspace: Workspace, unread: Mapping[str, frozenset[str]]) -> Examined:
    files = {case.curriculum.origin.file, *(module.origin.file for module in case.modules)}
    unreadable = frozenset(key for file in files for key in unread[file])
    if workspace.lacks_modules(case.curriculum):
        unreadable |= {"modules", "activities"}
    return Examined(case, run(about(Subject.CURRICULUM), case, unreadable))


def _places_of_ids(workspace: Workspace) -> dict[str, list[Span]]:
    """Return where the curricula of the run have each id."""
    places: dict[str, list[Span]] = {}
    for whole in workspace.curricula:
        places.setdefault(whole.curriculum.id, []).append(whole.curriculum.place("id"))
    return places


def _namesakes(curriculum: Curriculum, places: Mapping[str, list[Span]]) -> tuple[Span, ...]:
    """Return where other curricula of the run have the same id."""
    here = curriculum.place("id")
    return tuple(place for place in places[curriculum.id] if place != here)

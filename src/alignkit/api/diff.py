"""`diff` and `check --against`: two states of a project, each checked in full, and what is between them."""

from msgspec import Struct
from msgspec.structs import replace

from alignkit.api.check import CheckRequest, Run, run_on, view_of
from alignkit.api.scope import beside, examine_paths, paths_to_check
from alignkit.library.workspace import project_of, read_file, read_project
from alignkit.model.baseline import Accepted, Baseline
from alignkit.model.project import Project
from alignkit.rubrics.verdicts import judge
from alignkit.rules.compare import Comparison, compare_examinations, with_losses
from alignkit.source.tree import Tree
from alignkit.triage.since import Changed, only, since
from alignkit.triage.triage import Baselined, Checked, triage
from alignkit.views.check import CheckView, Since
from alignkit.views.diff import Compared, DiffView, diff_view

_PROJECT_FILE = "alignkit.yaml"


class Side(Struct, frozen=True):
    """One state of a project: a name for people, its files, what to look at, its project file ("" for none)."""

    name: str
    tree: Tree
    paths: tuple[str, ...] = ()
    project_file: str = ""


def project_in(tree: Tree, up: int) -> str:
    """Return the project file of a tree, looked for in its top folder and in as many folders above it, or ""."""
    names = (f"{'../' * level}{_PROJECT_FILE}" for level in range(up + 1))
    return next((name for name in names if tree.kind(name) == "file"), "")


class _Both(Struct, frozen=True):
    """Two runs after triage, by one yardstick: what the later one selects and how severe it takes a rule to be."""

    base_run: Run
    head_run: Run
    base: Checked
    head: Checked
    comparison: Comparison
    changed: Changed


def diff(base: Side, head: Side, request: CheckRequest) -> DiffView:
    """Return what was gained and lost, changed, found and put right between two states.

    Raises NothingToCheck where the later one holds no curriculum.
    """
    both = _compare(base, head, request)
    return diff_view(
        Compared(base.name, both.base, both.base_run.judgements, both.base_run.settings),
        Compared(head.name, both.head, both.head_run.judgements, both.head_run.settings),
        both.comparison,
        both.changed,
        both.head_run.fail_on,
    )


def check_against(base: Side, head: Side, request: CheckRequest) -> CheckView:
    """Return what `check` has to say of the head, with only those findings that the base does not have."""
    both = _compare(base, head, request)
    run = both.head_run
    checked = replace(both.head, shown=only(both.changed.new))
    return view_of(
        run, request, checked, Since(base.name, both.changed.known, both.base_run.examination.workspace.unparsed)
    )


def _compare(base: Side, head: Side, request: CheckRequest) -> _Both:
    head_run = run_on(head.tree, replace(request, paths=head.paths), head.project_file)
    base_run, outside = _base_run(base, request.frameworks, head_run)
    comparison = compare_examinations(base_run.examination, head_run.examination, outside)
    before = triage(base_run.examination, head_run.selection, base_run.baseline)
    after = triage(with_losses(head_run.examination, comparison), head_run.selection, head_run.baseline)
    return _Both(base_run, head_run, before, after, comparison, since(before, after, comparison))


def _base_run(base: Side, lenses: tuple[str, ...], head_run: Run) -> tuple[Run, frozenset[str]]:
    """Return what is found in the base, which may hold nothing at all, and its files that nobody asked about.

    A file that is asked for and was called otherwise in the base is looked for in all of it.
    """
    project = read_project(base.tree, base.project_file)
    settings = project_of(project)
    there = tuple(path for path in base.paths if base.tree.kind(path))
    named = paths_to_check(base.tree, (), settings, base.project_file)
    everything = tuple(path for path in named if base.tree.kind(path))
    whole = len(there) < len(base.paths) or not base.paths
    examination = examine_paths(base.tree, (*there, *everything) if whole else there, project, lenses)
    accepted = _accepted(base.tree, base.project_file, settings)
    rubrics = dict.fromkeys(each.rubric.id for judgements in head_run.judgements.values() for each in judgements)
    known = [rubric for name in rubrics if (rubric := examination.library.rubric(name))]
    judgements = {
        examined.case.curriculum.origin.file: tuple(judge(rubric, examined.case, examined.results) for rubric in known)
        for examined in examination.curricula
    }
    run = Run(examination, settings, head_run.selection, Baselined(accepted), judgements, head_run.fail_on)
    files = (file.file for file in examination.workspace.files)
    return run, frozenset(file for file in files if base.paths and not _below(file, base.paths))


def _below(file: str, paths: tuple[str, ...]) -> bool:
    return any(path in {".", file} or file.startswith(f"{path.rstrip('/')}/") for path in paths)


def _accepted(tree: Tree, project_file: str, settings: Project | None) -> tuple[Accepted, ...]:
    """Return the entries of the base's baseline; one that cannot be read accepts nothing."""
    if settings is None or not settings.baseline:
        return ()
    record = read_file(tree, beside(tree, project_file, (settings.baseline,))[0]).record
    return record.accepted if isinstance(record, Baseline) else ()

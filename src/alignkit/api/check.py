"""`check`: findings, coverage and verdicts."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from alignkit.api.accepted import accepted_by
from alignkit.api.scope import examine_paths, paths_to_check, something_to_check
from alignkit.errors import BadRequest, NothingToCheck
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import gather, project_of, read_project
from alignkit.model.project import Project
from alignkit.rubrics.verdicts import Judgement, judge
from alignkit.rules.catalogue import by_code
from alignkit.rules.examine import Examination, Examined
from alignkit.source.tree import Tree
from alignkit.triage.select import Selection
from alignkit.triage.triage import Baselined, Checked, triage
from alignkit.views.check import CheckView, Since, check_view
from alignkit.views.rules import RuleView, rule_view
from alignkit.wording import did_you_mean, listed

# What is looked at when nothing else is asked for.
_RUBRIC = "hpac-2019"
_RUBRIC_OF_KIND = {"micro-credential": "micro-credential"}


class CheckRequest(Struct, frozen=True):
    """What a run of `check` is asked for; "" and () leave it to the project file, or to the defaults."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = ""
    frameworks: tuple[str, ...] = ()
    rubrics: tuple[str, ...] = ()
    no_baseline: bool = False
    describe: bool = False
    """Whether the answer lists the rules that judged: some formats describe each of them."""


class Run(Struct, frozen=True):
    """What was found, and how it is to be looked at."""

    examination: Examination
    settings: Project | None
    selection: Selection
    baseline: Baselined
    judgements: Mapping[str, tuple[Judgement, ...]]
    fail_on: str


def check(tree: Tree, request: CheckRequest, project_file: str = "") -> CheckView:
    """Return everything that `check` has to say of the paths, or of what the project file names.

    Raises NothingToCheck where there is no curriculum, and BadRequest where the request names what does not exist.
    """
    run = run_on(tree, request, project_file)
    return view_of(run, request, triage(run.examination, run.selection, run.baseline))


def view_of(run: Run, request: CheckRequest, checked: Checked, since: Since | None = None) -> CheckView:
    """Return what is shown of a run after triage."""
    rules = _described(run.selection) if request.describe else ()
    return check_view(checked, run.judgements, run.fail_on, rules, since)


def run_on(tree: Tree, request: CheckRequest, project_file: str = "") -> Run:
    """Return everything found on the paths, before triage.

    Raises NothingToCheck where there is no curriculum, and BadRequest where the request names what does not exist.
    """
    _known_codes((*request.select, *request.ignore))
    project = read_project(tree, project_file)
    settings = project_of(project)
    paths = paths_to_check(tree, request.paths, settings, project_file)
    examination = examine_paths(tree, paths, project, request.frameworks)
    shelf = Shelf(examination.library)
    for name in request.frameworks:
        shelf.framework(name)
    something_to_check(examination, paths, tree)
    judgements = {
        examined.case.curriculum.origin.file: judgements_of(examined, request.rubrics, settings, shelf)
        for examined in examination.curricula
    }
    fail_on = request.fail_on or (settings.fail_on if settings else "error")
    selection = Selection(request.select, request.ignore, settings.rules if settings else {})
    entries = () if request.no_baseline else accepted_by(tree, project_file, settings)
    baseline = Baselined(entries, whole=not request.paths)
    return Run(examination, settings, selection, baseline, judgements, fail_on)


def _described(selection: Selection) -> tuple[RuleView, ...]:
    return tuple(rule_view(rule) for code, rule in by_code().items() if selection.wants(code))


def _known_codes(codes: Iterable[str]) -> None:
    for start in codes:
        if not any(code.startswith(start) for code in by_code()):
            hint = "`alignkit rules` lists every rule; a beginning such as C or Q3 means all rules that begin so"
            raise BadRequest(f'no rule is called "{start}"{did_you_mean(start, by_code())}', hint=hint)


def judgements_of(
    examined: Examined, asked: Sequence[str], settings: Project | None, shelf: Shelf
) -> tuple[Judgement, ...]:
    """Return the curriculum judged by the rubrics asked for, else by the project's or the usual one of its kind."""
    kind = examined.case.curriculum.kind
    default = (settings.rubric if settings and settings.rubric else _RUBRIC, _RUBRIC_OF_KIND.get(kind, ""))
    names = dict.fromkeys(name for name in asked or default if name)
    return tuple(judge(shelf.rubric(name), examined.case, examined.results) for name in names)


def check_library(tree: Tree, paths: Sequence[str], project_file: str = "") -> CheckView:
    """Return what the rules of families S and F find in framework, overlay, rubric and crosswalk files.

    These may speak of frameworks of the project, which are read with them; what is found only there is left out.
    """
    named = gather(tree, paths)
    if not named.own and not named.unparsed:
        raise NothingToCheck(f"there is no framework, overlay, rubric or crosswalk in {listed(paths, 'or')}")
    project = read_project(tree, project_file)
    examination = examine_paths(tree, paths, project)
    return check_view(
        triage(_about(frozenset(file.file for file in named.files), examination), Selection()), {}, "error"
    )


def _about(asked: frozenset[str], examination: Examination) -> Examination:
    """Return the examination without what concerns none of the files asked for, and without the project's settings."""
    findings = tuple(
        finding
        for finding in examination.findings
        if not asked.isdisjoint((finding.at.file, *(related.at.file for related in finding.related)))
    )
    files = asked.union(finding.at.file for finding in findings)
    workspace = examination.workspace
    kept = replace(workspace, files=tuple(file for file in workspace.files if file.file in files))
    return replace(examination, workspace=kept, settings=None, findings=findings)

"""`check`: findings, coverage and verdicts."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from alignkit.api.scope import examine_paths, paths_to_check, something_to_check
from alignkit.errors import BadRequest, NothingToCheck
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import project_of, read_file
from alignkit.model.project import Project
from alignkit.rubrics.verdicts import Judgement, judge
from alignkit.rules.catalogue import by_code
from alignkit.rules.examine import Examined, examine
from alignkit.source.tree import Tree
from alignkit.triage.select import Selection
from alignkit.triage.triage import triage
from alignkit.views.check import CheckView, check_view
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


def check(tree: Tree, request: CheckRequest, project_file: str = "") -> CheckView:
    """Return everything that `check` has to say of the paths, or of what the project file names.

    Raises NothingToCheck where there is no curriculum, and BadRequest where the request names what does not exist.
    """
    _known_codes((*request.select, *request.ignore))
    project = read_file(tree, project_file) if project_file else None
    settings = project_of(project)
    paths = paths_to_check(request.paths, settings, project_file)
    examination = examine_paths(tree, paths, project, request.frameworks)
    shelf = Shelf(examination.library)
    for name in request.frameworks:
        shelf.framework(name)
    something_to_check(examination, paths, tree)
    judgements = {
        examined.case.curriculum.origin.file: _judge(examined, request.rubrics, settings, shelf)
        for examined in examination.curricula
    }
    fail_on = request.fail_on or (settings.fail_on if settings else "error")
    selection = Selection(request.select, request.ignore, settings.rules if settings else {})
    return check_view(triage(examination, selection), judgements, fail_on)


def _known_codes(codes: Iterable[str]) -> None:
    for start in codes:
        if not any(code.startswith(start) for code in by_code()):
            hint = "`alignkit rules` lists every rule; a beginning such as C or Q3 means all rules that begin so"
            raise BadRequest(f'no rule is called "{start}"{did_you_mean(start, by_code())}', hint=hint)


def _judge(examined: Examined, asked: Sequence[str], settings: Project | None, shelf: Shelf) -> tuple[Judgement, ...]:
    kind = examined.case.curriculum.kind
    default = (settings.rubric if settings and settings.rubric else _RUBRIC, _RUBRIC_OF_KIND.get(kind, ""))
    names = dict.fromkeys(name for name in asked or default if name)
    return tuple(judge(shelf.rubric(name), examined.case, examined.results) for name in names)


def check_library(tree: Tree, paths: Sequence[str]) -> CheckView:
    """Return what the rules of families S and F find in framework, overlay and rubric files."""
    examination = examine(tree, paths)
    if not examination.workspace.own and not examination.workspace.unparsed:
        raise NothingToCheck(f"there is no framework, overlay or rubric in {listed(paths, 'or')}")
    return check_view(triage(examination, Selection()), {}, "error")

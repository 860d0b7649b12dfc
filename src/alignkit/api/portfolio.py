"""`portfolio`: many curricula together, each read, judged and let go of before the next."""

import re
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from alignkit.analysis.through import coverage_through
from alignkit.api.accepted import accepted_by, first_trouble
from alignkit.api.check import judgements_of
from alignkit.api.report import frameworks_asked, frameworks_of
from alignkit.api.scope import beside, paths_to_check
from alignkit.errors import AlignkitError, NothingToCheck
from alignkit.library.library import Library
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import gather, project_of, read_file
from alignkit.model.project import Project
from alignkit.phrase import Day
from alignkit.rules.examine import Examination, examine_workspace
from alignkit.source.tree import Tree
from alignkit.triage.select import Selection
from alignkit.triage.triage import Baselined, triage
from alignkit.views.portfolio.portfolio import PortfolioView, portfolio_view
from alignkit.views.portfolio.study import Study, Unread, study
from alignkit.wording import listed

# What a curriculum's file says near its top; what else a folder holds is no business of a portfolio.
_CURRICULUM = re.compile(rb"^alignkit:[ \t]*curriculum/", re.MULTILINE)
_OURS = re.compile(rb"^alignkit:[ \t]*[\w-]+/", re.MULTILINE)


class PortfolioRequest(Struct, frozen=True):
    """What a portfolio is asked for; () leaves paths to the project file, frameworks to each curriculum."""

    paths: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    rubrics: tuple[str, ...] = ()
    date: str = ""


Progress = Callable[[int, int], None]


class Studies:
    """The curricula of a run, one after the other: what is kept of each is small, whatever its size."""

    def __init__(self, tree: Tree, request: PortfolioRequest, project_file: str = "") -> None:
        """Look for the curricula; BadRequest where a framework or a rubric that is asked for is not there."""
        self.tree = tree
        self.request = request
        project = read_file(tree, project_file) if project_file else None
        self.settings: Project | None = project_of(project)
        own = beside(tree, project_file, self.settings.frameworks) if self.settings else ()
        self.library = Library(gather(tree, own).own, self.settings.aliases if self.settings else {})
        self.baseline = Baselined(accepted_by(tree, project_file, self.settings))
        self.selection = Selection((), (), self.settings.rules if self.settings else {})
        asked = paths_to_check(tree, request.paths, self.settings, project_file)
        self.files, self.passed_over = _curricula(tree, asked)
        shelf = Shelf(self.library)
        for name in request.frameworks:
            shelf.framework(name)
        for name in request.rubrics:
            shelf.rubric(name)
        for place in request.jurisdictions:
            frameworks_of(shelf.library, place)

    def of(self, file: str) -> Study | Unread:
        """Return what is kept of one curriculum, or why it is left out."""
        try:
            return self._study(file)
        except AlignkitError as error:
            return Unread(file, error.message)

    def _study(self, file: str) -> Study | Unread:
        workspace = gather(self.tree, (file,))
        if workspace.unparsed:
            troubles = (trouble for each in workspace.files if (trouble := first_trouble(each)))
            return Unread(file, next((f"{each.at}: {each.message}" for each in troubles), "it cannot be read"))
        examination = examine_workspace(workspace, self.library, self.settings)
        return self._kept(examination) if examination.curricula else Unread(file, "there is no curriculum in it")

    def _kept(self, examination: Examination) -> Study:
        examined = examination.curricula[0]
        shelf = Shelf(self.library)
        judgements = judgements_of(examined, self.request.rubrics, self.settings, shelf)
        asked, _ = frameworks_asked(examined.case, shelf, self.request.frameworks, self.request.jurisdictions)
        coverages = coverage_through(examined.case, asked).values()
        return study(examined.case, coverages, judgements, triage(examination, self.selection, self.baseline))


def _curricula(tree: Tree, paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the curricula that paths name or hold, sorted, and the YAML files in folders that are not alignkit's."""
    files: set[str] = set()
    passed_over: set[str] = set()
    for path in paths:
        if tree.kind(path) != "folder":
            files.add(path)
            continue
        for name in tree.names(path):
            told = _told(tree, name)
            if told is not None and _CURRICULUM.search(told):
                files.add(name)
            elif told is None or not _OURS.search(told):
                passed_over.add(name)
    if not files:
        where = listed(["this folder" if path == "." else path for path in paths], "or")
        raise NothingToCheck(f"there is no curriculum in {where}", hint="name a curriculum file, or a folder with some")
    return tuple(sorted(files)), tuple(sorted(passed_over))


def _told(tree: Tree, name: str) -> bytes | None:
    try:
        return tree.read(name)
    except OSError:
        return None


def portfolio(
    tree: Tree, request: PortfolioRequest, project_file: str = "", progress: Progress | None = None
) -> PortfolioView:
    """Return the curricula together; one that cannot be read is named and left out."""
    studies = Studies(tree, request, project_file)
    kept = tuple(_told_of(studies, progress))
    return together(studies, kept)


def _told_of(studies: Studies, progress: Progress | None) -> Iterator[Study | Unread]:
    for number, file in enumerate(studies.files, 1):
        yield studies.of(file)
        if progress:
            progress(number, len(studies.files))


def together(studies: Studies, kept: Sequence[Study | Unread]) -> PortfolioView:
    """Return the portfolio of what was kept of each curriculum."""
    curricula = [each for each in kept if isinstance(each, Study)]
    ids = dict.fromkeys(framework.id for each in curricula for framework in each.frameworks)
    frameworks = {id_: index for id_ in sorted(ids) if (index := studies.library.find(id_))}
    unread = [each for each in kept if isinstance(each, Unread)]
    day = Day(studies.request.date) if studies.request.date else None
    return portfolio_view(curricula, unread, studies.passed_over, frameworks, day)

"""The unit of work of a portfolio: one curriculum in, what is kept of it out; the same in any process, anywhere.

Everything that it needs comes with it, by content: no file is read, nothing is remembered but what the setting says.
"""

from threading import local

from msgspec import Struct

from alignkit.analysis.through import coverage_through
from alignkit.api.accepted import accepted_by, first_trouble
from alignkit.api.check import judgements_of
from alignkit.api.portfolio.version import made_by
from alignkit.api.report import frameworks_asked
from alignkit.api.scope import beside
from alignkit.errors import AlignkitError, NoWorkers
from alignkit.library.library import Library
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import gather, project_of, read_project
from alignkit.rules.examine import Examined, examine_workspace
from alignkit.source.packed import Packed
from alignkit.triage.select import Selection
from alignkit.triage.triage import Baselined, Checked, triage
from alignkit.views.portfolio.served import FrameworkServed, served
from alignkit.views.portfolio.study import Study, Unread, study


class PortfolioRequest(Struct, frozen=True):
    """What a portfolio is asked for; () leaves paths to the project file, frameworks to each curriculum."""

    paths: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    rubrics: tuple[str, ...] = ()
    date: str = ""


class Setting(Struct, frozen=True):
    """Everything but the curriculum that decides what is said of it.

    `rows` asks for what it does for each item. `made_by` is the program that asks, where another may answer.
    """

    request: PortfolioRequest
    project: Packed = Packed()
    project_file: str = ""
    rows: bool = False
    made_by: str = ""


class Unit(Struct, frozen=True):
    """One curriculum: its file, with the bytes of it and of its modules."""

    file: str
    packed: Packed


class Answer(Struct, frozen=True):
    """What is kept of one curriculum, or why it is left out; with what it does for each item, where that is asked."""

    study: Study | Unread
    served: tuple[FrameworkServed, ...] = ()


def answers(setting: Setting, units: tuple[Unit, ...]) -> tuple[Answer, ...]:
    """Return what is kept of each curriculum; NoWorkers where another version of alignkit asks."""
    bench = _bench_for(setting)
    return tuple(bench.answer(unit) for unit in units)


class Bench:
    """A setting with everything read: what all curricula of a run share."""

    def __init__(self, setting: Setting) -> None:
        """Read the project's files; BadRequest where its baseline cannot be relied on."""
        self._setting = setting
        tree, file = setting.project, setting.project_file
        self.settings = project_of(read_project(tree, file))
        own = gather(tree, beside(tree, file, self.settings.frameworks) if self.settings else ())
        self.unread = own.unparsed
        self.library = Library(own.own, self.settings.aliases if self.settings else {})
        self._baseline = Baselined(accepted_by(tree, file, self.settings))
        self._selection = Selection((), (), self.settings.rules if self.settings else {})

    def answer(self, unit: Unit) -> Answer:
        """Return what is kept of one curriculum."""
        try:
            return self._answer(unit)
        except AlignkitError as error:
            return Answer(Unread(unit.file, error.message))

    def _answer(self, unit: Unit) -> Answer:
        workspace = gather(unit.packed, (unit.file,))
        if workspace.unparsed:
            troubles = (trouble for each in workspace.files if (trouble := first_trouble(each)))
            why = next((f"{each.at}: {each.message}" for each in troubles), "it cannot be read")
            return Answer(Unread(unit.file, why))
        examination = examine_workspace(workspace, self.library, self.settings)
        if not examination.curricula:
            return Answer(Unread(unit.file, "there is no curriculum in it"))
        checked = triage(examination, self._selection, self._baseline)
        return self._kept(examination.curricula[0], checked)

    def _kept(self, examined: Examined, checked: Checked) -> Answer:
        case, request, shelf = examined.case, self._setting.request, Shelf(self.library)
        judgements = judgements_of(examined, request.rubrics, self.settings, shelf)
        asked, _ = frameworks_asked(case, shelf, request.frameworks, request.jurisdictions)
        coverages = tuple(coverage_through(case, asked).values())
        rows = served(case, coverages) if self._setting.rows else ()
        return Answer(study(case, coverages, judgements, checked), rows)


_kept = local()


def _bench_for(setting: Setting) -> Bench:
    """Return the setting with everything read, as this thread had it for the curriculum before."""
    if getattr(_kept, "setting", None) != setting:
        if setting.made_by and setting.made_by != made_by():
            hint = "install the same version of alignkit on each worker"
            raise NoWorkers(f"the run is of alignkit {setting.made_by}, a worker has {made_by()}", hint=hint)
        _kept.bench, _kept.setting = Bench(setting), setting
    bench: Bench = _kept.bench
    return bench

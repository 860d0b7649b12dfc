"""`report`: one curriculum for an accreditor, through the frameworks that the accreditor asks for."""

from collections.abc import Iterator, Sequence
from hashlib import sha256

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.api.check import CheckRequest, Run, run_on
from alignkit.api.scope import all_is_read
from alignkit.errors import BadRequest
from alignkit.library.library import Library
from alignkit.library.shelf import Shelf
from alignkit.library.shipped import read_shipped
from alignkit.phrase import Day
from alignkit.rules.examine import Examined
from alignkit.source.tree import Tree
from alignkit.triage.triage import triage
from alignkit.views.library import FrameworkRow, Wanted, framework_rows
from alignkit.views.report.report import Asked, InputView, LeftOutView, ReportView, report_view
from alignkit.wording import listed


class ReportRequest(Struct, frozen=True):
    """What a report is asked for; () leaves the frameworks to what the curriculum declares."""

    path: str = ""
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    rubrics: tuple[str, ...] = ()
    date: str = ""


def report(tree: Tree, request: ReportRequest, project_file: str = "") -> ReportView:
    """Return the report on the one curriculum that the request names, or that the project has.

    Raises BadRequest where that is none or several, where a file of it cannot be read, or where the request names a
    framework, a rubric or a jurisdiction that is not there.
    """
    paths = (request.path,) if request.path else ()
    run = run_on(tree, CheckRequest(paths=paths, rubrics=request.rubrics), project_file)
    examined = _the_one(run)
    case = examined.case
    asked = _asked(case, Shelf(run.examination.library), request)
    judgements = run.judgements[case.curriculum.origin.file]
    inputs = tuple(_inputs(tree, run, case, asked.frameworks))
    return report_view(case, judgements, triage(run.examination, run.selection, run.baseline), asked, inputs)


def _the_one(run: Run) -> Examined:
    all_is_read(run.examination.workspace.unparsed)
    if len(run.examination.curricula) == 1:
        return run.examination.curricula[0]
    files = [examined.case.curriculum.origin.file for examined in run.examination.curricula]
    hint = "a report is on one curriculum: name its file; `alignkit portfolio` shows many together"
    raise BadRequest(f"there are {len(files)} curricula here: {listed(files, most=4)}" if files else _NONE, hint=hint)


_NONE = "there is no curriculum in what was named"


def _asked(case: Case, shelf: Shelf, request: ReportRequest) -> Asked:
    """Return the frameworks to look at: those named, those of the jurisdictions, else those declared."""
    ids, left_out = frameworks_asked(case, shelf, request.frameworks, request.jurisdictions)
    return Asked(ids, request.jurisdictions, left_out, Day(request.date) if request.date else None)


def frameworks_asked(
    case: Case, shelf: Shelf, names: Sequence[str], jurisdictions: Sequence[str]
) -> tuple[tuple[str, ...], tuple[LeftOutView, ...]]:
    """Return the ids of the frameworks named, and of those that fit in the jurisdictions; else of those declared.

    With them comes what of the jurisdictions is left out. BadRequest where one is not there.
    """
    named = [shelf.framework(name).id for name in names]
    fitting, left_out = _of_jurisdictions(case, shelf, jurisdictions)
    ids = dict.fromkeys((*named, *fitting)) or dict.fromkeys(index.id for _, index in case.uses)
    return tuple(ids), tuple(each for each in left_out if each.id not in ids)


def _of_jurisdictions(
    case: Case, shelf: Shelf, jurisdictions: Sequence[str]
) -> tuple[list[str], tuple[LeftOutView, ...]]:
    """Return the current frameworks there for the curriculum's professions, and the others with why they are not."""
    fitting: list[str] = []
    left_out: dict[str, LeftOutView] = {}
    for place in jurisdictions:
        for row in frameworks_of(shelf.library, place):
            reason = _unfit(row, case)
            if reason:
                left_out[row.id] = LeftOutView(row.id, row.title, reason)
            else:
                fitting.append(row.id)
    return fitting, tuple(left_out.values())


def frameworks_of(library: Library, place: str) -> list[FrameworkRow]:
    """Return the frameworks of a jurisdiction, of whatever status and for whatever profession; BadRequest where none.

    What HPAC and the EU say of the quality of courses is for rubrics; no outcome aligns with it.
    """
    rows = [row for row in framework_rows(library, Wanted(place)) if row.kind != "quality"]
    if not rows:
        hint = "`alignkit frameworks list` shows where each applies"
        raise BadRequest(f'the library has no framework of "{place}"', hint=hint)
    return rows


def _unfit(row: FrameworkRow, case: Case) -> str:
    if row.status != "current":
        return row.status
    learners = {*case.professions, "all"}
    anybody = not case.professions or "all" in case.professions
    return "" if anybody or learners.intersection(row.professions) else "profession"


def _inputs(tree: Tree, run: Run, case: Case, ids: tuple[str, ...]) -> Iterator[InputView]:
    """Yield each file that the report rests on: the run's own first, then what is shipped."""
    own = [file.file for file in run.examination.workspace.files]
    library = run.examination.library
    documents = [index.framework for id_ in ids if (index := library.find(id_))]
    rubrics = [judgement.rubric for judgement in run.judgements[case.curriculum.origin.file]]
    shipped = [each.origin.file for each in (*documents, *rubrics, *library.crosswalks())]
    for file in dict.fromkeys((*own, *shipped)):
        data = tree.read(file) if file in own else read_shipped(file)
        yield InputView(file, sha256(data).hexdigest())

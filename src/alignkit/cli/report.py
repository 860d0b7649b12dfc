"""`alignkit report`: one curriculum for an accreditor, in the format and the language that they read."""

from msgspec import Struct

from alignkit.api.report import ReportRequest, report
from alignkit.cli.dates import checked_date
from alignkit.cli.document import Target, on_paper, rendered, target_of, write
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.pictures.palette import LIGHT
from alignkit.render.report.chapters.document import fingerprint_of, report_document
from alignkit.render.report.formats import JSON
from alignkit.render.report.json import data
from alignkit.render.report.language import language
from alignkit.views.report.report import ReportView

FORMAT = "alignkit-report/1"


class ReportCall(Struct, frozen=True):
    """A call of `alignkit report`, as typed."""

    path: str = ""
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    rubrics: tuple[str, ...] = ()
    format: str = ""
    output: str = ""
    language: str = "en"
    date: str = ""
    template: str = ""


def run_report(call: ReportCall) -> int:
    """Write the report and say where it is."""
    target = target_of(call.format, call.output, call.template)
    request = ReportRequest(
        path=typed_path(call.path) if call.path else "",
        frameworks=call.frameworks,
        jurisdictions=tuple(place.upper() for place in call.jurisdictions),
        rubrics=call.rubrics,
        date=checked_date(call.date),
    )
    language(call.language)  # refused before the work, where there is no such language
    view = report(tree_here(), request, find_project())
    write(target, f"{view.id}-report", _rendered(view, target, call.language))
    return 0


def _rendered(view: ReportView, target: Target, code: str) -> bytes:
    say = language(code)
    if target.format == JSON:
        return data(FORMAT, view, fingerprint_of(view), say)
    document = report_document(view, say, LIGHT if on_paper(target) else None)
    return rendered(document, say, target, say.day(view.asked.day) if view.asked.day else "")

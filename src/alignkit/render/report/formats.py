"""The formats of reports, by name; what a format needs is loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from alignkit.render.report.blocks import Document
from alignkit.render.report.language import Language


class ReportFormat(Struct, frozen=True):
    """A format that documents are written in: its file's suffix, and the module that writes it.

    `needs` are the modules of the extra of that name. `binary` formats are nothing for a terminal. `on_paper`: the
    pictures bring their colours along, since no page around them has any.
    """

    suffix: str
    module: str
    extra: str = ""
    needs: tuple[str, ...] = ()
    binary: bool = False
    on_paper: bool = False

    def renderer(self) -> Callable[[Document, Language], bytes]:
        """Return what writes a document in the format."""
        render: Callable[[Document, Language], bytes] = import_module(self.module).render
        return render


FORMATS = {
    "html": ReportFormat(".html", "alignkit.render.report.html"),
    "docx": ReportFormat(".docx", "alignkit.render.report.docx", "docx", ("docx", "typst"), binary=True, on_paper=True),
    "xlsx": ReportFormat(".xlsx", "alignkit.render.report.xlsx", "xlsx", ("xlsxwriter",), binary=True),
    "pdf": ReportFormat(".pdf", "alignkit.render.report.pdf", "pdf", ("typst", "pikepdf"), binary=True, on_paper=True),
    "md": ReportFormat(".md", "alignkit.render.report.markdown"),
}
# The report as data is made from the view, not from a document.
JSON = "json"
SUFFIXES = {**{name: each.suffix for name, each in FORMATS.items()}, JSON: ".json"}
# Rows for databases: no document, and only of many curricula.
PARQUET = "parquet"
TABLES = {
    PARQUET: ReportFormat(".parquet", "alignkit.render.portfolio_parquet", "parquet", ("pyarrow",), binary=True),
}
PORTFOLIO_SUFFIXES = {**SUFFIXES, PARQUET: ".parquet"}

"""The formats of reports, by name; what a format needs is loaded when it is asked for."""

from collections.abc import Callable
from importlib import import_module

from msgspec import Struct

from alignkit.render.report.blocks import Document
from alignkit.render.report.language import Language


class ReportFormat(Struct, frozen=True):
    """A format that documents are written in: its file's suffix, the module that writes it, and what that needs.

    `needs` are the modules of the extra of that name; `binary` formats are nothing for a terminal.
    """

    suffix: str
    module: str
    extra: str = ""
    needs: tuple[str, ...] = ()
    binary: bool = False

    def renderer(self) -> Callable[[Document, Language], bytes]:
        """Return what writes a document in the format."""
        render: Callable[[Document, Language], bytes] = import_module(self.module).render
        return render


FORMATS = {
    "html": ReportFormat(".html", "alignkit.render.report.html"),
    "md": ReportFormat(".md", "alignkit.render.report.markdown"),
}
# The report as data is made from the view, not from a document.
JSON = "json"
SUFFIXES = {**{name: each.suffix for name, each in FORMATS.items()}, JSON: ".json"}

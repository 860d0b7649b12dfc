"""The report as a workbook: an overview, and a sheet for each table that people filter and go on working with."""

import re
from html import escape

from alignkit.render.report.archive import packed, unpacked
from alignkit.render.report.blocks import Document
from alignkit.render.report.language import Language

_CORE = "docProps/core.xml"
_DAYS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")
_SHEETS, _FIXED = "xl/worksheets/sheet", b' customHeight="1"'
_END = b"</cp:coreProperties>"


def render(document: Document, say: Language) -> bytes:
    """Return the document as a workbook: every text a text, never a formula, nor a link because it looks like one.

    The file says its language and its fingerprint, and no day: a report depends on none.
    """
    from alignkit.render.report.sheets.writing import write  # noqa: PLC0415 - it needs XlsxWriter, which is an extra

    parts = {name: _fitting(name, data) for name, data in unpacked(write(document, say)).items()}
    told = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in _told(document))
    return packed({**parts, _CORE: _DAYS.sub(b"", parts[_CORE]).replace(_END, told.encode() + _END)})


def _fitting(name: str, data: bytes) -> bytes:
    """Return the part, where it is a sheet with rows that Excel may make higher when somebody writes into them."""
    return data.replace(_FIXED, b"") if name.startswith(_SHEETS) else data


def _told(document: Document) -> tuple[tuple[str, str], ...]:
    return ("identifier", document.fingerprint), ("language", document.language)

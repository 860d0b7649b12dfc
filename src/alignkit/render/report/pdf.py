"""The report as PDF: typeset by typst from a fixed template, tagged for readers that speak, the same bytes always."""

import json
from importlib.resources import files

from alignkit.render.report.blocks import Document
from alignkit.render.report.glyphs import joining, missing, without
from alignkit.render.report.language import Language
from alignkit.render.report.tagging import with_row_headers
from alignkit.render.report.typesetting import Plain, content


def render(document: Document, say: Language) -> bytes:
    """Return the document as a tagged PDF after PDF/UA-1.

    The fonts that typst brings are enough for Latin, Greek and Cyrillic letters: what is written in them has the same
    bytes on every machine. Signs that they lack are looked for in the fonts of the system; what is found nowhere is
    shown as a replacement character, and a note on the first page names it.
    """
    from typst import TypstError  # noqa: PLC0415 - only this format needs it

    told = content(document, say)
    try:
        pdf = _typeset(told, system_fonts=False)
    except TypstError:
        pdf = _with_system_fonts(told, say)
    return with_row_headers(pdf)


def _with_system_fonts(told: Plain, say: Language) -> bytes:
    """Return the PDF without the signs that no font has; typst names more of them once some are replaced."""
    from typst import TypstError  # noqa: PLC0415 - see above

    gone: frozenset[str] = frozenset()
    while True:
        try:
            return _typeset(without(gone, told, say), system_fonts=True)
        except TypstError as problem:
            more = (missing(problem.diagnostic) or joining(told)) - gone
            if not more:
                raise
            gone |= more


def _typeset(told: Plain, *, system_fonts: bool) -> bytes:
    import typst  # noqa: PLC0415 - see above

    # PDF/A too would ask for the day on which the file is made; a report's bytes depend on nothing of that kind.
    return typst.compile(
        files(__package__).joinpath("report.typ").read_bytes(),
        sys_inputs={"report": json.dumps(told, ensure_ascii=False)},
        pdf_standards=["ua-1"],
        ignore_system_fonts=not system_fonts,
    )

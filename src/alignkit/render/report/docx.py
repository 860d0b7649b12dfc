"""The report for Word: real headings, lists, tables and captions in styles, in the user's own template or in ours."""

from io import BytesIO

from alignkit.render.report.archive import packed, unpacked
from alignkit.render.report.blocks import Document
from alignkit.render.report.language import Language
from alignkit.render.report.pages import footer


def render(document: Document, say: Language, template: bytes | None = None, date: str = "") -> bytes:
    """Return the document as a Word file; in a template, where that says {{ report }}, else after what it holds.

    The template may say {{ title }}, {{ subtitle }}, {{ date }}, {{ fingerprint }} and {{ footer }} in its text, its
    headers and its footers. Raises BadRequest where it is no Word document, or says what nothing stands for.
    """
    from alignkit.render.report.word.base import base  # noqa: PLC0415 - these need python-docx, which is an extra
    from alignkit.render.report.word.template import opened  # noqa: PLC0415 - see above
    from alignkit.render.report.word.writing import write  # noqa: PLC0415 - see above

    file = opened(base(say) if template is None else template)
    values = {
        "title": document.title,
        "subtitle": document.subtitle,
        "date": date,
        "fingerprint": document.fingerprint,
        "footer": "".join(run.text for run in footer(document)),
    }
    write(document, say, file, values)
    written = BytesIO()
    file.save(written)
    return packed(unpacked(written.getvalue()))

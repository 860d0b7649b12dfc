"""The table of contents: a field that Word fills, already filled for programs that leave fields as they are."""

from collections.abc import Iterable

from docx.document import Document
from docx.oxml.ns import qn

from alignkit.render.report.blocks import Section
from alignkit.render.report.pages import Chapter
from alignkit.render.report.word.markup import paragraph, run, w
from alignkit.render.report.word.word import Word

_FIELD = r'TOC \o "1-2" \h \z \u'
_DEEPEST = 2


def contents(parts: Iterable[Chapter], word: Word) -> str:
    """Return the table of contents as Word makes one, which it offers to update; "" where the template has one.

    Page numbers come with the first update: only Word knows where its pages end. To ask it for one on opening would
    greet every reader with a warning that the file refers to others.
    """
    entries = [entry for part in parts for entry in _entries(part.section, 1, word)]
    if not entries or _there(word.document):
        return ""
    title = paragraph(word.style("TOC Heading"), run(word.say("Contents")))
    begin, between, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    told = w("r", f'<w:instrText xml:space="preserve"> {_FIELD} </w:instrText>')
    lines = [
        paragraph(style, "" if place else begin + told + between, entry) for place, (style, entry) in enumerate(entries)
    ]
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    return w("sdt", w("sdtPr", gallery), w("sdtContent", title, *lines, paragraph(word.style("Normal"), end)))


def _there(document: Document) -> bool:
    """Return whether the document has a table of contents."""
    simple = (each.get(qn("w:instr"), "") for each in document.element.body.iter(qn("w:fldSimple")))
    told = (each.text or "" for each in document.element.body.iter(qn("w:instrText")))
    return any(text.split()[:1] == ["TOC"] for text in (*simple, *told))


def _entries(section: Section, level: int, word: Word) -> Iterable[tuple[str, str]]:
    """Yield the style and the text of the section's entry, and of those within it."""
    yield word.style(f"toc {level}"), word.linked(f"#{section.id}", run(section.title))
    for block in section.blocks if level < _DEEPEST else ():
        if isinstance(block, Section):
            yield from _entries(block, level + 1, word)

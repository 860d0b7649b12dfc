"""A report written into a Word document: the template's, with what it says and how it looks kept."""

from collections.abc import Iterable, Mapping

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from alignkit.render.report.blocks import Document
from alignkit.render.report.language import Language
from alignkit.render.report.pages import Chapter, anchors, chapters
from alignkit.render.report.word.body import section
from alignkit.render.report.word.contents import contents
from alignkit.render.report.word.markup import paragraph, run
from alignkit.render.report.word.placeholders import filled, place_of
from alignkit.render.report.word.properties import describe
from alignkit.render.report.word.sections import Spot, Stretch, lay, spot_of
from alignkit.render.report.word.word import Word


def write(document: Document, say: Language, file: WordDocument, values: Mapping[str, str]) -> None:
    """Write the document into the file: where it says {{ report }}, else after what it holds.

    Raises BadRequest where the file has placeholders that cannot be filled.
    """
    marked = place_of(file)
    said = filled(file, values)
    spot = spot_of(file, marked)
    parts = chapters(document, say)
    word = Word(file, say, anchors(parts))
    ahead = contents(parts, word) if "title" in said else _title(document, word) + contents(parts, word)
    lay(spot, _stretches(ahead, parts, word, spot))
    if marked is not None:
        _clear(marked)
    describe(file, document)


def _title(document: Document, word: Word) -> str:
    title = paragraph(word.style("Title"), run(document.title))
    return title + paragraph(word.style("Subtitle"), run(document.subtitle))


def _stretches(ahead: str, parts: Iterable[Chapter], word: Word, spot: Spot) -> list[Stretch]:
    """Return what comes ahead of the chapters, on upright pages, and the chapters that lie the same way together.

    The summary, which comes first, has its page to itself.
    """
    written = [Stretch(ahead)]
    for number, part in enumerate(parts):
        word.room, turned = spot.room(sideways=part.sideways), spot.turns(sideways=part.sideways)
        told = section(part.section, word, new_page=number <= 1)
        if written[-1].turned is turned:
            written[-1] = Stretch(written[-1].told + told, turned)
        else:
            written.append(Stretch(told, turned))
    return written


def _clear(marked: BaseOxmlElement) -> None:
    """Take the paragraph away that said where the report goes; one that ends a section stays, and is empty."""
    if marked.find(f"{qn('w:pPr')}/{qn('w:sectPr')}") is None:
        marked.getparent().remove(marked)
        return
    for each in marked:
        if each.tag != qn("w:pPr"):
            marked.remove(each)

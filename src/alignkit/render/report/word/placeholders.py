"""What a template says in double braces: {{ title }} and its like, wherever they stand, and where the report goes."""

import re
from collections.abc import Iterator, Mapping

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from alignkit.errors import BadRequest
from alignkit.render.report.signs import held
from alignkit.wording import did_you_mean, listed

_REPORT = "report"
_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_]+)\s*\}\}")
_BESIDE = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)


def filled(document: Document, values: Mapping[str, str]) -> frozenset[str]:
    """Fill the placeholders in the body, the headers and the footers; return the names that were there.

    Raises BadRequest for a name that stands for nothing.
    """
    paragraphs = list(_paragraphs(document))
    names = frozenset(name for each in paragraphs for name in _names(each))
    for name in sorted(names - {_REPORT, *values}):
        known = (*values, _REPORT)
        hint = f"there are {listed(known)}"
        raise BadRequest(f"the template says {{{{ {name} }}}}{did_you_mean(name, known)}", hint=hint)
    for each in paragraphs:
        _fill(each, values)
    return names


def place_of(document: Document) -> BaseOxmlElement | None:
    """Return the paragraph that says {{ report }}, None where there is none.

    Raises BadRequest where it is not a paragraph of the body, or there are several.
    """
    spots = [each for each in _paragraphs(document) if _REPORT in _names(each)]
    if len(spots) > 1:
        raise BadRequest("the template says {{ report }} more than once", hint="leave one of them")
    if spots and spots[0].getparent() is not document.element.body:
        hint = "give it a paragraph of its own, outside tables, boxes, headers and footers"
        raise BadRequest("a report cannot go where the template says {{ report }}", hint=hint)
    return spots[0] if spots else None


def _paragraphs(document: Document) -> Iterator[BaseOxmlElement]:
    """Yield every paragraph of the body, the headers and the footers, those in tables and boxes too."""
    yield from document.element.body.iter(qn("w:p"))
    for relation in document.part.rels.values():
        if relation.reltype in _BESIDE and not relation.is_external:
            yield from relation.target_part.element.iter(qn("w:p"))


def _names(paragraph: BaseOxmlElement) -> list[str]:
    return [found.lower() for found in _PLACEHOLDER.findall("".join(text.text or "" for text in _texts(paragraph)))]


def _texts(paragraph: BaseOxmlElement) -> list[BaseOxmlElement]:
    """Return the pieces of the paragraph's text, without those of paragraphs in a box that is anchored to it."""
    return [text for text in paragraph.iter(qn("w:t")) if next(text.iterancestors(qn("w:p"))) is paragraph]


def _fill(paragraph: BaseOxmlElement, values: Mapping[str, str]) -> None:
    """Put the values in the place of their names; where Word has cut a name into pieces, the first takes all."""
    pieces = _texts(paragraph)
    whole = "".join(piece.text or "" for piece in pieces)
    for found in reversed(list(_PLACEHOLDER.finditer(whole))):
        if found[1].lower() in values:
            _replace(pieces, found.start(), found.end(), " ".join(held(values[found[1].lower()]).split("\n")))


def _replace(pieces: list[BaseOxmlElement], start: int, end: int, text: str) -> None:
    """Put the text in the place of what stands between two places of the pieces together."""
    for piece in pieces:
        own = piece.text or ""
        if start < len(own) and end > 0:
            piece.text = own[: max(start, 0)] + text + own[max(end, 0) :]
            piece.set(qn("xml:space"), "preserve")
            text = ""
        start, end = start - len(own), end - len(own)

"""The Word document that is being written: what its blocks need to know of it, and what they add to it."""

import re
from collections import Counter
from collections.abc import Iterable

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from alignkit.render.report.language import Language
from alignkit.render.report.links import target
from alignkit.render.report.word.markup import w
from alignkit.render.report.word.numbering import Numbering
from alignkit.render.report.word.page import Room
from alignkit.render.report.word.styles import completed

# A bookmark's name has at most 40 signs, and none but these.
_LONGEST_NAME = 32
_NO_NAME = re.compile(r"\W+", re.ASCII)


class Word:
    """A document, its styles by name, its bookmarks by anchor, and the numbers that are given only once in it."""

    def __init__(self, document: Document, say: Language, places: Iterable[str]) -> None:
        """Take the document, and every anchor that a link in the report may name."""
        self.document, self.say = document, say
        self.places = {place: _bookmark_name(place, number) for number, place in enumerate(places, 1)}
        self.room = Room()
        self._styles = completed(document.styles.element)
        self.numbering = Numbering(document, self._element("List Bullet"), self._element("List Number"))
        self._given = Counter(
            bookmark=_highest(document, "w:bookmarkStart", "w:id"), drawing=_highest(document, "wp:docPr", "id")
        )

    def style(self, name: str) -> str:
        """Return the id that the style of that name has in this document."""
        return self._styles[name.lower()]

    def _element(self, name: str) -> BaseOxmlElement:
        id_ = self.style(name)
        styles: list[BaseOxmlElement] = self.document.styles.element.findall(qn("w:style"))
        return next(style for style in styles if style.get(qn("w:styleId")) == id_)

    def next(self, kind: str) -> int:
        """Return a number that nothing else of the kind has in this document, counting on from the last."""
        self._given[kind] += 1
        return self._given[kind]

    def marked(self, anchor: str, *inner: str) -> str:
        """Return what is to be found under the anchor, with its bookmark around it."""
        if anchor not in self.places:
            return "".join(inner)
        number = str(self.next("bookmark"))
        begin = w("bookmarkStart", id=number, name=self.places[anchor])
        return f"{begin}{''.join(inner)}{w('bookmarkEnd', id=number)}"

    def linked(self, link: str, *inner: str) -> str:
        """Return what leads to the link's target; what is in it alone where a document must not lead there."""
        to = target(link, self.places)
        if not to:
            return "".join(inner)
        if to.startswith("#"):
            return w("hyperlink", *inner, anchor=self.places[to[1:]], history="1")
        number = self.document.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return f'<w:hyperlink r:id="{number}" w:history="1">{"".join(inner)}</w:hyperlink>'


def _bookmark_name(place: str, number: int) -> str:
    return f"r{number}_{_NO_NAME.sub('_', place)[:_LONGEST_NAME]}"


def _highest(document: Document, name: str, attribute: str) -> int:
    """Return the highest number that elements of that name already have."""
    numbers = (each.get(qn(attribute), "") for each in document.element.iter(qn(name)))
    return max((int(number) for number in numbers if number.isdecimal()), default=0)

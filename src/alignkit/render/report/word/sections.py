"""Where a report goes in a Word document, and the sections that its pages need there."""

from collections.abc import Sequence
from copy import deepcopy

from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct

from alignkit.render.report.word.markup import declared, w
from alignkit.render.report.word.page import Room, continued, lies, room, turned


class Stretch(Struct, frozen=True):
    """Chapters that lie the same way, as they are written, and whether the template's pages are turned for them."""

    told: str
    turned: bool = False


class Spot(Struct, frozen=True):
    """Where a report goes: before an element of the body, in a section; `last` where nothing follows it in there."""

    before: BaseOxmlElement
    section: BaseOxmlElement
    last: bool

    def turns(self, *, sideways: bool) -> bool:
        """Return whether its pages have to be turned to lie on their side."""
        return sideways and not lies(self.section)

    def room(self, *, sideways: bool) -> Room:
        """Return what is between the margins of its pages."""
        return room(turned(self.section) if self.turns(sideways=sideways) else self.section)


def spot_of(document: Document, place: BaseOxmlElement | None) -> Spot:
    """Return where the report goes: at the paragraph that says so, else after what the document holds."""
    end = document.element.body.get_or_add_sectPr()
    if place is None:
        return Spot(end, end, last=True)
    after = [place, *place.itersiblings()]
    owner, section = next((each, found) for each in after if (found := _section(each)) is not None)
    follows = after[1 : after.index(owner)] or (owner is not place and owner.findall(qn("w:r")))
    return Spot(place, section, last=not follows)


def _section(element: BaseOxmlElement) -> BaseOxmlElement | None:
    """Return the section that ends with the element, None where none does."""
    return element if element.tag == qn("w:sectPr") else element.find(f"{qn('w:pPr')}/{qn('w:sectPr')}")


def lay(spot: Spot, stretches: Sequence[Stretch]) -> None:
    """Put the stretches there, of which the first is not turned; what the template has after them goes on as before."""
    sections = [_like(spot.section, stretch, first=not number) for number, stretch in enumerate(stretches)]
    for number, stretch in enumerate(stretches, 1):
        # A copy names its own namespaces; without them lxml would look up those of each of its elements, slowly.
        elements = [deepcopy(each) for each in parse_xml(declared(w("body", stretch.told)))]
        if number < len(stretches) or (stretch.turned and not spot.last):
            _end(elements, sections[number - 1])
        for element in elements:
            spot.before.addprevious(element)
    if len(stretches) > 1:
        spot.section.getparent().replace(spot.section, sections[-1] if spot.last else continued(spot.section))


def _like(section: BaseOxmlElement, stretch: Stretch, *, first: bool) -> BaseOxmlElement:
    like = deepcopy(section) if first else continued(section)
    return turned(like) if stretch.turned else like


def _end(elements: list[BaseOxmlElement], section: BaseOxmlElement) -> None:
    """Let the section end with the elements: in their last paragraph, or in one of its own after a table."""
    if not elements or elements[-1].tag != qn("w:p"):
        elements.append(parse_xml(declared(w("p"))))
    elements[-1].get_or_add_pPr().append(section)

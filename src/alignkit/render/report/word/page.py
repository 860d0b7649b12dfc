"""The pages of a section in Word: how much room they have, and sections like another."""

from copy import deepcopy

from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from msgspec import Struct

# Twentieths of a point: A4 with margins of 20 mm, for templates that say nothing.
_WIDTH, _HEIGHT, _MARGIN = 11906, 16838, 1134
# What belongs to the beginning of a section, and would come again with each copy of it.
_ONCE = ("w:titlePg", "w:type")


class Room(Struct, frozen=True):
    """What there is between the margins of a page, in twentieths of a point."""

    width: int = _WIDTH - 2 * _MARGIN
    height: int = _HEIGHT - 2 * _MARGIN


def room(section: BaseOxmlElement) -> Room:
    """Return what is between the margins of the section's pages."""
    width, height = _size(section)
    across = sum(_number(section, "w:pgMar", side, _MARGIN) for side in ("w:left", "w:right"))
    down = sum(_number(section, "w:pgMar", side, _MARGIN) for side in ("w:top", "w:bottom"))
    return Room(max(width - across, _MARGIN), max(height - down, _MARGIN))


def lies(section: BaseOxmlElement) -> bool:
    """Return whether the section's pages are wider than they are high."""
    width, height = _size(section)
    return width > height


def turned(section: BaseOxmlElement) -> BaseOxmlElement:
    """Return a section like this one with its pages on their side."""
    width, height = _size(section)
    copy = deepcopy(section)
    size = copy.get_or_add_pgSz()
    size.set(qn("w:w"), str(height))
    size.set(qn("w:h"), str(width))
    size.set(qn("w:orient"), "landscape")
    return copy


def continued(section: BaseOxmlElement) -> BaseOxmlElement:
    """Return a section like this one that begins a new page, and goes on with the numbers of pages."""
    copy = deepcopy(section)
    for name in _ONCE:
        for each in copy.findall(qn(name)):
            copy.remove(each)
    for each in copy.findall(qn("w:pgNumType")):
        each.attrib.pop(qn("w:start"), None)
    return copy


def _size(section: BaseOxmlElement) -> tuple[int, int]:
    return _number(section, "w:pgSz", "w:w", _WIDTH), _number(section, "w:pgSz", "w:h", _HEIGHT)


def _number(section: BaseOxmlElement, name: str, attribute: str, default: int) -> int:
    """Return what the section says, without its sign; the default where it says nothing that is a number."""
    found = section.find(qn(name))
    told = "" if found is None else found.get(qn(attribute), "").lstrip("-")
    return int(told) if told.isdecimal() else default

"""Real lists: bullets and numbers that Word keeps, each numbered list beginning with one."""

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.numbering import NumberingPart

from alignkit.render.report.word.markup import declared, w

# Twentieths of a point: where the text of a list begins, and how far before it the bullet or number stands.
_INDENT, _HANGING = "340", "255"


class Numbering:
    """The lists of a document: the definitions that its styles List Bullet and List Number stand for."""

    def __init__(self, document: Document, bullet: BaseOxmlElement, number: BaseOxmlElement) -> None:
        """Take the two styles, and give a definition to each that the template has none for."""
        self._lists = _part(document).element
        if not self._definition(bullet):
            _refer(bullet, self._new_list(self._define("bullet", "\u2022")))
        if not self._definition(number):
            _refer(number, self._new_list(self._define("decimal", "%1.")))
        self._numbered = self._definition(number)

    def begin(self) -> str:
        """Return the number of a new numbered list, which begins with one."""
        override = w("lvlOverride", w("startOverride", val="1"), ilvl="0")
        return self._new_list(self._numbered, override)

    def _definition(self, style: BaseOxmlElement) -> str:
        """Return the definition that the style's list goes back to, "" where it has none."""
        number = _value(style, "w:pPr/w:numPr/w:numId")
        lists = [each for each in self._lists.findall(qn("w:num")) if each.get(qn("w:numId")) == number]
        return _value(lists[0], "w:abstractNumId") if lists else ""

    def _define(self, kind: str, sign: str) -> str:
        """Return the number of a new definition of lists of one level."""
        number = self._free("w:abstractNum", "w:abstractNumId")
        indent = w("pPr", w("ind", left=_INDENT, hanging=_HANGING))
        told = (w("start", val="1"), w("numFmt", val=kind), w("lvlText", val=sign), w("lvlJc", val="left"), indent)
        level = w("lvl", *told, ilvl="0")
        # Definitions come before the lists that go back to them.
        element = parse_xml(
            declared(w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=number))
        )
        others = self._lists.findall(qn("w:abstractNum"))
        if others:
            others[-1].addnext(element)
        else:
            self._lists.insert(0, element)
        return number

    def _new_list(self, definition: str, override: str = "") -> str:
        number = self._free("w:num", "w:numId")
        lists = self._lists.findall(qn("w:num"))
        element = parse_xml(declared(w("num", w("abstractNumId", val=definition), override, numId=number)))
        if lists:
            lists[-1].addnext(element)
        else:
            self._lists.append(element)
        return number

    def _free(self, name: str, attribute: str) -> str:
        taken = [_whole(each.get(qn(attribute), "")) for each in self._lists.findall(qn(name))]
        return str(max(taken, default=0) + 1)


def _part(document: Document) -> NumberingPart:
    """Return the part that defines lists; a new one where the template has never had a list."""
    part = document.part
    if not any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in part.rels.values()):
        name, element = part.package.next_partname("/word/numbering%d.xml"), parse_xml(declared(w("numbering")))
        part.relate_to(
            NumberingPart(name, CONTENT_TYPE.WML_NUMBERING, element, part.package), RELATIONSHIP_TYPE.NUMBERING
        )
    return part.numbering_part


def _refer(style: BaseOxmlElement, number: str) -> None:
    style.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = int(number)


def _value(element: BaseOxmlElement, path: str) -> str:
    found = element.find("/".join(qn(name) for name in path.split("/")))
    return "" if found is None else found.get(qn("w:val"), "")


def _whole(text: str) -> int:
    return int(text) if text.isdecimal() else 0

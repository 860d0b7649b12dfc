"""What a Word file says of itself: its title, its language, and the fingerprint of the report."""

from babel.core import get_global
from docx.document import Document as WordDocument
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.coreprops import CoreProperties
from docx.opc.packuri import PackURI
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml import parse_xml
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from alignkit.render.report.blocks import Document
from alignkit.render.report.signs import held
from alignkit.render.report.word.markup import declared, w

# The longest that Word takes.
_LONGEST = 255
_AS_SPOKEN_HERE = {"en": "en-GB"}


def describe(file: WordDocument, document: Document) -> None:
    """Say in the file what it is; who wrote the template, and when, is left as it is."""
    properties = _properties(file)
    properties.title = _short(document.title)
    properties.subject = _short(document.subtitle)
    properties.language = document.language
    properties.identifier = _short(document.fingerprint)
    _lang(file.styles.element).set(qn("w:val"), spoken(document.language))


def _lang(styles: BaseOxmlElement) -> BaseOxmlElement:
    """Return the element that tells the language of whatever names none itself."""
    element = styles
    for name in ("docDefaults", "rPrDefault", "rPr"):
        element = _within(element, name, 0)
    return _within(element, "lang", len(element))


def _within(element: BaseOxmlElement, name: str, place: int) -> BaseOxmlElement:
    """Return the element of that name within this one, put there where it is missing."""
    found: BaseOxmlElement | None = element.find(qn(f"w:{name}"))
    if found is None:
        found = parse_xml(declared(w(name)))
        element.insert(place, found)
    return found


def _properties(file: WordDocument) -> CoreProperties:
    """Return the file's properties; where it has none, new ones, in which python-docx would put the time of day."""
    package = file.part.package
    if not any(each.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for each in package.rels.values()):
        name, kind = PackURI("/docProps/core.xml"), CONTENT_TYPE.OPC_CORE_PROPERTIES
        part = CorePropertiesPart(name, kind, CT_CoreProperties.new(), package)
        package.relate_to(part, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    properties: CoreProperties = file.core_properties
    return properties


def _short(text: str) -> str:
    told = held(text)
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"


def spoken(language: str) -> str:
    """Return the language with the country that Word checks its spelling for, where the tag names none."""
    if "-" in language:
        return language
    *_, country = get_global("likely_subtags").get(language, language).split("_")
    return _AS_SPOKEN_HERE.get(language, f"{language}-{country}")

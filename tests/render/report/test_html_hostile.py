"""The web page bears whatever an author types, in every place where an author's text can stand."""

from xml.etree import ElementTree as ET

import html5lib
import pytest
from tests.hostile import HOSTILE
from tests.render.report.sample import document

from alignkit.render.report.blocks import Document, Table, tables, walk
from alignkit.render.report.html import render
from alignkit.render.report.language import language

SAY = language("en")
HARMLESS = render(document("x"), SAY)


def parsed(page: bytes) -> ET.Element:
    tree: ET.Element = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    return tree


def shape(tree: ET.Element) -> list[tuple[str, list[str]]]:
    """Return the page's elements with the names of their attributes."""
    return [(str(element.tag), sorted(element.attrib)) for element in tree.iter()]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_becomes_an_element_or_an_attribute(text):
    classless = [(tag, [name for name in names if name != "class"]) for tag, names in shape(parsed(HARMLESS))]
    found = parsed(render(document(text), SAY))
    assert [(tag, [name for name in names if name != "class"]) for tag, names in shape(found)] == classless


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_text_steers_the_page(text):
    page = render(document(text), SAY).decode()
    assert not any(ord(letter) < 32 and letter not in "\t\n" for letter in page)
    assert not any(0x7F <= ord(letter) < 0xA0 or 0xD800 <= ord(letter) < 0xE000 for letter in page)
    assert not any(letter in page for letter in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")


@pytest.mark.parametrize("text", [HOSTILE["a script"], HOSTILE["the end of a fold"], "a\u202eb", "\ud800"])
def test_facts_captions_columns_and_anchors_are_escaped_too(text):
    source = document()
    table = next(tables(source))
    row = table.rows[-1]
    facts = {**row.facts, "modules": text}
    changed = Table(
        id="t",
        caption=text,
        columns=tuple(type(each)(text, each.width) for each in table.columns),
        rows=(type(row)(row.cells, facts=facts),),
        empty=text,
        filters=("modules",),
    )
    section = source.sections[0]
    page = render(
        Document(text, text, "en", (type(section)("s", text, (changed,)),), row.cells[0].lines[0], text), SAY
    ).decode()
    assert "<script>alert" not in page
    assert "<img" not in page
    assert page.count("<script") == page.count("</script>") == 1
    option = [each.get("value") for each in parsed(page.encode()).iter("option")]
    assert len(option) == 1 + len(text.split())


def test_the_sample_puts_its_text_into_every_kind_of_block():
    kinds = {type(block).__name__ for block, _ in walk(document("needle").sections)}
    assert kinds == {"Section", "Paragraph", "Bullets", "Facts", "Table", "Picture", "Code"}

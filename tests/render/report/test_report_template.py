"""A user's own Word template: what it says and how it looks stay, and the report goes where it says."""

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from tests.hostile import HOSTILE
from tests.render.report.paper import report
from tests.render.report.reading import audited, converted, pdf_text
from tests.render.report.sample import document

from alignkit.errors import AlignkitError, BadRequest
from alignkit.render.report.docx import render
from alignkit.render.report.language import language

ENGLISH = language("en")
DATE = "26 November 2026"


def saved(word) -> bytes:
    file = BytesIO()
    word.save(file)
    return file.getvalue()


def house():
    """Return a template as a university could have one: a letterhead, its own styles, a cover, a last page."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height, section.left_margin = Pt(612), Pt(792), Pt(90)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = "University of Somewhere: {{ title }}"
    section.footer.paragraphs[0].text = "{{date}} · {{ fingerprint }}"
    word.styles["Heading 1"].font.color.rgb = RGBColor(0x12, 0x34, 0x56)
    word.styles["Normal"].font.name = "Georgia"
    word.styles.add_style("Report Note", WD_STYLE_TYPE.PARAGRAPH).font.size = Pt(33)
    word.add_paragraph("Self-study for {{ TITLE }}, {{subtitle}}", style="Title")
    word.add_paragraph("{{ report }}")
    word.add_paragraph("Signed by the dean.")
    return word


def written(word, **how):
    return docx.Document(BytesIO(render(report(), ENGLISH, saved(word), **how)))


def texts(word) -> list[str]:
    return [each.text for each in word.paragraphs]


def test_the_report_goes_where_the_template_says_and_what_is_around_it_stays():
    shown = texts(written(house()))
    assert shown[0] == "Self-study for Going home together, Accreditation report"
    assert shown.index("Summary") > 0
    assert shown[-1] == "Signed by the dean."
    assert "{{ report }}" not in shown
    # The template says the title itself.
    assert "Going home together" not in shown


def test_without_a_place_for_it_the_report_comes_after_what_there_is():
    word = docx.Document()
    word.add_paragraph("Foreword")
    shown = texts(written(word))
    assert shown[:3] == ["Foreword", "Going home together", "Accreditation report"]


def test_placeholders_are_filled_in_headers_and_footers_too():
    word = written(house(), date=DATE)
    assert word.sections[0].header.paragraphs[0].text == "University of Somewhere: Going home together"
    assert word.sections[0].footer.paragraphs[0].text == f"{DATE} · 0123456789abcdef"


def test_placeholders_are_filled_in_tables_and_where_word_has_cut_them_to_pieces():
    word = docx.Document()
    paragraph = word.add_table(1, 1).cell(0, 0).paragraphs[0]
    for piece in ("On {", "{ da", "te }", "} and {{ti", "tle}}."):
        paragraph.add_run(piece).bold = piece == "On {"
    word.add_paragraph("{{ footer }}")
    filled = written(word, date=DATE)
    cell = filled.tables[0].cell(0, 0).paragraphs[0]
    assert cell.text == f"On {DATE} and Going home together."
    assert [run.bold for run in cell.runs] == [True, False, False, False, False]
    assert "alignkit 0.1.0 \u00b7 0123456789abcdef" in texts(filled)


def test_a_date_that_nobody_gave_leaves_nothing_behind():
    assert written(house()).sections[0].footer.paragraphs[0].text == " · 0123456789abcdef"


def test_styles_of_the_template_stay_and_those_it_lacks_are_added():
    word = written(house())
    assert word.styles["Heading 1"].font.color.rgb == RGBColor(0x12, 0x34, 0x56)
    assert word.styles["Normal"].font.name == "Georgia"
    assert word.styles["Report Note"].font.size == Pt(33)
    assert word.styles["Report Warning"].base_style == word.styles["Report Note"]
    for name in ("Report Table", "Report Cell 3", "Report Verdict Met Text", "TOC 2", "Hyperlink", "Subtitle"):
        assert name.lower() in {style.name.lower() for style in word.styles}


def test_a_style_of_another_language_is_known_by_its_name_whatever_its_id():
    word = house()
    for style in word.styles.element.findall(qn("w:style")):
        if style.get(qn("w:styleId")) == "Heading1":
            style.set(qn("w:styleId"), "berschrift1")
    # A style of another name has the id that a style of the report would have.
    word.styles.add_style("Report Lead Of Ours", WD_STYLE_TYPE.PARAGRAPH).element.set(qn("w:styleId"), "ReportLead")
    made = written(word)
    heading = next(each for each in made.paragraphs if each.text == "Summary" and each.style.name == "Heading 1")
    assert heading.style.style_id == "berschrift1"
    assert next(each for each in made.paragraphs if each.text.startswith("For nurs")).style.style_id == "ReportLeadx"


def test_pages_of_the_template_stay_and_are_turned_for_wide_tables():
    sections = written(house()).sections
    assert [section.orientation for section in sections] == [0, 1, 0, 1, 0]
    assert {(section.page_width, section.page_height) for section in sections if not section.orientation} == {
        (Pt(612), Pt(792))
    }
    assert {(section.page_width, section.page_height) for section in sections if section.orientation} == {
        (Pt(792), Pt(612))
    }
    assert {section.left_margin for section in sections} == {Pt(90)}
    # The first page is one only once, and each section has the letterhead.
    assert [section.different_first_page_header_footer for section in sections] == [True, *[False] * 4]
    headers = {section.header.paragraphs[0].text for section in sections}
    assert headers == {"University of Somewhere: Going home together"}


def test_a_template_that_lies_on_its_side_is_not_turned():
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height, section.orientation = Pt(792), Pt(612), WD_ORIENT.LANDSCAPE
    assert len(written(word).sections) == 1


@pytest.mark.parametrize("after", ["", "An appendix"])
def test_a_report_in_the_middle_of_sections_leaves_the_others_alone(after):
    word = docx.Document()
    word.add_paragraph("{{ report }}")
    if after:
        word.add_paragraph(after)
    last = word.add_section(WD_SECTION.NEW_PAGE)
    last.page_width = Pt(400)
    word.add_paragraph("The end")
    made = written(word)
    turned = [0, 1, 0, 1, 0, 0] if after else [0, 1, 0, 1, 0]
    assert [section.orientation for section in made.sections] == turned
    assert made.sections[-1].page_width == Pt(400)
    assert texts(made)[-1] == "The end"


def test_a_place_that_ends_a_section_stays_as_its_end():
    word = docx.Document()
    word.add_paragraph("{{ report }}")
    word.add_section(WD_SECTION.NEW_PAGE)
    word.add_paragraph("The end")
    place = word.paragraphs[0]._p  # noqa: SLF001 - python-docx cannot put a section into a paragraph that has text
    mark = word.paragraphs[1]._p  # noqa: SLF001 - see above
    place.get_or_add_pPr().append(mark.find(f"{qn('w:pPr')}/{qn('w:sectPr')}"))
    mark.getparent().remove(mark)
    made = written(word)
    assert "{{ report }}" not in texts(made)
    assert len(made.sections) == 5
    assert texts(made)[-1] == "The end"


def test_contents_that_the_template_has_are_not_put_in_again():
    word = house()
    paragraph = word.add_paragraph()
    paragraph.add_run()._r.append(docx.oxml.parse_xml(f'<w:instrText {W}> TOC \\o "1-3" </w:instrText>'))  # noqa: SLF001
    assert "Contents" not in texts(written(word))
    simple = docx.Document()
    simple.element.body.insert(0, docx.oxml.parse_xml(f'<w:p {W}><w:fldSimple w:instr="TOC \\h"/></w:p>'))
    assert "Contents" not in texts(written(simple))


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def test_lists_of_the_template_keep_their_signs():
    word = docx.Document()
    before = word.styles["List Bullet"].element.pPr.numPr.numId.val
    made = written(word)
    assert made.styles["List Bullet"].element.pPr.numPr.numId.val == before
    numbered = [each for each in made.paragraphs if each.style.name == "List Number"]
    lists = {each.numId: each.abstractNumId.val for each in made.part.numbering_part.element.num_lst}
    own = lists[word.styles["List Number"].element.pPr.numPr.numId.val]
    assert {lists[each._p.pPr.numPr.numId.val] for each in numbered} == {own}  # noqa: SLF001


def without(data: bytes, *names: str, **changed: bytes) -> bytes:
    """Return the file without some parts, or with others in their places."""
    file = BytesIO()
    with ZipFile(BytesIO(data)) as archive, ZipFile(file, "w", ZIP_DEFLATED) as made:
        for name in archive.namelist():
            if name not in names:
                made.writestr(name, archive.read(name))
        for name, content in changed.items():
            made.writestr(name, content)
    return file.getvalue()


def replaced(data: bytes, name: str, old: bytes, new: bytes) -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        content = archive.read(name)
    assert old in content
    return without(data, name, **{name: content.replace(old, new)})


def unrelated(data: bytes, name: str, kind: str) -> bytes:
    """Return the file with a relation of that kind taken out."""
    with ZipFile(BytesIO(data)) as archive:
        relations = archive.read(name).decode()
    fewer, number = re.subn(rf'<Relationship [^>]*{kind}"[^>]*/>', "", relations)
    assert number == 1
    return without(data, name, **{name: fewer.encode()})


def test_a_template_that_has_never_had_a_list_gets_lists():
    data = unrelated(saved(docx.Document()), "word/_rels/document.xml.rels", "relationships/numbering")
    made = docx.Document(BytesIO(render(report(), ENGLISH, data)))
    assert len(made.part.numbering_part.element.num_lst) == 4


def test_a_word_template_by_type_becomes_a_document():
    kinds = (b"document.main+xml", b"template.main+xml")
    data = replaced(saved(house()), "[Content_Types].xml", *kinds)
    with pytest.raises(ValueError, match="not a Word file"):
        docx.Document(BytesIO(data))
    made = render(report(), ENGLISH, data)
    assert docx.Document(BytesIO(made)).paragraphs
    assert b"template" not in ZipFile(BytesIO(made)).read("[Content_Types].xml")


def test_the_result_is_valid_and_libreoffice_shows_it(tmp_path):
    made = render(report(), ENGLISH, saved(house()), DATE)
    assert audited(made, "docx", tmp_path) == []
    text = pdf_text(converted(made, "docx", "pdf", tmp_path), tmp_path)
    assert "Signed by the dean." in text
    assert "University of Somewhere: Going home together" in text


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_title_can_be_anything(text, tmp_path):
    made = render(document(text), ENGLISH, saved(house()), text)
    assert audited(made, "docx", tmp_path) == []


@pytest.mark.parametrize("title", ["{{ report }}", "{{ date }}", "{{ nothing }}", "{{"])
def test_a_title_that_looks_like_a_placeholder_is_a_title(title):
    word = docx.Document(BytesIO(render(document(title), ENGLISH, saved(house()))))
    assert word.paragraphs[0].text == f"Self-study for {title}, Accreditation report"


def test_the_same_template_gives_the_same_bytes():
    data = saved(house())
    assert render(report(), ENGLISH, data, DATE) == render(report(), ENGLISH, data, DATE)


def test_a_template_that_says_nothing_of_itself_says_no_day():
    data = without(unrelated(saved(house()), "_rels/.rels", "metadata/core-properties"), "docProps/core.xml")
    made = docx.Document(BytesIO(render(report(), ENGLISH, data)))
    assert made.core_properties.title == "Going home together"
    assert made.core_properties.modified is None


def test_numbers_of_pages_begin_once():
    word = docx.Document()
    word.sections[0]._sectPr.append(docx.oxml.parse_xml(f'<w:pgNumType {W} w:start="7"/>'))  # noqa: SLF001
    made = written(word)
    begin = [each.get(qn("w:start")) for each in made.element.body.iter(qn("w:pgNumType"))]
    assert begin == ["7", None, None, None]


def test_a_template_that_names_no_language_gets_that_of_the_report():
    word = docx.Document()
    defaults = word.styles.element.find(qn("w:docDefaults"))
    defaults.getparent().remove(defaults)
    made = written(word)
    assert made.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val") == ["en-GB"]


def refused(data: bytes) -> BadRequest:
    with pytest.raises(BadRequest) as raised:
        render(report(), ENGLISH, data)
    assert raised.value.hint
    return raised.value


def bomb() -> bytes:
    """Return a small file that claims a document of 200 MB."""
    return without(saved(docx.Document()), "word/document.xml", **{"word/document.xml": b" " * 200_000_000})


FINE = saved(docx.Document())
DAMAGED = {
    "nothing": b"",
    "no zip": b"hello",
    "half": FINE[: len(FINE) // 2],
    "no document": without(FINE, "word/document.xml"),
    "no types": without(FINE, "[Content_Types].xml"),
    "no XML": without(FINE, "word/document.xml", **{"word/document.xml": b"<w:document"}),
    "no body": without(FINE, "word/document.xml", **{"word/document.xml": f"<w:document {W}/>".encode()}),
    "a picture": b"\x89PNG\r\n\x1a\n",
    "a workbook": replaced(FINE, "[Content_Types].xml", b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_what_is_no_word_document_is_refused(data):
    error = refused(data)
    assert error.message == "the template is no Word document, or is damaged"
    assert "save it as a Word document (.docx)" in error.hint


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "the template is an old Word file (.doc), or has a password"),
        (without(FINE, **{"word/vbaProject.bin": b"x"}), "the template has macros"),
        (
            replaced(
                FINE,
                "[Content_Types].xml",
                b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main",
                b"application/vnd.ms-word.document.macroEnabled.main",
            ),
            "the template has macros",
        ),
        (
            without(FINE, "word/styles.xml", **{"word/styles.xml": b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}),
            "the template has a part that Word does not write (a document type)",
        ),
        (
            replaced(FINE, "word/document.xml", b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"),
            'the template is a "Strict Open XML Document"',
        ),
        (bomb(), "the template unpacks to more than a document holds"),
    ],
    ids=["old", "a part of macros", "macros by type", "entities", "strict", "bomb"],
)
def test_what_cannot_be_trusted_or_read_is_refused(data, message):
    assert refused(data).message == message


def test_a_name_that_nothing_stands_for_is_refused_with_the_nearest():
    word = house()
    word.add_paragraph("{{ titel }}")
    error = refused(saved(word))
    assert error.message == 'the template says {{ titel }} (did you mean "title"?)'
    assert error.hint == "there are title, subtitle, date, fingerprint, footer and report"


def test_a_report_goes_to_one_place_of_the_body():
    word = house()
    word.add_paragraph("{{ report }}")
    assert refused(saved(word)).message == "the template says {{ report }} more than once"
    for place in ("table", "header"):
        word = docx.Document()
        other = word.add_table(1, 1).cell(0, 0) if place == "table" else word.sections[0].header
        other.paragraphs[0].text = "{{ report }}"
        assert refused(saved(word)).message == "a report cannot go where the template says {{ report }}"


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_template_with_any_byte_changed_is_written_or_refused(data):
    whole = saved(docx.Document())
    place = data.draw(st.integers(0, len(whole) - 1))
    changed = whole[:place] + bytes([data.draw(st.integers(0, 255))]) + whole[place + 1 :]
    try:
        assert docx.Document(BytesIO(render(replace(document(), sections=()), ENGLISH, changed)))
    except AlignkitError:
        return

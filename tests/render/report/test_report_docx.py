"""The report for Word, read by python-docx, docx2txt, LibreOffice and a validator of Office Open XML."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import docx2txt
import pytest
from docx.oxml.ns import qn
from msgspec.structs import replace
from tests.hostile import HOSTILE
from tests.render.report.paper import VERDICTS, report
from tests.render.report.reading import audited, converted, elsewhere, pdf_text
from tests.render.report.sample import document

from alignkit.render.report.blocks import Code, Paragraph, Picture, Run, Runs, Section, tables, walk
from alignkit.render.report.docx import render
from alignkit.render.report.language import language
from alignkit.render.report.signs import held

ENGLISH = language("en")


@pytest.fixture(scope="module")
def made() -> bytes:
    return render(report(), ENGLISH)


@pytest.fixture
def word(made):
    return docx.Document(BytesIO(made))


def elements(word, name: str):
    return list(word.element.body.iter(qn(name)))


def values(word, name: str, attribute: str = "w:val") -> list[str]:
    return [each.get(qn(attribute)) for each in elements(word, name)]


def of_style(word, style: str) -> list[str]:
    return [each.text for each in word.paragraphs if each.style.name == style]


def test_a_validator_finds_nothing(made, tmp_path):
    assert audited(made, "docx", tmp_path) == []


def test_titles_of_sections_are_headings_at_their_depth(word):
    assert of_style(word, "Title") == ["Going home together"]
    assert of_style(word, "Subtitle") == ["Accreditation report"]
    sections = [(level, block.title) for block, level in walk(report().sections) if isinstance(block, Section)]
    sections.append((1, "The pictures as tables"))
    headings = [(int(each.style.name[-1]), each.text) for each in word.paragraphs if each.style.name[:7] == "Heading"]
    assert headings == sections
    assert {level for level, _ in sections} == {1, 2, 3, 4}


def test_the_contents_are_a_field_that_is_filled_already(word):
    assert values(word, "w:docPartGallery") == ["Table of Contents"]
    (field,) = [each.text for each in elements(word, "w:instrText") if "TOC" in each.text]
    assert field.split() == ["TOC", "\\o", '"1-2"', "\\h", "\\z", "\\u"]
    entries = {
        "".join(text.text for text in paragraph.iter(qn("w:t"))): paragraph.pPr.pStyle.val
        for paragraph in elements(word, "w:p")
        if paragraph.pPr is not None and paragraph.pPr.pStyle is not None and paragraph.pPr.pStyle.val[:3] == "TOC"
    }
    assert entries == {
        "Contents": "TOCHeading",
        "Summary": "TOC1",
        "Coverage": "TOC1",
        "IPEC 2023": "TOC2",
        "Deep": "TOC2",
        "Depth": "TOC1",
        "Method": "TOC1",
        "The pictures as tables": "TOC1",
    }


def test_word_asks_no_reader_whether_to_update_fields(made):
    assert b"updateFields" not in ZipFile(BytesIO(made)).read("word/settings.xml")


def test_it_is_a_file_of_today_s_word(made):
    settings = ZipFile(BytesIO(made)).read("word/settings.xml").decode()
    assert re.search(r'"compatibilityMode" w:uri="[^"]+" w:val="15"', settings)


def test_nothing_is_formatted_but_by_styles(word):
    # What is left is what a row or a page needs: widths, headers, and that a heading begins a page.
    allowed = {"pStyle", "numPr", "pageBreakBefore", "sectPr"}
    kinds = {qn(f"w:{name}") for name in allowed}
    for properties in elements(word, "w:pPr"):
        assert {each.tag for each in properties} <= kinds
    for properties in elements(word, "w:rPr"):
        assert {each.tag for each in properties} <= {qn("w:rStyle"), qn("w:rtl")}
    for properties in elements(word, "w:tcPr"):
        assert [each.tag for each in properties] == [qn("w:tcW")]


def test_every_style_that_is_used_is_there(word):
    ids = {style.style_id for style in word.styles}
    for name in ("w:pStyle", "w:rStyle", "w:tblStyle"):
        assert set(values(word, name)) <= ids
    assert {f"ReportVerdict{name.title().replace('-', '')}Text" for name in VERDICTS} <= set(values(word, "w:rStyle"))


def test_lists_are_lists_and_each_numbered_one_begins_with_one(word):
    numbered = [each for each in word.paragraphs if each.style.name == "List Number"]
    assert [each.text for each in numbered] == ["Read.", "Count."] * 2
    first, _, second, _ = [each.paragraph_format.element.pPr.numPr.numId.val for each in numbered]
    lists = {each.numId: each for each in word.part.numbering_part.element.num_lst}
    assert first != second
    assert [[each.startOverride.val for each in lists[number].lvlOverride_lst] for number in (first, second)] == [
        [1]
    ] * 2
    assert of_style(word, "List Bullet") == ["A point."]
    assert word.styles["List Bullet"].element.pPr.numPr.numId.val in lists


def test_tables_have_headers_that_come_again_and_rows_that_stay_whole(word):
    for table in word.tables:
        header, *rows = table._tbl.tr_lst  # noqa: SLF001 - python-docx has no other way to a row's properties
        assert [each.tag for each in header.trPr] == [qn("w:cantSplit"), qn("w:tblHeader")]
        assert rows
        assert all([each.tag for each in row.trPr] == [qn("w:cantSplit")] for row in rows)
        look = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - see above
        assert [look.get(qn(f"w:{name}")) for name in ("firstRow", "firstColumn")] == ["1", "1"]


def test_tables_say_what_the_document_says(word):
    # The matrix is too wide for a page and comes in two parts; the table without rows is a paragraph.
    given = [each for each in tables(report()) if each.rows and each.id != "matrix"]
    shown = {each.cell(0, 0).text: each for each in word.tables}
    for each in given:
        table = shown[each.columns[0].title] if each.id != "items" else word.tables[1]
        texts = [[cell.text for cell in row.cells] for row in table.rows]
        assert texts == [
            [column.title for column in each.columns],
            *([held(cell.text) for cell in row.cells] for row in each.rows),
        ]
    assert [len(each.columns) for each in word.tables[-2:]] == [16, 16]
    assert "Nothing." in [each.text for each in word.paragraphs]


def test_captions_are_counted_by_word_and_stay_with_their_tables(word):
    captions = of_style(word, "Caption")
    assert captions == [
        "Table 1. Characteristics",
        "Table 2. Every item in scope",
        "Gaps",
        "Figure 1. Items by modules",
        "Table 3. Introduced, reinforced, mastered, part 1 of 2",
        "Table 4. Introduced, reinforced, mastered, part 2 of 2",
    ]
    assert sum("SEQ Table" in each.text for each in elements(word, "w:instrText")) == 4
    assert word.styles["Caption"].paragraph_format.keep_with_next


def test_a_picture_is_drawn_with_points_for_older_versions_and_says_what_it_shows(word):
    (properties,) = elements(word, "wp:docPr")
    assert [properties.get(name) for name in ("descr", "title")] == ["A map of 6 items", "Items by modules"]
    points = word.element.body.xpath(".//a:blip/@r:embed")
    assert [word.part.related_parts[each].content_type for each in points] == ["image/png"]
    (lines,) = [each for each in elements(word, "w:drawing")[0].iter() if each.tag.endswith("}svgBlip")]
    svg = word.part.related_parts[lines.get(qn("r:embed"))]
    assert svg.content_type == "image/svg+xml"
    assert svg.blob.decode() == next(each.svg for each, _ in walk(report().sections) if isinstance(each, Picture))
    # 170 mm at 300 points to the inch.
    assert 1_990 < word.part.related_parts[points[0]].image.px_width < 2_015
    assert of_style(word, "Normal").count("The same as a table") == 1


def test_links_lead_to_bookmarks_and_to_the_web(word):
    names = values(word, "w:bookmarkStart", "w:name")
    ids = values(word, "w:bookmarkStart", "w:id")
    assert len(set(names)) == len(names)
    assert len(set(ids)) == len(ids)
    assert ids == values(word, "w:bookmarkEnd", "w:id")
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)
    anchors = {each for each in values(word, "w:hyperlink", "w:anchor") if each}
    assert anchors <= set(names)
    external = [each.target_ref for each in word.part.rels.values() if each.is_external]
    assert external == ["https://x.org"]


def test_wide_chapters_lie_on_their_side(word):
    turned = [section.page_width > section.page_height for section in word.sections]
    assert turned == [False, True, False, True]
    assert [section.orientation for section in word.sections] == [0, 1, 0, 1]


def test_the_file_says_its_title_its_language_and_its_fingerprint_and_no_day(made, word):
    properties = word.core_properties
    told = (properties.title, properties.subject, properties.language, properties.identifier)
    assert told == ("Going home together", "Accreditation report", "en", "0123456789abcdef")
    assert word.styles.element.xpath("w:docDefaults//w:lang/@w:val") == ["en-GB"]
    assert b"dcterms" not in ZipFile(BytesIO(made)).read("docProps/core.xml")


@pytest.mark.parametrize(("code", "spoken"), [("nb", "nb-NO"), ("de", "de-DE"), ("ga", "ga-IE"), ("en-US", "en-US")])
def test_a_language_has_the_country_that_word_knows_it_by(code, spoken):
    word = docx.Document(BytesIO(render(document(language=code), ENGLISH)))
    assert word.styles.element.xpath("w:docDefaults//w:lang/@w:val") == [spoken]
    assert word.core_properties.language == code


def test_the_page_number_and_the_fingerprint_stand_under_each_page(word):
    for section in word.sections:
        text = "".join(each.text for each in section.footer.paragraphs)
        assert text == "alignkit 0.1.0 \u00b7 0123456789abcdef \u00b7 Page 1 of 1"
        fields = [each.text.strip() for each in section.footer._element.iter(qn("w:instrText"))]  # noqa: SLF001
        assert fields == ["PAGE", "NUMPAGES"]


def test_lines_to_copy_keep_their_order_and_their_spaces():
    data = render(replace(document(), sections=(Section("a", "A", (Code("a:\n\n  - b: 1\t# x\n"),)),)), ENGLISH)
    assert of_style(docx.Document(BytesIO(data)), "Report Code") == ["a:", "", "  - b: 1\t# x"]


def test_another_reader_finds_every_text_too(made, tmp_path):
    file = tmp_path / "report.docx"
    file.write_bytes(made)
    text = re.sub(r"\s+", " ", docx2txt.process(file))
    for said in ("Going home together", "VE3 † Respect the dignity", "10.5 h", "Nothing.", "partly met", "A point."):
        assert said in text


def test_libreoffice_shows_it_page_by_page(made, tmp_path):
    text = pdf_text(converted(made, "docx", "pdf", tmp_path), tmp_path)
    *pages, _ = text.split("\f")
    assert all(f"Page {number} of {len(pages)}" in page for number, page in enumerate(pages, 1))
    # The summary has a page to itself; how many the others take is a matter of the fonts that are there.
    assert "Contents" in pages[0]
    assert "For nursing and pharmacy" in pages[1]
    assert "Coverage" not in pages[1]
    assert [said in text for said in ("VE11", "Case discussion", "Nothing.", "Figure 1. Items by modules")] == [
        True
    ] * 4


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_can_stand_anywhere(text, tmp_path):
    data = render(document(text), ENGLISH)
    assert audited(data, "docx", tmp_path) == []
    word = docx.Document(BytesIO(data))
    (title,) = of_style(word, "Title")
    assert title == " ".join(held(text).split("\n"))
    assert held(text) in of_style(word, "Heading 2")
    assert held(text).split("\n")[0] in "\n".join(cell.text for cell in word.tables[0].columns[0].cells)
    external = {each.target_ref for each in word.part.rels.values() if each.is_external}
    assert external == {"https://example.org/a?b=1&c=2"}


def test_libreoffice_bears_the_worst(tmp_path):
    text = "".join(each for each in HOSTILE.values() if len(each) < 1_000)
    shown = pdf_text(converted(render(document(text), ENGLISH), "docx", "pdf", tmp_path), tmp_path)
    assert "<script>alert(1)</script>" in shown


def test_texts_from_right_to_left_are_marked_as_such():
    runs: Runs = (Run("שלום"), Run("left"), Run("12 مرحبا"), Run("12"))
    data = render(replace(document(), sections=(Section("a", "A", (Paragraph(runs),)),)), ENGLISH)
    paragraph = next(each for each in docx.Document(BytesIO(data)).paragraphs if "left" in each.text)
    assert [bool(run.font.rtl) for run in paragraph.runs] == [True, False, True, False]


def test_a_document_without_chapters_is_a_title():
    word = docx.Document(BytesIO(render(replace(document(), sections=()), ENGLISH)))
    assert [each.text for each in word.paragraphs] == ["Going home together", "Accreditation report"]


def test_the_same_document_gives_the_same_bytes_anywhere(made, tmp_path):
    assert elsewhere("docx", tmp_path) == {made}

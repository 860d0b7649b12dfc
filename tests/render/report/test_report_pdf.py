"""The report as PDF, read by pypdf, poppler, pikepdf and two checkers of PDF/UA."""

import re
from io import BytesIO

import outloud
import pdfua
import pytest
from msgspec.structs import replace
from pikepdf import Dictionary, Pdf
from pypdf import PdfReader
from tests.hostile import HOSTILE
from tests.render.report.paper import report
from tests.render.report.reading import elsewhere, pdf_text
from tests.render.report.sample import document, table
from typst import TypstError

from alignkit.render.report.blocks import Paragraph, Picture, Run, Section, tables, walk
from alignkit.render.report.language import language
from alignkit.render.report.pdf import render

ENGLISH = language("en")
PICTURE = next(block for block, _ in walk(report().sections) if isinstance(block, Picture))


@pytest.fixture(scope="module")
def made() -> bytes:
    return render(report(), ENGLISH)


def elements(pdf: Pdf, kind: str):
    """Return the elements of that kind in the structure that is read aloud."""
    return [each for each in pdf.objects if isinstance(each, Dictionary) and each.get("/S") == f"/{kind}"]


def test_two_checkers_of_pdf_ua_find_nothing(made, tmp_path):
    file = tmp_path / "report.pdf"
    file.write_bytes(made)
    assert pdfua.validate(str(file)).findings == ()
    assert outloud.check(str(file)).findings == []


def test_it_says_its_title_its_language_and_that_it_is_tagged(made):
    pdf = Pdf.open(BytesIO(made))
    assert str(pdf.docinfo.Title) == "Going home together"
    assert str(pdf.Root.Lang) == "en"
    assert pdf.Root.MarkInfo.Marked
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert b"<pdfuaid:part>1</pdfuaid:part>" in pdf.Root.Metadata.read_bytes()


def test_it_names_no_day(made):
    pdf = Pdf.open(BytesIO(made))
    assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo.keys())
    assert b"Date>" not in pdf.Root.Metadata.read_bytes()


def titles(outline):
    return [titles(each) if isinstance(each, list) else each.title for each in outline]


def test_every_section_is_a_bookmark_at_its_depth(made):
    deep = ["Deep", ["Deeper", ["Deepest"]]]
    expected = ["Summary", "Coverage", ["IPEC 2023", *deep], "Depth", "Method", "The pictures as tables"]
    assert titles(PdfReader(BytesIO(made)).outline) == expected


def test_wide_tables_lie_on_their_side_and_the_rest_stands(made):
    sideways = [page.mediabox.width > page.mediabox.height for page in PdfReader(BytesIO(made)).pages]
    # Title, summary; the coverage with its eight columns; depth and method; the matrix.
    assert sideways == [False, False, True, False, True]


def test_headers_name_columns_and_first_cells_rows(made):
    pdf, scopes = Pdf.open(BytesIO(made)), {"/Row": 0, "/Column": 0}
    for cell in elements(pdf, "TH"):
        scopes[next(str(each.Scope) for each in cell.A if "/Scope" in each)] += 1
    # Columns: 2 of the verdicts, 8 of the items, twice 1 + 15 of the matrix. Rows: 12 items and twice 6 of the matrix.
    assert scopes == {"/Column": 2 + 8 + 32, "/Row": 12 + 12}


def test_a_small_table_has_no_headers_of_rows():
    pdf = Pdf.open(BytesIO(render(replace(document(), sections=(Section("a", "A", (table(rows=0),)),)), ENGLISH)))
    assert [len(elements(pdf, kind)) for kind in ("TH", "TD")] == [4, 4]


def test_pictures_say_in_words_what_they_show_and_lead_to_the_same_as_a_table(made):
    pdf = Pdf.open(BytesIO(made))
    (figure,) = elements(pdf, "Figure")
    assert str(figure.Alt) == "A map of 6 items"
    (link,) = pdf.pages[3].Annots
    assert str(link.Contents) == "Table 3"
    assert link.Dest[0].objgen == pdf.pages[4].obj.objgen


def test_links_lead_within_the_report_and_to_the_web(made):
    annotations = _annotations(PdfReader(BytesIO(made)))
    targets = [str(each["/A"]["/URI"] if "/A" in each else each["/Dest"]) for each in annotations]
    assert {"summary", "method", "ipec", "https://x.org"} <= set(targets)


def test_a_picture_is_drawn_not_rastered(made):
    assert not any(page.images for page in PdfReader(BytesIO(made)).pages)


def test_everything_that_is_said_can_be_read(made, tmp_path):
    text = re.sub(r"\s+", " ", pdf_text(made, tmp_path))
    for section, _ in walk(report().sections):
        if isinstance(section, Section):
            assert section.title in text
    for each in tables(report()):
        assert each.caption.partition(",")[0] in text
    for said in (
        "Page 1 of 5",
        "0123456789abcdef",
        "10.5 h",
        "nursing; pharmacy",
        "Nothing.",
        "evidenced",
        "a: - b: 1",
    ):
        assert said in text


def test_a_header_comes_again_on_each_page(tmp_path):
    text = pdf_text(render(report(rows=60), ENGLISH), tmp_path)
    pages = [page for page in text.split("\f") if "Case discussion" in page]
    assert len(pages) > 2
    assert all("Assessments" in page and "Hours" in page for page in pages)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_can_stand_anywhere(text, tmp_path):
    data = render(document(text), ENGLISH)
    reader = PdfReader(BytesIO(data))
    assert len(reader.pages) >= 3
    addresses = {str(each["/A"]["/URI"]) for each in _annotations(reader) if "/A" in each}
    assert addresses == {"https://example.org/a?b=1&c=2"}
    file = tmp_path / "report.pdf"
    file.write_bytes(data)
    assert pdfua.validate(str(file)).findings == ()


def _annotations(reader: PdfReader):
    for page in reader.pages:
        yield from (each.get_object() for each in page.get("/Annots", []))


def test_markup_of_the_typesetter_is_text(tmp_path):
    text = '#read("/etc/passwd") $x^2$ *b* _i_ `c` @ref <label> // gone \\ #let x = 1'
    assert text in pdf_text(render(document(text), ENGLISH), tmp_path)


def test_words_of_20_000_letters_break_and_leave_the_page_to_others(tmp_path):
    text = pdf_text(render(document("x" * 20_000), ENGLISH), tmp_path)
    assert max(len(line.strip()) for line in text.splitlines()) < 400
    assert text.count("x") > 100_000


def test_what_no_font_has_is_shown_as_missing_and_named(tmp_path):
    # Unicode has not given this place to a character: no font has it.
    text = pdf_text(render(document("Going \u0378 home"), ENGLISH), tmp_path)
    assert "Going \ufffd home" in text
    assert "No font here has U+0378; \ufffd stands in their place." in re.sub(r"\s+", " ", text)


def test_texts_from_right_to_left_keep_their_letters():
    data = render(document("שלום עולם"), ENGLISH)
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    assert set("שלוםעל") <= set(text)


def test_a_link_to_nowhere_is_a_text():
    blocks = (Paragraph((Run("a", "", "#nowhere"), Run("b", "", "javascript:alert(1)"))),)
    data = render(replace(document(), sections=(Section("a", "A", blocks),)), ENGLISH)
    # The table of contents alone has a link.
    assert len(list(_annotations(PdfReader(BytesIO(data))))) == 1


def test_a_picture_that_is_none_is_a_mistake_of_ours_and_hides_behind_nothing():
    broken = replace(PICTURE, svg="<svg")
    with pytest.raises(TypstError, match="SVG"):
        render(replace(document(), sections=(Section("a", "A", (broken,)),)), ENGLISH)


def test_what_has_no_name_is_announced_by_another():
    picture = replace(PICTURE, alt="")
    data = render(replace(document(), title=" ", sections=(Section("a-1", "", (picture,)),)), ENGLISH)
    pdf = Pdf.open(BytesIO(data))
    assert titles(PdfReader(BytesIO(data)).outline) == ["a-1", "The pictures as tables"]
    assert str(pdf.docinfo.Title) == "Report"
    assert [str(each.Alt) for each in elements(pdf, "Figure")] == ["Items by modules"]


@pytest.mark.parametrize("tag", ["de", "en-GB", "zh-Hant-TW", "ca-valencia", "ar"])
def test_any_language_tag_will_do(tag):
    pdf = Pdf.open(BytesIO(render(document(language=tag), ENGLISH)))
    assert str(pdf.Root.Lang).partition("-")[0] == tag.partition("-")[0]


def test_a_sign_that_a_picture_has_by_number_can_be_missing_too(tmp_path):
    picture = replace(PICTURE, svg=PICTURE.svg.replace("<rect", '<text y="9">&#888;</text><rect'))
    data = render(replace(document(), sections=(Section("a", "A", (picture,)),)), ENGLISH)
    assert "U+0378" in pdf_text(data, tmp_path)


def test_a_document_without_chapters_is_a_title(tmp_path):
    assert "Going home together" in pdf_text(render(replace(document(), sections=()), ENGLISH), tmp_path)


def test_the_same_document_gives_the_same_bytes_anywhere(made, tmp_path):
    assert elsewhere("pdf", tmp_path) == {made}

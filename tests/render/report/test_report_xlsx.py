"""The report as a workbook, read by openpyxl, LibreOffice and a validator of Office Open XML."""

import re
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from msgspec.structs import replace
from openpyxl.utils import get_column_letter
from tests.hostile import HOSTILE
from tests.render.report.paper import report
from tests.render.report.reading import audited, converted, elsewhere, pdf_text
from tests.render.report.sample import cell, document, table

from alignkit.render.report.blocks import Cell, Column, Document, Row, Run, Section, Table, tables
from alignkit.render.report.language import language
from alignkit.render.report.sheets.values import cell_text
from alignkit.render.report.signs import held
from alignkit.render.report.xlsx import render

ENGLISH = language("en")


@pytest.fixture(scope="module")
def made() -> bytes:
    return render(report(), ENGLISH)


def opened(data: bytes):
    return openpyxl.load_workbook(BytesIO(data))


@pytest.fixture
def book(made):
    return opened(made)


def of(*given: Table) -> Document:
    return replace(document(), sections=(Section("a", "A", given),))


def only(*cells: Cell, figures: bool = False):
    """Return the row of a sheet that holds these cells."""
    columns = tuple(Column(f"C{number}", 1, figures) for number in range(len(cells)))
    (_, sheet) = opened(render(of(Table("t", "T", columns, (Row(cells),), sheet="T")), ENGLISH)).worksheets
    return next(sheet.iter_rows(min_row=2))


def test_a_validator_finds_nothing(made, tmp_path):
    assert audited(made, "xlsx", tmp_path) == []


def test_there_is_an_overview_and_a_sheet_for_each_table_that_has_one(book):
    assert book.sheetnames == ["Overview", "Quality", "IPEC", "Matrix"]
    assert {each.sheet for each in tables(report())} == {"Quality", "IPEC", "Matrix", ""}


def test_every_number_and_every_text_is_the_document_s(book):
    for each in tables(report()):
        if not each.sheet:
            continue
        heading, *rows = book[each.sheet].iter_rows()
        assert [cell.value for cell in heading] == [column.title for column in each.columns]
        assert len(rows) == len(each.rows)
        for shown, row in zip(rows, each.rows, strict=True):
            for found, given in zip(shown, row.cells, strict=True):
                assert found.value == (held(given.text) or None if given.number is None else given.number)
                assert found.data_type == ("n" if given.number is not None or not given.text else "s")


def test_what_is_said_around_a_number_is_said_by_its_format(book):
    assert book["IPEC"]["H2"].value == 0.5
    assert book["IPEC"]["H2"].number_format == r"#,##0.0\ \h"


@pytest.mark.parametrize(
    ("text", "number", "shown"),
    [
        ("12", 12, "#,##0"),
        ("1,234.5", 1234.5, "#,##0.0"),
        ("0.083", 0.083, "#,##0.000"),
        ("45%", 45, r"#,##0\%"),
        ("≥ 3 h", 3, r"\≥\ #,##0\ \h"),
        ('3 "x"', 3, r"#,##0\ \"\x\""),
        ("-2", -2, "#,##0"),
    ],
)
def test_a_number_is_one_and_looks_as_it_was_written(text, number, shown):
    (found,) = only(cell(text, number=number))
    assert (found.value, found.number_format) == (number, shown)


def test_a_figure_that_says_more_than_a_number_is_said_in_words_beside_it():
    columns = (Column("Item"), Column("Taught", 2, figures=True))
    rows = (Row((cell("VE1"), cell("9 (27%)", number=9))), Row((cell("VE2"), cell("–"))))  # noqa: RUF001
    sheet = opened(render(of(Table("t", "T", columns, rows, sheet="T")), ENGLISH))["T"]
    assert [[each.value for each in row] for row in sheet.iter_rows()] == [
        ["Item", "Taught", "Taught, in words"],
        ["VE1", 9, "9 (27%)"],
        ["VE2", "–", "–"],  # noqa: RUF001
    ]


@pytest.mark.parametrize("number", [float("nan"), float("inf"), 1e15, -1e300])
def test_what_excel_has_no_number_for_is_a_text(number):
    (found,) = only(cell("very many", number=number))
    assert (found.value, found.data_type) == ("very many", "s")


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", '=HYPERLINK("http://x.org")', "{=1}", "1", "http://x.org", "TRUE"],
)
def test_a_text_is_a_text_whatever_it_begins_with(text):
    data = render(of(Table(text, text, (Column(text),), (Row((cell(text),)),), sheet="T")), ENGLISH)
    (_, sheet) = opened(data).worksheets
    for found in (sheet["A1"], sheet["A2"]):
        assert (found.value, found.data_type, found.hyperlink) == (held(text), "s", None)
    parts = ZipFile(BytesIO(data))
    sheets = [parts.read(name) for name in parts.namelist() if name.startswith("xl/worksheets/sheet")]
    assert not any(b"<f>" in each or b"<hyperlink " in each for each in sheets[1:])
    assert not any(b"<f>" in each for each in sheets)


def test_nothing_is_validated_and_nothing_is_worked_out(made):
    parts = ZipFile(BytesIO(made))
    for name in parts.namelist():
        assert not re.search(rb"dataValidation|<f>|<f |calcChain|externalLink|vbaProject", parts.read(name))


def test_headings_and_first_columns_stay_in_sight_and_every_column_is_filtered(book):
    for sheet in book.worksheets[1:]:
        last = f"{get_column_letter(sheet.max_column)}{sheet.max_row}"
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == f"A1:{last}"
        assert sheet.print_title_rows == "$1:$1"
        assert all(each.alignment.wrap_text for row in sheet.iter_rows() for each in row)
    assert book["IPEC"].column_dimensions["A"].width > book["IPEC"].column_dimensions["B"].width


def test_ranges_have_names(book):
    names = {name: each.attr_text for name, each in book.defined_names.items()}
    assert names == {
        "report_quality": "'Quality'!$A$1:$B$6",
        "report_items": "'IPEC'!$A$1:$H$13",
        "report_matrix": "'Matrix'!$A$1:$AE$7",
    }


def test_branches_are_bold_and_what_is_below_them_is_indented(book):
    branch, item = book["IPEC"]["A2"], book["IPEC"]["A3"]
    assert (branch.font.bold, branch.alignment.indent) == (True, 0)
    assert (item.font.bold, item.alignment.indent) == (False, 1)


def test_tones_have_colours_and_the_text_says_them_too(book):
    fills = {each.value: each.fill.fgColor.rgb for each in book["Quality"]["A"][1:]}
    assert list(fills) == ["met", "partly met", "not evidenced", "not met", "not applicable"]
    assert fills["met"] != fills["not met"] != fills["not evidenced"]


def test_links_lead_to_cells_of_other_sheets_and_to_the_web(book):
    quality = book["Overview"]["A9":"A30"]
    links = {each.value: each.hyperlink.location for (each,) in quality if each.hyperlink}
    assert links == {"Quality": "'Quality'!A1", "IPEC": "'IPEC'!A1", "Matrix": "'Matrix'!A1"}
    (found,) = only(cell("x", link="https://example.org/a b"))
    assert found.hyperlink.target == "https://example.org/a%20b"
    (found,) = only(cell("x", link="#nowhere"))
    assert found.hyperlink is None
    sample = opened(render(document(), ENGLISH))
    # The second item leads to its outcome, which is the first row below the heading of its own sheet.
    assert sample["IPEC 2023"]["C3"].hyperlink.location == "'Outcomes'!A2"


def test_a_link_to_a_section_leads_to_its_first_table():
    given = Section("b", "B", (Table("t", "T", (Column("A"),), (Row((cell("x", link="#s"),)),), sheet="T"),))
    inner = Section("s", "S", (table(),))
    sheet = opened(render(replace(document(), sections=(given, inner)), ENGLISH))["T"]
    assert sheet["A2"].hyperlink.location == "'IPEC 2023'!A1"


def test_the_overview_says_what_the_first_section_says(book):
    rows = [[each.value for each in row] for row in book["Overview"].iter_rows()]
    assert rows[:3] == [
        ["Going home together", None],
        ["Accreditation report", None],
        ["Fingerprint", "0123456789abcdef"],
    ]
    assert [None, "For nursing and pharmacy, see the method."] in rows
    assert ["Learners", "nursing\npharmacy"] in rows
    assert ["IPEC", "Every item in scope"] in rows
    assert book["Overview"]["B8"].hyperlink.target == "https://x.org"


def test_every_block_of_the_first_section_is_in_the_overview():
    rows = [[each.value for each in row] for row in opened(render(document(), ENGLISH))["Overview"].iter_rows()]
    texts = [text for _, text in rows]
    for said in ("\u2022 two", "\u2022 first", "Not all of it is confirmed.", "outcomes:\n  - Going home together"):
        assert said in texts


def test_a_table_without_rows_says_so():
    sheet = opened(render(of(Table("t", "T", (Column("Gap"), Column("Why")), (), "None.", "T")), ENGLISH))["T"]
    assert [each.value for each in sheet["A"]] == ["Gap", "None."]
    assert sheet.auto_filter.ref == "A1:B2"


def test_names_of_sheets_are_what_excel_takes_and_each_only_once():
    wished = ["a/b:c", "A B C", "x" * 40, "x" * 40, "'quoted'", "History", "[]", "", "Overview", "🧑" * 20, "a\nb"]
    given = [Table(f"t{number}", "T", (Column("A"),), (), "E", name) for number, name in enumerate(wished) if name]
    names = opened(render(of(*given), ENGLISH)).sheetnames
    expected = ["Overview", "a b c", "A B C (2)", "x" * 31, f"{'x' * 27} (2)", "quoted", "History (2)", "_ (2)"]
    assert names == [*expected, "Overview (2)", "🧑" * 15, "a b"]


def test_a_text_longer_than_a_cell_is_cut_where_it_can_be_seen():
    (found,) = only(cell("a" * 40_000))
    assert found.value == "a" * 32_766 + "…"
    (found,) = only(cell("🧑" * 20_000))
    assert found.value == "🧑" * 16_383 + "…"
    (found,) = only(cell("a" * 32_767))
    assert found.value == "a" * 32_767


def test_rows_are_as_high_as_their_texts_and_can_grow(made, book):
    one, two = (book[name].row_dimensions[3].height for name in ("Quality", "IPEC"))
    # One line, which is Excel's own height, and one of two lines of 12.75 points with a little room.
    assert (one, two) == (None, 27.75)
    assert b"customHeight" not in ZipFile(BytesIO(made)).read("xl/worksheets/sheet2.xml")


def test_a_cell_of_many_lines_leads_nowhere_and_a_dark_colour_is_not_for_whole_cells():
    lines = Cell(((Run("LO1", "", "https://x.org"),), (Run("LO2", "", "https://y.org"),)))
    (many, evidenced) = only(lines, cell("evidenced", tone="step-4"))
    assert (many.value, many.hyperlink) == ("LO1\nLO2", None)
    assert evidenced.font.color.rgb == "FF1B6E53"


def test_the_file_says_its_title_its_language_its_fingerprint_and_no_day(made, book):
    told = (book.properties.title, book.properties.subject, book.properties.language, book.properties.identifier)
    assert told == ("Going home together", "Accreditation report", "en", "0123456789abcdef")
    assert b"dcterms:" not in ZipFile(BytesIO(made)).read("docProps/core.xml").replace(b"xmlns:dcterms", b"")


def test_sheets_are_printed_as_wide_as_a_page_with_title_and_footer(book):
    for sheet in book.worksheets:
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) in {(1, 0), (None, 0)}
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.oddFooter.left.text == "alignkit 0.1.0 · 0123456789abcdef"
        assert sheet.oddFooter.right.text == "Page &P of &N"
    assert book["IPEC"].oddHeader.left.text == "Every item in scope"


def test_ampersands_in_a_title_are_no_instructions_to_the_printer():
    sheet = opened(render(of(replace(table(), caption="R & D &P")), ENGLISH)).worksheets[1]
    assert sheet.oddHeader.left.text == "R && D &&P"


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_any_text_can_stand_anywhere(text, tmp_path):
    given = replace(document(text), sections=(*document(text).sections, Section("z", text, (hostile(text),))))
    data = render(given, ENGLISH)
    assert audited(data, "xlsx", tmp_path) == []
    sheet = opened(data).worksheets[-1]
    assert [each.value for each in sheet["A"]] == [cell_text(text)] * 2


def hostile(text: str) -> Table:
    return Table("hostile", text, (Column(text),), (Row((cell(text),)),), text, sheet=text)


def test_libreoffice_reads_every_sheet(made, tmp_path):
    text = re.sub(r"\s+", " ", pdf_text(converted(made, "xlsx", "pdf", tmp_path), tmp_path))
    said = ("Going home together", "VE3 †", "10.5 h", "partly met", "Case discussion", "M30", "Every item in scope")
    assert [each for each in said if each not in text] == []


def test_libreoffice_bears_the_worst(tmp_path):
    text = "".join(each for each in HOSTILE.values() if len(each) < 1_000)
    shown = pdf_text(converted(render(document(text), ENGLISH), "xlsx", "pdf", tmp_path), tmp_path)
    assert "<script>alert(1)" in shown


def test_a_document_without_chapters_is_an_overview():
    assert opened(render(replace(document(), sections=()), ENGLISH)).sheetnames == ["Overview"]


def test_the_same_document_gives_the_same_bytes_anywhere(made, tmp_path):
    assert elsewhere("xlsx", tmp_path) == {made}

"""Workbooks, OpenDocument and CSV come out as the same grid; another reader, python-calamine, is the judge."""

import datetime as dt
import re
import zipfile
from io import BytesIO
from xml.sax.saxutils import escape

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName
from python_calamine import CalamineWorkbook
from tests.books import saved, workbook, xlsx

from alignkit.errors import NotImported
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.sheets.grid import Area, Grid, column_letters, column_number, spread
from alignkit.exchange.sheets.ods import read_spreadsheet
from alignkit.exchange.sheets.text_table import guarded, read_table, table_bytes, unguarded
from alignkit.exchange.sheets.xlsx import read_workbook, shown_number

HEAD = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def ods(tables: str, styles: str = "", more: dict[str, bytes] | None = None) -> bytes:
    """Return an OpenDocument spreadsheet with these tables."""
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {HEAD} office:version="1.3">'
        f"<office:automatic-styles>{styles}</office:automatic-styles><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<m:file-entry m:full-path="/" m:media-type="application/vnd.oasis.opendocument.spreadsheet"/></m:manifest>'
    )
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        file.writestr("content.xml", content)
        file.writestr("META-INF/manifest.xml", manifest)
        for name, data in (more or {}).items():
            file.writestr(name, data)
    return out.getvalue()


def cell(text: str, more: str = "", kind: str = "string") -> str:
    return f'<table:table-cell office:value-type="{kind}" {more}><text:p>{escape(text)}</text:p></table:table-cell>'


def row(*cells: str, more: str = "") -> str:
    return f"<table:table-row {more}>{''.join(cells)}</table:table-row>"


def table(name: str, *rows: str, more: str = "") -> str:
    return f'<table:table table:name="{name}" {more}>{"".join(rows)}</table:table>'


def by_calamine(data: bytes) -> list[tuple[str, dict[tuple[int, int], str]]]:
    """Return each sheet's texts as another reader sees them."""
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return [
        (
            name,
            {
                (row, column): str(value).strip()
                for row, values in enumerate(book.get_sheet_by_name(name).to_python(skip_empty_area=False), 1)
                for column, value in enumerate(values, 1)
                if str(value).strip()
            },
        )
        for name in book.sheet_names
    ]


PLAIN = st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc", "Cn"]), min_size=1, max_size=12)
TABLES = st.lists(st.lists(st.one_of(PLAIN, st.just("")), min_size=1, max_size=4), min_size=1, max_size=5)
law = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@law
@given(TABLES)
def test_a_workbook_is_read_as_another_reader_reads_it(rows):
    book = workbook({"Map": []})
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            target = book.worksheets[0].cell(number, column)
            target.value = value or None
            if value:
                target.data_type = "s"
    data = saved(book)
    assert [(grid.name, grid.texts) for grid in read_workbook("f.xlsx", data).grids] == by_calamine(data)


@law
@given(TABLES)
def test_an_open_document_is_read_as_another_reader_reads_it(rows):
    data = ods(table("Map", *(row(*(cell(text) for text in texts)) for texts in rows)))
    ours = [
        (grid.name, {place: " ".join(text.split()) for place, text in grid.texts.items()})
        for grid in read_spreadsheet("f.ods", data).grids
    ]
    theirs = [
        (name, {place: words for place, text in texts.items() if (words := " ".join(text.split()))})
        for name, texts in by_calamine(data)
    ]
    assert ours == theirs


@law
@given(TABLES)
def test_csv_comes_back_as_it_was_written(rows):
    found = read_table("f.csv", table_bytes(rows)).grids[0].texts
    assert found == {
        (number, column): text.strip(" ")
        for number, texts in enumerate(rows, 1)
        for column, text in enumerate(texts, 1)
        if text.strip()
    }


@given(st.text(st.sampled_from(["'", "=", "+", "-", "@", "\t", "\r", "\n", " ", "\0", "\uff1d", "a", "1"]), max_size=5))
def test_what_guards_a_cell_is_taken_off_again(text):
    assert unguarded(guarded(text)) == text
    assert guarded(text)[:1] not in ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize("text", ["'tis", "a=1", "", "1-2", "''"])
def test_a_harmless_cell_is_not_guarded(text):
    assert guarded(text) == text == unguarded(text)


def test_merged_areas_hidden_parts_notes_formulas_and_dates_are_seen():
    book = workbook({"Map": [["Course", None, "x"], ["=1+1", None, None]], "Lists": [["I"]], "Empty": []}, "A1:B1")
    sheet, lists, _ = book.worksheets
    sheet.row_dimensions[2].hidden = True
    sheet.column_dimensions["C"].hidden = True
    sheet["C1"].comment = Comment("ask   Anna", "B")
    sheet["B2"].value = dt.date(2026, 2, 1)
    sheet["C2"].value = "#REF!"
    lists.sheet_state = "hidden"
    book.defined_names["Name"] = DefinedName("Name", attr_text="Map!$A$1")
    found = read_workbook("f.xlsx", saved(book))
    assert [(grid.name, grid.merged) for grid in found.grids] == [("Map", (Area(1, 1, 1, 2),)), ("Empty", ())]
    assert (found.grids[0].hidden_rows, found.grids[0].hidden_columns) == (frozenset((2,)), frozenset((3,)))
    assert found.grids[0].texts == {(1, 1): "Course", (1, 3): "x", (2, 2): "2026-02-01T00:00:00"}
    assert {loss.where: loss.what for loss in found.losses} == {
        "Map!C1": 'the note "ask Anna"',
        "Map!A2": "a formula",
        "Map!B2": "2026-02-01T00:00:00",
        "Map!C2": "#REF!",
        "Lists": "the whole sheet",
    }
    assert "formulas are not evaluated" in next(loss.why for loss in found.losses if loss.where == "Map!A2")


def with_value(data: bytes, formula: bytes, value: bytes) -> bytes:
    """Return a workbook in which a formula has a stored value, as Excel would have left it."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as file, zipfile.ZipFile(out, "w") as new:
        for name in file.namelist():
            part = file.read(name)
            stored = b"<f>" + formula + b"</f><v>" + value + b"</v>"
            new.writestr(name, re.sub(b"<f>" + re.escape(formula) + rb"</f><v\s*(/>|></v>)", stored, part))
    return out.getvalue()


def test_the_stored_value_of_a_formula_is_taken_and_that_is_said():
    data = with_value(xlsx({"Map": [["=1+1", "x"]]}), b"1+1", b"2")
    found = read_workbook("f.xlsx", data)
    assert found.grids[0].texts == {(1, 1): "2", (1, 2): "x"}
    assert found.losses == ()
    assert "1 cell with a formula (Map!A1)" in found.remarks[0]


@pytest.mark.parametrize(
    ("value", "number_format", "shown"),
    [
        (3.1, "General", "3.1"),
        (3.1, "0.00", "3.10"),
        (0.4, "0%", "40%"),
        (7, "000", "007"),
        (2.0, "General", "2"),
        (1234567.5, "#,##0.0", "1234567.5"),
    ],
)
def test_numbers_are_read_as_they_show(value, number_format, shown):
    assert shown_number(value, number_format) == shown


def test_truth_values_and_numbers_of_a_workbook_are_texts():
    assert read_workbook("f.xlsx", xlsx({"A": [[True, 3.5, 4, "x "]]})).grids[0].texts == {
        (1, 1): "TRUE",
        (1, 2): "3.5",
        (1, 3): "4",
        (1, 4): "x",
    }


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"PK\x03\x04", "damaged, or no zip"),
        (xlsx({"A": [["x"]]})[:-200], "damaged, or no zip"),
        (ods(table("A", row(cell("x")))), "no Excel workbook"),
    ],
)
def test_what_is_no_workbook_is_refused(data, said):
    with pytest.raises(NotImported, match=said):
        read_workbook("f.xlsx", data)


def test_a_workbook_with_too_many_cells_is_refused_before_it_is_built():
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx({"A": [["x"]]}))) as file, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in file.namelist():
            part = file.read(name)
            if name.endswith("sheet1.xml"):
                cells = "".join(f'<c r="A{n}" t="n"><v>{n * 7919 % 99991}</v></c>' for n in range(LIMITS.cells + 1))
                part = part.replace(b"<sheetData>", f"<sheetData><row>{cells}</row>".encode())
            new.writestr(name, part)
    with pytest.raises(NotImported, match="more than 250,000 cells"):
        read_workbook("f.xlsx", out.getvalue())


def test_a_cell_far_away_costs_nothing():
    found = read_workbook("f.xlsx", far_away())
    assert found.grids[0].texts == {(1, 1): "x", (1_048_576, 16_384): "far"}
    assert len(spread(found.grids[0]).texts) == 2


def far_away() -> bytes:
    book = workbook({"A": [["x"]]})
    book.worksheets[0].cell(1_048_576, 16_384).value = "far"
    return saved(book)


def test_open_document_repeats_spans_and_hides():
    repeated = cell("I", 'table:number-columns-repeated="3"')
    tables = table(
        "Map",
        '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>',
        "<table:table-header-rows>",
        row(cell("a", 'table:number-columns-spanned="2"')),
        "</table:table-header-rows>",
        row(more='table:number-rows-repeated="2"'),
        row(repeated, more='table:number-rows-repeated="2" table:visibility="filter"'),
        row(
            '<table:table-cell table:formula="of:=1+1"/>',
            cell("2026-02-01", kind="date"),
            "<table:table-cell><office:annotation><text:p>why</text:p></office:annotation><text:p>b<text:s/>c</text:p>"
            "<text:p>d<text:line-break/><text:span>e</text:span></text:p></table:table-cell>",
        ),
        row(cell(""), more='table:number-rows-repeated="1048000"'),
    ) + table("Hidden", row(cell("x")), more='table:style-name="h"')
    styles = '<style:style style:name="h"><style:table-properties table:display="false"/></style:style>'
    found = read_spreadsheet("f.ods", ods(tables, styles))
    (grid,) = found.grids
    lines = {(4, 1): "I", (4, 2): "I", (4, 3): "I", (5, 1): "I", (5, 2): "I", (5, 3): "I"}
    assert grid.texts == {(1, 1): "a", **lines, (6, 2): "2026-02-01", (6, 3): "b c\nd\ne"}
    assert grid.merged == (Area(1, 1, 1, 2),)
    assert (grid.hidden_rows, grid.hidden_columns) == (frozenset((4, 5)), frozenset((3,)))
    assert {loss.where: loss.what for loss in found.losses} == {
        "Map!A6": "a formula",
        "Map!B6": "2026-02-01",
        "Map!C6": 'the note "why"',
        "Hidden": "the whole sheet",
    }


def test_formulas_of_an_open_document_are_said_and_their_errors_named():
    calc = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    frame = '<draw:frame xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"/>'
    cells = row(
        cell("I", 'table:formula="of:=IF(1;2;3)"'),
        cell("Err:502", f'{calc} table:formula="of:=X" calcext:value-type="error"'),
        f"<table:table-cell>{frame}</table:table-cell>",
    )
    found = read_spreadsheet("f.ods", ods(table("Map", cells)))
    assert found.grids[0].texts == {(1, 1): "I"}
    assert found.remarks == ("1 cell with a formula (Map!A1): the value that the file has stored was taken.",)
    assert [(loss.where, loss.what) for loss in found.losses] == [
        ("", "pictures, charts and boxes with text"),
        ("Map!B1", "Err:502"),
    ]


def test_what_a_workbook_holds_besides_cells_is_named():
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx({"A": [["x"]]}))) as file, zipfile.ZipFile(out, "w") as new:
        for name in file.namelist():
            new.writestr(name, file.read(name))
        new.writestr("xl/externalLinks/externalLink1.xml", "<externalLink/>")
        new.writestr("xl/drawings/drawing1.xml", "<wsDr/>")
    found = read_workbook("f.xlsx", out.getvalue())
    assert [loss.what for loss in found.losses] == ["drawings and boxes with text", "links to other workbooks"]


def test_an_open_document_that_repeats_without_end_is_refused():
    bomb = row(cell("x", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048576"')
    with pytest.raises(NotImported, match="more than 250,000 cells"):
        read_spreadsheet("f.ods", ods(table("A", bomb)))
    endless = cell("x", 'table:number-columns-repeated="99999999999999999999"')
    assert len(read_spreadsheet("f.ods", ods(table("A", row(endless)))).grids[0].texts) == 1


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (xlsx({"A": [["x"]]}), "holds no content.xml"),
        (ods("<unclosed>"), "no well-formed XML"),
        (ods("<table:table/>").replace(b"content", b"c0ntent"), "holds no content.xml"),
    ],
)
def test_what_is_no_open_document_is_refused(data, said):
    with pytest.raises(NotImported, match=said):
        read_spreadsheet("f.ods", data)


@pytest.mark.parametrize(
    ("text", "cells", "said"),
    [
        ("a;b\n1,5;2\n", {(1, 1): "a", (1, 2): "b", (2, 1): "1,5", (2, 2): "2"}, "semicolons"),
        ("sep=|\na|b\n", {(2, 1): "a", (2, 2): "b"}, "bars"),
        ("a\tb\nc\td\n", {(1, 1): "a", (1, 2): "b", (2, 1): "c", (2, 2): "d"}, "tabs"),
        ('a,"b\nc"\n\n"d ""e""",\n', {(1, 1): "a", (1, 2): "b\nc", (3, 1): 'd "e"'}, ""),
        ("alone\n", {(1, 1): "alone"}, ""),
    ],
)
def test_whatever_separates_the_cells_of_a_table(text, cells, said):
    found = read_table("f.csv", text.encode())
    assert found.grids[0].texts == cells
    assert [said in remark for remark in found.remarks] == ([True] if said else [])


def test_a_table_in_the_encoding_of_excel_is_read_and_said():
    found = read_table("f.csv", "Prüfung,x\n".encode("cp1252"))
    assert found.grids[0].texts == {(1, 1): "Prüfung", (1, 2): "x"}
    assert found.remarks == ("The text is in Windows-1252, not in UTF-8.",)


@pytest.mark.parametrize("data", [b'a,"b\n', b'a,"b"c\n', b"a," + b"x" * 200_000])
def test_what_is_no_table_is_refused(data):
    with pytest.raises(NotImported, match="it is no table"):
        read_table("f.csv", data)


@pytest.mark.parametrize("data", [b"\n" * 2_000_000, b"," * 20_000, b"a," * 20_000])
def test_a_table_of_more_rows_or_columns_than_any_sheet_is_refused(data):
    with pytest.raises(NotImported, match="more than 1,048,576 rows or 16,384 columns"):
        read_table("f.csv", data)


def test_addresses_are_those_of_a_spreadsheet():
    assert [column_letters(number) for number in (1, 26, 27, 16_384)] == ["A", "Z", "AA", "XFD"]
    assert [column_number(column_letters(number)) for number in (1, 26, 27, 16_384)] == [1, 26, 27, 16_384]
    assert Grid("Map", {}).area((2, 3), (4, 5)) == "Map!C2:E4"
    assert Grid("It's a map", {}).address((2, 3)) == "'It''s a map'!C2"
    assert Grid("", {}).area((2, 3), (2, 3)) == "C2"


def test_the_text_of_a_merged_area_stands_in_all_of_its_cells():
    grid = Grid("A", {(1, 1): "x", (3, 3): "y", (1, 2): "own"}, (Area(1, 1, 2, 2), Area(2, 3, 2, 4)))
    assert spread(grid).texts == {(1, 1): "x", (1, 2): "own", (2, 1): "x", (2, 2): "x", (3, 3): "y"}


def test_a_merged_area_over_too_many_cells_is_refused():
    grid = Grid("A", {(1, 1): "x", (1_048_576, 16_384): "y"}, (Area(1, 1, 1_048_576, 16_384),))
    with pytest.raises(NotImported, match="more than 250,000 cells"):
        spread(grid)

"""Workbooks that would fill a computer's memory if they were merely opened: refused by what they say of themselves."""

import zipfile
from io import BytesIO

import pytest
from tests.books import aligns, imported, only, xlsx

from alignkit.errors import NotImported
from alignkit.exchange.sheets.xlsx import read_workbook

SHEET = "xl/worksheets/sheet1.xml"
END = b"</sheetData>"
ROWS = [["", "ipec-2023:VE1", "ipec-2023:VE2"], ["LO1 Negotiate", "I", "R"], ["LO2 Explain", "", "M"]]


def edited(*changes: tuple[bytes, bytes]) -> bytes:
    """Return a workbook in whose sheet something stands otherwise."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(xlsx({"Map": ROWS}))) as book, zipfile.ZipFile(out, "w") as changed:
        for name in book.namelist():
            data = book.read(name)
            for old, new in changes if name == SHEET else ():
                assert old in data
                data = data.replace(old, new)
            changed.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize(
    "more",
    [
        b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
        b"<mergeCells><mergeCell\nref = 'A1:XFD1048576'/></mergeCells>",
        b'<mergeCells><mergeCell ref="&#65;1:XFD1048576"/></mergeCells>',
        b'<mergeCells><mergeCell ref="A:XFD"/></mergeCells>',
        b'<mergeCells><mergeCell ref="$A$1:$XFD$1048576"/></mergeCells>',
        (
            b'<mergeCells xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
            b'<x:mergeCell ref="1:1048576"/></mergeCells>'
        ),
        b'<hyperlinks><hyperlink tooltip=">" ref="A1:XFD1048576" location="x"/></hyperlinks>',
        b"<mergeCells>" + b'<mergeCell ref="A1:Z1000"/>' * 20 + b"</mergeCells>",
    ],
)
def test_areas_of_more_cells_than_a_map_has_are_refused_before_a_cell_is_made(more):
    with pytest.raises(NotImported, match="merged areas have more than 250,000 cells"):
        read_workbook("map.xlsx", edited((END, END + more)))


def test_a_sheet_that_claims_every_cell_is_read_by_those_that_it_has():
    found = imported(edited((b'<dimension ref="A1:C3"', b'<dimension ref="A1:XFD1048576"')))
    assert len(aligns(only(found))) == 3


def test_a_mark_in_the_last_row_is_read_without_going_through_all_between():
    last = ((b'<row r="3"', b'<row r="1048576"'), (b'"A3"', b'"A1048576"'), (b'"C3"', b'"C1048576"'))
    assert aligns(only(imported(edited(*last)))) == {
        ("LO1", "ipec-2023:VE1"): "introduce",
        ("LO1", "ipec-2023:VE2"): "reinforce",
        ("LO2", "ipec-2023:VE2"): "master",
    }


@pytest.mark.parametrize("row", [b"1048577", b"99999999999"])
def test_a_cell_below_the_last_row_of_a_sheet_is_refused(row):
    data = edited((b'<row r="3"', b'<row r="' + row + b'"'), (b' r="A3"', b""), (b' r="C3"', b""))
    with pytest.raises(NotImported, match="beyond the last row"):
        read_workbook("map.xlsx", data)


def test_the_sheets_of_opensalt_are_pointed_to_their_own_format():
    with pytest.raises(NotImported, match="those of OpenSALT") as refusal:
        imported(xlsx({"CF Doc": ROWS, "CF Item": ROWS, "CF Association": ROWS}))
    assert "--format opensalt" in refusal.value.hint

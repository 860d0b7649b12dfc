"""The workbook that is written, as other programs see it."""

import csv
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from tests.tools import tool

from alignkit.exchange.losses import Written
from alignkit.exchange.sheets.long import write_long
from alignkit.exchange.sheets.workbook import write_workbook
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

COURSE = """\
alignkit: curriculum/1
id: small
title: Small course
frameworks: [{use: ipec-2023, scope: [TT1, TT2]}, nmba-2016]
outcomes:
  - id: LO1
    text: "=1+1"
    domain: skills
    aligns: [ipec-2023:VE1, {to: "ipec-2023:TT1", depth: master, strength: partial}]
  - {id: LO2, text: Lead, interprofessional: false, aligns: [nowhere:X1, nowhere:X1]}
  - {id: LO2, text: Twice}
modules:
  - id: M1
    title: One
    lead: Anna
    activities: [{id: A1, title: Meet, hours: 2.5, outcomes: [LO1, LO2], setting: online}]
  - {id: M2, title: Two}
assessments:
  - {id: AS1, title: Essay, purpose: summative, weight: 40, outcomes: LO1, criteria: [Good]}
"""


def written(text: str = COURSE) -> Written:
    (examined,) = examine(Memory({"c.yaml": text}), ["c.yaml"]).curricula
    return write_workbook(examined.case)


def test_the_sheets_as_another_reader_sees_them():
    book = CalamineWorkbook.from_filelike(BytesIO(written().data))
    assert book.sheet_names == ["Map", "Activities", "Assessments"]
    rows = book.get_sheet_by_name("Map").to_python(skip_empty_area=False)
    assert rows[0][0] == "Small course"
    assert str(rows[1][0]).startswith("I = introduced, R = reinforced, M = mastered, X = aligned")
    # In scope (TT1, TT2), all of nmba-2016 (seven standards), aligned beyond the scope (VE1), and what leads nowhere.
    assert rows[4][:5] == ["Outcome ID", "Outcome", "Bloom", "Domain", "Interprofessional"]
    assert rows[4][5:8] == ["ipec-2023:VE1", "ipec-2023:TT1", "ipec-2023:TT2"]
    assert rows[4][8:] == [*(f"nmba-2016:{n}" for n in range(1, 8)), "nowhere:X1"]
    assert rows[5] == ["LO1", "=1+1", "", "skills", "", "X", "(M)", *[""] * 9]
    assert rows[6] == ["LO2", "Lead", "", "", "no", *[""] * 10, "X"]
    assert len(rows) == 7
    assert book.get_sheet_by_name("Activities").to_python() == [
        ["Module ID", "Module", "Activity ID", "Activity", "Hours", "Outcomes"],
        ["M1", "One", "A1", "Meet", 2.5, "LO1, LO2"],
        ["M2", "Two", "", "", "", ""],
    ]
    assert book.get_sheet_by_name("Assessments").to_python()[1] == ["AS1", "Essay", "summative", "", 40.0, "LO1"]


def test_cells_offer_the_marks_and_heads_stay_in_sight():
    book = load_workbook(BytesIO(written().data))
    sheet = book["Map"]
    (validation,) = sheet.data_validations.dataValidation
    assert validation.formula1 == '"I,R,M,X,(I),(R),(M),(X)"'
    assert str(validation.sqref) == "F6:P7"
    assert sheet.freeze_panes == "C6"
    assert sheet["B6"].data_type == "s"
    assert sheet["B6"].quotePrefix
    assert sheet["F5"].value == "ipec-2023:VE1"


def test_everything_left_behind_is_named_with_its_place():
    losses = {(loss.where, loss.what) for loss in written().losses}
    assert losses == {
        ("c.yaml:2:1", "id"),
        ("c.yaml:4:20", "ipec-2023: scope"),
        ("c.yaml:4:51", "nmba-2016: that it is used"),
        ("c.yaml:10:74", "LO2 on nowhere:X1"),
        ("c.yaml:11:10", "LO2"),
        ("c.yaml:13:9", "M1: lead"),
        ("c.yaml:16:23", "A1: setting"),
        ("c.yaml:19:10", "AS1: criteria"),
    }


def test_characters_that_no_cell_holds_and_texts_too_long_are_named():
    text = COURSE.replace("text: Lead", 'text: "a\\x07b"').replace("title: Meet", f"title: {'x' * 40_000}")
    found = written(text)
    assert [loss.where for loss in found.losses if loss.what.startswith("characters or length")] == [
        "Map!B7",
        "Activities!D2",
    ]
    book = load_workbook(BytesIO(found.data))
    assert book["Map"]["B7"].value == "a\ufffdb"
    assert len(book["Activities"]["D2"].value) == 32_767


def test_the_bytes_do_not_depend_on_the_day():
    assert written().data == written().data
    assert b"2000-01-01" in _part(written().data, "docProps/core.xml")


def _part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as file:
        assert {member.date_time[0] for member in file.infolist()} == {1980}
        return file.read(name)


def test_a_curriculum_without_anything_is_written_all_the_same():
    found = written("alignkit: curriculum/1\nid: c\ntitle: C\noutcomes: []\n")
    assert CalamineWorkbook.from_filelike(BytesIO(found.data)).sheet_names == ["Map", "Activities", "Assessments"]


@pytest.mark.parametrize("format_", ["xlsx", "csv"])
def test_libreoffice_shows_the_same_texts(tmp_path: Path, format_: str):
    office = tool("soffice", "libreoffice")
    (examined,) = examine(Memory({"c.yaml": COURSE}), ["c.yaml"]).curricula
    data = written().data if format_ == "xlsx" else write_long(examined.case).data
    (tmp_path / f"c.{format_}").write_bytes(data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # 44,34,76,1: commas, quotation marks, UTF-8, from the first line.
    convert = ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", str(tmp_path / "out")]
    command = [office, profile, "--headless", *convert, str(tmp_path / f"c.{format_}")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    with (tmp_path / "out/c.csv").open(encoding="utf-8", newline="") as file:
        cells = {cell for row in csv.reader(file) for cell in row}
    # Not 2: the text that looks like a formula is a text; in CSV it is guarded by an apostrophe.
    assert ("=1+1" if format_ == "xlsx" else "'=1+1") in cells
    assert {"LO1", "Lead", "ipec-2023:TT1"} <= cells
    assert "2" not in cells

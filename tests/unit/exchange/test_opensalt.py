"""OpenSALT's spreadsheets: real ones, the outdated template that shifts there, and what people do to sheets."""

import io
import zipfile
from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hostile import HOSTILE

from alignkit.errors import NotImported
from alignkit.exchange.formats import Imported, format_named
from alignkit.exchange.opensalt import read_opensalt
from alignkit.exchange.opensalt.cells import Cells
from alignkit.exchange.opensalt.columns import ASSOCIATION, DOCUMENT, ITEM
from alignkit.exchange.opensalt.package import association_type
from alignkit.exchange.opensalt.sheet import Sheet

SAMPLES = Path(__file__).parents[2] / "samples" / "opensalt-csv"
EIGHT = "spreadsheet_import_template_8col-outdated.xlsx"
DOC = {"identifier": "d", "title": "Framework", "creator": "A body", "licenseTitle": "CC BY", "licenseText": "Free"}


def workbook(items: list[dict[str, Any]], associations: list[dict[str, Any]], columns: Any = ASSOCIATION) -> bytes:
    book = openpyxl.Workbook()
    del book["Sheet"]
    for title, names, rows in (
        ("CF Doc", DOCUMENT, [DOC]),
        ("CF Item", ITEM, items),
        ("CF Association", columns, associations),
    ):
        sheet = book.create_sheet(title)
        sheet.append(list(names))
        for row in rows:
            sheet.append([row.get(name) for name in names])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def item(name: str, **more: Any) -> dict[str, Any]:
    return {"identifier": name, "fullStatement": f"Statement {name}", "humanCodingScheme": name.upper(), **more}


def below(origin: str, destination: str, type_: str = "Is Child Of") -> dict[str, Any]:
    return {"originNodeIdentifier": origin, "associationType": type_, "destinationNodeIdentifier": destination}


def one(found: Imported) -> dict[str, Any]:
    (document,) = found.documents.values()
    return document


def tree(items: list[dict[str, Any]]) -> str:
    return " ".join(f"{each['code']}({tree(each['items'])})" if "items" in each else each["code"] for each in items)


def refused(name: str, data: bytes) -> str:
    with pytest.raises(NotImported) as refusal:
        read_opensalt(name, data)
    assert refusal.value.hint
    return f"{refusal.value.where}: {refusal.value.message}"


def sample(name: str) -> Imported:
    return read_opensalt(name, (SAMPLES / name).read_bytes())


def test_the_sample_workbook_is_read_whole():
    document = one(sample("spreadsheet_import_sample_10col.xlsx"))
    # Four items and ten associations, counted by hand: four of them are places in the tree.
    assert tree(document["items"]) == "S(S.1 S.2(S.2.1))"
    assert [each["type"] for each in document["associations"]] == [
        "exactMatchOf", "isPartOf", "precedes", "replacedBy", "hasSkillLevel", "isPeerOf",
    ]  # fmt: skip
    assert document["identifier"] == "93a2d99e-2988-11e9-8a65-bf64185a38dc"
    assert document["items"][0]["identifier"] == "93a2f014-2988-11e9-a3f0-673da56e176f"


def test_losses_of_a_workbook_are_at_cells():
    assert [(loss.where, loss.what) for loss in sample("spreadsheet_import_sample_10col.xlsx").losses] == [
        ("CF Association!A2", "the identifier of 4 isChildOf associations"),
        ("CF Association!C10", "the title of the origin of 1 association"),
        ("CF Doc!D2", "the zone of the time"),
        ("CF Doc!H2", "`subject` of the framework"),
        ("CF Doc!L2", "`statusStartDate` of the framework"),
        ("CF Doc!M2", "`statusEndDate` of the framework"),
        ("CF Item!J2", "`educationLevel` of 3 items"),
    ]


def test_the_sample_csv_is_read_whole():
    document = one(sample("sample_case.csv"))
    # Ten rows; Exponent 1 has no parent there and number 1, Exponents number 2.
    assert (
        tree(document["items"]) == "M(M.F(M.F.1-2(M.F.1-2.S1(M.F.1-2.S1a M.F.1-2.S1b)) M.F.C2(M.F.C2.S1))) M.E.C1 M.E"
    )
    assert [(each["from"], each["type"]) for each in document["associations"]] == [
        ("M.F", "isRelatedTo"), ("M.F.1-2", "isRelatedTo"), ("M.F.1-2.S1", "exemplar"), ("M.F.1-2.S1b", "isRelatedTo"),
    ]  # fmt: skip
    assert [(loss.where, loss.what) for loss in sample("sample_case.csv").losses] == [
        ("sample_case.csv!G2", "`notes` of 4 items")
    ]


def test_rows_without_an_identifier_have_none_afterwards():
    document = one(sample("update-items_children.csv"))
    assert sorted(each["code"] for each in document["items"]) == ["A.B", "A.B.C", "A.B.C.L", "A.B.D"]
    assert "row:" not in str(document)
    assert document["levels"] == ["Career Pathway"]


def test_the_outdated_template_of_eight_columns_is_read_by_its_headings():
    book = openpyxl.load_workbook(SAMPLES / EIGHT)
    book["CF Doc"].append([DOC.get(name) for name in DOCUMENT])
    book["CF Item"].append([item("a").get(name) for name in ITEM])
    book["CF Item"].append([item("b").get(name) for name in ITEM])
    # identifier, origin, its code, type, the destination's code, destination, group, its name
    book["CF Association"].append(["x", "b", "B", "Is Child Of", "A", "a"])
    out = io.BytesIO()
    book.save(out)
    assert tree(one(read_opensalt("eight.xlsx", out.getvalue()))["items"]) == "A(B)"


def test_the_empty_template_is_refused():
    assert refused(EIGHT, (SAMPLES / EIGHT).read_bytes()) == f"{EIGHT}: CF Doc!A2: the sheet is empty"


def test_a_sheet_without_headings_is_refused_rather_than_read_shifted():
    data = workbook([item("a")], [below("a", "d")], columns=("x", "originNodeIdentifier", "y"))
    said = refused("w.xlsx", data)
    assert said == "w.xlsx: CF Association!A1: the sheet has no column associationType and destinationNodeIdentifier"


def test_a_smart_level_places_and_numbers_items():
    items = [
        item("a", smartLevel="1"),
        item("b", smartLevel="1.10"),
        item("c", smartLevel="1.9"),
        item("d2", smartLevel="2"),
    ]
    assert tree(one(read_opensalt("w.xlsx", workbook(items, [])))["items"]) == "A(C B) D2"
    placed = [below("a", "d"), below("b", "a"), below("c", "a"), below("d2", "d")]
    assert tree(one(read_opensalt("w.xlsx", workbook(items, placed)))["items"]) == "A(C B) D2"


def test_numbers_dates_and_unknown_columns_are_texts():
    items = [item("a", educationLevel=3, CFItemType=7.0)]
    found = read_opensalt("w.xlsx", workbook(items, [below("a", "d")]))
    assert one(found)["levels"] == ["7"]
    assert one(found)["source"]["licence"] == "CC BY: Free"


@pytest.mark.parametrize(
    ("typed", "type_"),
    [
        ("Is Child Of", "isChildOf"),
        ("exactMatchOf", "exactMatchOf"),
        ("Is Translation Of", "isTranslationOf"),
        ("ext:own", "ext:own"),
    ],
)
def test_a_type_is_spelt_as_case_spells_it(typed, type_):
    assert association_type(typed) == type_


def test_a_fault_is_at_its_cell():
    assert refused("w.xlsx", workbook([item("a"), item("a")], [])).startswith("w.xlsx: CF Item!A3: the identifier a is")
    assert refused("w.xlsx", workbook([item("a")], [below("a", "")])).startswith("w.xlsx: CF Association!G2: this end")


def test_a_workbook_that_unpacks_too_far_is_refused_unread():
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"\0" * 90_000_000)
    assert refused("w.xlsx", bomb.getvalue()) == "w.xlsx: unpacked it is 90,000,000 bytes, more than 80,000,000"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no workbook"])
def test_what_is_no_workbook_is_refused(data):
    assert refused("w.xlsx", data) == "w.xlsx: it is damaged, or no zip archive"


def test_a_workbook_of_other_sheets_is_refused():
    book, out = openpyxl.Workbook(), io.BytesIO()
    book.save(out)
    assert refused("w.xlsx", out.getvalue()) == 'w.xlsx: the workbook has no sheet "CF Doc"'


def test_csv_is_text_and_has_the_columns():
    assert "it is not text" in refused("c.csv", b"\xff\xfea")
    assert refused("c.csv", b"a,b\n1,2\n") == "c.csv: c.csv!A1: the sheet has no column fullStatement"
    assert refused("c.csv", b"x" * 20_000_001) == "c.csv: it is longer than 20,000,000 bytes"


@pytest.mark.parametrize("text", [text for name, text in HOSTILE.items() if name != "half a character"])
def test_hostile_texts_in_a_csv_are_texts(text):
    quoted = text.replace('"', '""')
    data = f'identifier,fullStatement,humanCodingScheme,Is Child Of\n1,"{quoted}",A,\n'.encode()
    if "\0" in text:
        assert "it is not text" in refused("c.csv", data)
        return
    assert one(read_opensalt("c.csv", data))["items"][0].get("text", "") == text.strip()


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 8700), st.binary(max_size=30))
def test_a_damaged_workbook_is_read_or_refused(at, new):
    data = (SAMPLES / "spreadsheet_import_sample_10col.xlsx").read_bytes()
    try:
        read_opensalt("w.xlsx", data[:at] + new + data[at + len(new) :])
    except NotImported as error:
        assert error.where.startswith("w.xlsx")  # noqa: PT017 - either of the two is right here


def test_the_csv_is_recognised_and_a_workbook_has_to_be_named():
    importer = format_named("opensalt").importer
    assert importer
    assert importer.recognises("a.csv", (SAMPLES / "sample_case.csv").read_bytes()[:400])
    assert not importer.recognises("a.csv", b"outcome,code\n")
    assert not importer.recognises("a.xlsx", b"PK\x03\x04")


def test_a_sheet_of_more_rows_than_any_framework_is_refused():
    data = b"fullStatement\n" + b"a\n" * 250_001
    assert refused("c.csv", data) == "c.csv: it has more than 250,000 cells that are filled"
    assert "16,384 columns" in refused("c.csv", b"fullStatement" + b",x" * 20_000)


def test_a_date_in_a_cell_is_read_as_one():
    data = workbook([item("a")], [below("a", "d")])
    book = openpyxl.load_workbook(io.BytesIO(data))
    book["CF Doc"]["D2"] = datetime(2024, 5, 6, 1, 2, 3)  # noqa: DTZ001 - a cell has no zone
    out = io.BytesIO()
    book.save(out)
    assert one(read_opensalt("w.xlsx", out.getvalue()))["changed"] == "2024-05-06T01:02:03+00:00"


def test_a_column_without_a_heading_is_a_loss_and_of_two_of_a_name_the_first_counts():
    data = b"fullStatement,,fullStatement,Is Child Of\nfirst,x,second,\n"
    found = read_opensalt("c.csv", data)
    assert one(found)["items"][0]["text"] == "first"
    assert [(loss.where, loss.what) for loss in found.losses] == [("c.csv!B2", '"x"'), ("c.csv!C2", '"second"')]


def test_a_formula_in_a_workbook_is_said_and_never_evaluated():
    book = openpyxl.load_workbook(io.BytesIO(workbook([item("a")], [below("a", "d")])))
    book["CF Item"]["H2"] = '=HYPERLINK("http://example.org")'
    out = io.BytesIO()
    book.save(out)
    found = read_opensalt("w.xlsx", out.getvalue())
    assert [loss.where for loss in found.losses if loss.what == "a formula"] == ["'CF Item'!H2"]
    assert "HYPERLINK" not in str(found)


def test_bombs_are_refused_as_in_every_workbook():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<!DOCTYPE l [<!ENTITY a 'b'>]><l/>")
    assert "document type" in refused("w.xlsx", out.getvalue())


def test_a_sheet_that_is_damaged_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook([item("a")], []))) as archive, zipfile.ZipFile(out, "w") as damaged:
        for name in archive.namelist():
            data = archive.read(name)
            damaged.writestr(name, data[: len(data) // 2] if name.endswith("sheet2.xml") else data)
    assert refused("w.xlsx", out.getvalue()) == "w.xlsx: it is no Excel workbook, or a damaged one"


def test_what_came_from_no_cell_keeps_its_path():
    sheet = Sheet("CF Item", {}, [], [])
    assert Cells({"CFItems": sheet}).cell("$.CFItems[3].notes") == "$.CFItems[3].notes"
    assert Cells({}).cell("$.other") == "$.other"

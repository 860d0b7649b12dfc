"""The page on paper: everything open, nothing to press, heads of tables on each page."""

import re
import subprocess

import pytest
from tests.render.report.large import cell, columns, large
from tests.tools import tool

from alignkit.render.report.blocks import Document, Row, Section, Table
from alignkit.render.report.html import render
from alignkit.render.report.language import language


@pytest.fixture(scope="module")
def sheets(browser, tmp_path_factory):
    """Close all sections, print the page, and return the text of each sheet."""
    file = tmp_path_factory.mktemp("print") / "report.html"
    file.write_bytes(render(large(), language("en")))
    page = browser.new_page()
    page.goto(file.as_uri())
    page.get_by_role("button", name="Close all sections").click()
    return sheets_of(page, file.with_suffix(".pdf"))


def sheets_of(page, file):
    page.pdf(path=file, prefer_css_page_size=True)
    text = subprocess.run([tool("pdftotext"), "-layout", str(file), "-"], capture_output=True, check=True, text=True)
    return text.stdout.split("\f")[:-1]


def sheets_with(pattern, sheets):
    return [sheet for sheet in sheets if re.search(pattern, sheet, re.MULTILINE)]


def test_closed_sections_and_the_tables_of_pictures_are_open_on_paper(sheets):
    rows = re.findall(r"^ *VE(\d+) +(?:not )?[a-z]+ +(?:not )?[a-z]+ +", "\n".join(sheets), re.MULTILINE)
    assert rows == [str(number) for number in range(1, 61)]
    assert sheets_with("Reflective essay", sheets)


def test_nothing_to_press_is_printed_and_addresses_are(sheets):
    text = "\n".join(sheets)
    assert re.findall(r"Dark page|all sections|\bFind\b|Show all rows|\bCopy\b|of 60 rows", text) == []
    assert "Reeves 2016 (https://doi.org/10.1002/14651858)" in text
    assert text.count("https://example.org/a/very/long/address") == 1


def test_every_sheet_of_a_table_has_its_head(sheets):
    of_map = sheets_with(r"^ *VE\d+ +[a-z ]+claimed", sheets)
    of_items = sheets_with(r"^ *VE\d+ +[○◔◑◕●]", sheets)
    assert len(of_map) > 1
    assert sheets_with(r"^ *Item +M1 +M2 +M3 +M4", of_map) == of_map
    assert len(of_items) > 2
    assert sheets_with(r"^ *Item +Step +Outcomes +Activities", of_items) == of_items


def test_sheets_are_numbered(sheets):
    assert all(f"{number} / {len(sheets)}" in sheet for number, sheet in enumerate(sheets, 1))


def test_a_filtered_table_says_on_paper_that_it_is(opened, tmp_path):
    page = opened(large(items=12))
    page.locator("#items").get_by_label("Step").select_option("not claimed")
    text = "\n".join(sheets_of(page, tmp_path / "report.pdf"))
    assert "2 of 12 rows" in text
    assert "12 of 12" not in text


def test_no_heading_and_no_caption_is_left_at_the_end_of_a_sheet(opened, tmp_path):
    def part(number):
        rows = tuple(Row((cell(f"row {number}.{each}"), cell("x"), cell("y"))) for each in range(number % 5 + 1))
        table = Table(f"t{number}", f"caption {number}", columns(A=1, B=1, C=1), rows)
        return Section(f"s{number}", f"heading {number}", (table,))

    page = opened(Document("T", "", "en", tuple(map(part, range(60))), (), "f"))
    sheets = sheets_of(page, tmp_path / "report.pdf")
    last = [[line.strip() for line in sheet.splitlines() if line.strip()][-2] for sheet in sheets[1:-1]]
    assert len(last) > 5
    assert all(line.startswith("row") for line in last)


def test_the_heading_of_a_table_laid_across_stands_on_its_sheet(opened, tmp_path):
    wide = Table("wide", "Wide", columns(A=1, B=1, C=1, D=1, E=1, F=1, G=1), (Row((cell("row"),)),))
    inner = Section("in", "Inner", (wide,))
    page = opened(Document("T", "", "en", (Section("s", "S", ()), Section("out", "Outer", (inner,))), (), "f"))
    laid_across = sheets_with("^ *row", sheets_of(page, tmp_path / "wide.pdf"))
    assert sheets_with("Outer(.|\n)*Inner(.|\n)*Wide", laid_across) == laid_across

"""The figures of one report in every format, read back by programs that are not ours: they are those of the data."""

import json
import re
from io import BytesIO
from pathlib import Path

import html5lib
import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook
from pypdf import PdfReader
from tests.counted import COURSE, FRAMEWORK, REACHED

from alignkit.api.report import ReportRequest, report
from alignkit.render.pictures.palette import LIGHT
from alignkit.render.report.chapters.document import fingerprint_of, report_document
from alignkit.render.report.formats import FORMATS
from alignkit.render.report.json import data
from alignkit.render.report.language import language
from alignkit.source.tree import Folder, Memory

ENGLISH = language("en")


@pytest.fixture(scope="module")
def full():
    files = {"c.yaml": COURSE, "own/toy.yaml": FRAMEWORK, "alignkit.yaml": "alignkit: project/1\nframeworks: [own/]\n"}
    return report(Memory(files), ReportRequest("c.yaml"), "alignkit.yaml")


@pytest.fixture(scope="module")
def figures(full):
    """Return what the data say: items in scope and how many got to each step, and each item's step."""
    (chapter,) = json.loads(data("alignkit-report/1", full, fingerprint_of(full), ENGLISH))["chapters"]
    counts = [chapter["coverage"]["total"], *(step["reached"] for step in chapter["coverage"]["steps"])]
    return counts, {row["code"]: row["step"] for row in chapter["rows"] if "step" in row}


def written(full, name: str) -> bytes:
    palette = LIGHT if FORMATS[name].on_paper else None
    return FORMATS[name].renderer()(report_document(full, ENGLISH, palette), ENGLISH)


def rows_of(name: str, content: bytes) -> list[str]:
    """Return the rows of all tables as lines of text, or a PDF's text as one line."""
    if name == "html":
        tree = html5lib.parse(content, namespaceHTMLElements=False)
        return [" ".join(" ".join(cell.itertext()) for cell in row) for row in tree.iter("tr")]
    if name == "docx":
        tables = WordDocument(BytesIO(content)).tables
        return [" ".join(cell.text for cell in row.cells) for table in tables for row in table.rows]
    if name == "xlsx":
        book = load_workbook(BytesIO(content))
        return [" ".join(str(value) for value in row if value is not None) for s in book for row in s.values]
    if name == "pdf":
        return [" ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)]
    return re.sub(r"<[^>]+>|\[|\]\([^)]*\)|[*|\\]", " ", content.decode()).splitlines()


def plain(row: str) -> str:
    return " ".join(row.split())


def test_the_data_are_what_was_counted_by_hand(figures):
    counts, steps = figures
    assert counts == [7, *REACHED.values()]
    assert list(steps.values()).count("evidenced") == REACHED["evidenced"]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_same_figures(full, figures, name):
    counts, steps = figures
    rows = [plain(row) for row in rows_of(name, written(full, name))]
    # A share stands behind its figure, in a spreadsheet in a column of its own: "6 (86%)", "6 6 (86%)".
    coverage = re.compile(r"Toy\b.*?\b" + r"(?:(?: \d+)? \(\d+%\))? ".join(map(str, counts)))
    assert any(coverage.search(row) for row in rows), [row for row in rows if "Toy" in row][:3]
    for code, step in steps.items():
        told = re.compile(rf"\b{code} .*?\b{step}\b")
        assert any(told.search(row) for row in rows), (code, step)


def test_the_summary_of_the_shipped_example_is_one_page():
    root = Path(__file__).parents[3]
    whole = report(Folder(str(root)), ReportRequest("examples/complete.yaml"))
    pages = [page.extract_text() for page in PdfReader(BytesIO(written(whole, "pdf"))).pages]
    (first,) = (number for number, text in enumerate(pages) if text.startswith("Summary"))
    assert "What is missing" in pages[first]
    assert pages[first + 1].startswith("The four characteristics")

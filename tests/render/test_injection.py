"""Every document that is written of a hostile project has the parts that its harmless twin has, and no more.

What is written is read by programs that are not ours; the formats are those that the code lists: none is left out.
"""

import csv
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from io import BytesIO, StringIO
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZipFile

import html5lib
import networkx as nx
import pikepdf
import pytest
from defusedxml import ElementTree
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from pypdf import PdfReader
from rdflib import Graph
from tests.injected import TEXTS, files, harmless, hostile

from alignkit.api.check import CheckRequest, check
from alignkit.api.export import Subject, find_subject
from alignkit.api.report import ReportRequest, report
from alignkit.errors import AlignkitError
from alignkit.exchange.formats import MODULES, Exporter, format_named
from alignkit.findings import Severity
from alignkit.render.findings import FORMATS
from alignkit.render.report.chapters.document import fingerprint_of, report_document
from alignkit.render.report.formats import FORMATS as REPORTS
from alignkit.render.report.json import data as report_data
from alignkit.render.report.language import language
from alignkit.render.report.signs import held
from alignkit.source.tree import Memory
from alignkit.views.check import CheckView

TWINS: dict[str, Callable[[str], str]] = {"hostile": hostile, "harmless": harmless}
SAY = language("en")
# What a spreadsheet takes for a formula when it stands first in a cell.
LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
JUNIT = {"testsuites", "testsuite", "testcase", "failure", "error", "skipped", "properties", "property", "system-out"}


@cache
def tree(twin: str) -> Memory:
    return Memory(files(TWINS[twin]))


@cache
def found(twin: str) -> CheckView:
    request = CheckRequest(paths=("c.yaml", "frameworks"), describe=True, rubrics=("hpac-2019", "micro-credential"))
    return check(tree(twin), request, "alignkit.yaml")


@cache
def reported(twin: str, format_: str) -> bytes:
    """Return the report in a format."""
    view = report(tree(twin), ReportRequest("c.yaml"), "alignkit.yaml")
    if format_ == "json":
        return report_data("alignkit-report/1", view, fingerprint_of(view), SAY)
    return REPORTS[format_].renderer()(report_document(view, SAY), SAY)


def elements(page: str) -> Iterator[Any]:
    return html5lib.parse(page, namespaceHTMLElements=False).iter()


def of_page(page: str) -> set[str]:
    """Return the kinds of elements and attributes of a page, and the schemes that its addresses have."""
    kinds: set[str] = set()
    for element in elements(page):
        if not isinstance(element.tag, str):  # a comment, by which alignkit keeps an address from becoming a link
            assert not (element.text or "").strip()
            continue
        kinds |= {element.tag, *(f"@{name}" for name in element.attrib)}
        for name in ("href", "src", "action"):
            if name in element.attrib:
                kinds.add(f"{name} {urlsplit(element.attrib[name].strip()).scheme}")
    return kinds


def of_markdown(text: str) -> set[str]:
    """Return the kinds of elements that a text becomes, raw HTML taken as such: whoever shows it may allow that."""
    return of_page(MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(text))


def of_json(text: str) -> set[str]:
    json.loads(text)
    return set()


def of_sarif(text: str) -> set[str]:
    """Return nothing once each address in the log is that of a file of the project."""
    for uri in re.findall(r'"uri": "([^"]*)"', text):
        assert urlsplit(uri).scheme == ""
        assert not uri.startswith("/")
        assert ".." not in uri.split("/")
    return of_json(text)


def of_junit(text: str) -> set[str]:
    tags = {element.tag for element in ElementTree.fromstring(text).iter()}
    assert tags <= JUNIT
    return set()


def of_github(text: str) -> set[str]:
    """Return nothing once each line is one of our commands, and its text has no other."""
    for line in text.splitlines():
        assert re.fullmatch(r"::(error|warning|notice)( [^:]*)?::[^\r\n]*", line) or not line.lstrip().startswith("::")
        assert not line.lstrip().startswith("##[")
    return set()


FINDINGS = {
    "json": of_json,
    "sarif": of_sarif,
    "junit": of_junit,
    "github": of_github,
    "gitlab": of_json,
    "rdjson": lambda text: (
        {kind for line in text.splitlines() for kind in of_json(line)} if text[:2] != "{\n" else of_json(text)
    ),
    "markdown": of_markdown,
}


@pytest.mark.parametrize("format_", sorted({*FORMATS, *FINDINGS}))
def test_findings_become_nothing_but_findings(format_):
    kinds = FINDINGS[format_]
    assert kinds(FORMATS[format_](found("hostile"))) <= kinds(FORMATS[format_](found("harmless"))) | {"href http"}


def test_each_finding_is_one_command_of_github():
    lines = [line for line in FORMATS["github"](found("hostile")).splitlines() if line.startswith("::")]
    severe = [each for each in found("hostile").findings if each.finding.severity in tuple(Severity)]
    assert 0 < len(lines) <= len(severe)


def of_workbook(data: bytes) -> set[str]:
    """Return the schemes of a workbook's links once no cell of it is calculated."""
    book = load_workbook(BytesIO(data))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n", "b", "inlineStr", "d"}
    links = {cell.hyperlink.target or "" for cell in cells if cell.hyperlink}
    return {f"link {urlsplit(link).scheme}" for link in links}


def of_word(data: bytes) -> set[str]:
    """Return the fields of a Word file without what they name, its elements, and the schemes that its links have."""
    kinds: set[str] = set()
    with ZipFile(BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")):
                root = ElementTree.fromstring(archive.read(name))
                kinds |= {element.tag for element in root.iter()}
                kinds |= {
                    f"field {(each.text or '').split()[0]}" for each in root.iter() if each.tag.endswith("}instrText")
                }
                external = [
                    each.attrib["Target"] for each in root.iter() if each.attrib.get("TargetMode") == "External"
                ]
                kinds |= {f"link {urlsplit(target).scheme}" for target in external}
    return kinds


def of_pdf(data: bytes) -> set[str]:
    """Return the kinds of actions in a PDF, with the schemes of those that open an address."""
    kinds: set[str] = set()
    with pikepdf.open(BytesIO(data)) as document:
        assert "/OpenAction" not in document.Root
        assert "/JavaScript" not in document.Root.get("/Names", {})
        for each in document.objects:
            if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/URI" in each:
                kinds.add(f"link {urlsplit(str(each['/URI'])).scheme}")
            elif isinstance(each, pikepdf.Dictionary) and each.get("/S") in ("/JavaScript", "/Launch", "/SubmitForm"):
                kinds.add(str(each["/S"]))
    return kinds


DOCUMENTS: dict[str, Callable[[bytes], set[str]]] = {
    "html": lambda data: of_page(data.decode()),
    "md": lambda data: of_markdown(data.decode()),
    "xlsx": of_workbook,
    "docx": of_word,
    "pdf": of_pdf,
    "json": lambda data: of_json(data.decode()),
}


@pytest.mark.parametrize("format_", sorted({*REPORTS, "json", *DOCUMENTS}))
def test_a_report_has_the_parts_of_its_twin_and_no_more(format_):
    kinds = DOCUMENTS[format_]
    assert kinds(reported("hostile", format_)) <= kinds(reported("harmless", format_)) | {"href http", "link http"}


def words(text: str) -> str:
    return " ".join(held(text).split())


def in_workbook(data: bytes) -> str:
    book = load_workbook(BytesIO(data))
    return " ".join(
        str(cell.value) for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value
    )


def in_word(data: bytes) -> str:
    with ZipFile(BytesIO(data)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    # A line that is broken within a text is an element of its own.
    return "".join("\n" if each.tag.endswith(("}br", "}p")) else each.text or "" for each in root.iter())


def in_pdf(data: bytes) -> str:
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)


READ: dict[str, Callable[[bytes], str]] = {
    "html": lambda data: " ".join(
        "".join(html5lib.parse(data.decode(), namespaceHTMLElements=False).itertext()).split()
    ),
    "xlsx": in_workbook,
    "docx": in_word,
    "pdf": in_pdf,
}
# A page holds signs in the order in which they are seen, none that nobody sees, and those that its fonts have.
AS_SEEN = {
    "text turned round",
    "more text turned round",
    "other languages",
    "marks that nobody sees",
    "a formula of wide signs",
}


@pytest.mark.parametrize("format_", READ)
def test_every_text_arrives_as_text(format_):
    seen = "".join(words(READ[format_](reported("hostile", format_))).split())
    missing = {name for name in TEXTS if "".join(words(hostile(name)).split()) not in seen}
    assert missing <= (AS_SEEN if format_ == "pdf" else set())


@pytest.mark.parametrize("format_", READ)
def test_no_sign_of_a_report_steers_what_shows_it(format_):
    shown = READ[format_](reported("hostile", format_))
    assert [sign for sign in shown if sign not in held(sign)] == []


SUBJECTS = {"curriculum": "c.yaml", "framework": "frameworks/own-2024.yaml", "crosswalk": "frameworks/walk.yaml"}
EXPORTS = [(name, each.of) for name in MODULES for each in format_named(name).exporters]


def subject(of: str) -> Subject:
    return find_subject(tree("hostile"), SUBJECTS[of], "alignkit.yaml")


def of_table(text: str) -> None:
    rows = list(csv.reader(StringIO(text, newline="")))
    assert len({len(row) for row in rows}) == 1
    assert [cell for row in rows for cell in row if (cell.strip(" ") or cell).startswith(LIVE)] == []


EXPORTED: dict[str, Callable[[bytes], object]] = {
    ".json": json.loads,
    ".jsonld": json.loads,
    ".ttl": lambda data: Graph().parse(data=data.decode(), format="turtle"),
    ".graphml": lambda data: nx.read_graphml(BytesIO(data)),
    ".csv": lambda data: of_table(data.decode("utf-8-sig")),
    ".xlsx": of_workbook,
}


@pytest.mark.parametrize(("name", "of"), EXPORTS)
def test_an_export_is_refused_in_words_or_read_by_others_as_what_it_is(name, of):
    exporter: Exporter = next(each for each in format_named(name).exporters if each.of == of)
    try:
        written = exporter.write(*subject(of).arguments)
    except AlignkitError as error:
        pytest.skip(f"refused: {error.message.encode('ascii', 'replace').decode()[:80]}")
    suffix = "." + exporter.suffix.rpartition(".")[2]
    for data in (written.data, *(data for ending, data in written.beside.items() if ending.endswith(suffix))):
        EXPORTED[suffix](data)

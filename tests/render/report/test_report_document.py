"""The report as a document: every link leads somewhere, every place is true, no table loses a row."""

from pathlib import Path

import pytest
from tests.counted import COURSE, FRAMEWORK
from tests.hostile import HOSTILE

from alignkit.api.portfolio.portfolio import portfolio
from alignkit.api.portfolio.unit import PortfolioRequest
from alignkit.api.report import ReportRequest, report
from alignkit.render.report.blocks import Document, Picture, Section, Table, tables, walk
from alignkit.render.report.chapters.document import fingerprint_of, report_document
from alignkit.render.report.chapters.portfolio import portfolio_document
from alignkit.render.report.language import language
from alignkit.source.tree import Folder, Memory

ROOT = Path(__file__).parents[3]
ENGLISH = language("en")


def report_of(text: str, *frameworks: str) -> Document:
    files = {"c.yaml": text, "frameworks/toy.yaml": FRAMEWORK}
    project = "alignkit: project/1\nframeworks: [frameworks/]\n"
    tree = Memory({**files, "alignkit.yaml": project})
    return report_document(report(tree, ReportRequest("c.yaml", frameworks), "alignkit.yaml"), ENGLISH)


def shipped(name: str, **asked) -> Document:
    return report_document(report(Folder(str(ROOT)), ReportRequest(name, **asked)), ENGLISH)


DOCUMENTS = {
    "counted": lambda: report_of(COURSE),
    "nothing": lambda: report_of("alignkit: curriculum/1\nid: none\ntitle: Nothing\noutcomes: []\n"),
    "complete": lambda: shipped("examples/complete.yaml"),
    "faults": lambda: shipped("examples/faults.yaml", jurisdictions=("IE", "EU")),
    "a real course": lambda: shipped("curricula/prep-ip-2023.yaml", frameworks=("ipec-2023", "aacn-2021")),
    "portfolio": lambda: portfolio_document(
        portfolio(Folder(str(ROOT)), PortfolioRequest(("examples", "curricula"))), ENGLISH
    ),
}


@pytest.fixture(scope="module", params=DOCUMENTS)
def document(request):
    return DOCUMENTS[request.param]()


def anchors(document: Document) -> list[str]:
    found = [block.id for block, _ in walk(document.sections) if isinstance(block, (Section, Table, Picture))]
    found += [block.table.id for block, _ in walk(document.sections) if isinstance(block, Picture)]
    return found + [row.anchor for table in tables(document) for row in table.rows if row.anchor]


def links(document: Document) -> list[str]:
    cells = [cell for table in tables(document) for row in table.rows for cell in row.cells]
    return [run.link for cell in cells for line in cell.lines for run in line if run.link]


def test_anchors_are_unique_and_of_plain_signs(document):
    found = anchors(document)
    assert len(found) == len(set(found))
    assert all(each.isascii() and each.replace("-", "").isalnum() for each in found)


def test_every_link_leads_to_an_anchor_or_the_web(document):
    inside = {link for link in links(document) if not link.startswith(("https://", "http://"))}
    missing = {link for link in inside if link.removeprefix("#") not in anchors(document)}
    # An outcome may align with an item out of scope, and mention what nobody defined: those have no row.
    assert {link for link in missing if not link.startswith(("#item-", "#outcome-"))} == set()


def test_tables_have_a_cell_for_each_column(document):
    for table in tables(document):
        assert {len(row.cells) for row in table.rows} <= {len(table.columns)}, table.id
        assert table.rows or table.empty, table.id


def test_every_place_is_the_line_that_it_says():
    view = report(Folder(str(ROOT)), ReportRequest("examples/complete.yaml"))
    lines = (ROOT / "examples" / "complete.yaml").read_text(encoding="utf-8").splitlines()
    parts = view.parts
    named = [(name, each.at) for name, each in parts.outcomes.items()]
    named += [(name, each.at) for name, each in parts.activities.items()]
    named += [(name, each.at) for name, each in parts.assessments.items()]
    named += [(each.id, each.at) for each in parts.modules]
    assert len(named) == 5 + 5 + 4 + 3
    for name, at in named:
        assert name in lines[at.line - 1]
    for outcome in parts.outcomes.values():
        for alignment in outcome.alignments:
            assert alignment.to in lines[alignment.at.line - 1]
    for each in view.cited:
        assert each.id in lines[each.at.line - 1]


def test_the_same_input_gives_the_same_fingerprint_and_any_other_another():
    tree = Memory({"c.yaml": COURSE, "toy.yaml": FRAMEWORK})
    again = [fingerprint_of(report(tree, ReportRequest("c.yaml"))) for _ in range(2)]
    assert again[0] == again[1]
    asked = ReportRequest("c.yaml", date="2026-11-26")
    other = Memory({"c.yaml": COURSE + "\n", "toy.yaml": FRAMEWORK})
    different = {again[0], fingerprint_of(report(tree, asked)), fingerprint_of(report(other, ReportRequest("c.yaml")))}
    assert len(different) == 3


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_any_text_can_be_a_title_and_an_id(text):
    quoted = "".join(f"\\U{ord(sign):08X}" for sign in text[:3000] if not 0xD800 <= ord(sign) < 0xE000)
    course = COURSE.replace("title: Counted by hand", f'title: "{quoted}"').replace("id: M1\n", f'id: "{quoted}"\n')
    found = anchors(report_of(course))
    assert len(found) == len(set(found))
    assert all(each.isascii() for each in found)

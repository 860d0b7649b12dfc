"""What is kept of many curricula does not grow with their number, and says what is not shown."""

from tests.institution import institution

from alignkit.api.portfolio.portfolio import portfolio
from alignkit.api.portfolio.unit import PortfolioRequest
from alignkit.render.report.chapters.portfolio import portfolio_document
from alignkit.render.report.language import language
from alignkit.render.report.markdown import render
from alignkit.source.tree import Memory
from alignkit.views.portfolio.tally import Most


def view_of(files, most, *frameworks):
    request = PortfolioRequest(frameworks=frameworks)
    return portfolio(Memory(files), request, "alignkit.yaml", most=most)


def test_everything_is_counted_whatever_is_listed():
    """7 curricula: 3 of 4 outcomes, 3 and the programme of 1; A1 is taught by all, 2 activities in three of them."""
    cut, whole = view_of(institution(), Most(2, 24)), view_of(institution(), Most())
    assert (cut.total, cut.outcomes, len(cut.curricula), len(whole.curricula)) == (7, 16, 2, 7)
    assert cut.frameworks == whole.frameworks
    assert (cut.quality, cut.fingerprint) == (whole.quality, whole.fingerprint)
    a1 = cut.frameworks[0].items[0]
    assert (a1.taught, a1.assessed, a1.activities) == (7, 3, 10)


def test_no_study_keeps_its_items_and_no_item_more_than_eight_names():
    view = view_of(institution(12), Most())
    assert {each.items for study in view.curricula for each in study.frameworks} == {()}
    a1 = view.frameworks[0].items[0]
    assert (a1.taught, [each.place for each in a1.taught_in]) == (25, list(range(8)))


def test_the_page_says_what_it_does_not_list():
    say = language("en")
    view = view_of(institution(), Most(2, 1), "toy", "who-2010", "ipec-2023")
    text = render(portfolio_document(view, say), say).decode()
    assert "2 of the 7 curricula are listed, the first in the order of their files." in text
    assert "The items of 1 of the 3 frameworks are shown" in text
    assert "and 4 more" not in text
    assert "7 curricula together" in text
    whole = render(portfolio_document(view_of(institution(), Most()), say), say).decode()
    assert "curricula are listed" not in whole
    assert "are shown, those" not in whole


def test_links_lead_only_to_curricula_that_are_listed():
    say = language("en")
    view = view_of(institution(), Most(1, 24))
    html = portfolio_document(view, say)
    anchors = {
        row.anchor for section in html.sections for block in section.blocks for row in getattr(block, "rows", ())
    }
    cells = [
        cell
        for section in html.sections
        for block in section.blocks
        for row in getattr(block, "rows", ())
        for cell in row.cells
    ]
    links = {run.link for cell in cells for line in cell.lines for run in line if run.link.startswith("#curriculum")}
    assert links
    assert {link[1:] for link in links} <= anchors


def test_frameworks_that_most_use_are_shown_in_full():
    files = institution(1)
    files["courses/fourth.yaml"] = files["courses/second-0.yaml"].replace("[toy]", "[toy, ipec-2023]")
    view = view_of(files, Most(500, 1))
    assert [each.id for each in view.frameworks] == ["ipec-2023", "toy"]
    assert [each.id for each in view.in_full] == ["toy"]


def test_many_files_that_are_left_out_are_counted():
    files = institution(1) | {f"courses/bad-{n:03}.yaml": "alignkit: curriculum/1\nid: [" for n in range(501)}
    say = language("en")
    view = view_of(files, Most())
    assert len(view.unread) == 502
    text = render(portfolio_document(view, say), say).decode()
    assert "500 of the 502 files that are left out are named here" in text

"""axe-core, which is not ours, finds nothing to object to: in both themes, on paper, on a phone, with a row opened."""

from importlib.resources import files

import pytest
from tests.hostile import HOSTILE
from tests.render.report.large import large
from tests.render.report.sample import document

# Every kind of block and every tone, but few rows: axe looks at each element.
REPORT = large(items=8, activities=6, outcomes=8)
WIDE = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 320, "height": 640}}
# What WCAG 2.2 asks for at A and AA, and what axe calls best practice besides.
OPTIONS = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")


def violations(page):
    page.evaluate(AXE)
    found = page.evaluate("options => axe.run(document, options)", OPTIONS)["violations"]
    return [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
def test_both_themes_at_both_widths(opened, scheme, size):
    page = opened(REPORT, color_scheme=scheme, **size)
    assert violations(page) == []


def test_paper(opened):
    page = opened(REPORT)
    page.emulate_media(media="print")
    assert violations(page) == []


def test_forced_colours(opened):
    assert violations(opened(REPORT, forced_colors="active")) == []


def test_a_row_that_is_opened_and_a_table_that_is_filtered(opened):
    page = opened(REPORT, color_scheme="dark", **PHONE)
    page.locator("#items").get_by_label("Step").select_option("taught")
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert violations(page) == []
    page.locator("#item-VE3 .leads").click()
    assert violations(page) == []


@pytest.mark.parametrize("text", ["a script", "other languages"])
def test_hostile_texts(opened, text):
    assert violations(opened(document(HOSTILE[text], "ar"))) == []


def test_axe_would_find_what_is_wrong(opened):
    page = opened(REPORT)
    page.evaluate("document.documentElement.lang = ''; document.querySelector('input').parentElement.replaceWith('')")
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    assert {"html-has-lang", "color-contrast"} <= {name for name, _ in violations(page)}

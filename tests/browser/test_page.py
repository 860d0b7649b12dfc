"""What the page does as a whole: theme, sections, sorting, copying; and what it shows without its script."""

import pytest
from playwright.sync_api import expect
from tests.hostile import HOSTILE
from tests.render.report.large import RIGHT_TO_LEFT, large
from tests.render.report.sample import document

PHONE = {"viewport": {"width": 320, "height": 640}}


def ground(page):
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def test_the_page_is_dark_where_the_system_is_and_as_the_reader_wants(opened):
    page = opened(color_scheme="dark")
    dark = ground(page)
    button = page.get_by_role("button", name="Dark page", pressed=True)
    button.click()
    light = ground(page)
    assert dark != light
    expect(page.get_by_role("button", name="Dark page", pressed=False)).to_be_visible()
    page.reload()
    assert ground(page) == dark
    assert page.evaluate("localStorage.length + document.cookie.length") == 0


def test_sections_close_and_open_one_by_one_and_all_together(opened):
    page = opened()
    heading = page.get_by_role("button", name="Summary", exact=True)
    heading.press("Enter")
    assert heading.get_attribute("aria-expanded") == "false"
    expect(page.locator("#summary-steps")).to_be_hidden()
    page.get_by_role("button", name="Close all sections").click()
    assert page.locator("main .body:visible").count() == 0
    page.get_by_role("button", name="Open all sections").click()
    assert page.locator("main section").count() == page.locator("main .body:visible").count() == 6


def test_the_contents_open_the_section_that_they_lead_to(opened):
    page = opened()
    page.get_by_role("button", name="Close all sections").click()
    page.get_by_role("link", name="IPEC Core Competencies").click()
    expect(page.locator("#item-VE2")).to_be_visible()
    expect(page.get_by_role("button", name="IPEC Core Competencies")).to_be_in_viewport()


def test_a_column_sorts_up_then_down_then_as_it_was(opened):
    page = opened()
    hours = page.locator("#activities thead th", has_text="Hours")
    first = page.locator("#activities tbody tr:first-child th")
    found = []
    for _ in range(3):
        hours.get_by_role("button").click()
        found.append((hours.get_attribute("aria-sort"), first.inner_text()))
    assert found == [("ascending", "M1.A1"), ("descending", "M4.A20"), ("none", "M1.A1")]
    assert page.locator("#items thead button").count() == 0


def test_lines_to_copy_are_copied_as_they_stand(opened):
    page = opened(permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[:3] == ["outcomes:", "  - id: LO2", f"    text: {RIGHT_TO_LEFT}"]


@pytest.mark.parametrize("source", [large(), document(HOSTILE["a script"])], ids=["large", "hostile"])
def test_nothing_is_asked_of_a_network(opened, source):
    asked: list[str] = []
    page = opened(source)
    page.context.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.get_by_role("button", name="Dark page").click()
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if not url.startswith("data:")] == [page.url]
    assert page.url.startswith("file:")


def test_without_the_script_everything_is_there_to_be_read(opened):
    page, still = opened(), opened(java_script_enabled=False)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    for rows in ("tbody tr", "figure svg rect", "main section .title"):
        assert still.locator(f"{rows}:visible").count() == page.locator(f"{rows}:visible").count() > 0
    assert still.locator("#items tbody").inner_text() == page.locator("#items tbody").inner_text()
    assert still.locator("button:visible, input:visible, select:visible").count() == 0
    expect(still.locator("#items caption strong")).to_be_visible()


@pytest.mark.parametrize("script", [True, False])
@pytest.mark.parametrize("source", [large(), document("long" * 20_000, "ar")], ids=["large", "one long word"])
def test_a_phone_never_scrolls_the_page_sideways(opened, source, script):
    page = opened(source, java_script_enabled=script, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_rows_become_cards_on_a_phone_and_figures_scroll_in_a_region_of_their_own(opened):
    page = opened(**PHONE)
    cell = page.locator("#item-VE2 td").nth(1)
    assert cell.evaluate("td => getComputedStyle(td).display") == "block"
    assert "Outcomes" in cell.evaluate("td => getComputedStyle(td, '::before').content")
    region = page.get_by_role("region", name="How far each framework is covered")
    region.focus()
    assert region.evaluate("room => room.scrollWidth > room.clientWidth && document.activeElement === room")


def test_only_what_scrolls_is_a_stop_on_the_way(opened):
    stops = "() => [...document.querySelectorAll('main [role=region]')].map(each => each.tabIndex)"
    phone, wide = opened(**PHONE), opened()
    expect(phone.locator("#summary-steps [role=region]")).to_have_attribute("tabindex", "0")
    expect(wide.locator("#summary-steps [role=region]")).to_have_attribute("tabindex", "-1")
    assert set(phone.evaluate(stops)) == {0}
    assert set(wide.evaluate(stops)) == {-1}


def test_what_can_be_pressed_is_at_least_24_pixels_high_and_wide(opened):
    for options in ({}, PHONE):
        page = opened(**options)
        page.locator("#item-VE2 .leads").click()
        sizes = page.evaluate(
            """() => [...document.querySelectorAll("button, select, input, summary, nav a")]
                .map(each => [each.textContent.slice(0, 20), each.getBoundingClientRect()])
                .filter(([, box]) => box.width && (box.width < 24 || box.height < 24)).map(([name]) => name)"""
        )
        assert sizes == []


def test_the_sticky_head_of_a_table_never_covers_the_focus(opened):
    page = opened()
    page.locator("#item-VE56 .leads").focus()
    for _ in range(60):
        page.keyboard.press("Shift+Tab")
        covered = page.evaluate(
            """() => {
                const focus = document.activeElement;
                const box = focus.getBoundingClientRect();
                const there = document.elementFromPoint(box.x + box.width / 2, box.y + 2);
                return focus.contains(there) || there?.contains(focus) ? "" : focus.textContent;
            }"""
        )
        assert covered == ""

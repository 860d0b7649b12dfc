"""Opening a row to see where it leads, with the keyboard alone."""

from playwright.sync_api import expect
from tests.render.report.large import TITLES, cell, columns, line

from alignkit.render.report.blocks import Cell, Document, Row, Run, Section, Table


def press(page, *keys):
    for key in keys:
        page.keyboard.press(key)


def focused(page):
    return page.evaluate("document.activeElement.textContent || document.activeElement.tagName")


def test_the_keyboard_alone_filters_opens_a_row_and_comes_back(opened):
    page = opened()
    press(page, "Tab")
    assert focused(page) == "Skip to the content"
    press(page, "Enter")
    page.locator("#items").get_by_label("Find").focus()
    page.keyboard.type("VE5")
    # Step, profession, module, "show all rows", then the first row that leads somewhere: the outcomes of VE5.
    press(page, *["Tab"] * 5)
    assert focused(page) == "VE5"
    press(page, "Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    assert dialog.get_by_role("heading").first.inner_text().split() == ["VE5", *TITLES[4].split()]
    assert focused(page).startswith("VE5")
    press(page, "Escape")
    expect(dialog).to_be_hidden()
    assert focused(page) == "VE5"


def test_paths_go_from_outcomes_through_activities_to_assessments(opened):
    page = opened()
    page.locator("#item-VE4 .leads").click()
    dialog = page.get_by_role("dialog")
    # VE4 is claimed by LO4 and LO5, taught in M1.A4 and assessed by AS1; LO4 is assessed by AS1, LO5 by neither.
    paths = dialog.locator(".leading > li")
    assert [text.split("\n")[0][:4].strip() for text in paths.all_inner_texts()] == ["LO4", "LO5", "Not"]
    assert "AS1" in paths.nth(0).inner_text()
    assert "M1.A4" in paths.nth(2).inner_text()
    assert dialog.locator("dt").all_inner_texts() == ["Step", "Hours", "Review"]
    assert dialog.locator("[id^=item], [id^=outcome]").count() == 0


def test_what_the_row_says_of_a_step_on_the_way_is_said_again(opened):
    row = Row((cell("x"), Cell(((Run("LO1", "", "#lo1"), Run(" (reinforce)", "muted")), line("nothing else")))))
    other = Row((cell("LO1"), cell("Explain")), anchor="lo1")
    table = Table("t", "T", columns(Item=1, Outcomes=1), (row, other))
    page = opened(Document("T", "", "en", (Section("s", "S", (table,)),), (), "f"))
    page.get_by_role("button", name="x", exact=True).click()
    expect(page.locator(".leading > li")).to_have_text("LO1 Explain (reinforce)")


def test_a_path_leads_to_its_row_even_in_a_closed_section(opened):
    page = opened()
    page.get_by_role("button", name="What the curriculum is made of").click()
    expect(page.locator("#outcome-LO2")).to_be_hidden()
    page.locator("#item-VE2 .leads").click()
    page.get_by_role("dialog").get_by_role("link", name="LO2").click()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#outcome-LO2")).to_be_in_viewport()


def test_rows_that_lead_nowhere_offer_nothing(opened):
    page = opened()
    assert page.locator("#item-VE1 .leads").count() == 0
    assert page.locator("#items .branch .leads").count() == 0


def test_arrow_keys_go_from_row_to_row_past_those_that_are_filtered_away(opened):
    page = opened()
    page.locator("#items").get_by_label("Step").select_option("claimed")
    page.locator("#item-VE2 .leads").focus()
    found = []
    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "End", "ArrowDown", "Home"):
        press(page, key)
        found.append(focused(page))
    assert found == ["VE8", "VE14", "VE8", "VE56", "VE56", "VE2"]
    page.locator("#items").get_by_label("Find").focus()
    press(page, "ArrowDown")
    assert focused(page) == "INPUT"


def test_the_dialog_closes_by_its_button_and_by_a_click_beside_it(opened):
    page = opened()
    dialog = page.get_by_role("dialog")
    page.locator("#item-VE2 .leads").click()
    dialog.get_by_role("button", name="Close").click()
    expect(dialog).to_be_hidden()
    page.locator("#item-VE2 .leads").click()
    page.mouse.click(5, 5)
    expect(dialog).to_be_hidden()

"""Filtering a table by step, profession, module and words."""

import pytest
from playwright.sync_api import expect
from tests.render.report.large import cell, large

from alignkit.render.report.blocks import Column, Document, Row, Section, Table

ITEMS = "#items tbody tr:not(.branch)"


def shown(page):
    return page.locator(f"{ITEMS}:visible").count()


def tree():
    """Return a table with branches in branches, and one with nothing below it."""
    rows = (("A", 0), ("A1", 1), ("a1", 2), ("A2", 1), ("a2", 2), ("B", 0), ("b", 1), ("C", 0))
    table = Table(
        id="tree",
        caption="Tree",
        columns=(Column("Item"),),
        rows=tuple(Row((cell(name),), "" if name.islower() else "branch", depth) for name, depth in rows),
        filters=("step",),
    )
    return Document("T", "", "en", (Section("s", "S", (table,)),), (), "f")


def test_a_step_leaves_its_rows_and_says_how_many(opened):
    page = opened()
    count = page.locator("#items .count")
    assert count.get_attribute("role") == "status"
    expect(count).to_have_text("60 of 60 rows")
    page.locator("#items").get_by_label("Step").select_option("not claimed")
    expect(count).to_have_text("10 of 60 rows")
    assert shown(page) == 10
    assert page.locator(f"{ITEMS}:visible:not([data-step='0'])").count() == 0


def test_filters_together_leave_what_all_of_them_ask_for(opened):
    page = opened()
    items = page.locator("#items")
    items.get_by_label("Step").select_option("evidenced")
    items.get_by_label("Module").select_option("M1")
    items.get_by_label("Profession").select_option("pharmacy")
    rows = page.locator(f"{ITEMS}:visible")
    facts = rows.evaluate_all("rows => rows.map(row => ({...row.dataset}))")
    assert facts
    assert all(each["step"] == "4" and "M1" in each["modules"] and "pharmacy" in each["professions"] for each in facts)


def test_words_are_found_whatever_their_case_and_accents(opened):
    page = opened()
    find = page.locator("#items").get_by_label("Find")
    find.fill("INTERESTS delivery ve1")
    assert shown(page) == 3  # every sixth title is that one: VE1, VE13 and VE19
    find.fill("médical")
    assert shown(page) == 0
    expect(page.locator("#items .none")).to_be_visible()


def test_a_branch_goes_when_nothing_below_it_is_left(opened):
    page = opened(tree())
    shown_rows = "#tree tbody tr:visible th"
    find = page.locator("#tree").get_by_label("Find")
    assert page.locator(shown_rows).all_inner_texts() == ["A", "A1", "a1", "A2", "a2", "B", "b", "C"]
    find.fill("a2")
    assert page.locator(shown_rows).all_inner_texts() == ["A", "A2", "a2"]
    find.fill("b")
    assert page.locator(shown_rows).all_inner_texts() == ["B", "b"]
    page.get_by_role("button", name="Show all rows").click()
    assert page.locator(shown_rows).count() == 8
    assert find.input_value() == ""


def test_the_address_keeps_what_was_chosen(opened):
    page = opened()
    page.locator("#items").get_by_label("Step").select_option("taught")
    page.locator("#items").get_by_label("Find").fill("فريق")
    address = page.url
    again = opened(fragment=address[address.index("#") :])
    assert again.locator("#items").get_by_label("Step").input_value() == "2"
    assert shown(again) == shown(page) == 10
    expect(again.locator("#items .count")).to_have_text("10 of 60 rows")


@pytest.mark.parametrize("fragment", ["#%", "#items?step=9&nothing=x", "#no?find=x", "#items?", "#?"])
def test_an_address_that_makes_no_sense_shows_everything(opened, fragment):
    assert shown(opened(fragment=fragment)) == 60


def test_the_marks_of_a_picture_step_back_unless_they_are_of_the_chosen_step(opened):
    page = opened()
    controls = page.locator("#map > .controls")
    count = controls.get_by_role("status")
    expect(count).to_have_text("240 of 240 marks")
    controls.get_by_label("Step").select_option("assessed")
    expect(count).to_have_text("48 of 240 marks")  # of sixty items in four modules, a fifth is at each step
    assert page.locator("#map rect:not(.dim):not([data-step='3'])").count() == 0
    controls.get_by_label("Module").select_option("M2")
    expect(count).to_have_text("12 of 240 marks")
    assert shown(page) == 60


def test_a_link_to_a_row_that_is_filtered_away_brings_it_back(opened):
    page = opened()
    page.locator("#items").get_by_label("Step").select_option("not claimed")
    page.evaluate("location.hash = '#item-VE5'")
    expect(page.locator("#item-VE5")).to_be_in_viewport()


def test_six_hundred_rows_are_filtered(opened):
    page = opened(large(items=600))
    page.locator("#items input").fill("respect dignity")
    expect(page.locator("#items .count")).to_have_text("100 of 600 rows")
    assert shown(page) == 100

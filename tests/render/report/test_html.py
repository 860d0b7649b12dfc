"""The web page's structure, read by a parser of its own (html5lib), without a browser."""

import base64
import hashlib
import re
from xml.etree import ElementTree as ET

import html5lib
import pytest
from tests.render.report.large import RIGHT_TO_LEFT, cell, large
from tests.render.report.sample import document

from alignkit.render.report.blocks import Column, Document, Picture, Row, Run, Section, Table, tables
from alignkit.render.report.html import render
from alignkit.render.report.language import language

SAY = language("en")


def parsed(page: bytes) -> ET.Element:
    """Return the page's tree; a parser that forgives nothing has read it."""
    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    tree: ET.Element = parser.parse(page.decode())
    assert [error for _, error, _ in parser.errors] == []
    return tree


def of(document: Document) -> ET.Element:
    return parsed(render(document, SAY))


def having(table: Table) -> Document:
    return Document("T", "", "en", (Section("s", "S", (table,)),), (), "f")


def words(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def all_of(tree: ET.Element, *tags: str) -> list[ET.Element]:
    return [element for element in tree.iter() if element.tag in tags]


def test_the_page_is_one_document_with_its_language_title_and_landmarks():
    tree = of(document("Going home together", "de"))
    assert tree.attrib == {"lang": "de", "dir": "ltr"}
    assert [words(each) for each in all_of(tree, "title", "h1")] == ["Going home together"] * 2
    assert {tag: len(all_of(tree, tag)) for tag in ("header", "nav", "main", "footer")} == dict.fromkeys(
        ("header", "nav", "main", "footer"), 1
    )


@pytest.mark.parametrize(("tag", "direction"), [("en", "ltr"), ("nb-NO", "ltr"), ("ar", "rtl"), ("xx-none", "ltr")])
def test_the_page_runs_as_its_language_does(tag, direction):
    assert of(document(language=tag)).get("dir") == direction


def test_headings_go_down_a_level_at_a_time_and_no_further_than_six():
    deep = Section("s7", "7", ())
    for number in range(6, 0, -1):
        deep = Section(f"s{number}", str(number), (deep,))
    tree = of(Document("T", "", "en", (deep,), (), "f"))
    found = [element.tag for element in all_of(tree.find(".//main") or tree, *(f"h{n}" for n in range(1, 7)))]
    assert found == ["h2", "h3", "h4", "h5", "h6", "h6", "h6"]


def test_the_contents_lead_to_the_sections_of_two_levels():
    tree = of(large())
    nav = tree.find(".//nav")
    assert nav is not None
    links = [link.get("href", "")[1:] for link in nav.iter("a")]
    assert links == ["summary", "quality", "frameworks", "ipec-2023", "parts", "gaps"]
    assert set(links) <= {section.get("id") for section in tree.iter("section")}


def test_ids_are_unique_even_where_the_document_has_one_twice():
    ids = [element.get("id") for element in of(document()).iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert ids.index("outcomes") < ids.index("outcomes-2")


def test_every_cell_of_every_table_is_there():
    source = large()
    shown = [
        [[words(cell) for cell in row if cell.tag in {"th", "td"}] for row in table.findall("./tbody/tr")]
        for table in of(source).iter("table")
    ]
    expected = [
        [[" ".join(cell.text.replace("\n", "").split()) for cell in row.cells] for row in table.rows] or [[table.empty]]
        for table in tables(source)
    ]
    assert shown == expected


def test_tables_have_captions_and_their_headings_a_scope():
    for table in of(large()).iter("table"):
        caption = table.find("./caption/div/strong")
        assert caption is not None
        assert table.get("aria-labelledby") == caption.get("id")
        assert {th.get("scope") for th in table.findall("./thead/tr/th")} == {"col"}
        assert {th.get("scope") for th in table.findall("./tbody/tr/th")} <= {"row"}


def test_an_empty_table_says_that_it_is():
    tree = of(having(Table("t", "Gaps", (Column("A"), Column("B")), (), "Nothing is missing.")))
    cell = tree.find(".//tbody/tr/td")
    assert cell is not None
    assert (words(cell), cell.get("colspan")) == ("Nothing is missing.", "2")
    assert "Nothing." in words(of(having(Table("t", "Gaps", (Column("A"),), ()))))


def test_runs_keep_their_tones_links_and_directions():
    tree = of(large())
    assert "evidenced" in [words(each) for each in tree.iter("bdi") if each.get("class") == "step-4"]
    assert RIGHT_TO_LEFT in [words(each) for each in tree.iter("bdi")]
    link = next(each for each in tree.iter("a") if words(each) == "LO3")
    assert (link.get("href"), link.get("dir")) == ("#outcome-LO3", "auto")


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:x",
        "data:text/html,x",
        "#nowhere",
        "ftp://x",
        "//x",
        "https://",
        "https://a b",
    ],
)
def test_a_link_that_leads_nowhere_safe_is_only_text(link):
    tree = of(Document("T", "", "en", (Section("s", "S", ()),), (Run("there", "", link),), "f"))
    assert [each.get("href") for each in tree.iter("a")] == ["#_main", "#s"]
    assert "there" in words(tree)


def test_filters_offer_what_rows_have_in_order_and_in_words():
    rows = tuple(
        Row((cell("x"),), facts={"step": step, "modules": modules, "professions": "nursing pharmacy", "shelf": "b a"})
        for step, modules in (("4", "M10 M2"), ("0", ""), ("2", "M1"))
    )
    tree = of(having(Table("t", "T", (Column("A"),), rows, filters=("step", "modules", "professions", "shelf", "no"))))
    offered = {
        select.get("data-fact"): [(option.get("value"), words(option)) for option in select]
        for select in tree.iter("select")
    }
    assert offered == {
        "step": [("", "all"), ("0", "not claimed"), ("2", "taught"), ("4", "evidenced")],
        "modules": [("", "all"), ("M1", "M1"), ("M2", "M2"), ("M10", "M10")],
        "professions": [("", "all"), ("nursing", "nursing"), ("pharmacy", "pharmacy")],
        "shelf": [("", "all"), ("a", "a"), ("b", "b")],
    }
    assert [label.text.split()[0] for label in tree.iter("label") if label.text] == [
        "Find",
        "Step",
        "Module",
        "Profession",
        "shelf",
    ]


def test_pictures_offer_what_their_marks_differ_in():
    marks = "".join(
        f'<g data-step="{step}" data-modules="M1" data-professions="{who}" data-item="x{step}"/>'
        for step, who in (("2 4", "nursing"), ("0", "pharmacy nursing"))
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" role="img">{marks}</svg>'
    picture = Picture("p", "P", "alt", svg, Table("t", "T", (Column("A"),), ()))
    tree = of(Document("T", "", "en", (Section("s", "S", (picture,)),), (), "f"))
    assert [(each.get("data-fact"), [words(option) for option in each]) for each in tree.iter("select")] == [
        ("step", ["all", "not claimed", "taught", "evidenced"]),
        ("professions", ["all", "nursing", "pharmacy"]),
    ]


def test_long_tables_can_be_searched_and_short_ones_without_facts_have_no_controls():
    def controls(rows: int) -> int:
        table = Table("t", "T", (Column("A"),), tuple(Row((cell(str(each)),)) for each in range(rows)))
        return sum(each.get("class") == "controls" for each in of(having(table)).iter("div"))

    assert [controls(15), controls(16)] == [0, 1]


def test_what_needs_the_script_is_hidden_until_it_runs():
    tree = of(large())
    inactive = [each for each in tree.iter() if each.get("class") in {"controls", "page-controls"}]
    assert len(inactive) == 6  # of the page, the picture, its table, and those of items, outcomes and activities
    assert all("hidden" in each.attrib for each in inactive)


def test_the_key_has_the_signs_that_stand_in_the_table():
    keys = [words(each) for each in of(large()).iter("p") if each.get("class") == "key"]
    assert keys[0] == "not claimed claimed taught assessed evidenced † no source confirms the text yet"


def test_figures_stand_to_the_end_and_keep_their_value():
    cells = [each for each in of(document()).iter("td") if each.get("data-n")]
    assert {(each.get("class"), each.get("data-n"), words(each)) for each in cells} == {("n", "12.5", "12.5")}


def test_the_page_may_fetch_nothing_and_run_only_its_own_script():
    page = render(large(), SAY).decode()
    tree = parsed(page.encode())
    policy = next(each.get("content", "") for each in tree.iter("meta") if each.get("http-equiv"))
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    assert {name: rules[name] for name in ("default-src", "img-src", "base-uri", "form-action")} == {
        "default-src": "'none'",
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    for name, tag in (("style-src", "style"), ("script-src", "script")):
        texts = re.findall(f"<{tag}[^>]*>(.*?)</{tag}>", page, re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in texts]
        assert rules[name] == " ".join(f"'sha256-{digest}'" for digest in digests)
    assert not [each for each in tree.iter() if each.get("src") or each.get("style") or each.tag in {"iframe", "img"}]
    assert [each.get("href") for each in tree.iter("link")] == ["data:,"]


def test_style_sheets_of_pictures_are_known_to_the_policy():
    sheet = "rect { fill: red; }"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><style>{sheet}</style><rect width="1" height="1"/></svg>'
    picture = Picture("p", "P", "alt", svg, Table("t", "T", (Column("A"),), ()))
    page = render(Document("T", "", "en", (Section("s", "S", (picture,)),), (), "f"), SAY).decode()
    assert base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode() in page.partition("</head>")[0]


def test_the_same_document_gives_the_same_bytes():
    assert render(large(), SAY) == render(large(), SAY)


def test_a_thousand_outcomes_are_at_most_three_megabytes():
    assert len(render(large(items=1_000, activities=200, outcomes=1_000), SAY)) < 3_000_000

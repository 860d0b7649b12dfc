"""The report in Markdown, read by a parser that is not ours."""

import pytest
from markdown_it import MarkdownIt
from tests.hostile import HOSTILE
from tests.render.report.sample import document

from alignkit.render.report.blocks import tables
from alignkit.render.report.language import language
from alignkit.render.report.markdown import render

ENGLISH = language("en")


def tokens(text: str):
    return MarkdownIt("commonmark").enable("table").parse(text)


def inline(text: str):
    return [child for token in tokens(text) for child in token.children or ()]


def test_headings_tables_and_lists_are_those_of_the_document():
    text = render(document(), ENGLISH).decode()
    parsed = tokens(text)
    headings = [parsed[number + 1].content for number, token in enumerate(parsed) if token.type == "heading_open"]
    assert headings == ["Going home together", "Summary", "Coverage", "Going home together", "Outcomes"]
    with_rows = [table for table in tables(document()) if table.rows]
    assert sum(token.type == "table_open" for token in parsed) == len(with_rows)
    rows = sum(token.type == "tr_open" for token in parsed)
    assert rows == sum(len(table.rows) + 1 for table in with_rows)
    assert "Nothing." in text


def test_a_picture_is_there_in_words_and_as_its_table():
    text = render(document(), ENGLISH).decode()
    assert "**How far it got**: 3 of 4 items are evidenced" in text
    assert "<svg" not in text


def test_links_lead_to_anchors_that_are_there():
    text = render(document(), ENGLISH).decode()
    inside = [child.attrs["href"] for child in inline(text) if child.type == "link_open"]
    for link in (each for each in inside if each.startswith("#")):
        assert f'<a id="{link[1:]}"></a>' in text
    assert "https://example.org/a?b=1&c=2" in inside


@pytest.mark.parametrize("hostile", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_becomes_markup(hostile):
    plain, broken = (render(document(text), ENGLISH).decode("utf-8") for text in ("x", hostile))
    kinds = ("heading_open", "table_open", "tr_open", "td_open", "bullet_list_open", "fence", "html_block", "hr")
    for kind in kinds:
        assert sum(token.type == kind for token in tokens(broken)) == sum(token.type == kind for token in tokens(plain))
    html = [child.content for child in inline(broken) if child.type == "html_inline"]
    assert all(each in ("<br>", "</a>", "<!-- -->") or each.startswith('<a id="') for each in html)
    assert {child.attrs["href"] for child in inline(broken) if child.type == "link_open"} == {
        child.attrs["href"] for child in inline(plain) if child.type == "link_open"
    }
    assert not any(sign in broken for sign in "\x1b\x00\u202e\u2066")


def test_a_fence_is_longer_than_any_in_the_lines():
    text = render(document("``````\n# out"), ENGLISH).decode()
    (fence,) = (token for token in tokens(text) if token.type == "fence")
    assert "# out" in fence.content

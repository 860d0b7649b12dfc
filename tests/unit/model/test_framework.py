"""A framework's tree can be walked, named and measured."""

from typing import cast

from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse

TEXT = """\
alignkit: framework/1
id: body-2020
title: Standards
kind: regulator
publisher: {name: Body}
levels: [domain, [statement, footnote]]
items:
  - code: D1
    title: Care
    items:
      - {code: D1.1, text: Listen}
      - {code: D1.a, text: A note, level: footnote}
      - {code: D1.2, items: [{code: D1.2.1, title: Deeper}]}
  - {code: D2, title: Teams}
"""


def framework(text: str = TEXT) -> Framework:
    record, problems = typed(parse(text, "f.yaml"))
    assert problems == ()
    return cast("Framework", record)


def test_items_are_walked_in_the_publishers_order_with_their_depth():
    walked = [(item.code, depth) for item, depth in framework().walk()]
    assert walked == [("D1", 0), ("D1.1", 1), ("D1.a", 1), ("D1.2", 1), ("D1.2.1", 2), ("D2", 0)]


def test_an_item_has_its_own_level_else_the_usual_one_of_its_depth_else_none():
    body = framework()
    levels = {item.code: body.level_of(item, depth) for item, depth in body.walk()}
    assert levels == {
        "D1": "domain",
        "D1.1": "statement",
        "D1.a": "footnote",
        "D1.2": "statement",
        "D1.2.1": "",
        "D2": "domain",
    }


def test_an_item_is_printed_by_its_text_or_else_by_its_title():
    assert [item.words for item, _ in framework().walk()] == ["Care", "Listen", "A note", "", "Deeper", "Teams"]


def test_a_framework_is_called_by_its_short_name_or_else_by_its_id():
    assert framework().name == "body-2020"
    assert framework(TEXT + "short: Body 2020\n").name == "Body 2020"

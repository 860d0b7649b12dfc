"""Values written as YAML are read back as what they were, by alignkit and by any other reader."""

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.hostile import HOSTILE

from alignkit.source.node import Node
from alignkit.source.reader import parse
from alignkit.source.scalars import Value, block, entry, flow, scalar


def plain(node: Node | None) -> Any:
    if node is None or node.value is None or isinstance(node.value, str):
        return node.value if node else None
    if isinstance(node.value, list):
        return [plain(each) for each in node.value]
    return {key: plain(child) for key, child in node.value.items()}


def read(text: str) -> Any:
    document = parse(f"a: {text}\n", "a.yaml")
    assert document.problems == ()
    return plain(document.root)["a"]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("LO1", "LO1"),
        ("M2.A10", "M2.A10"),
        ("case-discussion", "case-discussion"),
        ("ipec-2023:VE1", '"ipec-2023:VE1"'),  # a colon within brackets is not plain for every reader
        ("NO", '"NO"'),  # Norway
        ("3.10", '"3.10"'),
        ("null", '"null"'),
        ("", '""'),
        ('say "no"\\', '"say \\"no\\"\\\\"'),
        ("a\u202eb\x07\U000e0001", '"a\\u202Eb\\x07\\U000E0001"'),
        ("Zażółć 護理", '"Zażółć 護理"'),
    ],
)
def test_a_text_is_bare_where_it_is_a_plain_word_and_else_in_quotation_marks(text, written):
    assert scalar(text) == written


SHORT = {name: text[:200] for name, text in HOSTILE.items() if name != "half a character"}


@pytest.mark.parametrize("text", SHORT.values(), ids=SHORT.keys())
def test_hostile_texts_come_back_as_they_were_on_one_line(text):
    assert read(scalar(text)) == text
    assert yaml.safe_load(scalar(text)) == text
    assert scalar(text).isprintable()


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
VALUES = st.recursive(TEXTS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3))


@settings(deadline=None)  # a shared machine may take its time
@given(VALUES)
def test_any_value_comes_back_from_one_line(value):
    assert yaml.safe_load(flow(value)) == value


@settings(deadline=None)  # a shared machine may take its time
@given(st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4))
def test_any_record_comes_back_from_its_lines(record):
    assert yaml.safe_load("\n".join(block(record))) == record
    assert yaml.safe_load("\n".join(entry(record))) == [record]


def test_numbers_are_written_as_people_do():
    assert [flow(2.0), flow(0.75), flow(40), flow(None)] == ["2", "0.75", "40", "null"]


def test_records_and_long_lists_stand_below_their_key():
    module: dict[str, Value] = {
        "id": "M1",
        "activities": [{"id": "A1", "outcomes": ["LO1", "LO2"]}],
        "topics": ["a", "b", "c", "d"],
    }
    assert "\n".join(block(module)) == (
        "id: M1\nactivities:\n  - id: A1\n    outcomes: [LO1, LO2]\ntopics:\n  - a\n  - b\n  - c\n  - d"
    )

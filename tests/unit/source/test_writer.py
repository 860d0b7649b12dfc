"""What is written is read back the same, and looks as a person of this house would have typed it."""

from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.hostile import HOSTILE

from alignkit.source.node import Node
from alignkit.source.reader import parse
from alignkit.source.writer import document_text, entry_lines, in_braces, pair_lines

SIGNS = st.sampled_from(
    [*":-?,[]{}#&*!|>'\"%@`~<=\t\r\n \\\x00\x07\x85\u2028\ufeffé😀“", ": ", " #", "---", "null", "a"]
)
TEXTS = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=60),
    st.lists(SIGNS, max_size=20).map("".join),
    st.sampled_from(["NO", "3.10", "1e3", "yes", "007", "0x1F", "~", "", " ", "1_000", "2023-10-16", "a: b", "x #y"]),
    st.lists(st.sampled_from(["word", "a", "x:", "#no", "- b"]), min_size=20, max_size=40).map(" ".join),
)
KEYS = TEXTS.filter(lambda key: key != "<<")
SINGLE = st.one_of(
    TEXTS, st.none(), st.booleans(), st.integers(0, 10**9), st.floats(0, 10**6).map(lambda x: round(x, 9))
)
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DATA = st.dictionaries(
    KEYS,
    st.recursive(SINGLE, lambda below: st.lists(below, max_size=4) | st.dictionaries(KEYS, below, max_size=4)),
    min_size=1,
    max_size=5,
)


def read(node: Node | None) -> Any:
    assert node is not None
    if isinstance(node.value, dict):
        return {key: read(child) for key, child in node.value.items()}
    return [read(child) for child in node.value] if isinstance(node.value, list) else node.value


def as_read(value: Any) -> Any:
    """Return the data with each number and truth value as the text by which it is written."""
    if isinstance(value, dict):
        return {key: as_read(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_read(each) for each in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else f"{value:.9f}".rstrip("0")
    return str(value) if isinstance(value, int) else value


@law
@given(DATA)
def test_what_is_written_is_read_back(data):
    document = parse(document_text(data), "f.yaml")
    assert document.problems == ()
    assert read(document.root) == as_read(data)


@law
@given(DATA)
def test_other_readers_of_yaml_agree_about_texts(data):
    def texts(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: texts(each) for key, each in value.items()}
        return [texts(each) for each in value] if isinstance(value, list) else value

    loaded = yaml.safe_load(document_text(data))
    assert texts(loaded) == texts(data)


@law
@given(DATA)
def test_within_braces_it_is_the_same(data):
    assert read(parse(f"k: {in_braces(data)}\n", "f.yaml").root) == {"k": as_read(data)}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_texts_come_back(text):
    whole = text.encode("utf-8", "surrogatepass").decode("utf-8", "replace") if "\ud800" in text else text
    found = read(parse(document_text({"title": text, "list": [text]}), "f.yaml").root)
    if "\ud800" in text:
        assert found["title"] == "\ufffd \ufffd"
    else:
        assert found == {"title": whole, "list": [whole]}


HOUSE = """\
alignkit: curriculum/1
id: small
title: Going home together
version: "2026-autumn"
workload: {hours: 75, ects: 2.5}
frameworks:
  - {use: ipec-2023}
outcomes:
  - id: LO1
    text: >-
      Negotiate a discharge plan that draws on what each profession contributes, and say why it is better than a plan
      that one profession made alone
    aligns:
      - {to: "ipec-2023:RR1", depth: introduce}
      - ipec-2023:TT3
  - {id: "3.10", text: "Note: learners, too", aligns: []}
learners:
  jurisdictions: ["NO", IE]
  group_size: 6
  nested:
    - [a, b]
    -
      - {a: b}
design:
"""


def test_the_house_style():
    data = {
        "alignkit": "curriculum/1",
        "id": "small",
        "title": "Going home together",
        "version": "2026-autumn",
        "workload": {"hours": 75, "ects": 2.5},
        "frameworks": [{"use": "ipec-2023"}],
        "outcomes": [
            {
                "id": "LO1",
                "text": "Negotiate a discharge plan that draws on what each profession contributes, and say why it is "
                "better than a plan that one profession made alone",
                "aligns": [{"to": "ipec-2023:RR1", "depth": "introduce"}, "ipec-2023:TT3"],
            },
            {"id": "3.10", "text": "Note: learners, too", "aligns": []},
        ],
        "learners": {"jurisdictions": ["NO", "IE"], "group_size": 6, "nested": [["a", "b"], [{"a": "b"}]]},
        "design": None,
    }
    assert document_text(data) == HOUSE


def test_a_pair_and_an_entry_stand_where_they_are_put():
    assert pair_lines("aligns", ["a:b"], "    ") == ('    aligns: ["a:b"]',)
    assert entry_lines({"id": "LO2", "text": "x"}, "  ") == ("  - {id: LO2, text: x}",)


def test_no_data_is_an_empty_mapping_and_what_is_no_data_is_refused():
    assert document_text({}) == "{}\n"
    with pytest.raises(TypeError, match="set"):
        document_text({"a": {1, 2}})


def test_numbers_are_written_as_people_do():
    assert [in_braces(number) for number in (2.0, 0.75, 40, None)] == ["2", "0.75", "40", "null"]


@pytest.mark.parametrize("text", [text for name, text in HOSTILE.items() if name != "half a character"])
def test_on_one_line_hostile_texts_are_the_same_to_every_reader_and_hide_nothing(text):
    written = in_braces(text)
    assert written.isprintable()
    assert yaml.safe_load(f"[{written}]") == [text]


def test_what_a_person_is_to_edit_has_a_key_on_each_line():
    record = {"id": "A1", "outcomes": ["LO1", "LO2"], "to": ["a", "b", "c", "d"], "at": {"x": "z"}}
    assert entry_lines(record, spread=True) == (
        "- id: A1",
        "  outcomes: [LO1, LO2]",
        "  to:",
        "    - a",
        "    - b",
        "    - c",
        "    - d",
        "  at: {x: z}",
    )
    assert pair_lines("of", [{"id": "B"}], "  ", spread=True) == ("  of:", "    - id: B")


@given(DATA)
def test_on_lines_of_its_own_it_is_the_same(data):
    text = "".join(f"{line}\n" for line in pair_lines("k", data, spread=True))
    assert read(parse(text, "f.yaml").root) == {"k": as_read(data)}

"""What is added to a file fits the way in which its author wrote it, and says what was to be added."""

from typing import Any, cast

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.pasting import pasted

from alignkit.source.node import Node
from alignkit.source.pastes import Paste, Way, with_entry, with_value
from alignkit.source.reader import parse
from alignkit.source.writer import in_braces


def at(text: str, *path: str | int) -> Node:
    node: Any = parse(text, "f.yaml").root
    for step in path:
        node = node.value[step]
    return cast("Node", node)


def after(text: str, paste: Paste) -> str:
    return pasted({"f.yaml": text}, [paste])["f.yaml"]


ENTRIES = {
    "a list in brackets": ("- {id: A, of: [x]}  # kept\n", "- {id: A, of: [x, new]}  # kept\n"),
    "an empty list": ("- id: A\n  of: []  # why\n", "- id: A\n  of: [new]  # why\n"),
    "nothing": ("- id: A\n  of:   # why\n- b\n", "- id: A\n  of: [new]   # why\n- b\n"),
    "nothing, said so": ("- id: A\n  of: ~\n", "- id: A\n  of: [new]\n"),
    "a single value": ('- id: A\n  of: "x y"\n', "- id: A\n  of: [x y, new]\n"),
    "a single value over lines": ("- id: A\n  of: >-\n    x\n    y\n  t: z\n", "- id: A\n  of: [x y, new]\n  t: z\n"),
    "a key in quotation marks": ('- {"id": A, "of": [x]}\n', '- {"id": A, of: [x, new]}\n'),
    "entries on lines": ("- of:\n  - x # first\n  # more\n- b\n", "- of:\n  - x # first\n  - new\n  # more\n- b\n"),
    "entries on lines further in": ("- of:\n      - x\n  t: z", "- of:\n      - x\n      - new\n  t: z"),
    "entries on lines, no end of line": ("- of:\n  - x", "- of:\n  - x\n  - new"),
    "brackets over lines": ("- of: [x, # first\n       y,\n      ]\n", "- of: [x, # first\n       y, new,\n      ]\n"),
    "records in brackets": ("- of: [{a: b}, {c: d}]\n", "- of: [{a: b}, {c: d}, new]\n"),
    "a record alone": (
        "- of:\n    to: x\n    why: [w]\n  t: z\n",
        "- of:\n    - to: x\n      why: [w]\n    - new\n  t: z\n",
    ),
    "no key, in brackets": ("- {id: A, t: z}\n", "- {id: A, of: [new], t: z}\n"),
    "no key, on lines": ("- id: A\n  t: z # kept\n\n- b\n", "- id: A\n  t: z # kept\n  of: [new]\n\n- b\n"),
    "no key, the last value over lines": (
        "- id: A\n  t: |\n    z\n\n- b\n",
        "- id: A\n  t: |\n    z\n\n  of: [new]\n- b\n",
    ),
}


@pytest.mark.parametrize(("text", "wanted"), ENTRIES.values(), ids=ENTRIES.keys())
def test_an_entry_joins_a_list_however_it_is_written(text, wanted):
    assert after(text, with_entry("f.yaml", at(text, 0), "of", "new")) == wanted


def test_line_ends_stay_as_they_are():
    text = "- of:\r\n  - x\r\n"
    paste = with_entry("f.yaml", at(text, 0), "of", {"id": "A", "outcomes": ["x"]})
    assert after(text, paste) == "- of:\r\n  - x\r\n  - id: A\r\n    outcomes: [x]\r\n"


RECORDS = {
    "on lines": ("of:\n  - id: A\n", "of:\n  - id: A\n  - id: B\n    to: [x]\n"),
    "empty": ("a: b\nof: []\n", "a: b\nof:\n  - id: B\n    to: [x]\n"),
    "nothing": ("of:\n  # - id: A\n", "of:\n  - id: B\n    to: [x]\n  # - id: A\n"),
    "absent": ("a: b\n# the end\n", "a: b\nof:\n  - id: B\n    to: [x]\n# the end\n"),
    "in brackets": ("of: [{id: A}]\n", "of: [{id: A}, {id: B, to: [x]}]\n"),
    "as JSON": (
        '{"a": "b",\n "of": [\n  {"id": "A"}\n ]}',
        '{"a": "b",\n "of": [\n  {"id": "A"}, {id: B, to: [x]}\n ]}',
    ),
    "absent in JSON": ('{"a": "b"}', '{"a": "b", of: [{id: B, to: [x]}]}'),
}


@pytest.mark.parametrize(("text", "wanted"), RECORDS.values(), ids=RECORDS.keys())
def test_a_record_joins_the_others(text, wanted):
    assert after(text, with_entry("f.yaml", at(text), "of", {"id": "B", "to": ["x"]})) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("- {id: A, purpose: formative}\n", "- {id: A, purpose: summative}\n"),
        ("- id: A\n  purpose: formative # yet\n", "- id: A\n  purpose: summative # yet\n"),
        ("- id: A\n", "- id: A\n  purpose: summative\n"),
        ("- {id: A}\n", "- {id: A, purpose: summative}\n"),
    ],
)
def test_a_value_takes_the_place_of_the_one_that_is_there(text, wanted):
    assert after(text, with_value("f.yaml", at(text, 0), "purpose", "summative")) == wanted


def test_a_paste_says_what_it_replaces_and_where():
    paste = with_entry("f.yaml", at("- {id: A, of: [x]}\n", 0), "of", "new")
    assert (paste.way, paste.key, str(paste.at), paste.at.end_column) == (Way.INSTEAD, "of", "f.yaml:1:11", 18)
    below = with_entry("f.yaml", at("- of:\n  - x\n", 0), "of", "new")
    assert (below.way, below.at.line, below.text) == (Way.BELOW, 2, "  - new")
    behind = with_entry("f.yaml", at("- {id: A}\n", 0), "of", "new")
    assert (behind.way, str(behind.at), behind.text) == (Way.BEHIND, "f.yaml:1:9", ", of: [new]")


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), max_size=6)
NAMES = st.sampled_from(["LO1", "a b", "x: y", "it's", '"q"', "# no", "- d", "", "~"])


@st.composite
def written(draw):
    """Return a record with entries under `of`, in one of the ways in which people write one, and the entries."""
    names = draw(st.lists(NAMES | WORDS, max_size=4))
    quoted = [in_braces([name])[1:-1] for name in names]
    styles = ["brackets"] + (["lines", "far", "wrapped"] if names else []) + (["alone"] if len(names) == 1 else [])
    style = draw(st.sampled_from(styles))
    between = draw(st.sampled_from(["", "  # a note\n", "\n"]))
    if style == "brackets" and draw(st.booleans()):
        return f"top:\n- {{id: A, of: [{', '.join(quoted)}], t: z}}\n", names
    value = {
        "brackets": f" [{', '.join(quoted)}]",
        "alone": f" {''.join(quoted)}",
        "lines": "".join(f"\n  - {name}" for name in quoted),
        "far": "".join(f"\n      - {name}  # note" for name in quoted),
        "wrapped": f" [{', # note'.join(f'{chr(10)}     {name}' for name in quoted)}\n   ]",
    }[style]
    return f"top:\n- id: A\n  of:{value}\n{between}  t: z\n- id: B\n", names


@settings(deadline=None)  # a shared machine may take its time
@given(written(), NAMES | WORDS)
def test_whatever_is_added_is_read_back_with_all_that_was_there(given_text, name):
    text, names = given_text
    changed = after(text, with_entry("f.yaml", at(text, "top", 0), "of", name))
    record = yaml.safe_load(changed)["top"][0]
    assert record == {"id": "A", "of": [*names, name], "t": "z"}
    assert parse(changed, "f.yaml").problems == ()

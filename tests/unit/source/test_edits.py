"""Texts change at their places, and not one byte anywhere else."""

from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignkit.source.comments import suppressions
from alignkit.source.edits import Edited, NotEditable, Source, changed_texts, free_line
from alignkit.source.node import Node
from alignkit.source.reader import parse
from alignkit.source.tree import Memory


def root_of(text: str) -> Node:
    root = parse(text, "f.yaml").root
    assert root is not None
    return root


def at(text: str, *path: str | int) -> Node:
    node: Any = root_of(text)
    for step in path:
        node = node.value[step]
    return cast("Node", node)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize(("typed", "changed"), [("old", "new"), ('"old"', '"new"'), ("'old'", "'new'")])
def test_a_text_changes_within_its_quotation_marks_and_nothing_else(typed, changed, mark, end):
    text = f"{mark}# é{end}b:   [x, {typed} ]  # kept \u2028{end}{end}c: old{end}"
    source = Source(text)
    assert source.edited([source.reworded(at(text, "b", 1), "new")]) == text.replace(f"x, {typed}", f"x, {changed}")


@pytest.mark.parametrize("typed", ['"o\\u006cd"', '"ol\n  d"', "o\n  ld", ">-\n  old"])
def test_a_text_written_in_another_way_is_left_to_its_author(typed):
    text = f"a: {typed}\n"
    with pytest.raises(NotEditable):
        Source(text).reworded(at(text, "a"), "new")


def test_lines_come_above_a_line_as_far_in_and_with_its_line_ends():
    text = "a:\r\n  - x\r\n  - y"
    source = Source(text)
    edits = [
        source.lines_above(3, ["# one", "# two"]),
        source.reworded(at(text, "a", 0), "z"),
        source.lines_above(1, ["# top"]),
    ]
    assert source.edited(edits) == "# top\r\na:\r\n  - z\r\n  # one\r\n  # two\r\n  - y"


def test_a_line_above_the_first_comes_after_the_byte_order_mark():
    source = Source("\ufeffa: b\n")
    assert source.edited([source.lines_above(1, ["# top"])]) == "\ufeff# top\na: b\n"


def test_comments_above_are_those_right_above():
    assert list(Source("# far\n\n# second\n  # first\na: b\n").comments_above(5)) == ["# first", "# second"]
    assert list(Source("# only\na: b").comments_above(2)) == ["# only"]


@pytest.mark.parametrize(
    ("text", "line", "free"),
    [
        ("a: one\n  two\nb: c\n", 2, 1),
        ("a: one\n  two\nb: c\n", 3, 3),
        ("a: >-\n  one\n  two\nb: c\n", 3, 1),
        ("a: >-\n  one\nb: c\n", 3, 3),
        ("a: |\n  one\n\nb: c\n", 4, 4),
        ('- [x, "one\n  two", y\n  z, v]\n', 2, 1),
        ('- [x, "one\n  two", y\n  z, v]\n', 3, 1),
        ("- {a: b,\n   c: d}\n", 2, 2),
    ],
)
def test_a_comment_never_stands_within_a_text(text, line, free):
    assert free_line(root_of(text), line) == free


@pytest.mark.parametrize(
    ("other", "changes"),
    [
        ("# new\na: [x, y]\nb: z\n", ()),
        ("a: [x, w]\nb: v\n", (("y", "w"), ("z", "v"))),
        ("a: [x]\nb: z\n", None),
        ("a: [x, y]\n", None),
        ("a: [x, y]\nb: [z]\n", None),
        ("", None),
    ],
)
def test_changed_texts_are_told_from_other_changes(other, changes):
    assert changed_texts(root_of("a: [x, y]\nb: z\n"), parse(other, "f.yaml").root) == changes


def test_an_edited_tree_reads_the_new_text_and_else_what_was_there():
    tree = Edited(Memory({"a.yaml": "a: b", "m/c.yaml": "c: d"}), {"a.yaml": "é"})
    assert (tree.read("a.yaml"), tree.read("m/c.yaml")) == ("é".encode(), b"c: d")
    assert (list(tree.names("")), tree.kind("m"), tree.kind("x"), tree.leaves("a.yaml")) == (
        ["a.yaml", "m/c.yaml"],
        "folder",
        "",
        False,
    )


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\u2028\u2029"), max_size=8
)


@given(st.lists(WORDS.map(lambda word: word.replace('"', "").replace("\\", "")), min_size=1, max_size=6), st.data())
def test_any_text_can_be_changed_back(words, data):
    text = "a:\n" + "".join(f'  - "{word}"  # {number}\n' for number, word in enumerate(words))
    number = data.draw(st.integers(0, len(words) - 1))
    source = Source(text)
    changed = source.edited([source.reworded(at(text, "a", number), "changed")])
    again = Source(changed)
    assert again.edited([again.reworded(at(changed, "a", number), words[number])]) == text


def test_a_question_is_no_suppression():
    text = "a: b\n# alignkit: migrate? ipec-2016:VE1 -> ipec-2023:VE1 (close: ignore[C101] this)\nc: d\n"
    assert suppressions(parse(text, "f.yaml")) == ()

"""What stands at a place, also where the text is half typed; `|` marks the place."""

import pytest

from alignkit.source.cursor import Cursor, cursor_at


def at(marked: str) -> Cursor:
    before = marked[: marked.index("|")]
    return cursor_at(marked.replace("|", "", 1), before.count("\n") + 1, len(before) - before.rfind("\n"))


@pytest.mark.parametrize(
    ("marked", "key", "typed", "word"),
    [
        ("  - {id: LO1, aligns: [ipec-2023:V|E1]}", "aligns", "ipec-2023:V", "ipec-2023:VE1"),
        ("  - {id: LO1, aligns: [ipec-2023:VE1, |", "aligns", "", ""),
        ("  - {id: LO1, aligns: [ipec-2023:VE1,\n      ipec|", "aligns", "ipec", "ipec"),
        ("  - {id: LO1, aligns: [{to: ipec|, depth: deep}]}", "to", "ipec", "ipec"),
        ("    aligns:\n      - ipec-2023:|", "aligns", "ipec-2023:", "ipec-2023:"),
        ("    aligns:  # two\n      - ipec-2023:VE1\n      # next\n      - |", "aligns", "", ""),
        ("frameworks:\n  - {use: |ipec-2023}", "use", "", "ipec-2023"),
        ("frameworks:\n- use: ip|", "use", "ip", "ip"),
        ('  outcomes: ["L|', "outcomes", "L", "L"),
        ("  - {id: A1, outcomes: [{name: x}, L|]}", "outcomes", "L", "L"),
        ("- id: A1\n  outcomes:\n  - L|", "outcomes", "L", "L"),
        ("  - {id: A1, |", "", "", ""),
        ("text: Resolve a|", "text", "a", "a"),
        ("key: value\n  more|", "", "more", "more"),
        ("  deep:\n- L|", "", "L", "L"),
        ("]|", "", "", ""),
        ("- [[L|", "", "L", "L"),
        ("|", "", "", ""),
    ],
)
def test_the_key_and_the_word(marked, key, typed, word):
    cursor = at(marked)
    assert (cursor.key, cursor.typed, cursor.word) == (key, typed, word)


def test_a_list_at_the_margin_defines_and_one_further_in_names():
    assert at("outcomes:\n  - L|").at_margin
    assert at("outcomes: [L|").at_margin
    assert not at("  - {outcomes: [L|").at_margin
    assert not at("modules:\n  - id: M1\n    outcomes:\n      - L|").at_margin


def test_a_code_in_a_scope_belongs_to_the_framework_before_it():
    assert at("  - {use: ipec-2016}\n  - {use: ipec-2023, scope: [V|E]}").framework == "ipec-2023"
    assert at("  - {use: ipec-2023, role: l|ens}").framework == ""


def test_a_comment_that_excuses_is_told_from_others():
    assert at("x: 1  # alignkit: ignore[C1|03@LO1] later").excuse
    assert at("x: 1  # alignkit: ignore[C1|").word == "C1"
    assert not at("x: 1  # alignkit: ignore[C103] la|ter").excuse
    assert not at("x: 1  # about C1|03").excuse


def test_a_place_beyond_the_text_is_its_end():
    cursor = cursor_at("a: b\nc: d", 90, 90)
    assert (cursor.line, cursor.column, cursor.word) == (2, 5, "d")

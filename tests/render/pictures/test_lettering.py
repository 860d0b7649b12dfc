"""Words in pictures: what may be drawn, how wide it is, where it is cut."""

import pytest
from tests.hostile import HOSTILE

from alignkit.render.pictures.lettering import clean, fit, fitted, in_lines, signs, width_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("two\n lines\t and  more ", "two lines and more"),
        ("abc\u202egnp.exe\u202c", "abc\ufffdgnp.exe\ufffd"),
        ("a\x00b\x1bc", "a\ufffdb\ufffdc"),
        ("\ud800 half", "\ufffd half"),
        ("עברית 護理 👩\u200d⚕️", "עברית 護理 👩\u200d⚕️"),  # what joins letters stays
        ("x" * 3000, "x" * 999 + "…"),
    ],
)
def test_what_cannot_be_drawn_is_replaced(text, expected):
    assert clean(text) == expected


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_cut_text_is_wider_than_its_room(text):
    for room in (0, 5, 40, 300):
        assert width_of(fitted(text, room, 12), 12) <= room
        assert all(width_of(line, 12) <= room for line in in_lines(text, room, 12, 3))


def test_widths_are_those_of_a_wide_font():
    # In DejaVu Sans at 100: W 99, i 28, a space 32; Han characters are as wide as high; accents have no width.
    assert width_of("Wi ", 100) == 99 + 28 + 32
    assert width_of("護", 100) == 100
    assert width_of("e\u0301", 100) == width_of("e", 100)
    assert width_of("W", 100, bold=True) > width_of("W", 100)


def test_a_cut_text_says_so_and_ends_without_a_comma():
    assert fitted("Roles, and", width_of("Roles, …", 12), 12) == "Roles…"
    assert fitted("Roles", 100, 12) == "Roles"
    assert not fitted("Roles", 3, 12)


def test_lines_are_broken_between_words_and_at_hyphens():
    room = width_of("language-", 12)
    assert in_lines("speech-and-language-therapy", room, 12) == ["speech-", "and-", "language-", "therapy"]
    assert in_lines("a - b", 100, 12) == ["a - b"]
    assert in_lines("one two three", width_of("one two", 12), 12) == ["one two", "three"]
    assert in_lines("one two three", width_of("two three", 12), 12, indent=width_of("two", 12)) == ["one", "two three"]
    assert in_lines("", 100, 12) == []


def test_what_does_not_fit_the_last_line_is_cut():
    lines = in_lines("one two three four", width_of("one two…", 12), 12, 2)
    assert lines[0] == "one two"
    assert lines[1].endswith("…")


@pytest.mark.parametrize(
    ("words", "letters"),
    [
        (("claimed", "taught", "assessed", "evidenced"), ("C", "T", "A", "E")),
        (("behauptet", "gelehrt", "geprüft", "belegt"), ("B", "G", "E", "L")),
        (("", "-", "a", "a"), ("1", "2", "A", "4")),
    ],
)
def test_each_word_has_a_sign_of_its_own_in_any_language(words, letters):
    assert signs(words) == letters


def test_refs_stay_as_they_are_unless_xml_forbids():
    assert fit("M1 M2\ufffe") == "M1 M2\ufffd"

"""Where long words may be broken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignkit.render.report.breaking import BREAK, breakable, letters
from alignkit.render.report.signs import held


@given(st.text(), st.integers(3, 60))
def test_nothing_but_breaks_is_added_to_a_text(text, most):
    assert breakable(text, most).replace(BREAK, "") == held(text)


@pytest.mark.parametrize(
    ("text", "most", "pieces"),
    [
        ("Interprofessional", 5, ["Interprofessional"]),
        ("outcome_LO12", 8, ["ou", "tc", "om", "e_", "LO", "12"]),
        ("ipec-2023:VE12", 8, ["ipec-20", "23", ":V", "E1", "2"]),
        ("VE1", 3, ["VE1"]),
        ("x" * 24, 20, ["xxxxx"] * 4 + ["xxxx"]),
        ("two words", 3, ["two words"]),
    ],
)
def test_a_code_may_break_every_few_letters_and_a_plain_word_is_left_to_its_syllables(text, most, pieces):
    assert breakable(text, most).split(BREAK) == pieces


@pytest.mark.parametrize("whole", ["e\u0301", "क्ष", "🧑\u200d⚕\ufe0f"])
def test_no_letter_is_taken_apart(whole):
    assert set(breakable(whole * 30, 3).split(BREAK)) == {whole}


def test_a_column_of_a_hundred_millimetres_holds_58_letters_and_a_narrow_one_three():
    # (100 - 2.5) * 0.6 = 58.5
    assert letters(100) == 58
    assert letters(1) == 3

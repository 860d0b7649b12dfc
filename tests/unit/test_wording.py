"""Counts, lists and guesses read as a person would write them."""

import pytest

from alignkit.wording import (
    count,
    did_you_mean,
    listed,
    nearest,
    percent,
    plain,
    sentence,
    shortened,
    similar,
    slip,
    told_apart,
)


@pytest.mark.parametrize(
    ("number", "noun", "plural", "words"),
    [
        (0, "gap", "", "0 gaps"),
        (1, "gap", "", "1 gap"),
        (12_345, "gap", "", "12,345 gaps"),
        (2, "activity", "activities", "2 activities"),
        (1, "activity", "activities", "1 activity"),
    ],
)
def test_a_count_has_its_plural_and_commas(number, noun, plural, words):
    assert count(number, noun, plural) == words


@pytest.mark.parametrize(
    ("words", "most", "text"),
    [
        ([], 0, ""),
        (["a"], 0, "a"),
        (["a", "b"], 0, "a and b"),
        (["a", "b", "c"], 0, "a, b and c"),
        (["a", "b", "c"], 3, "a, b and c"),
        (["a", "b", "c"], 2, "a, b and 1 more"),
        (map(str, range(2000)), 1, "0 and 1,999 more"),
    ],
)
def test_a_list_ends_in_a_word_and_says_how_many_more(words, most, text):
    assert listed(words, most=most) == text


def test_a_list_may_be_of_alternatives():
    assert listed(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("one two", 7, "one two"),
        (" one\n  two ", 7, "one two"),
        ("one two three", 9, "one two…"),
        ("one, two three", 6, "one…"),
        ("incomprehensible", 6, "incom…"),
        ("a incomprehensible", 8, "a incom…"),
        ("abc", 1, "…"),
    ],
)
def test_a_text_is_shortened_to_one_line_at_a_word(text, width, short):
    assert shortened(text, width) == short
    assert len(short) <= width


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        (0, 0, "\u2013"),
        (0, 9, "0%"),
        (9, 9, "100%"),
        (1, 3, "33%"),
        (1, 1000, "1%"),
        (999, 1000, "99%"),
        (1, 2, "50%"),
        # 12.5 and 62.5: both halves go up
        (1, 8, "13%"),
        (5, 8, "63%"),
    ],
)
def test_only_none_is_0_percent_and_only_all_is_100(part, whole, share):
    assert percent(part, whole) == share


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("“nursing”", "nursing"),
        (" 'a b' ", "a b"),
        ("`x`", "x"),
        ("it\u2019s", "it's"),
        ("a\u00a0b", "a b"),
        ("„a“", "a"),
    ],
)
def test_quotes_and_odd_spaces_around_a_word_are_taken_off(text, clean):
    assert plain(text) == clean


@pytest.mark.parametrize(("words", "whole"), [("do this", "Do this."), ("Done.", "Done."), ("ö", "Ö.")])
def test_a_sentence_begins_with_a_capital_and_ends_with_a_full_stop(words, whole):
    assert sentence(words) == whole


PROFESSIONS = frozenset(("nursing", "pharmacy", "medicine", "midwifery"))


@pytest.mark.parametrize(
    ("word", "candidates", "meant"),
    [
        ("“nursing”", PROFESSIONS, "nursing"),
        ("Nursing", PROFESSIONS, "nursing"),
        ("nursign", PROFESSIONS, "nursing"),  # two letters swapped
        ("nurssing", PROFESSIONS, "nursing"),  # one too many
        ("nusing", PROFESSIONS, "nursing"),  # one missing
        ("nurzing", PROFESSIONS, "nursing"),  # one other
        ("lO1", ("LO1", "LO2"), "LO1"),
        ("L01", ("LO1", "LO2"), "LO1"),
        ("VF1", ("VE1", "RR2"), "VE1"),
        ("ipec_2023", ("ipec-2023", "ipec-2016"), "ipec-2023"),
        ("ipec\u20132023", ("ipec-2023", "ipec-2016"), "ipec-2023"),
        ("VE 1", {"VE1": 1, "VE2": 2}, "VE1"),
    ],
)
def test_a_slip_of_the_keyboard_is_seen_through(word, candidates, meant):
    assert slip(word, candidates) == nearest(word, candidates) == meant


@pytest.mark.parametrize(
    ("word", "candidates"),
    [
        ("LO3", ("LO1", "LO2")),  # both are one letter away
        ("lol", ("LO1", "L01")),  # both look alike
        ("physician", PROFESSIONS),
        ("", PROFESSIONS),
        ("x" * 41, ("x" * 40,)),
    ],
)
def test_no_slip_is_guessed_where_there_are_two_or_none(word, candidates):
    assert slip(word, candidates) == ""


def test_what_is_only_similar_is_guessed_as_far_as_the_likeness_asked_for():
    assert slip("nurses", PROFESSIONS) == ""
    assert nearest("nurse", PROFESSIONS) == ""
    # nurse and nursing share "nurs": 2 * 4 letters of 12 = 0.67
    assert nearest("nurse", PROFESSIONS, 0.66) == "nursing"
    assert nearest("pharmacist", PROFESSIONS) == "pharmacy"


def test_several_similar_words_come_likest_first():
    assert similar("midwife", ("midwives", "midwifery", "wife", "law"), 2) == ("midwifery", "midwives")


def test_among_very_many_only_slips_are_looked_for():
    many = frozenset(f"code-{number}" for number in range(1000))
    assert similar("code-12 3x", many, 1) == ()
    assert nearest("kode-12", many) == "code-12"
    assert nearest("codes-1234", many) == ""


def test_nothing_is_similar_to_a_whole_page():
    page = "nursing " * 100_000
    assert similar(page, PROFESSIONS, 1, 0.0) == similar("", PROFESSIONS, 1, 0.0) == ()
    assert similar("page", PROFESSIONS, 1, 0.0) != ()


def test_a_guess_is_put_as_a_question_or_not_at_all():
    assert did_you_mean("nursin", PROFESSIONS) == ' (did you mean "nursing"?)'
    assert did_you_mean("theology", PROFESSIONS) == ""


def test_things_of_one_name_are_told_apart():
    assert list(told_apart(["A1", "A2", "A1", "A1"])) == ["A1", "A2", "A1 (2)", "A1 (3)"]

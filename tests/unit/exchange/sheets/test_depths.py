"""Which letters mean what: only where nobody could object."""

import pytest

from alignkit.exchange.sheets.depths import Mark, depth_of, legend_in, mark_in, meaning_of, step_in


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("I", Mark(("I",))),
        ("m, a", Mark(("M", "A"))),
        ("IRM", Mark(("I", "R", "M"))),
        ("(R)", Mark(("R",), partial=True)),
        ("I/R", Mark(("I", "R"))),
        ("XX", Mark(("X",))),
        ("✓", Mark(("X",))),
        ("Yes", Mark(("X",))),
        ("3", Mark(("3",))),
        ("Introduced and assessed", Mark(("introduce", "assessed"))),
        ("eingeführt", Mark(("introduce",))),
        ("forsterkes", Mark(("reinforce",))),
        ("n/a", Mark(("N/A",))),
        ("", None),
        ("()", None),
        ("VE1", None),
        ("12", None),
        ("Explain roles", None),
        ("II", None),
        ("I" * 40, None),
    ],
)
def test_what_is_a_mark_and_what_is_not(text, mark):
    assert mark_in(text) == mark


@pytest.mark.parametrize(
    ("letters", "of", "unclear"),
    [
        ("IRM", {"I": "introduce", "R": "reinforce", "M": "master"}, ""),
        ("IR", {"I": "introduce", "R": "reinforce"}, ""),
        ("IM", {"I": "introduce", "M": "master"}, ""),
        ("IRD", {"I": "introduce", "R": "reinforce", "D": "master"}, ""),
        ("IRSD", {"I": "introduce", "R": "reinforce", "D": "master"}, "S"),
        ("IPR", {"I": "introduce", "R": "reinforce"}, "P"),
        ("IDM", {"I": "introduce", "D": "reinforce", "M": "master"}, ""),
        # D is the last of I, R, D and the middle of I, D, M: with I alone nobody can tell.
        ("ID", {"I": "introduce"}, "D"),
        # High, medium, low: this M is no mastery.
        ("HML", {}, "HLM"),
        ("IRME", {"I": "introduce", "R": "reinforce", "M": "master"}, "E"),
        ("123", {}, "123"),
        ("IRA", {"I": "introduce", "R": "reinforce", "A": "assessed"}, ""),
        ("X", {"X": "aligned"}, ""),
        ("XA", {"X": "aligned", "A": "assessed"}, ""),
        ("M", {"M": "master"}, ""),
        ("", {}, ""),
    ],
)
def test_letters_mean_something_where_every_scheme_agrees(letters, of, unclear):
    meaning = meaning_of([Mark((letter,)) for letter in letters], {}, {})
    assert (meaning.of, "".join(meaning.unclear)) == (of, unclear)


def test_a_legend_counts_more_than_a_scheme_and_the_author_more_than_both():
    marks = [Mark(("I",)), Mark(("P",)), Mark(("3",)), Mark(("A",))]
    legend = legend_in(["I = Introduced; P: Practised, 3 - Mastery", "A = Applied"])
    assert legend == {"I": "Introduced", "P": "Practised", "3": "Mastery", "A": "Applied"}
    found = meaning_of(marks, legend, {})
    assert dict(found.of) == {"I": "introduce", "3": "master", "A": "assessed"}
    assert found.scheme == "the sheet's legend"
    said = meaning_of(marks, legend, {"p": "reinforce", "A": "aligned"})
    assert dict(said.of) == {"I": "introduce", "P": "reinforce", "3": "master", "A": "aligned"}
    assert said.sentences() == ["Marks: 3 as master, I as introduce and P as reinforce (by the sheet's legend)."]


def test_of_several_steps_the_furthest_counts():
    assert depth_of(["introduce", "master", "assessed", ""]) == ("master", ("introduce",))
    assert depth_of(["assessed"]) == ("", ())


@pytest.mark.parametrize(("word", "step"), [("Reinforcement", "reinforce"), ("MASTERY", "master"), ("expert", "")])
def test_words_in_whatever_form(word, step):
    assert step_in(word) == step

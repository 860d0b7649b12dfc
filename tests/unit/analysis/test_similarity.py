"""Words in common, counted on one's fingers."""

from itertools import combinations

import pytest

from alignkit.analysis.shares import Share
from alignkit.analysis.similarity import content_words, in_common, repeated, twins


def test_words_that_mean_nothing_are_left_out():
    assert content_words("Resolve the Conflicts of values, in a team!") == {"resolve", "conflict", "value", "team"}


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        # resolve conflict value clinical team: the same five
        ("Resolve conflicts of values in a clinical team", "Resolve value conflicts in the clinical team", Share(5, 5)),
        # four in both; five and four words: 5 + 4 - 4 = 5 in all
        ("Resolve conflicts of values in a clinical team", "Resolve value conflict in teams", Share(4, 5)),
        ("Explain roles", "Explain roles", Share(0, 2)),  # too short to mean anything
        ("", "Resolve a conflict of values in a team", Share(0, 4)),
    ],
)
def test_in_common(one, other, share):
    assert in_common(one, other) == share
    assert in_common(other, one) == share


def test_repeated_counts_the_originals_words():
    # treat diversity identity culture: three of the four are repeated
    assert repeated("Treat diversity of identity and culture", "Explain identity, diversity and culture") == Share(3, 4)


def test_a_text_is_the_twin_of_the_first_that_is_like_it():
    texts = {
        "LO1": "Resolve conflicts of values in a clinical team",
        "LO2": "Explain roles of every profession in discharge",
        "LO3": "Resolve value conflicts in the clinical team",
        "LO4": "Resolve a value conflict in a clinical team",
    }
    assert [(twin.first, twin.second) for twin in twins(texts, 0.8)] == [("LO1", "LO3"), ("LO1", "LO4")]


@pytest.mark.parametrize("threshold", [0.5, 0.67, 0.8, 1.0])
def test_up_to_fifty_texts_no_pair_is_missed(threshold):
    words = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta", "eta", "theta"]
    texts = {str(number): " ".join(chosen) for number, chosen in enumerate(combinations(words, 6))}  # 28 texts
    found = {twin.second for twin in twins(texts, threshold)}
    names = list(texts)
    expected = {
        later
        for position, later in enumerate(names)
        if any(in_common(texts[earlier], texts[later]).reaches(threshold) for earlier in names[:position])
    }
    assert found == expected


def test_the_same_words_are_found_among_any_number_of_texts():
    texts = {str(number): "Explain roles in clinical teams" for number in range(300)}
    assert [(twin.first, twin.second) for twin in twins(texts, 0.8)] == [("0", str(n)) for n in range(1, 300)]

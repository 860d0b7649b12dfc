"""Reasons in words that stay short."""

import pytest

from alignkit.analysis.closing.fit import asks
from alignkit.analysis.closing.saying import reasons, some
from alignkit.phrase import Phrase


@pytest.mark.parametrize(
    ("names", "said"),
    [("ab", "a and b"), ("abcde", "a, b, c, d and e"), ("abcdef", "a, b, c, d and 2 more"), ("", "")],
)
def test_a_long_list_ends_with_how_many_more_there_are(names, said):
    assert str(Phrase("{names}", {"names": some(names)})) == said


def test_several_reasons_are_one():
    assert str(reasons([Phrase("a")])) == "a"
    assert str(reasons(map(Phrase, "abc"))) == "a; b; c"


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("text: Listen, domain: skills", "LO1 is about a skill"),
        ("text: Listen, domain: attitudes", "LO1 is about an attitude"),
        ("text: Explain roles", "LO1 asks learners to understand"),
        ("text: Roles", "LO1 states no level"),
    ],
)
def test_what_an_outcome_asks_for(case_of, outcome, said):
    assert str(asks(case_of(f"outcomes: [{{id: LO1, {outcome}}}]\n").outcomes["LO1"])) == said

"""The library is searched by words in any inflection and by codes, the best first."""

from typing import cast

import pytest

from alignkit.analysis.search import search, stem
from alignkit.library.index import FrameworkIndex
from alignkit.model.documents import typed
from alignkit.model.framework import Framework
from alignkit.source.reader import parse

TEXT = """\
alignkit: framework/1
id: {id}
title: T
kind: regulator
status: {status}
publisher: {{name: Body}}
items:
  - code: TT
    title: Teams
    items:
      - {{code: TT1, text: Resolve conflicts in teams}}
      - {{code: TT2, text: Listen to teams}}
      - {{code: "3.2", text: Naïve listening to families}}
"""


def index(id_: str, status: str = "current") -> FrameworkIndex:
    record, _ = typed(parse(TEXT.format(id=id_, status=status), "f.yaml"))
    return FrameworkIndex(cast("Framework", record))


def refs(asked: str, *frameworks: FrameworkIndex) -> list[str]:
    return [match.item.ref for match in search(asked, frameworks or (index("a"),)).matches]


@pytest.mark.parametrize(
    "family",
    [
        "conflict conflicts",
        "communicate communicates communicated communicating communication communications communicative",
        "collaborate collaborative collaboration collaboratively",
        "negotiate negotiation negotiating",
        "assess assesses assessed assessing assessment assessments",
        "manage managing managed management",
        "policy policies",
        "ethic ethics ethical ethically",
        "respect respectful respectfully",
        "profession professions professional professionals",
        "educate education educational",
        "lead leader leaders leadership",
        "reflect reflects reflection reflective",
        "culture cultural culturally cultures",
        "diverse diversity",
        "equity equitable",
        "provide provider providers providing",
        "éthique ethique",
    ],
)
def test_inflected_forms_are_one_word(family):
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("care", "cure"), ("community", "communication"), ("safe", "save"), ("role", "rule")]
)
def test_other_words_stay_others(one, other):
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("conflict", ["a:TT1"]),
        ("CONFLICTS", ["a:TT1"]),
        # "listen" is rarer than "team"; both words come before either.
        ("team listening", ["a:TT2", "a:TT", "a:3.2", "a:TT1"]),
        # In a title a word counts twice; of the other two the shorter comes first.
        ("team", ["a:TT", "a:TT2", "a:TT1"]),
        ("naive", ["a:3.2"]),
        # Words that begin so, where none is so.
        ("confl", ["a:TT1"]),
        ("tt1", ["a:TT1"]),
        ("a:TT2", ["a:TT2"]),
        ("3.2", ["a:3.2"]),
        ("TT1, families", ["a:TT1", "a:3.2"]),
        ("dignity", []),
        ("with the", []),
    ],
)
def test_the_order_of_what_is_found(asked, found):
    assert refs(asked) == found


def test_what_is_in_force_comes_before_what_is_superseded():
    assert refs("conflict", index("a", "superseded"), index("b")) == ["b:TT1", "a:TT1"]


def test_a_word_that_nothing_has_is_told_with_the_one_perhaps_meant():
    assert search("conflcit dignity team", (index("a"),)).unknown == {"conflcit": "conflict", "dignity": ""}
    assert search("TT1", (index("a"),)).unknown == {}

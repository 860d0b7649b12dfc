"""A phrase is said from its template and its facts, in English or in another tongue."""

from alignkit.phrase import Day, Either, English, Fact, Few, Phrase, Whole, say


def test_facts_fill_the_template():
    assert str(Phrase("{outcome} has {n} activities", {"outcome": "LO1", "n": 3})) == "LO1 has 3 activities"


def test_one_thing_reads_differently_where_the_phrase_says_how():
    phrase = Phrase("{n} criteria", {"n": 1}, one="{n} criterion")
    assert str(phrase) == "1 criterion"
    assert str(Phrase("{n} criteria", {"n": 2}, one="{n} criterion")) == "2 criteria"


def test_phrases_within_phrases_and_lists_are_said():
    inner = Phrase("a {thing}", {"thing": "b"})
    assert str(Phrase("{parts} and {n}", {"parts": ("x", inner, 1000), "n": 12345})) == "x, a b and 1,000 and 12,345"


def test_braces_in_a_fact_are_left_as_they_are():
    assert str(Phrase("{title}", {"title": "{0} {title}"})) == "{0} {title}"


def test_hours_and_dates_are_said_as_they_were_typed():
    facts: dict[str, Fact] = {"hours": 1234.5, "whole": 75.0, "day": Day("2026-03")}
    assert str(Phrase("{hours} h of {whole} since {day}", facts)) == "1,234.5 h of 75 since 2026-03"


def test_a_text_without_facts_is_no_template():
    assert str(Phrase("{anything} {0}")) == "{anything} {0}"


def test_another_tongue_has_its_own_templates_numbers_and_lists():
    class Shouting(English):
        def template(self, phrase: Phrase) -> str:
            return {"{n} things": "{n} THINGS: {which}"}[phrase.text]

        def number(self, number: float) -> str:
            return f"{number}!"

        def listed(self, parts: list[str], *, alternatives: bool = False) -> str:
            return ("|" if alternatives else "+").join(parts)

    assert say(Phrase("{n} things", {"n": 2, "which": ("a", "b")}), Shouting()) == "2! THINGS: a+b"


def test_alternatives_a_few_of_many_and_parts_without_a_break():
    assert str(Phrase("{x}", {"x": Either(("a", "b", "c"))})) == "a, b or c"
    assert str(Phrase("{x}", {"x": Few(("a", "b", "c", "d", "e"), 2)})) == "a, b and 3 more"
    assert str(Phrase("{x}", {"x": Few(("a", "b"), 2)})) == "a and b"
    assert str(Phrase("{x}", {"x": Whole(("a", Phrase("b"), 1))})) == "ab1"

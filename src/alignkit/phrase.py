"""Sentences kept apart from the facts that fill them, so that a report can say them in another language."""

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

from alignkit.wording import listed


class Phrase(Struct, frozen=True):
    """A template such as "{outcome} has {n} activities" and what fills it.

    `one` is the template for `facts["n"] == 1`, where that reads differently. A fact that is a phrase is said in its
    turn; a tuple is listed: "a, b and c". Templates are looked up in message catalogues as they stand in the code.
    """

    text: str
    facts: Mapping[str, "Fact"] = {}
    one: str = ""

    def __str__(self) -> str:
        """Return the sentence in English."""
        return say(self, English())


class Day(Struct, frozen=True):
    """A date as a file has it: a year, a year and a month, or a day (ISO 8601)."""

    iso: str


class Either(Struct, frozen=True):
    """Alternatives: "a, b or c"."""

    parts: tuple["Fact", ...]


class Few(Struct, frozen=True):
    """The first of several, and how many more there are: "a, b and 3 more"."""

    parts: tuple["Fact", ...]
    most: int


class Whole(Struct, frozen=True):
    """Parts said one right after the other."""

    parts: tuple["Fact", ...]


Fact = str | int | float | Day | Phrase | Either | Few | Whole | tuple["Fact", ...]


class Tongue(Protocol):
    """What it takes to say a phrase in a language."""

    def template(self, phrase: Phrase) -> str:
        """Return the phrase's template in the language."""

    def number(self, number: float) -> str:
        """Return a number as the language writes it."""

    def day(self, day: Day) -> str:
        """Return a date as the language writes it."""

    def listed(self, parts: list[str], *, alternatives: bool = False) -> str:
        """Return the parts as an enumeration, or as alternatives."""


class English:
    """The language in which phrases are written."""

    def template(self, phrase: Phrase) -> str:
        """Return the template, or the one for a single thing."""
        return phrase.one if phrase.one and phrase.facts.get("n") == 1 else phrase.text

    def number(self, number: float) -> str:
        """Return the number with commas between thousands, and with as many decimals as it was typed with."""
        return f"{number:,}" if isinstance(number, int) else f"{number:,.9f}".rstrip("0").rstrip(".")

    def day(self, day: Day) -> str:
        """Return the date as the file has it."""
        return day.iso

    def listed(self, parts: list[str], *, alternatives: bool = False) -> str:
        """Return "a, b and c", or "a, b or c"."""
        return listed(parts, "or" if alternatives else "and")


def say(phrase: Phrase, tongue: Tongue) -> str:
    """Return the phrase as a sentence in the language; a text without facts, such as a rubric's, as it stands."""
    template = tongue.template(phrase)
    if not phrase.facts:
        return template
    return template.format_map({name: _said(fact, tongue) for name, fact in phrase.facts.items()})


def _said(fact: Fact, tongue: Tongue) -> str:
    if isinstance(fact, str):
        return fact
    if isinstance(fact, Phrase):
        return say(fact, tongue)
    if isinstance(fact, (int, float)):
        return tongue.number(fact)
    return tongue.day(fact) if isinstance(fact, Day) else _of_several(fact, tongue)


def _of_several(fact: Either | Few | Whole | tuple[Fact, ...], tongue: Tongue) -> str:
    if isinstance(fact, Few):
        fact = _cut(fact)
    parts = [_said(part, tongue) for part in (fact if isinstance(fact, tuple) else fact.parts)]
    if isinstance(fact, Whole):
        return "".join(parts)
    return tongue.listed(parts, alternatives=isinstance(fact, Either))


def _cut(few: Few) -> tuple[Fact, ...]:
    more = len(few.parts) - few.most
    return (*few.parts[: few.most], Phrase("{n} more", {"n": more})) if more > 0 else few.parts


def english(fact: Fact) -> str:
    """Return a fact in English."""
    return _said(fact, _ENGLISH)


_ENGLISH = English()

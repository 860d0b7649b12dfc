"""What the page says itself: everything else on it comes from the document."""

import re

from babel import Locale, UnknownLocaleError
from msgspec import Struct

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Table
from alignkit.render.report.language import Language

STEPS = (Phrase("not claimed"), Phrase("claimed"), Phrase("taught"), Phrase("assessed"), Phrase("evidenced"))
_FACTS = {"step": Phrase("Step"), "professions": Phrase("Profession"), "modules": Phrase("Module")}
_NUMBER = re.compile(r"(\d+)")


class Words(Struct, frozen=True):
    """The page's own words, by what they are for."""

    skip: str
    contents: str
    dark: str
    fold: str
    unfold: str
    find: str
    any: str
    count: str
    clear: str
    none: str
    as_table: str
    nothing: str
    unverified: str
    leads: str
    elsewhere: str
    close: str
    copy: str
    copied: str
    order: str
    fingerprint: str


def words(say: Language) -> Words:
    """Return the page's own words in the language; {shown} and {total} are the script's to fill."""
    return Words(
        skip=say("Skip to the content"),
        contents=say("Contents"),
        dark=say("Dark page"),
        fold=say("Close all sections"),
        unfold=say("Open all sections"),
        find=say("Find"),
        any=say("all"),
        count=say("{shown} of {total} rows", shown="{shown}", total="{total}"),
        clear=say("Show all rows"),
        none=say("No row is like that."),
        as_table=say("The picture as a table"),
        nothing=say("Nothing."),
        unverified=say("no source confirms the text yet"),
        leads=say("Where it leads"),
        elsewhere=say("Not through any of these"),
        close=say("Close"),
        copy=say("Copy"),
        copied=say("Copied"),
        order=say("Sort by this column"),
        fingerprint=say("Fingerprint"),
    )


class Choosing:
    """Says what a table's rows can be filtered by, in a language."""

    def __init__(self, say: Language) -> None:
        """Take the language."""
        self._say = say

    def title(self, fact: str) -> str:
        """Return what the fact is called."""
        return self._say(_FACTS.get(fact, fact))

    def step(self, number: int) -> str:
        """Return the name of a step of the ladder."""
        return self._say(STEPS[number])

    def choices(self, table: Table, fact: str) -> list[tuple[str, str]]:
        """Return each value that rows have for the fact, with its name, the numbers within names in order."""
        values = {value for row in table.rows for value in row.facts.get(fact, "").split()}
        return sorted(((value, self._name(fact, value)) for value in values), key=lambda each: _key(fact, *each))

    def _name(self, fact: str, value: str) -> str:
        known = {str(number): step for number, step in enumerate(STEPS)} if fact == "step" else {}
        return self._say(known.get(value, value))


def _key(fact: str, value: str, name: str) -> tuple[tuple[str | int, ...], str]:
    """Return what orders a choice: a step by its number, another by its name, in which 2 comes before 10."""
    parts = _NUMBER.split(value if fact == "step" else name.casefold())
    return tuple(int(part) if number % 2 else part for number, part in enumerate(parts)), value


def direction(language: str) -> str:
    """Return "ltr" or "rtl", as the language is written."""
    try:
        return str(Locale.parse(language, sep="-").text_direction)
    except (UnknownLocaleError, ValueError):
        return "ltr"

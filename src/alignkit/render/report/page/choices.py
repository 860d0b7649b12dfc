"""What a reader can choose: which rows of a table to see, which marks of a picture to have stand out."""

import re
from collections.abc import Iterable

from msgspec import Struct

from alignkit.phrase import Phrase
from alignkit.render.report.blocks import Table
from alignkit.render.report.language import Language
from alignkit.render.report.page.drawing import facts

STEPS = (Phrase("not claimed"), Phrase("claimed"), Phrase("taught"), Phrase("assessed"), Phrase("evidenced"))
_STEP = "step"
_NAMES = {
    _STEP: Phrase("Step"),
    "modules": Phrase("Module"),
    "professions": Phrase("Profession"),
    "depth": Phrase("Depth"),
}
_NUMBER = re.compile(r"(\d+)")


class Choice(Struct, frozen=True):
    """A fact to choose by: what it is called, and its values, each with its name."""

    fact: str
    title: str
    values: tuple[tuple[str, str], ...]


class Choices:
    """Says what can be chosen, in a language."""

    def __init__(self, say: Language) -> None:
        """Take the language."""
        self._say = say

    def of_table(self, table: Table) -> list[Choice]:
        """Return the facts that the table is to be filtered by and that rows of it have, in the table's order."""
        found = {
            fact: {value for row in table.rows for value in row.facts.get(fact, "").split()} for fact in table.filters
        }
        return [self._choice(fact, values) for fact, values in found.items() if values]

    def of_drawing(self, svg: str) -> list[Choice]:
        """Return the facts in which the marks of a picture differ."""
        return [self._choice(fact, values) for fact, values in facts(svg, _NAMES).items() if len(values) > 1]

    def step(self, number: int) -> str:
        """Return the name of a step of the ladder."""
        return self._say(STEPS[number])

    def _choice(self, fact: str, values: Iterable[str]) -> Choice:
        named = sorted(((value, self._name(fact, value)) for value in values), key=lambda each: _key(fact, *each))
        return Choice(fact, self._say(_NAMES.get(fact, fact)), tuple(named))

    def _name(self, fact: str, value: str) -> str:
        steps = {str(number): step for number, step in enumerate(STEPS)} if fact == _STEP else {}
        return self._say(steps.get(value, value))


def _key(fact: str, value: str, name: str) -> tuple[tuple[str | int, ...], str]:
    """Return what orders a value: a step by its number, another by its name, in which 2 comes before 10."""
    parts = _NUMBER.split(value if fact == _STEP else name.casefold())
    return tuple(int(part) if number % 2 else part for number, part in enumerate(parts)), value

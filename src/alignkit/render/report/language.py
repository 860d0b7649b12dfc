"""How a report is said: English as it stands in the code, other languages by a message catalogue (locales/*.po).

A message is known by its English text, as gettext has it: the templates of phrases and rules, the texts of shipped
rubrics, the words of the vocabularies. What a catalogue does not have is said in English. Numbers, dates and
enumerations follow the language's own conventions (Unicode CLDR, through Babel).
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from gettext import c2py
from importlib.resources import files

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.lists import format_list
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from alignkit.errors import BadRequest
from alignkit.phrase import Day, Fact, Phrase, say
from alignkit.wording import did_you_mean, listed, whole_percent

ENGLISH = "en"
# Where a language is spoken as reports are written here: `en` alone would write dates the American way.
_LOCALES = {"en": "en_GB"}
_YEAR, _MONTH = 4, 7


class Language:
    """A language of reports: says phrases, and writes numbers and dates."""

    def __init__(self, code: str, catalogue: Catalog | None = None) -> None:
        """Take the language's code and its message catalogue, None for English."""
        self.code = code
        self._locale = Locale.parse(_LOCALES.get(code, code), sep="_")
        self._catalogue = catalogue
        self._plural = c2py(catalogue.plural_expr) if catalogue else None

    def __call__(self, message: str | Phrase, **facts: Fact) -> str:
        """Return a message in the language, filled with the facts; a phrase brings its own."""
        return say(message if isinstance(message, Phrase) else Phrase(message, facts), self)

    def said(self, fact: Fact) -> str:
        """Return a fact in the language."""
        return say(Phrase("{fact}", {"fact": fact}), self)

    def template(self, phrase: Phrase) -> str:
        """Return the phrase's template in the language."""
        number = phrase.facts.get("n")
        if phrase.one and isinstance(number, (int, float)):
            return self._of_number(phrase, number)
        return next(iter(self._forms(phrase.text)), phrase.text)

    def _of_number(self, phrase: Phrase, number: float) -> str:
        forms = self._forms(phrase.one)
        if self._plural is None or not forms:
            return phrase.one if number == 1 else phrase.text
        # Fractions take the plural in the languages that there are catalogues for.
        return forms[self._plural(int(number) if number == int(number) else 2)]

    def _forms(self, message: str) -> tuple[str, ...]:
        """Return what the catalogue says for a message, one text for each of its plural forms; () where it has none."""
        found = self._catalogue.get(message) if self._catalogue else None
        return _forms(found.string) if found else ()

    def number(self, number: float) -> str:
        """Return a number as the language writes it, with at most nine decimals."""
        return str(format_decimal(number, format="#,##0.#########", locale=self._locale))

    def day(self, day: Day) -> str:
        """Return a date as the language writes it: a year, a month with its year, or a day."""
        if len(day.iso) == _YEAR:
            return day.iso
        if len(day.iso) == _MONTH:
            return str(format_skeleton("yMMMM", date.fromisoformat(f"{day.iso}-01"), locale=self._locale))
        return str(format_date(date.fromisoformat(day.iso), "long", locale=self._locale))

    def listed(self, parts: list[str], *, alternatives: bool = False) -> str:
        """Return the parts as an enumeration, or as alternatives."""
        return format_list(parts, "or" if alternatives else "standard", locale=self._locale) if parts else ""

    def percent(self, part: int, whole: int) -> str:
        """Return a share in whole percent, as `wording.percent` rounds it; a dash where there is no whole."""
        rounded = whole_percent(part, whole)
        return self("–") if rounded is None else self("{n}%", n=rounded)  # noqa: RUF001


def _forms(string: str | Iterable[str] | None) -> tuple[str, ...]:
    forms = (string,) if isinstance(string, str) else tuple(string or ())
    return forms if all(forms) else ()


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that reports can be in."""
    names = (each.name for each in files(__package__).joinpath("locales").iterdir())
    return (ENGLISH, *sorted(name.removesuffix(".po") for name in names if name.endswith(".po")))


@cache
def language(code: str) -> Language:
    """Return the language of that code; BadRequest where there is no catalogue for it."""
    if code not in languages():
        hint = f"there are {listed(languages())}; docs/report.md says how to add one"
        raise BadRequest(f'there are no reports in "{code}"{did_you_mean(code, languages())}', hint=hint)
    return Language(code, None if code == ENGLISH else catalogue(code))


def catalogue(code: str) -> Catalog:
    """Return the message catalogue of a language."""
    with files(__package__).joinpath("locales", f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)

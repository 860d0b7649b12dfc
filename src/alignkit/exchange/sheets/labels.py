"""What stands at the side of a map: `LO1: Negotiate …` is an id and its words, `NURS 101` a course."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from alignkit.exchange.sheets.codes import Codes, Found, Missing
from alignkit.exchange.sheets.grid import Place
from alignkit.library.draft import tidy
from alignkit.model.vocabulary import BLOOM, CODE

_WORDS = (
    "outcome|objective|goal|lernziel|lernergebnis|module|modul|unit|week|course|kurs|session|block|day|assessment|task|"
    "exam|quiz|assignment|semester|year|learning outcome|course outcome|program outcome|programme outcome"
)
_NUMBER = r"\d+(?:\.\d+)*[a-z]?"
_ID = re.compile(
    rf"(?P<id>(?:(?:[A-Z]{{1,8}}|(?i:{_WORDS}))(?:[ _.-]?{_NUMBER}){{1,2}}|{_NUMBER}(?=\s*[.:)–—]|\s-\s|\s*$)))"  # noqa: RUF001
    r"\s*(?:[.:)–—|-]\s*|\s+|$)(?P<words>.*)",  # noqa: RUF001
    re.DOTALL,
)
_OUTCOME = re.compile(
    r"(?i)(?:[acimpsu]{0,2}[ck]?lo|[cp]o|outcome|objective|goal|learning outcome|lernziel)[ _.-]?\d.*"
)
_MODULE = re.compile(
    r"(?i:(?:module|modul|unit|week|course|kurs|session|block|day|year|semester)\b.*)"
    r"|[A-Z]{2,6}[ -]?\d{3,5}[A-Z]?\b.*|M\d+\b.*",
    re.DOTALL,
)
_ASSESSMENT = re.compile(
    r"(?i).*\b(exam|examination|essay|osce|quiz|portfolio|assignment|test|presentation|report|viva|assessment|reflection|"
    r"project|prüfung|klausur|hausarbeit|eksamen|oppgave)\b.*|AS\d+\b.*",
    re.DOTALL,
)
_SENTENCE = 4


class Label(Struct, frozen=True):
    """A row or column of a matrix: where it is named, its id ("" where it has none), its words, and all as it stands.

    `texts` begin with the most special one: the code of a sub-competency before that of its domain.
    """

    place: Place
    index: int
    id: str
    words: str
    texts: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Return the id and the words."""
        return " ".join(part for part in (self.id, self.words) if part)

    @property
    def unused(self) -> tuple[str, ...]:
        """Return the texts of which nothing is in the id or the words."""
        kept = f"{self.id} {self.words}"
        return tuple(text for text in self.texts if split_label(text)[1] not in kept or not any(split_label(text)))

    def item(self, codes: Codes) -> Found | Missing:
        """Return the item of a framework that it names, the most special one where it names several."""
        found = (codes.find(text) for text in self.texts)
        return next((each for each in found if isinstance(each, Found)), None) or codes.find(self.texts[0])


def split_label(text: str) -> tuple[str, str]:
    """Return the id with which a text begins, as an id can be written, and the words after it; each may be "".

    `LO 1: Negotiate` is LO-1 and Negotiate; `3 patients` has no id, since nothing sets the number apart.
    """
    line = " ".join(text.split())
    found = _ID.fullmatch(line)
    if found is None:
        return "", line
    return tidy(found["id"]), found["words"].strip()


def id_of(text: str) -> str:
    """Return the id in a cell that holds nothing else: as it stands, where it can stand so in a file."""
    bare = text.strip()
    return bare if re.fullmatch(CODE.matches, bare) else split_label(bare)[0] or tidy(bare)


def axis_kind(labels: Sequence[Label], codes: Codes) -> str:
    """Return what an axis is made of, by what most of its labels look like.

    "" where nobody could tell.
    """
    if not labels:
        return ""
    if _most(bloom_in(label.whole) for label in labels):
        return "bloom"
    if _most(isinstance(label.item(codes), Found) for label in labels):
        return "items"
    for kind, pattern in (("outcomes", _OUTCOME), ("modules", _MODULE), ("assessments", _ASSESSMENT)):
        if _most(pattern.fullmatch(label.whole) for label in labels):
            return kind
    words = sum(len(label.words.split()) for label in labels)
    return "outcomes" if words >= _SENTENCE * len(labels) else ""


def _most(truths: Iterable[object]) -> bool:
    said = [bool(truth) for truth in truths]
    return sum(said) > len(said) / 2


_BLOOM = {
    "remember": "remember",
    "knowledge": "remember",
    "recall": "remember",
    "understand": "understand",
    "comprehen": "understand",
    "appl": "apply",
    "analy": "analyse",
    "evaluat": "evaluate",
    "creat": "create",
    "synthes": "create",
}


def bloom_in(text: str) -> str:
    """Return the level of Bloom's taxonomy, the revised one, that a text names in whatever form, or ""."""
    word = text.strip().casefold()
    if word in BLOOM.words:
        return word
    return next((level for start, level in _BLOOM.items() if word.startswith(start)), "") if " " not in word else ""

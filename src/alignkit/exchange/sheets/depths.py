"""The marks in a curriculum map: which letters a sheet uses, by which scheme, and what they are in our words.

Schemes are not comparable: R is the highest step in one and the middle one in another. A scheme is chosen only where
every scheme that has the sheet's letters says the same of them, or the sheet's legend does; else a letter gives an
alignment without a depth, and is named.
"""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from msgspec import Struct

from alignkit.wording import listed

# What each scheme means by its letters: a step in our words, or "" where we have no word for it. Seen at: ndsu.edu and
# manoa.hawaii.edu (I, R, M), cte.tamu.edu (I, R, D, demonstrate or master; I, R, S, D with strengthen), stjohns.edu (I,
# P, R with practised), pointloma.edu (I, D, M, in which developed is the middle of three).
_SCHEMES: dict[str, dict[str, str]] = {
    "I/R/M": {"I": "introduce", "R": "reinforce", "M": "master"},
    "I/R/D": {"I": "introduce", "R": "reinforce", "D": "master"},
    "I/R/S/D": {"I": "introduce", "R": "reinforce", "S": "", "D": "master"},
    "I/P/R": {"I": "introduce", "P": "", "R": "reinforce"},
    "I/D/M": {"I": "introduce", "D": "reinforce", "M": "master"},
}
# What a legend or a cell says in words, in English, German or Norwegian, by how the words begin.
_WORDS = {
    "introduc": "introduce",
    "reinforc": "reinforce",
    "master": "master",
    "einführ": "introduce",
    "eingeführt": "introduce",
    "vertief": "reinforce",
    "gefestigt": "reinforce",
    "beherrsch": "master",
    "introduser": "introduce",
    "forsterk": "reinforce",
    "mestr": "master",
    "assess": "assessed",
    "evaluat": "assessed",
    "geprüft": "assessed",
    "vurder": "assessed",
    "addressed": "aligned",
    "covered": "aligned",
    "aligned": "aligned",
}
_TICKS = frozenset(("X", "XX", "✓", "✔", "☑", "●", "•", "YES", "Y", "JA"))
_NOTHING = frozenset(("-", "–", "—", "0", "N/A", "NA", "NO", "N", "NEIN", "NEI", "NONE"))  # noqa: RUF001
_NUMBERS = frozenset(("1", "2", "3", "4", "5"))
_STEPS = ("introduce", "reinforce", "master")
_TOKENS = re.compile(r"[,;/&+|\s]+")
_LEGEND = re.compile(r"(?<!\w)([A-Z]|[1-5])\s*[=:–-]\s*(?:the\s+)?([^\W\d_]{3,})", re.IGNORECASE)  # noqa: RUF001
_USUAL = frozenset(letter for scheme in _SCHEMES.values() for letter in scheme)
_SKIPPED = frozenset(("", "AND", "UND", "OG"))
_LONGEST = 30
UNCLEAR = "it is no depth in our words, or schemes disagree about it: say it with `letters:` in a mapping file"
_MOST_TOGETHER = 4


class Mark(Struct, frozen=True):
    """What stands in a cell of a map: its letters, and whether they are in brackets, which means in part."""

    letters: tuple[str, ...]
    partial: bool = False


class Meaning(Struct, frozen=True):
    """What the letters of a sheet mean, by which scheme, and those for which nothing could be said."""

    of: Mapping[str, str]
    scheme: str
    unclear: tuple[str, ...]

    def sentences(self) -> list[str]:
        """Return what was taken for what, for people to object to."""
        said = (*_STEPS, "assessed", "partial")
        known = [f"{letter} as {word}" for letter, word in sorted(self.of.items()) if word in said and word != letter]
        by = f" (by {self.scheme})" if self.scheme else ""
        return [f"Marks: {listed(known)}{by}."] if known else []


@lru_cache(maxsize=4096)
def mark_in(text: str) -> Mark | None:
    """Return the mark that a cell holds, or None where it holds something else."""
    bare = text.strip()
    partial = bool(re.fullmatch(r"\(.+\)", bare))
    bare = bare[1:-1].strip() if partial else bare
    if not bare or len(bare) > _LONGEST:
        return None
    if bare.upper() in _NOTHING:
        return Mark((bare.upper(),))
    letters = [letter for token in _TOKENS.split(bare.upper()) if token not in _SKIPPED for letter in _letters(token)]
    return Mark(tuple(dict.fromkeys(letters)), partial) if letters and all(letters) else None


def _letters(token: str) -> Iterable[str]:
    """Return the letters of a token: `IRM` is three, `X` one, a word is its first letter; "" where it is no mark."""
    if token in _TICKS:
        return ("X",)
    if token in _NOTHING or token in _NUMBERS or (len(token) == 1 and token.isalpha()):
        return (token,)
    word = step_in(token)
    if word:
        return (word,)
    together = len(token) <= _MOST_TOGETHER and set(token) <= set("IRMDSPA") and len(set(token)) == len(token)
    return tuple(token) if together else ("",)


def step_in(text: str) -> str:
    """Return what a word says in whatever form: introduced, reinforcement, mastery, assessed; "" where it says none."""
    folded = text.strip().casefold()
    return next((step for start, step in _WORDS.items() if folded.startswith(start)), "")


def legend_in(texts: Iterable[str]) -> dict[str, str]:
    """Return what a sheet itself says of its letters, `I = Introduced`: each with the word."""
    return {letter.upper(): word for text in texts for letter, word in _LEGEND.findall(text)}


def meaning_of(marks: Iterable[Mark], legend: Mapping[str, str], said: Mapping[str, str]) -> Meaning:
    """Return what the letters of a sheet mean: by the author's word, else by the legend, else by the one scheme."""
    letters = frozenset(letter for mark in marks for letter in mark.letters)
    known = {letter: letter for letter in letters if letter in (*_STEPS, "assessed", "aligned")}
    known |= {letter: "aligned" for letter in letters if letter == "X"}
    known |= dict.fromkeys(letters & _NOTHING, "not-addressed")
    spoken = {letter: step_in(word) for letter, word in legend.items()}
    by_author = {letter.upper(): word for letter, word in said.items()}
    open_ = letters - known.keys() - spoken.keys() - by_author.keys() - {"A"}
    by_scheme, scheme = ({}, "") if any(spoken.values()) else _by_scheme(open_)
    assessed = {"A": "assessed"} if "A" in letters else {}
    of = {**assessed, **by_scheme, **known, **{k: v for k, v in spoken.items() if v and k in letters}, **by_author}
    unclear = tuple(sorted(letter for letter in letters if not of.get(letter)))
    source = "the sheet's legend" if any(spoken.values()) else (f"the scheme {scheme}" if scheme else "")
    return Meaning({letter: of[letter] for letter in letters if of.get(letter)}, source, unclear)


def _by_scheme(letters: frozenset[str]) -> tuple[dict[str, str], str]:
    """Return what every scheme that has these letters says of each, where they agree, and the simplest of them."""
    usual = letters & _USUAL if "I" in letters else letters  # H, M and L are degrees, among which M is no mastery
    fitting = {name: scheme for name, scheme in _SCHEMES.items() if usual and usual <= scheme.keys()}
    agreed = {
        letter: next(iter(words))
        for letter in usual
        if fitting and len(words := {scheme[letter] for scheme in fitting.values()}) == 1
    }
    return agreed, next(iter(fitting), "")


def depth_of(steps: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return the furthest of the steps in a cell, and the others that one alignment cannot hold."""
    depths = sorted({step for step in steps if step in _STEPS}, key=_STEPS.index)
    return (depths[-1] if depths else ""), tuple(depths[:-1])

"""Where long words may be broken, so that none runs out of its column."""

import re
from itertools import pairwise
from unicodedata import category, combining

from alignkit.render.report.signs import held

# How many letters of the widest kind fit a line of text, and one of a heading.
IN_TEXT, IN_HEADINGS = 45, 20
# Where a text may be broken; held() keeps this sign out of texts.
BREAK = "\ue000"
_LETTERS_PER_MM, _PADDING = 0.6, 2.5
_FEWEST = 3
_BREAKS_A_LINE = 4
_LONGEST_PLAIN_WORD = 22
_WORD = re.compile(r"[^\s\-\u2010-\u2015]+")
_JOINER, _VIRAMA = "\u200d", 9


def letters(width: float) -> int:
    """Return how many letters fit a column of so many millimetres."""
    return max(int((width - _PADDING) * _LETTERS_PER_MM), _FEWEST)


def breakable(text: str, most: int = IN_TEXT) -> str:
    """Return the text as a document holds it, with a BREAK every few letters of words that are longer than fits.

    Ordinary words are left to hyphenation, which knows their syllables; codes and addresses have none.
    """
    return _WORD.sub(lambda word: _broken(word[0], most), held(text))


def _broken(word: str, most: int) -> str:
    longest = max(most, _LONGEST_PLAIN_WORD) if word.isalpha() else most
    if len(word) <= longest:
        return word
    step = max(most // _BREAKS_A_LINE, 1)
    whole = _letters(word)
    return BREAK.join("".join(whole[start : start + step]) for start in range(0, len(whole), step))


def _letters(word: str) -> list[str]:
    """Return the letters of the word, each with the signs that belong to it, and emoji of several signs as one."""
    found = [word[0]]
    for before, after in pairwise(word):
        if _JOINER in {before, after} or combining(before) == _VIRAMA or category(after).startswith("M"):
            found[-1] += after
        else:
            found.append(after)
    return found

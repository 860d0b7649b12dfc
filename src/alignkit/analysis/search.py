"""Items found by their words or their code: the rarer a word is among the items, the more it counts."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log
from unicodedata import combining, normalize

from msgspec import Struct

from alignkit.analysis.similarity import content_words, singular, word_set
from alignkit.library.index import FrameworkIndex, Placed
from alignkit.wording import slip

# What is left of a word without its ending has to be a word's worth of letters.
_SHORTEST = 4
_ENDINGS = sorted(
    word_set(
        "izations isations ization isation ational ations itions ation ition ating ator ative ated ates ate ional "
        "tional atively ements ments ement ment ership ship ness ical ically ally fully ively ingly able ible ing ings "
        "ion ions ive "
        "izing ising ized ised ize ise ful ity ities ies ied ie ed er al ic ely ly e y"
    ),
    key=lambda ending: (-len(ending), ending),
)
# A word in a title names what the item is; in a text it may be said in passing.
_IN_TITLE = 2
# So many letters and no such word: then words that begin so are meant.
_BEGINNING = 3


class Match(Struct, frozen=True):
    """An item that was found, whether by its code, and which of the words that were asked for it has."""

    item: Placed
    framework: FrameworkIndex
    by_code: bool
    words: tuple[str, ...]
    score: float
    length: int


class Found(Struct, frozen=True):
    """What a search found, the best first; and the words that nothing has, each with the one perhaps meant, or ""."""

    matches: tuple[Match, ...]
    unknown: dict[str, str]


class _Entry(Struct, frozen=True):
    item: Placed
    framework: FrameworkIndex
    title: frozenset[str]
    stems: frozenset[str]
    codes: frozenset[str]


class _Word(Struct, frozen=True):
    """A word asked for: the stems by which items may have it, and how much it counts."""

    typed: str
    stems: frozenset[str]
    weight: float


def search(asked: str, frameworks: Iterable[FrameworkIndex]) -> Found:
    """Return the items that have a code or some of the words asked for, however these are inflected.

    An item whose code, or framework-id:code, was asked for comes first; then items with more of the words before
    items with fewer; then those in force before those superseded; then by the rarity of the words, those of a title
    counting twice; then items that say less else; then in the order of the frameworks.
    """
    entries = [_entry(placed, index) for index in frameworks for placed in index.items.values()]
    codes, typed = _codes_and_words(asked, entries)
    words = _weighted(typed, entries)
    matches = [match for entry in entries if (match := _match(entry, codes, words))]
    vocabulary = {word for entry in entries for word in content_words(_text(entry.item))}
    unknown = {word.typed: slip(word.typed, vocabulary) for word in words if not word.stems}
    return Found(tuple(sorted(matches, key=_order)), unknown)


def _entry(placed: Placed, index: FrameworkIndex) -> _Entry:
    names = frozenset((placed.code.casefold(), placed.ref.casefold()))
    return _Entry(placed, index, _stems(placed.item.title), _stems(_text(placed)), names)


def _text(placed: Placed) -> str:
    return f"{placed.item.title} {placed.item.text}"


def _stems(text: str) -> frozenset[str]:
    return frozenset(map(stem, content_words(text)))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return what is left of a word without accents, a plural's s and one ending: communicat(ing) -> communic."""
    letters = "".join(sign for sign in normalize("NFKD", word.casefold()) if not combining(sign))
    bare = singular(letters)
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= _SHORTEST:
            return bare[: -len(ending)]
    return bare


def _codes_and_words(asked: str, entries: Iterable[_Entry]) -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the codes that were asked for, and the words; a code of letters alone may be meant as a word too."""
    tokens = dict.fromkeys(token.strip(',;"') for token in asked.casefold().split())
    known = {code for entry in entries for code in entry.codes}
    codes = frozenset(token for token in tokens if token in known)
    running = " ".join(token for token in tokens if token not in codes or token.isalpha())
    return codes, tuple(sorted(content_words(running)))


def _weighted(typed: Iterable[str], entries: list[_Entry]) -> tuple[_Word, ...]:
    """Return the words with the logarithm of how rare each is, as in tf-idf; a word that nothing has has no stems."""
    frequency: dict[str, int] = {}
    for entry in entries:
        for each in entry.stems:
            frequency[each] = frequency.get(each, 0) + 1
    words: dict[frozenset[str] | str, _Word] = {}
    for word in typed:
        stems = _meant(word, frequency)
        having = sum(not stems.isdisjoint(entry.stems) for entry in entries)
        words.setdefault(stems or word, _Word(word, stems, log(1 + len(entries) / having) if having else 0.0))
    return tuple(words.values())


def _meant(word: str, frequency: Mapping[str, int]) -> frozenset[str]:
    root = stem(word)
    if root in frequency:
        return frozenset((root,))
    return frozenset(each for each in frequency if len(root) >= _BEGINNING and each.startswith(root))


def _match(entry: _Entry, codes: frozenset[str], words: tuple[_Word, ...]) -> Match | None:
    by_code = not codes.isdisjoint(entry.codes)
    had = [word for word in words if not word.stems.isdisjoint(entry.stems)]
    if not by_code and not had:
        return None
    score = sum(word.weight * (1 if word.stems.isdisjoint(entry.title) else _IN_TITLE) for word in had)
    typed = tuple(word.typed for word in had)
    return Match(entry.item, entry.framework, by_code, typed, score, len(entry.stems))


def _order(match: Match) -> tuple[bool, int, bool, float, int]:
    # Sorting keeps the order of frameworks and of their items where all of this is equal.
    is_past = match.framework.framework.status != "current"
    return (not match.by_code, -len(match.words), is_past, -match.score, match.length)

"""How many words two texts have in common: cheap, the same on every run, and redone by hand in a minute."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from alignkit.analysis.shares import Share, needed


def word_set(words: str) -> frozenset[str]:
    """Return the words of a list that is written as running text."""
    return frozenset(words.split())


_WORDS = re.compile(r"[^\W_]+")
_STOP_WORDS = word_set(
    "a an and are as at be been between but by can could did do does each for from had has have how if in into is it "
    "its may more most no nor not of on one or other others our own shall should so such than that the their them "
    "then there these they this those through to too under up upon was we were what when where which while who whose "
    "will with within would you your student students learner learners able"
)
# Fewer words than this are the same by chance.
_FEWEST = 4
# A word that more texts than this have in common says nothing about any two of them, and looking at all of these
# texts would take quadratic time. Up to this many texts, and for texts with the very same words, nothing is missed.
_COMMON = 50


class Twin(Struct, frozen=True):
    """Two texts, by their names, and the share of all their words that both have; `second` comes later."""

    first: str
    second: str
    share: Share


@lru_cache(maxsize=20_000)
def content_words(text: str) -> frozenset[str]:
    """Return the text's words that mean something: in lower case, without stop words and without a plural's s."""
    words = _WORDS.findall(text.casefold())
    return frozenset(singular(word) for word in words if word not in _STOP_WORDS)


def singular(word: str) -> str:
    """Return the word without a plural's s."""
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word  # noqa: PLR2004


def in_common(one: str, other: str) -> Share:
    """Return how many of the words of both texts together are in both; 0 of them where either is too short."""
    return _in_common(content_words(one), content_words(other))


def repeated(original: str, text: str) -> Share:
    """Return how many of the original's words the text repeats; 0 of them where the original is too short."""
    words = content_words(original)
    return Share(len(words & content_words(text)) if len(words) >= _FEWEST else 0, len(words))


def _in_common(one: frozenset[str], other: frozenset[str]) -> Share:
    both = len(one & other)
    return Share(both if min(len(one), len(other)) >= _FEWEST else 0, len(one) + len(other) - both)


def twins(texts: Mapping[str, str], threshold: float) -> Iterator[Twin]:
    """Yield each text that has at least that share of words in common with an earlier one, with the first such.

    Two sets of which a share t is common must agree in one of the rarest words of each: of n words, in one of the
    first n - tn + 1 (the prefix filter of set-similarity joins). Only texts that do are compared.
    """
    names, words = tuple(texts), [content_words(text) for text in texts.values()]
    frequency = _frequency(words)
    rarity = {word: place for place, word in enumerate(sorted(frequency, key=lambda word: (frequency[word], word)))}
    same: dict[frozenset[str], int] = {}
    having: dict[str, list[int]] = {}
    for place, own in enumerate(words):
        if len(own) < _FEWEST:
            continue
        least = needed(threshold, len(own))
        rarest = sorted(own, key=rarity.__getitem__)[: max(len(own) - least + 1, 1)]
        telling = [word for word in rarest if frequency[word] <= _COMMON]
        earlier = set().union(*[having.get(word, ()) for word in telling], (same.get(own, place),)) - {place}
        for other in sorted(earlier):
            # All words of both are no fewer than its own, so with fewer than `least` in common the share is too small.
            if len(words[other] & own) < least:
                continue
            share = _in_common(words[other], own)
            if share.reaches(threshold):
                yield Twin(names[other], names[place], share)
                break
        same.setdefault(own, place)
        for word in telling:
            having.setdefault(word, []).append(place)


def _frequency(texts: Iterable[frozenset[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for words in texts:
        for word in words:
            found[word] = found.get(word, 0) + 1
    return found

"""What an outcome's text asks learners to do: its leading verbs, wherever the sentence puts them.

Reads plain English: "Explain ...", "Students will be able to critically appraise ...", "On completion, describes ...",
"To list ... and explain ...". What it does not recognise it leaves out: a wrong finding costs more than a missing one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from alignkit.analysis.bloom import (
    ALSO_NOUNS,
    LEVELS,
    POSSESSIONS,
    RANK,
    STATES,
    UNMEASURABLE,
    carriers,
    forms,
)
from alignkit.analysis.similarity import word_set
from alignkit.model.curriculum import Outcome


class Verb(Struct, frozen=True):
    """A verb of an outcome: as it was typed, its dictionary form, and the levels at which it is listed."""

    typed: str
    name: str
    levels: tuple[str, ...]
    measurable: bool = True

    def away_from(self, level: str) -> int:
        """Return how many levels lie between the given one and the nearest at which the verb is listed."""
        return min(abs(RANK[listed] - RANK[level]) for listed in self.levels)


class _Found(Struct, frozen=True):
    """A verb in a row of words: its form, and the position after it."""

    verb: Verb
    form: str
    end: int


_WORDS = re.compile(r"[a-z]+(?:['’-][a-z]+)*|[,;:/&–—]")  # noqa: RUF001
_MODALS = word_set("can could may must shall should will would")
_BEING = word_set("are be become becomes becoming being feel is")
_LEARNERS = word_set(
    "candidate candidates graduate graduates learner learners nurse nurses participant participants pharmacist "
    "pharmacists professional professionals student students trainee trainees you"
)
_FILLERS = word_set("also and as both further have how then to together well where")
_JOINTS = word_set(", ; / & and or then")
_PREPOSITIONS = word_set("about by for from in of on through to using with")
# From here on a sentence says how or why, no longer what learners do.
_SUBORDINATES = word_set("as because by how if that through what when where whether which while who whom whose why")
_DETERMINERS = word_set(
    "a all an any appropriate both different each every her his how its my one one's our own relevant some that the "
    "their these this those three two what whether which why your"
)
# How far into a sentence its opening may reach: "By the end of this module, students from each profession will ..."
_OPENING = 30


@lru_cache(maxsize=10_000)
def leading_verbs(text: str) -> tuple[Verb, ...]:
    """Return the verbs that say what learners do, in order; () where none is recognised."""
    words = _WORDS.findall(text.lower())
    first = next((found for start in _starts(words) if (found := _verb_at(words, start))), None)
    return tuple(found.verb for found in (first, *_joined(words, first))) if first else ()


@lru_cache(maxsize=10_000)
def is_measurable(text: str) -> bool:
    """Say whether an assessment can observe any of what the text asks for; where no verb is recognised, it may."""
    verbs = leading_verbs(text)
    return not verbs or any(verb.measurable for verb in verbs)


def bloom_of(outcome: Outcome) -> str:
    """Return the outcome's level: as its author states it, else the usual one of its text."""
    return outcome.bloom or usual_level(outcome.text)


@lru_cache(maxsize=10_000)
def usual_level(text: str) -> str:
    """Return the usual level of the text's highest verb, or "" where it has none that can be observed."""
    usual = (verb.levels[0] for verb in leading_verbs(text) if verb.measurable)
    return max(usual, key=RANK.__getitem__, default="")


def _starts(words: list[str]) -> Iterator[int]:
    """Yield where the leading verb may stand, the likeliest place first."""
    yield _past_fillers(words, 0)
    opening = words[:_OPENING]
    for position, word in enumerate(opening):
        if word == "to" and position and words[position - 1] in ("able", "how"):
            yield _past_fillers(words, position)
    for position, word in enumerate(opening):
        if word in _MODALS or word in _LEARNERS or word in ",:–—":  # noqa: RUF001
            yield _past_fillers(words, position + 1)


def _past_fillers(words: list[str], position: int) -> int:
    """Return the position of the next word that is no adverb, conjunction or punctuation."""
    while position < len(words) and _is_filler(words[position]):
        position += 1
    return position


def _is_filler(word: str) -> bool:
    if word in _FILLERS or not word[0].isalpha():
        return word not in carriers()
    return word.endswith("ly") and word not in forms()


def _verb_at(words: list[str], position: int) -> _Found | None:
    if position >= len(words):
        return None
    word = words[position]
    if word in _BEING and (state := _state_after(words, position)):
        return state
    if word in POSSESSIONS or word in carriers():
        possession = _possession_from(words, position)
        if possession:
            return possession
    if word not in forms():
        return None
    name, form = forms()[word]
    if name in UNMEASURABLE:
        return _Found(Verb(word, name, (UNMEASURABLE[name],), measurable=False), form, position + 1)
    return _Found(Verb(word, name, LEVELS[name]), form, position + 1)


def _state_after(words: list[str], position: int) -> _Found | None:
    """Return "be aware of" and its like; of "be able to", the verb that follows it."""
    ahead = words[position + 1 : position + 4]
    for offset, word in enumerate(ahead, position + 1):
        if word == "able":
            return _verb_at(words, _past_fillers(words, offset + 1))
        if word in STATES:
            preposition = words[offset + 1] if offset + 1 < len(words) else "of"
            typed = " ".join((*words[position:offset], word, preposition))
            name = f"be {word} {preposition}"
            return _Found(Verb(typed, name, (STATES[word],), measurable=False), "", offset + 1)
    return None


def _possession_from(words: list[str], position: int) -> _Found | None:
    """Return the verb behind "knowledge of" or "demonstrate a sound understanding of"."""
    for offset, word in enumerate(words[position : position + 5], position):
        if word in POSSESSIONS:
            name = POSSESSIONS[word]
            level = UNMEASURABLE.get(name) or STATES[name.split()[1]]
            typed = " ".join(words[position : offset + 1])
            return _Found(Verb(typed, name, (level,), measurable=False), "", offset + 1)
        if offset > position and (word in _JOINTS or word in _PREPOSITIONS):
            break
    return None


def _joined(words: list[str], first: _Found) -> Iterator[_Found]:
    """Yield the verbs that are joined to the first: "list the roles and explain their overlap"."""
    position, before = first.end, first
    while position < len(words):
        word = words[position]
        if word in _SUBORDINATES or (word == "to" and _is_base(words, position + 1)):
            return
        if word in _JOINTS:
            found = _verb_at(words, _past_fillers(words, position))
            if found and _is_joined(words, found, before, adjacent=position == before.end):
                if not (before.verb.name == "compare" and found.verb.name == "contrast"):
                    yield found
                position, before = found.end, found
                continue
        position += 1


def _is_base(words: list[str], position: int) -> bool:
    return position < len(words) and forms().get(words[position], ("", "-"))[1] == ""


def _is_joined(words: list[str], found: _Found, before: _Found, *, adjacent: bool) -> bool:
    """Say whether a word that may be a verb is one here: of the same form, and no noun in a list of nouns."""
    if found.form != before.form:
        return False
    following = words[found.end] if found.end < len(words) else ""
    return adjacent or found.verb.name not in ALSO_NOUNS or following in _DETERMINERS

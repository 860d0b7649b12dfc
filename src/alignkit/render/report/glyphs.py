"""Signs that no font at hand can show: which those are, and a report that does without them and says so."""

import json
import re
from unicodedata import category

from alignkit.render.report.language import Language
from alignkit.render.report.typesetting import Plain

_REPLACEMENT = "\ufffd"
_UNSHOWN = re.compile(r'the text (?:contains the disallowed codepoint )?`"((?:[^"\\]|\\.)+)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_MOST_NAMED = 20
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))


def missing(diagnostic: str) -> frozenset[str]:
    """Return the texts, each of one sign or a few that belong together, that typst says it cannot show."""
    return frozenset(_ESCAPED.sub(_plain, found) for found in _UNSHOWN.findall(diagnostic))


def joining(told: Plain) -> frozenset[str]:
    """Return the signs that are seen only in what they join or vary: typst has no name for one left alone in a line."""
    signs = set(json.dumps(told, ensure_ascii=False))
    return frozenset(sign for sign in signs if category(sign) == "Cf" or sign in _VARIANTS)


def _plain(escape: re.Match[str]) -> str:
    return chr(int(escape[1], 16)) if escape[1] else escape[2]


def without(gone: frozenset[str], told: Plain, say: Language) -> Plain:
    """Return what is to be typeset with a replacement character for each of the texts, and a note that names them."""
    if not gone:
        return told
    shown = json.dumps(told, ensure_ascii=False)
    for text in sorted(gone, key=lambda text: (-len(text), text)):
        shown = shown.replace(text, _REPLACEMENT)
    return {**json.loads(shown), "note": _note(gone, say)}


def _note(gone: frozenset[str], say: Language) -> str:
    signs = sorted({sign for text in gone for sign in text})
    names = [f"U+{ord(sign):04X}" for sign in signs[:_MOST_NAMED]]
    if len(signs) > _MOST_NAMED:
        names.append(say("{n} more", n=len(signs) - _MOST_NAMED))
    return say("No font here has {signs}; {sign} stands in their place.", signs=tuple(names), sign=_REPLACEMENT)

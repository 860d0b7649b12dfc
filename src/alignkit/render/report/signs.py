"""What may stand in a document's file: text without the signs that no XML holds, or that reorder what comes after."""

import re

_REPLACEMENT = "\ufffd"
_LINE_ENDS = re.compile("\r\n?|[\x85\u2028\u2029]")
# Control characters, halves of characters, places that Unicode never gives to a character or leaves to each program.
# The marks that open or close another reading order go too: one left open in a title would turn round the figures
# that stand after it. Texts that are written from right to left need none of them.
_UNHELD = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufeff\ufff9-\uffff"
    + "".join(f"{chr((plane << 16) + 0xFFFE)}{chr((plane << 16) + 0xFFFF)}" for plane in range(1, 17))
    + "\U000f0000-\U0010fffd]"
)


def held(text: str) -> str:
    """Return the text with a replacement character for each sign that a document cannot hold."""
    return _UNHELD.sub(_REPLACEMENT, _LINE_ENDS.sub("\n", text))

"""How tones look in documents: colours on paper, each text at least 4.5 times as light or dark as what it stands on."""

from msgspec import Struct


class Look(Struct, frozen=True):
    """The colour of a text and of what is behind it as RRGGBB, "" for none; and whether it is bold, or of one width."""

    ink: str = ""
    ground: str = ""
    bold: bool = False
    even: bool = False


INK, QUIET, ACCENT, LINK = "1A1A1A", "595959", "17513F", "0B4F8A"
HEAD_GROUND, BRANCH_GROUND, LINE = "E3EDE9", "F3F6F5", "B5BFBB"
NOTE_GROUND, WARN_GROUND, WARN_INK = "EEF3F8", "FDF1DC", "6B3A00"

LOOKS = {
    "strong": Look(bold=True),
    "muted": Look(QUIET),
    "code": Look(even=True),
    "warn": Look(WARN_INK, bold=True),
    "step-0": Look("4A4A4A", "ECECEC"),
    "step-1": Look("5C4300", "FBEFC9"),
    "step-2": Look("174A7C", "DDEAF8"),
    "step-3": Look("0F5245", "CDEBE2"),
    "step-4": Look("FFFFFF", "1B6E53"),
    "verdict-met": Look("FFFFFF", "1B6E53"),
    "verdict-partly-met": Look("5C4300", "FBEFC9"),
    "verdict-not-evidenced": Look("4A4A4A", "ECECEC"),
    "verdict-not-met": Look("8A1C12", "FBE3E0"),
    "verdict-not-applicable": Look(QUIET),
}


def look(tone: str) -> Look:
    """Return how the tone looks; a tone that is not known looks like none."""
    return LOOKS.get(tone, Look())

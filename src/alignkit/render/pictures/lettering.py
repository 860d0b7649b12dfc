"""Words in pictures: what may be drawn of them, how wide they are, where they are cut."""

import re
import unicodedata
from collections.abc import Sequence

# Widths of the printable ASCII signs in hundredths of the font's size, as in DejaVu Sans, one of the widest of the
# fonts that stand behind `sans-serif`: in the others texts come out narrower, never wider.
_WIDTHS = (
    *(32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 34, 34),
    *(84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79, 60, 79, 69, 63, 61, 73, 68, 99),
    *(69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63, 63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52),
    *(39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84),
)
_SPACE = 32
_OTHER, _WIDE = 68, 100
_BOLD = 1.13
# Overrides, embeddings and isolates make what is drawn differ from what is read; XML forbids the others, or hides them.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_HIDDEN = frozenset(("Cc", "Cs", "Cn", "Co"))
_LONGEST = 1000


def clean(text: str) -> str:
    """Return the text on one line, with a sign of replacement for what can't be drawn, and at most 1,000 characters."""
    line = fit(" ".join(text[: 2 * _LONGEST].split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def fit(text: str) -> str:
    """Return the text with a sign of replacement for each character that XML forbids or that turns texts round."""
    if text.isascii() and text.isprintable():
        return text
    return "".join("\ufffd" if _unfit(letter) else letter for letter in text)


def _unfit(letter: str) -> bool:
    return letter in _TURNING or unicodedata.category(letter) in _HIDDEN


def width_of(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide the text is at most, in the units of the picture."""
    return sum(map(_width, text)) * size / 100 * (_BOLD if bold else 1)


def _width(letter: str) -> int:
    number = ord(letter) - _SPACE
    if number < len(_WIDTHS):
        return _WIDTHS[number] if number >= 0 else 0
    if unicodedata.combining(letter):
        return 0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def fitted(text: str, room: float, size: float, *, bold: bool = False) -> str:
    """Return the text, cut where it would be wider than the room; "" where not even its beginning fits."""
    line = clean(text)
    if width_of(line, size, bold=bold) <= room:
        return line
    left = room - width_of("…", size, bold=bold)
    end = 0
    for letter in line:
        left -= width_of(letter, size, bold=bold)
        if left < 0:
            break
        end += 1
    return f"{line[:end].rstrip(' ,;:-')}…" if end else ""


def in_lines(text: str, room: float, size: float, most: int = 99, indent: float = 0) -> list[str]:
    """Return the text in lines no wider than the room, broken between words and at hyphens.

    What does not fit the last line is cut; the first one has so much less room as its indent.
    """
    parts = _parts(clean(text))
    lines: list[str] = []
    while parts:
        free = room - (0 if lines else indent)
        taken = 1
        while taken < len(parts) and width_of("".join(parts[: taken + 1]).rstrip(), size) <= free:
            taken += 1
        if len(lines) == most - 1:
            taken = len(parts)
        lines.append(fitted("".join(parts[:taken]), free, size))
        parts = parts[taken:]
    return lines


def _parts(line: str) -> list[str]:
    """Return what a line may be broken between: words with the space after them, and the parts of hyphenated ones."""
    return [part for part in re.split(r"(?<= )|(?<=\w-)(?=\w)", line) if part]


def signs(words: Sequence[str]) -> tuple[str, ...]:
    """Return a letter for each word: its first one that no earlier word has, or else a number."""
    found: list[str] = []
    for number, word in enumerate(words, 1):
        letters = (letter.upper() for letter in clean(word) if letter.isalpha())
        found.append(next((letter for letter in letters if letter not in found), str(number)))
    return tuple(found)

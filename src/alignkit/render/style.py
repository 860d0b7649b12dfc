"""How text looks in a terminal: its width, its colours, the signs that it can show."""

from textwrap import wrap

from msgspec import Struct

_CODES = {
    "bold": "1",
    "dim": "2",
    "red": "31",
    "green": "32",
    "yellow": "33",
    "blue": "34",
    "cyan": "36",
}
_HARMLESS = {ord("\n"): " ", ord("\t"): " "}


class Style(Struct, frozen=True):
    """What a text renderer is told of the place that it writes to; it never asks the terminal itself."""

    width: int = 80
    colour: bool = False
    unicode: bool = True

    def paint(self, text: str, *looks: str) -> str:
        """Return the text in these looks, or as it is where colours are off."""
        if not self.colour or not text:
            return text
        return f"\x1b[{';'.join(_CODES[look] for look in looks)}m{text}\x1b[0m"

    def sign(self, fancy: str, simple: str) -> str:
        """Return the fancy sign, or the simple one where only ASCII can be shown."""
        return fancy if self.unicode else simple

    def bar(self, part: int, whole: int, length: int) -> str:
        """Return a bar of that length, filled by the share; it is empty only for none and full only for all."""
        filled = round(length * part / whole) if whole else 0
        if part:
            filled = max(filled, 1)
        if part < whole:
            filled = min(filled, length - 1)
        return self.sign("█", "#") * filled + self.sign("░", ".") * (length - filled)


def safe(text: str) -> str:
    """Return the text without characters that could steer a terminal: authors' titles come from anywhere."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(letter if letter.isprintable() else _HARMLESS.get(ord(letter), "\ufffd") for letter in text)


def wrapped(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """Return the text as lines of at most `width` characters, the first and the others begun as told.

    A word longer than a line stays whole, so that a path or an address can be copied.
    """
    later = first if rest is None else rest
    return wrap(
        " ".join(safe(text).split()),
        width,
        initial_indent=first,
        subsequent_indent=later,
        break_long_words=False,
        break_on_hyphens=False,
    ) or [first]

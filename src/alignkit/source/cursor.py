"""What stands at a place of a text that may be half typed, so that no parser can be asked."""

import re

from msgspec import Struct

# A list over more lines than this is not followed back to its key: a cursor is asked about at each keystroke.
_FAR = 400
_WORD = re.compile(r"[^\s,\[\]{}\"'#@]+")
_KEY_BEFORE = re.compile(r"([\w-]+)\s*:\s*$")
_KEY_ALONE = re.compile(r"(?P<indent>\s*)(?P<dash>- +)?(?P<key>[\w-]+)\s*:\s*(?:#.*)?$")
_USE = re.compile(r"\buse:\s*[\"']?([^\s,\[\]{}\"'#]+)")
_NO_KEY = ("", False)
_EXCUSE = re.compile(r"#\s*alignkit:\s*ignore\[[^\]]*\]?")


class Cursor(Struct, frozen=True):
    """A place in a text: the word around it, how much of that is typed before it, and the key that it is a value of.

    Lines and columns count from 1; `start` and `end` are the word's columns, the end exclusive.
    """

    line: int
    column: int
    word: str
    start: int
    end: int
    key: str
    at_margin: bool
    """Whether that key begins its line: `outcomes:` at the margin defines outcomes, elsewhere it names them."""
    framework: str
    """What the nearest `use:` before the place names: a code in `scope:` is one of that framework's."""
    excuse: bool
    """Whether the place is in a comment that excuses a finding."""

    @property
    def typed(self) -> str:
        """Return the part of the word that lies before the place."""
        return self.word[: self.column - self.start]


def cursor_at(text: str, line: int, column: int) -> Cursor:
    """Return what stands at a place; one beyond the end of the text or of its line is the end of that."""
    lines = text.split("\n")
    line = min(max(line, 1), len(lines))
    here = lines[line - 1]
    column = min(max(column, 1), len(here) + 1)
    word, start = _word(here, column)
    before = [*lines[max(0, line - _FAR) : line - 1], here[: start - 1]]
    excuse = any(match.start() < column <= match.end() for match in _EXCUSE.finditer(here))
    key, at_margin = _NO_KEY if excuse else _key(before)
    uses = _USE.findall("\n".join(before)) if key == "scope" else ()
    return Cursor(line, column, word, start, start + len(word), key, at_margin, uses[-1] if uses else "", excuse)


def _word(line: str, column: int) -> tuple[str, int]:
    """Return the word that holds the column or ends at it, and the column where it begins."""
    for match in _WORD.finditer(line):
        if match.start() + 1 <= column <= match.end() + 1:
            return match[0], match.start() + 1
    return "", column


def _key(lines: list[str]) -> tuple[str, bool]:
    """Return the key whose value begins, or goes on, where these lines end, and whether it is at the margin."""
    text = "\n".join(lines)
    depth, entries = 0, False
    for index in range(len(text) - 1, -1, -1):
        sign = text[index]
        if sign in "]}":
            depth += 1
        elif sign in "[{" and depth:
            depth -= 1
        elif sign == "[":
            return _key_that_ends(text[:index])
        elif depth:
            continue
        elif sign == "{":
            return _NO_KEY
        elif sign == ",":
            entries = True
        elif sign == ":" and not entries and text[index + 1 : index + 2] in ("", " ", '"', "'"):
            return _key_that_ends(text[: index + 1])
        elif sign == "\n" and not text[:index].rstrip().endswith((",", "[", "{")):
            return _key_of_block(text[:index].split("\n"), text[index + 1 :])
    return _NO_KEY


def _key_that_ends(text: str) -> tuple[str, bool]:
    match = _KEY_BEFORE.search(text[text.rfind("\n") + 1 :])
    return (match[1], match.start() == 0) if match else _NO_KEY


def _key_of_block(above: list[str], here: str) -> tuple[str, bool]:
    """Return the key of the list of which the line is an entry (`- LO1`), by the lines above it."""
    entry = here.lstrip()
    if not entry.startswith("-") or entry.lstrip("- \"'"):
        return _NO_KEY
    indent = len(here) - len(entry)
    for line in reversed(above):
        match = _KEY_ALONE.match(line)
        before = len(match["indent"] + (match["dash"] or "")) if match else 0
        if match and before <= indent:
            return match["key"], before == 0
        depth = len(line) - len(line.lstrip())
        if line.strip() and depth < indent and not line.lstrip().startswith("#"):
            return _NO_KEY
    return _NO_KEY

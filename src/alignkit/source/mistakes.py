"""What people typically mistype in YAML: each with its place, its cause and what to type instead."""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from alignkit.wording import shortened

Place = tuple[int, int]
"""Line and column, from 0."""

_KEY = r"[^\s\"'\[\]{},#][^:\"'\[\]{},#]*?"
_BEGINNING = r"\s*(?:- +)*"
_CURLY_MARKS = ("\u201c", "\u201d", "\u201e", "\u2018", "\u2019", "\u00ab")
_EXCERPT = 30


class Stop(Struct, frozen=True):
    """Where parsing stopped, what the parser complained of, and where the thing began that it could not finish.

    `quoted` is the event of the text in quotation marks that ends before the stop on its line, if there is one, and
    `bracket` the place of the innermost bracket that is still open there.
    """

    complaint: str
    lines: list[str]
    at: Place
    began: Place
    quoted: Any = None
    bracket: Place | None = None

    @property
    def typed(self) -> str:
        """Return the line on which parsing stopped."""
        return self.lines[self.at[0]]

    @property
    def after(self) -> str:
        """Return what stands on that line from the stop on."""
        return self.typed[self.at[1] :]

    def above(self) -> int:
        """Return the number of the nearest line above that is not blank, or -1."""
        return next((number for number in range(self.at[0] - 1, -1, -1) if self.lines[number].strip()), -1)


class Mistake(Struct, frozen=True):
    """A likely mistake: its place, what it is, and what to type instead."""

    at: Place
    cause: str
    fix: str


def likely_mistake(stop: Stop) -> Mistake:
    """Return the first mistake that explains the stop, or else what the parser says."""
    for words, look in _MISTAKES:
        found = look(stop) if words in stop.complaint else None
        if found:
            return found
    complaint = stop.complaint.rpartition(": ")[2] or "it is not valid YAML"
    return Mistake(stop.at, complaint, "compare this line with an example file")


def _merge_conflict(stop: Stop) -> Mistake | None:
    for number in (stop.began[0], stop.at[0]):
        if re.match(r"(<{7}|={7}|>{7})( |$)", stop.lines[number]):
            return Mistake((number, 0), "two versions of the file were merged and left unresolved", _UNMERGE)
    return None


def _tab(stop: Stop) -> Mistake | None:
    for number in (stop.at[0], stop.began[0]):
        indent = re.match(r" *\t", stop.lines[number])
        if indent:
            return Mistake((number, indent.end() - 1), "a tab is used to indent", _INDENT)
    if stop.after.startswith("\t"):
        return Mistake(stop.at, "a tab stands where only a space may", "type a space instead of the tab")
    return None


def _unclosed_quote(stop: Stop) -> Mistake:
    return Mistake(stop.began, "a quotation mark is opened and never closed", _CLOSE_QUOTE)


def _quote_inside_quotes(stop: Stop) -> Mistake | None:
    """Look for a quoted text that ends early: at a mark inside it, or at the opening mark of a later one."""
    if stop.quoted is None:
        return None
    opened, closed, mark = stop.quoted.start_mark, stop.quoted.end_mark, stop.quoted.style
    if opened.line != closed.line:
        cause = f"the quotation mark opened here is not closed before the next one, on line {closed.line + 1}"
        return Mistake((opened.line, opened.column), cause, _CLOSE_QUOTE)
    cause = f"the text in quotation marks ends at this {mark}, but more follows"
    return Mistake((closed.line, closed.column - 1), cause, _QUOTE_INSIDE[mark])


def _backslash(stop: Stop) -> Mistake:
    column = max(stop.typed.rfind("\\", 0, stop.at[1] + 1), 0)
    sign = stop.typed[column : column + 2]
    cause = f"between double quotation marks a backslash begins a special character, and {sign} is none"
    return Mistake((stop.at[0], column), cause, "put the text in single quotation marks: '…'")


def _colon_in_text(stop: Stop) -> Mistake | None:
    """Look for a second colon on a line: its text holds one."""
    key = re.match(rf"{_BEGINNING}{_KEY}: +(?P<text>.*)", stop.typed[: stop.at[1]])
    if key is None:
        return None
    if key["text"].startswith(_CURLY_MARKS):
        return Mistake((stop.at[0], key.start("text")), f"{key['text'][0]} is no quotation mark to YAML", _STRAIGHT)
    return Mistake(stop.at, "a colon and a space inside a text look like a new key", _QUOTE_TEXT)


def _continues_line_above(stop: Stop) -> Mistake | None:
    """Look at a key that was read as more of the text above: that one is no key, or this one is indented too far."""
    above = stop.above()
    if above < 0:
        return None
    key = re.match(rf"(?P<indent>{_BEGINNING})(?P<name>{_KEY}):( |$)", stop.lines[above])
    if key is None or key["name"].startswith("-"):
        return _no_key(above, stop.lines[above])
    fix = f"begin it in column {key.end('indent') + 1}, under the {key['name']} of line {above + 1}"
    begins = len(stop.typed) - len(stop.typed.lstrip())
    return Mistake((stop.at[0], begins), "this line is indented as if it went on with the text above", fix)


def _line_without_key(stop: Stop) -> Mistake:
    return _no_key(stop.began[0], stop.lines[stop.began[0]])


def _no_key(line: int, typed: str) -> Mistake:
    """Return why a line is no key: a dash or a colon without its space, or no colon at all."""
    begins = len(typed) - len(typed.lstrip())
    if re.match(r"\s*-[^\s-]", typed):
        text = shortened(typed.strip()[1:], _EXCERPT)
        return Mistake((line, begins), "a dash is not followed by a space", f"write `- {text}`")
    key = re.match(rf"{_BEGINNING}(?P<name>[A-Za-z_]\w*):(?P<text>[^\s:/].*)", typed)
    if key:
        fix = f"write `{key['name']}: {shortened(key['text'], _EXCERPT)}`"
        return Mistake((line, key.end("name")), "a colon is not followed by a space", fix)
    return Mistake((line, begins), "a key is not followed by a colon and a space", _ADD_COLON)


def _sign_stopped_at(stop: Stop) -> Mistake:
    return _sign(stop, stop.at)


def _sign_begun_with(stop: Stop) -> Mistake:
    return _sign(stop, stop.began)


def _sign(stop: Stop, at: Place) -> Mistake:
    """Return that a value begins with a sign that YAML has reserved."""
    typed, column = stop.lines[at[0]], at[1]
    if typed[column] == "*" and not typed[:column].strip():
        return Mistake(at, "a list entry begins with * instead of a dash", "write `- ` instead of `*`")
    text = shortened(typed[column:].partition(" #")[0], _EXCERPT)
    mark = "'" if '"' in text else '"'
    return Mistake(at, f"a value cannot begin with {text[0]}", f"put the value in quotation marks: {mark}{text}{mark}")


def _text_beside_sign(stop: Stop) -> Mistake:
    sign = stop.lines[stop.began[0]][stop.began[1]]
    return Mistake(stop.began, f"after {sign} the text begins on the next line", _BLOCK_TEXT)


def _list_beside_key(stop: Stop) -> Mistake:
    return Mistake(stop.at, "a dash on the line of a key looks like a list", _LIST_BELOW)


def _no_comma(stop: Stop) -> Mistake | None:
    """Look for a key right behind a text in quotation marks."""
    if stop.quoted is None or not re.match(rf"{_KEY}: ", stop.after):
        return None
    return Mistake(stop.at, "two entries have no comma between them", "put a comma here")


def _no_entry(stop: Stop) -> Mistake | None:
    if stop.after.startswith("-"):
        return Mistake(stop.at, "within brackets an entry has no dash", "remove the dash: [one, two]")
    if stop.after.startswith(","):
        return Mistake(stop.at, "an entry is missing before this comma", "remove one of the commas")
    if stop.after or stop.bracket is None:
        return None
    sign = stop.lines[stop.bracket[0]][stop.bracket[1]]
    return _not_closed(stop.bracket, sign)


def _within_brackets(stop: Stop) -> Mistake:
    """Return what is wrong with a list or mapping in brackets: at an entry, or that it never ends."""
    bracket = "[" if "sequence" in stop.complaint else "{"
    if stop.began[0] != stop.at[0] or not stop.after:
        return _not_closed(stop.began, bracket)
    if stop.after[0] in "]}":
        return Mistake(
            stop.at, f"the bracket {bracket} is closed with {stop.after[0]}", f"write {_CLOSING[bracket]} instead"
        )
    if stop.after[0] == ":":
        return Mistake(stop.at, "a second colon comes before the next comma", _COMMA_OR_QUOTES)
    return Mistake(stop.at, "two entries have no comma between them", "put a comma here")


def _not_closed(at: Place, bracket: str) -> Mistake:
    return Mistake(at, f"the bracket {bracket} is not closed", f"close it with {_CLOSING[bracket]}")


def _out_of_line(stop: Stop) -> Mistake:
    """Return why a line belongs to nothing above it."""
    sign = stop.after[:1]
    if sign in ("]", "}"):
        return Mistake(stop.at, f"{sign} closes a bracket that was not opened", f"remove the {sign}")
    if "block collection" in stop.complaint and sign != "-":
        entry = stop.began[1] + 1
        fix = f"begin each entry with `- ` in column {entry}, and its keys in column {entry + 2}"
        return Mistake(stop.at, "a key stands where the list expects its next entry", fix)
    if "block mapping" in stop.complaint and stop.after.startswith("- "):
        return Mistake(stop.at, "a list entry stands where a key is expected", _INDENT_ENTRIES)
    return Mistake(stop.at, "this line does not fit the lines around it", _INDENT)


def _after_the_end(stop: Stop) -> Mistake:
    return Mistake(stop.at, "what stands above is complete, so nothing can follow it", _KEYS_AND_VALUES)


_CLOSING = {"[": "]", "{": "}"}
_INDENT = "indent with spaces, two for each level, so that keys of one level begin in the same column"
_INDENT_ENTRIES = "indent the entries of a list by the same number of spaces, below the key that they belong to"
_CLOSE_QUOTE = "close it with the same mark"
_QUOTE_INSIDE = {
    '"': "to have quotation marks inside, put the whole text in single ones: '… \"…\" …'",
    "'": 'to have an apostrophe inside, put the whole text in double marks: "…"',
}
_QUOTE_TEXT = 'put the whole text in quotation marks: "…: …"'
_STRAIGHT = 'retype the quotation marks as straight ones: "…"'
_COMMA_OR_QUOTES = 'put a comma between two entries, or a text that holds a colon in quotation marks: "…: …"'
_ADD_COLON = "write it as `key: value`; to go on with the text above, indent this line further than its key"
_LIST_BELOW = 'put each entry on a line of its own below the key, or a text with a dash in quotation marks: "- …"'
_BLOCK_TEXT = 'put the text on the next line and indent it, or put it in quotation marks: "…"'
_UNMERGE = "keep one of the two versions, and remove the lines with <<<<<<<, ======= and >>>>>>>"
_KEYS_AND_VALUES = "write a file as lines of `key: value`, all of one level in the same column"

# What to look for where the complaint holds these words (libyaml's and the pure Python parser's), likeliest first.
_MISTAKES: tuple[tuple[str, Callable[[Stop], Mistake | None]], ...] = (
    ("", _merge_conflict),
    ("while scanning a quoted scalar", _unclosed_quote),
    ("quoted scalar", _backslash),
    ("", _tab),
    ("mapping values", _colon_in_text),
    ("mapping values", _continues_line_above),
    ("expected ':'", _line_without_key),
    ("cannot start any token", _sign_stopped_at),
    ("while scanning an a", _sign_begun_with),
    ("while scanning a directive", _sign_begun_with),
    ("while scanning a block scalar", _text_beside_sign),
    ("sequence entries are not allowed", _list_beside_key),
    ("while parsing a flow", _no_comma),
    ("while parsing a", _quote_inside_quotes),
    ("while parsing a flow node", _no_entry),
    ("while parsing a flow sequence", _within_brackets),
    ("while parsing a flow mapping", _within_brackets),
    ("while parsing a block", _out_of_line),
    ("<document start>", _after_the_end),
)

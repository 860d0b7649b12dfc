"""Plain data -> YAML text as alignkit's own files are written; `parse` reads the same data back.

Data are texts, lists, mappings and nothing, and numbers and truth values, which come back as texts. House style: two
spaces, one item on each line, `>-` for prose, no anchors, quotation marks wherever a text could be taken for more.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any

Value = str | float | Sequence["Value"] | Mapping[str, "Value"] | None
"""What a file of ours can hold."""

_WIDTH = 120
# Texts that YAML, here or in an editor, takes for something else: NO is Norway, and off no switch.
_NO_TEXTS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
_PLAIN_IN_BRACES = re.compile(r"[^\W\d_][^:?#,\[\]{}\"\\|`&*!%@<>=]*")
_PLAIN = re.compile(r"[^\W\d_](?:[^:#\"\\|`]|:(?=[^\s:]))*")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}
# The most entries of a list that are easily told apart on a line.
_SHORT = 3
_LAST_BYTE, _LAST_SHORT = 0xFF, 0xFFFF


def document_text(data: Mapping[str, Any]) -> str:
    """Return the file that holds the data, its keys in the order given."""
    lines = _pairs(data, "") if data else ("{}",)
    return "".join(f"{line}\n" for line in lines)


def pair_lines(key: str, value: Any, indent: str = "", *, spread: bool = False) -> tuple[str, ...]:
    """Return a key and its value as lines of a mapping.

    `spread` is for what a person is to edit: each key of a record on a line of its own, long lists an entry a line.
    """
    return tuple(_pair(key, value, indent, spread=spread))


def entry_lines(value: Any, indent: str = "", *, spread: bool = False) -> tuple[str, ...]:
    """Return a value as the lines of an entry of a list: `- LO1`; `spread` as for a pair."""
    return tuple(_entry(value, indent, spread=spread))


def in_braces(value: Any) -> str:
    """Return a value on one line, as it can stand within `[` and `]` or `{` and `}`."""
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{in_braces(key)}: {in_braces(each)}' for key, each in value.items())}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(in_braces(each) for each in value)}]"
    return _scalar(value, _PLAIN_IN_BRACES) or "null"


def quoted(text: str) -> str:
    """Return the text in double quotation marks, on one line; half a character, which no file can hold, as U+FFFD."""
    return f'"{"".join(_ESCAPES.get(sign) or _escaped(sign) for sign in text)}"'


def _escaped(sign: str) -> str:
    number = ord(sign)
    if sign.isprintable():
        return sign
    if 0xD800 <= number <= 0xDFFF:  # noqa: PLR2004 - the halves of characters that UTF-16 writes in two
        return "\ufffd"
    if number <= _LAST_BYTE:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= _LAST_SHORT else f"\\U{number:08x}"


def _scalar(value: Any, plain: re.Pattern[str] = _PLAIN) -> str:
    """Return a text, number or truth value on one line, in quotation marks where it needs them; "" for nothing."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return f"{value:.9f}".rstrip("0").rstrip(".")
    if not isinstance(value, str):
        raise TypeError(f"a {type(value).__name__} is no data of a file")
    bare = plain.fullmatch(value) and value.isprintable() and value[-1] != " " and value.lower() not in _NO_TEXTS
    return value if bare else quoted(value)


def _pairs(data: Mapping[str, Any], indent: str, *, spread: bool = False) -> Iterator[str]:
    for key, value in data.items():
        yield from _pair(key, value, indent, spread=spread)


def _pair(key: str, value: Any, indent: str, *, spread: bool) -> Iterator[str]:
    head = f"{indent}{in_braces(key)}:"
    if value is None:
        yield head
        return
    line = "" if spread and _is_long(value) else _on_one_line(head, value)
    if line:
        yield line
    elif isinstance(value, str):
        yield from _prose(head, value, indent)
    elif isinstance(value, Mapping):
        yield head
        yield from _pairs(value, f"{indent}  ", spread=spread)
    else:
        yield head
        yield from _entries(value, f"{indent}  ", spread=spread)


def _is_long(value: Any) -> bool:
    """Say whether a list has records in it, or more entries than are easily told apart on a line."""
    is_list = isinstance(value, (list, tuple))
    return is_list and (len(value) > _SHORT or any(isinstance(each, Mapping) for each in value))


def _entries(values: Sequence[Any], indent: str, *, spread: bool) -> Iterator[str]:
    for value in values:
        yield from _entry(value, indent, spread=spread)


def _entry(value: Any, indent: str, *, spread: bool) -> Iterator[str]:
    head = f"{indent}-"
    record = isinstance(value, Mapping) and bool(value)
    line = "" if spread and record else _on_one_line(head, value)
    if line:
        yield line
    elif isinstance(value, str):
        yield from _prose(head, value, indent)
    elif record:
        first, *others = _pairs(value, f"{indent}  ", spread=spread)
        yield f"{head} {first.lstrip(' ')}"
        yield from others
    else:
        yield head
        yield from _entries(value, f"{indent}  ", spread=spread)


def _on_one_line(head: str, value: Any) -> str:
    """Return the value behind its key or dash, or "" where it deserves or needs lines of its own."""
    if isinstance(value, (Mapping, list, tuple)):
        text = in_braces(value) if not value or _is_flat(value) else ""
        fits = not value or len(head) + len(text) < _WIDTH
        return f"{head} {text}" if text and fits else ""
    text = _scalar(value) or "null"
    return f"{head} {text}" if len(head) + len(text) < _WIDTH or not isinstance(value, str) else ""


def _is_flat(value: Any) -> bool:
    """Say whether a list or mapping holds only single values and lists of such."""
    within = value.values() if isinstance(value, Mapping) else value
    return all(_is_single(each) or _is_list_of_singles(each) for each in within)


def _is_list_of_singles(value: Any) -> bool:
    return isinstance(value, (list, tuple)) and all(map(_is_single, value))


def _is_single(value: Any) -> bool:
    return not isinstance(value, (Mapping, list, tuple))


def _prose(head: str, text: str, indent: str) -> Iterator[str]:
    """Yield a long text folded over lines, or in quotation marks where folding would change it."""
    words = text.split(" ")
    if not text.isprintable() or not all(words):
        yield f"{head} {quoted(text)}"
        return
    yield f"{head} >-"
    width = max(_WIDTH - len(indent) - 2, _WIDTH // 2)
    yield from (f"{indent}  {line}" for line in wrap(text, width, break_long_words=False, break_on_hyphens=False))

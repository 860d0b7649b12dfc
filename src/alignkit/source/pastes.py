"""What to add to an author's file, and where, in the way in which they wrote what is there."""

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from alignkit.findings import Span
from alignkit.source.node import Node
from alignkit.source.writer import Value, entry_lines, in_braces, pair_lines


class Way(Enum):
    """How a text goes to its place."""

    INSTEAD = "instead"
    """It takes the place of what stands there."""
    BEHIND = "behind"
    """Directly behind the place, on the same line."""
    BELOW = "below"
    """On lines of its own, below the line of the place."""


class Paste(Struct, frozen=True):
    """A text and its place: what to write where, ready to be typed or pasted."""

    way: Way
    at: Span
    text: str
    key: str = ""
    """The key whose value it replaces, as its author spelt it."""


def with_entry(file: str, record: Node, key: str, value: Value) -> Paste:
    """Return what adds an entry to the list under a key of a record, be it there, empty, a single value or absent."""
    keys = _pairs(record)
    node = keys.get(key)
    if node is None or node.value is None or node.value == []:
        return with_value(file, record, key, [value])
    if not isinstance(node.value, list):
        return with_value(file, record, key, [_value(node), value])
    if node.closed is None:
        indent = " " * (node.column - 1)
        return _below(file, _last_line(node), [f"{indent}{line}" for line in entry_lines(value, spread=True)])
    if node.closed[0] == node.line and not any(isinstance(each.value, (list, dict)) for each in node.value):
        return with_value(file, record, key, [*map(_value, node.value), value])
    return _behind(file, node.value[-1], f", {in_braces(value)}")


def with_value(file: str, record: Node, key: str, value: Value) -> Paste:
    """Return what gives a key of a record a value, in place of the one that it has or as a new pair."""
    keys = _pairs(record)
    node = keys.get(key)
    if node is not None and node.key is not None:
        return _instead(file, record, node, value)
    if record.closed is not None:
        first = next(iter(keys.values()))
        return _behind(file, first, f", {in_braces(key)}: {in_braces(value)}")
    indent = " " * (record.column - 1)
    return _below(file, _last_line(record), [f"{indent}{line}" for line in _pair(key, value)])


def _pairs(record: Node) -> dict[str, Node]:
    return record.value if isinstance(record.value, dict) else {}


def _instead(file: str, record: Node, node: Node, value: Value) -> Paste:
    """Return what takes the place of a key and its value; the key stays as its author spelt it."""
    key = node.key or node
    name = key.value if isinstance(key.value, str) else ""
    first, *rest = [f"{in_braces(name)}: {in_braces(value)}"] if record.closed else _pair(name, value)
    indent = " " * (key.column - 1)
    end_line, end_column = _end(node)
    # A text in the style `>-` ends where the next line begins, so that what takes its place has to bring that end.
    closing = "\n" if end_column == 1 and end_line > node.line else ""
    text = "\n".join([first, *(f"{indent}{line}" for line in rest)]) + closing
    return Paste(Way.INSTEAD, Span(file, key.line, key.column, end_line, end_column), text, name)


def _pair(key: str, value: Value) -> list[str]:
    return list(pair_lines(key, value, spread=True))


def _behind(file: str, node: Node, text: str) -> Paste:
    line, column = _end(node)
    return Paste(Way.BEHIND, Span(file, line, column, line, column), text)


def _below(file: str, line: int, lines: list[str]) -> Paste:
    return Paste(Way.BELOW, Span(file, line, 1, line, 1), "\n".join(lines))


def _value(node: Node) -> Value:
    """Return what a node says, without its places."""
    if isinstance(node.value, dict):
        return {key: _value(child) for key, child in node.value.items()}
    return [_value(child) for child in node.value] if isinstance(node.value, list) else node.value


def _end(node: Node) -> tuple[int, int]:
    """Return where a value ends; one that is written without brackets ends with the last thing in it."""
    if node.closed:
        return node.closed
    last = _last(node)
    return _end(last) if last else (node.end_line, node.end_column)


def _last(node: Node) -> Node | None:
    """Return what stands last in a list or mapping: a key that was meant by a slip is there under two names."""
    if isinstance(node.value, Mapping):
        return max(node.value.values(), key=lambda child: (child.line, child.column), default=None)
    return node.value[-1] if isinstance(node.value, list) and node.value else None


def _last_line(node: Node) -> int:
    line, column = _end(node)
    return line - (column == 1)

"""Changes to an author's text at known places: every byte that is not changed stays as it was typed."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from alignkit.findings import Span
from alignkit.source.node import Node
from alignkit.source.tree import Tree

_MARK = "\ufeff"
_BREAKS = ("\r\n", "\r", "\n")
# What may stand between the last value within brackets and the closing one.
_TO_BRACKET = re.compile(r"(?:[\s,\ufeff]|#[^\r\n]*)*[\]}]")


class Edit(Struct, frozen=True):
    """What stands at a place is to become this text."""

    at: Span
    text: str


class NotEditable(Exception):
    """What stands at a place is not what the file was read as, so that it cannot be changed there."""


class Source:
    """A file's text exactly as it is on disk, in which places can be found, read and changed."""

    def __init__(self, text: str) -> None:
        """Take the text with its own line ends and byte order marks."""
        self.text = text
        self._starts = [0, *_line_starts(text)]

    @property
    def line_end(self) -> str:
        """Return what ends the text's first line, which is what ends a new one."""
        first = self.text[: self._starts[1]] if len(self._starts) > 1 else "\n"
        return next(end for end in _BREAKS if first.endswith(end))

    def typed(self, at: Span) -> str:
        """Return what stands at a place, quotation marks included."""
        return self.text[self._offset(at.line, at.column) : self._offset(at.end_line, at.end_column)]

    def line(self, number: int) -> str:
        """Return a line without its end; they count from 1."""
        after = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[self._starts[number - 1] : after].lstrip(_MARK).rstrip("\r\n")

    def reworded(self, node: Node, words: str) -> Edit:
        """Return the edit by which the text of a node becomes another, in the quotation marks that it has.

        Raises NotEditable where the author wrote it in a way that takes more than that, such as over two lines.
        """
        at = node.span("")
        typed = self.typed(at)
        for quote in ("", '"', "'"):
            if typed == f"{quote}{node.value}{quote}":
                return Edit(at, f"{quote}{words}{quote}")
        raise NotEditable

    def lines_above(self, number: int, lines: Iterable[str]) -> Edit:
        """Return the edit that puts lines above a line, indented as it is."""
        below = self.line(number)
        indent = below[: len(below) - len(below.lstrip(" "))]
        text = "".join(f"{indent}{line}{self.line_end}" for line in lines)
        return Edit(Span("", number, 1, number, 1), text)

    def line_rest(self, line: int, column: int) -> str:
        """Return what stands on a line from a column on."""
        after = self._starts[line] if line < len(self._starts) else len(self.text)
        return self.text[self._offset(line, column) : after].rstrip("\r\n")

    def is_flow(self, node: Node) -> bool:
        """Say whether a list or mapping is written within brackets."""
        return self.text.startswith(("[", "{"), self._offset(node.line, node.column))

    def end_of(self, node: Node) -> tuple[int, int]:
        """Return the line and column right behind all of a node, its closing bracket included."""
        within = list(node.value.values()) if isinstance(node.value, dict) else node.value
        if not isinstance(within, list) or not within:
            return node.end_line, node.end_column
        end = self.end_of(within[-1])
        if not self.is_flow(node):
            return end
        closing = _TO_BRACKET.match(self.text, self._offset(*end))
        if closing is None:
            raise NotEditable
        return self._place(closing.end())

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, len(self.text[self._starts[line - 1] : offset].replace(_MARK, "")) + 1

    def lines_below(self, node: Node, lines: Iterable[str]) -> Edit:
        """Return the edit that puts lines below the last line of a node, as they are indented."""
        line, column = self.end_of(node)
        # A text over several lines ends where the next line begins, after the empty ones that follow it.
        line -= column == 1
        while line > 1 and not self.line(line).strip():
            line -= 1
        below = tuple(lines)
        while line < len(self._starts) and self._comments_on(self.line(line + 1), below[0]):
            line += 1
        text = "".join(f"{each}{self.line_end}" for each in below)
        if line < len(self._starts):
            return Edit(Span("", line + 1, 1, line + 1, 1), text)
        end = len(self.line(line)) + 1
        return Edit(Span("", line, end, line, end), f"{self.line_end}{text.removesuffix(self.line_end)}")

    @staticmethod
    def _comments_on(line: str, new: str) -> bool:
        """Say whether a line is a comment on what is nested deeper than a new line."""
        bare = line.lstrip(" ")
        return bare.startswith("#") and len(line) - len(bare) > len(new) - len(new.lstrip(" "))

    def comments_above(self, number: int) -> Iterator[str]:
        """Yield the comments that stand alone on the lines right above a line, the nearest first."""
        while number > 1 and (above := self.line(number - 1).strip()).startswith("#"):
            yield above
            number -= 1

    def edited(self, edits: Iterable[Edit]) -> str:
        """Return the text with every edit made; they must not overlap."""
        parts, done = [], 0
        for edit in sorted(edits, key=lambda each: (each.at.line, each.at.column)):
            begins = self._offset(edit.at.line, edit.at.column)
            parts += [self.text[done:begins], edit.text]
            done = self._offset(edit.at.end_line, edit.at.end_column)
        return "".join([*parts, self.text[done:]])

    def _offset(self, line: int, column: int) -> int:
        """Return where a place is in the text; columns do not count byte order marks, which nobody sees."""
        offset = self._starts[line - 1]
        while self.text.startswith(_MARK, offset):
            offset += 1
        for _ in range(column - 1):
            offset += 1
            while self.text.startswith(_MARK, offset):
                offset += 1
        return offset


def _line_starts(text: str) -> Iterator[int]:
    """Yield where each line after the first begins, as editors count lines."""
    offset = 0
    for line in text.splitlines(keepends=True):
        offset += len(line)
        if line.endswith(("\r", "\n")):
            yield offset


def free_line(root: Node, line: int) -> int:
    """Return the nearest line, that one or above, before which a comment can stand: within a text it would be text."""
    spans = sorted(_texts_over_lines(root), reverse=True)
    for first, last in spans:
        if first < line <= last:
            line = first
    return line


def _texts_over_lines(root: Node) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each text, keys among them, that is written over several lines."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, dict):
            waiting += node.value.values()
            waiting += [child.key for child in node.value.values() if child.key]
        elif isinstance(node.value, list):
            waiting += node.value
        # A text that ends at the beginning of a line is all above that line.
        elif (last := node.end_line - (node.end_column == 1)) > node.line:
            yield node.line, last


class Edited:
    """A tree in which some files have another text than they have where they come from."""

    def __init__(self, tree: Tree, texts: Mapping[str, str]) -> None:
        """Take the tree, and the texts by the names of files that are there."""
        self._tree = tree
        self._texts = texts

    def read(self, name: str) -> bytes:
        """Return the file's bytes, or those of its other text."""
        return self._texts[name].encode() if name in self._texts else self._tree.read(name)

    def names(self, folder: str) -> Iterator[str]:
        """Yield the YAML files below the folder."""
        return self._tree.names(folder)

    def kind(self, name: str) -> str:
        """Return "file", "folder", or ""."""
        return self._tree.kind(name)

    def leaves(self, name: str) -> bool:
        """Say whether the name is a link to what lies outside the tree."""
        return self._tree.leaves(name)


def changed_texts(before: Node | None, after: Node | None) -> tuple[tuple[str, str], ...] | None:
    """Return each text that differs, as it was and as it is; None where more differs than texts."""
    found: list[tuple[str, str]] = []
    waiting = [(before, after)]
    while waiting:
        one, other = waiting.pop()
        if one is None or other is None or type(one.value) is not type(other.value):
            return None
        if isinstance(one.value, dict) and isinstance(other.value, dict):
            if list(one.value) != list(other.value):
                return None
            waiting += zip(one.value.values(), other.value.values(), strict=True)
        elif isinstance(one.value, list) and isinstance(other.value, list):
            if len(one.value) != len(other.value):
                return None
            waiting += zip(one.value, other.value, strict=True)
        elif isinstance(one.value, str) and isinstance(other.value, str) and one.value != other.value:
            found.append((one.value, other.value))
    return tuple(sorted(found))

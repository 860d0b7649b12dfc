"""An author's file brought up to date with data from elsewhere, by edits at known places (ADR 0008).

New values are added, other ones changed, and nothing is taken out: what the file has and the data have not is listed.
Comments and everything that the data do not speak of stay as they are.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec import Struct

from alignkit.findings import Span
from alignkit.source.edits import Edit, NotEditable, Source
from alignkit.source.merged import as_read, merged, name_of, plain_data, same
from alignkit.source.node import Node
from alignkit.source.reader import parse
from alignkit.source.writer import entry_lines, in_braces, pair_lines, quoted

Path = tuple[str, ...]


class Touched(Struct, frozen=True):
    """A value that was added, changed or kept: the keys and names that lead to it, its place, how it was and is."""

    path: Path
    at: Span
    before: str = ""
    after: str = ""


class Merged(Struct, frozen=True):
    """A file's text with data laid over it, and what that did."""

    text: str
    added: tuple[Touched, ...]
    changed: tuple[Touched, ...]
    kept: tuple[Touched, ...]


def merge(text: str, file: str, data: Mapping[str, Any]) -> Merged:
    """Return the text of a file with the data laid over it.

    Raises NotEditable where it is written in a way that cannot be changed safely; the result is read again to know.
    """
    root = parse(text, file).root
    if root is None or not isinstance(root.value, dict):
        raise NotEditable
    merging = _Merging(Source(text), file)
    merging.mapping(root, data, ())
    result = merging.source.edited(merging.edits)
    after = parse(result, file)
    if after.problems or plain_data(after.root) != merged(plain_data(root), data):
        raise NotEditable
    return Merged(result, tuple(merging.added), tuple(merging.changed), tuple(merging.kept))


class _Merging:
    """The edits of one file while they are gathered, those within a value before those after it."""

    def __init__(self, source: Source, file: str) -> None:
        self.source, self.file = source, file
        self.edits: list[Edit] = []
        self.added: list[Touched] = []
        self.changed: list[Touched] = []
        self.kept: list[Touched] = []

    def mapping(self, node: Node, new: Mapping[str, Any], path: Path) -> None:
        """Lay keys and values over those of a node."""
        children: dict[str, Node] = node.value if isinstance(node.value, dict) else {}
        for key, value in new.items():
            if key in children:
                self._value(children[key], value, (*path, key), in_pair=not self.source.is_flow(node))
        if not children:
            given = {key: value for key, value in new.items() if value is not None}
            self.edits += [Edit(node.span(""), in_braces(given))] if given else []
        before = ""
        for key, value in new.items():
            if key not in children and value is not None:
                if children:
                    self._add_pair(node, key, value, after=before)
                self.added.append(Touched((*path, key), node.span(self.file), after=_short(value)))
            elif key in children:
                before = key

    def _value(self, child: Node, value: Any, path: Path, *, in_pair: bool) -> None:
        """Lay a value over another; `in_pair` says that it stands behind a key on a line of its own."""
        if value is None:
            return
        if isinstance(value, (list, tuple)):
            self._list(child, value, path, in_pair=in_pair)
        elif isinstance(value, Mapping) and isinstance(child.value, dict):
            self.mapping(child, value, path)
        elif child.value is None:
            self._replace(child, value, in_pair=in_pair)
            self.added.append(Touched(path, child.span(self.file), after=_short(value)))
        elif plain_data(child) != merged(plain_data(child), value):
            self._replace(child, value, in_pair=in_pair)
            before, after = _short(plain_data(child)), _short(value)
            self.changed.append(Touched(path, child.span(self.file), before, after))
        elif not _agree(child, value):
            self.kept.append(Touched(path, child.span(self.file), _short(plain_data(child)), _short(value)))

    def _list(self, child: Node, values: Sequence[Any], path: Path, *, in_pair: bool) -> None:
        entries = child.value if isinstance(child.value, list) else [child] if child.value is not None else []
        new = {name_of(value): value for value in reversed(values)}
        known = {key for value in values if isinstance(value, Mapping) for key in value}
        there: dict[str, Node] = {}
        for entry in entries:
            if there.setdefault(name_of(plain_data(entry)), entry) is entry:
                self._see(entry, known, new, path)
        missing = [value for name, value in reversed(new.items()) if name not in there]
        self.added += [
            Touched((*path, name_of(value)), child.span(self.file), after=_short(value)) for value in missing
        ]
        if not entries or not isinstance(child.value, list):
            if missing or any(name in new and _differs(entry, new[name]) for name, entry in there.items()):
                self._replace(child, self._anew(child, values, missing), in_pair=in_pair)
            return
        for name, entry in there.items():
            if name in new:
                self._value(entry, new[name], (*path, name), in_pair=False)
        if missing:
            self._add_entries(child, missing)

    def _anew(self, child: Node, values: Sequence[Any], missing: list[Any]) -> Any:
        """Return what stands where nothing, an empty list or a single value stood."""
        if child.value is None:
            return list(values)
        return missing if child.value == [] else merged(plain_data(child), list(values))

    def _see(self, entry: Node, known: set[str], new: Mapping[str, Any], path: Path) -> None:
        """Note what an entry has and the data have not: all of it, or keys that the data give to others."""
        data = plain_data(entry)
        name = name_of(data)
        if name not in new:
            self.kept.append(Touched((*path, name), entry.span(self.file), _short(data)))
            return
        given = new[name] if isinstance(new[name], Mapping) else {}
        for key in sorted(known - given.keys()) if isinstance(data, dict) else ():
            if data.get(key) is not None and data[key] != name and isinstance(entry.value, dict):
                self.kept.append(Touched((*path, name, key), entry.value[key].span(self.file), _short(data[key])))

    def _replace(self, child: Node, value: Any, *, in_pair: bool) -> None:
        at = child.span("")
        typed = self.source.typed(at)
        if isinstance(value, str) and typed[:1] == '"':
            self.edits.append(Edit(at, quoted(value)))
        elif in_pair and child.key and self._only_colon_between(child.key, child):
            self.edits.append(self._pair_anew(child.key, child, value))
        else:
            self.edits.append(Edit(at, f"{'' if typed else ' '}{in_braces(value)}{_line_end(typed)}"))

    def _only_colon_between(self, key: Node, child: Node) -> bool:
        between = self.source.typed(Span("", key.end_line, key.end_column, child.line, child.column))
        return bool(re.fullmatch(r"\s*:[ \t]*", between)) and key.end_line == child.line

    def _pair_anew(self, key: Node, child: Node, value: Any) -> Edit:
        """Return the edit that writes a value anew behind its key."""
        at = Span("", key.end_line, key.end_column, child.end_line, child.end_column)
        typed = self.source.typed(child.span(""))
        lines = pair_lines("k", value, " " * (key.column - 1))
        if len(lines) > 1 and self.source.line_rest(child.end_line, child.end_column).strip():
            lines = (f"{lines[0].partition('k')[0]}k: {in_braces(value)}",)
        text = self.source.line_end.join(lines).lstrip(" ")[1:]
        return Edit(at, f"{text}{_line_end(typed)}")

    def _add_pair(self, node: Node, key: str, value: Any, after: str) -> None:
        """Add a key behind the one that comes before it, or behind the first."""
        children = node.value if isinstance(node.value, dict) else {}
        if self.source.is_flow(node):
            pair = f"{in_braces(key)}: {in_braces(value)}"
            self._into_brackets(list(children.values()), pair)
            return
        before = children[after] if after else next(iter(children.values()))
        first = next(iter(children.values())).key
        indent = " " * ((first or node).column - 1)
        self.edits.append(self.source.lines_below(before, pair_lines(key, value, indent)))

    def _add_entries(self, node: Node, values: Sequence[Any]) -> None:
        entries = node.value if isinstance(node.value, list) else []
        if self.source.is_flow(node):
            self._into_brackets(entries, ", ".join(in_braces(value) for value in values))
            return
        indent = " " * (node.column - 1)
        lines = [line for value in values for line in entry_lines(value, indent)]
        self.edits.append(self.source.lines_below(entries[-1], lines))

    def _into_brackets(self, there: Sequence[Node], text: str) -> None:
        line, column = self.source.end_of(there[-1])
        self.edits.append(Edit(Span("", line, column, line, column), f", {text}"))


def _differs(entry: Node, value: Any) -> bool:
    old = plain_data(entry)
    return bool(merged(old, value) != old)


def _agree(child: Node, value: Any) -> bool:
    """Say whether what stays says the same as the data, so that nothing need be said of it."""
    if isinstance(child.value, str) and not isinstance(value, Mapping):
        return same(child.value, value)
    return name_of(plain_data(child)) == name_of(value)


def _line_end(typed: str) -> str:
    """Return the line ends that belong to a text written over several lines."""
    found = re.search(r"[\r\n]+[ \t]*$", typed)
    return found[0] if found else ""


def _short(value: Any) -> str:
    return value if isinstance(value, str) else in_braces(as_read(value))

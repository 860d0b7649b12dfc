"""YAML text -> nodes with places, and every problem on the way.

Builds nodes from libyaml's events: that keeps places and second keys, which a constructed dict has lost,
at less than half the cost of `CSafeLoader.load` (ADR 0002).
"""

import re
from typing import Any

import yaml
from msgspec import Struct

from alignkit.findings import Related, Span
from alignkit.source.limits import LIMITS, Limits
from alignkit.source.node import Node
from alignkit.source.problem import Problem
from alignkit.source.syntax import explain_syntax_error

# Without libyaml (some platforms) the pure Python parser gives the same events, about nine times slower.
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULLS = frozenset(("", "~", "null", "Null", "NULL"))
_FORBIDDEN = r"[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"


class Document(Struct, frozen=True):
    """One file as read: its text, its root (None where nothing could be read), its problems."""

    file: str
    text: str
    root: Node | None
    problems: tuple[Problem, ...]


def parse(text: str, file: str, limits: Limits = LIMITS) -> Document:
    """Return the text's nodes and all its problems; a file that does not parse has no root."""
    text = with_plain_breaks(text)
    builder = _Builder(file, limits)
    try:
        builder.build(_PARSER(text))
    except yaml.MarkedYAMLError as error:
        return Document(file, text, None, (explain_syntax_error(error, text, file),))
    except (yaml.reader.ReaderError, UnicodeEncodeError):
        return Document(file, text, None, (_forbidden_character(text, file),))
    except _Stop:
        return Document(file, text, None, tuple(builder.problems))
    if not builder.problems and (builder.root is None or builder.root.value is None):
        return Document(file, text, None, (Problem("unreadable-file", Span(file), {"cause": "it is empty"}),))
    return Document(file, text, builder.root, tuple(builder.problems))


def with_plain_breaks(text: str) -> str:
    """Return the text with lines as editors count them, so that a place is the same for both.

    YAML 1.1 also ends a line at U+0085, U+2028 and U+2029, which come with text pasted from slides: a space for each.
    A byte order mark is left out: where files were joined, it would make an invisible part of a key.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    for sign in "\x85\u2028\u2029":
        text = text.replace(sign, " ")
    return text


def _forbidden_character(text: str, file: str) -> Problem:
    """Return the problem at the first character that YAML does not allow; the parsers disagree about its place."""
    found = re.search(_FORBIDDEN, text)
    position = found.start() if found else 0
    line, column = text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
    cause = f"it holds a character that is not text (U+{ord(text[position]):04X}); remove it"
    return Problem("unreadable-file", Span(file, line, column, line, column + 1), {"cause": cause})


class _Stop(Exception):
    """A limit was reached."""


class _Builder:
    """Turns the events of one file into nodes, with a stack instead of recursion: depth is data here."""

    def __init__(self, file: str, limits: Limits) -> None:
        self.file = file
        self.limits = limits
        self.problems: list[Problem] = []
        self.root: Node | None = None
        self._documents = 0

    def report(self, kind: str, at: Span, related: tuple[Related, ...] = (), **facts: str) -> None:
        """Add a problem; past the limit the file is not read any further."""
        if len(self.problems) >= self.limits.problems:
            limit = {"limit": "problems in one file", "most": f"{self.limits.problems:,}"}
            self.problems.append(Problem("limit-exceeded", at, limit))
            raise _Stop
        self.problems.append(Problem(kind, at, facts, related))

    def _stop(self, limit: str, most: int, at: Span) -> None:
        self.problems.append(Problem("limit-exceeded", at, {"limit": limit, "most": f"{most:,}"}))
        raise _Stop

    # Every value of every file comes through this loop: a call for each would be felt.
    def build(self, parser: Any) -> None:  # noqa: C901, PLR0912
        """Read every event; `containers` holds the open lists and mappings, `keys` their pending keys."""
        scalar, mapping_start = yaml.ScalarEvent, yaml.MappingStartEvent
        sequence_start, alias = yaml.SequenceStartEvent, yaml.AliasEvent
        ends = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        containers: list[Node] = []
        keys: list[Node | None] = []
        values = 0
        get_event = parser.get_event
        while True:
            event = get_event()
            kind = event.__class__
            if kind is scalar:
                node = self._scalar(event)
            elif kind is mapping_start or kind is sequence_start:
                node = self._container(event, {} if kind is mapping_start else [])
            elif kind in ends:
                self._close(containers.pop(), event)
                keys.pop()
                continue
            elif kind is alias:
                at = _span(event, self.file)
                self.report("anchor-or-alias", at, what=f"the alias *{event.anchor}")
                node = _node(event, None)
            elif kind is yaml.DocumentStartEvent:
                self._document(event)
                continue
            elif kind is yaml.StreamEndEvent:
                return
            else:
                continue
            values += 1
            if values > self.limits.values:
                self._stop("values", self.limits.values, node.span(self.file))
            if not containers:
                if self.root is None:
                    self.root = node
            elif isinstance(parent := containers[-1].value, list):
                node.key = containers[-1].key
                parent.append(node)
            elif isinstance(parent, dict):
                pending = keys[-1]
                if pending is None:
                    keys[-1] = node
                else:
                    self._pair(parent, pending, node)
                    keys[-1] = None
            if kind is not scalar and kind is not alias:
                containers.append(node)
                keys.append(None)
                if len(containers) > self.limits.depth:
                    self._stop("levels of nesting", self.limits.depth, node.span(self.file))

    def _scalar(self, event: Any) -> Node:
        value = event.value
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        # libyaml marks a plain scalar with "" and the pure Python parser with None.
        if value in _NULLS and not event.style:
            value = None
        elif len(value) > self.limits.text_characters:
            self._stop("characters in one text", self.limits.text_characters, _span(event, self.file))
        start, end = event.start_mark, event.end_mark  # as _node does, without its call: most events are scalars
        return Node(value, start.line + 1, start.column + 1, end.line + 1, end.column + 1)

    def _container(self, event: Any, value: Any) -> Node:
        if event.anchor is not None or event.tag is not None:
            self._refuse(event)
        return _node(event, value)

    def _close(self, node: Node, event: Any) -> None:
        """Let a list or mapping be as long as its brackets, or else as what stands on its first line."""
        mark = event.end_mark
        bracket = event.start_mark.column != mark.column
        if bracket:
            node.closed = (mark.line + 1, mark.column + 1)
        if bracket and mark.line + 1 == node.line:
            node.end_column = mark.column + 1
        elif isinstance(node.value, dict):
            first = next(iter(node.value.values()), None)
            if first and not _end_with(node, first) and first.key:
                _end_with(node, first.key)
        elif isinstance(node.value, list) and node.value:
            _end_with(node, node.value[0])

    def _refuse(self, event: Any) -> None:
        what = f"the anchor &{event.anchor}" if event.anchor is not None else f"the tag {event.tag}"
        self.report("anchor-or-alias", _span(event, self.file), what=what)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self.problems.append(Problem("yaml-syntax", _span(event, self.file), _SECOND_DOCUMENT))
            raise _Stop

    def _pair(self, mapping: dict[str, Node], key: Node, value: Node) -> None:
        name = key.value if isinstance(key.value, str) else ""
        at = key.span(self.file)
        if not isinstance(key.value, str):
            self.report("wrong-type", at, found=key.what(), expected="a key, which is a text", example="title: …")
            return
        if name == "<<":
            self.report("anchor-or-alias", at, what="the merge key <<")
            return
        if name in mapping:
            first = mapping[name].key_span(self.file)
            note = Related(first, f"{name} is first given here")
            self.report("duplicate-key", at, (note,), key=name, first=str(first.line))
            return
        value.key = key
        mapping[name] = value


_SECOND_DOCUMENT = {
    "cause": "a second document starts here (---)",
    "fix": "keep one document in a file: remove the line --- or move what follows it to a file of its own",
}


def _node(event: Any, value: Any) -> Node:
    start, end = event.start_mark, event.end_mark
    return Node(value, start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _end_with(node: Node, first: Node) -> bool:
    """Let a node end where its first part does, if that is on its first line."""
    if not first.line == node.line == first.end_line:
        return False
    node.end_line, node.end_column = first.end_line, first.end_column
    return True


def _span(event: Any, file: str) -> Span:
    return _node(event, None).span(file)

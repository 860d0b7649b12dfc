"""Nodes -> typed records, naming every problem and going on.

A key or word that is nearly right is reported and then read as the one that was meant, so that one slip of
the keyboard is one finding and not twenty.
"""

import re
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from msgspec import Struct

from alignkit.findings import Span
from alignkit.model.located import Closed, Field, Form, Located, OneOrMany, Origin, fields_of
from alignkit.source.node import Node
from alignkit.source.problem import Problem
from alignkit.wording import listed, nearest

Record = TypeVar("Record", bound=Located)


class Reading(Struct):
    """One file being read: its name, and the problems found so far."""

    file: str
    problems: list[Problem] = []

    def problem(self, kind: str, at: Span, **facts: str) -> None:
        """Add a problem."""
        self.problems.append(Problem(kind, at, facts))


class _Unread:
    """What a reader returns for a value that it could not read, once it has said so."""


UNREAD = _Unread()
Reader = Callable[[Node, Reading], Any]
_READERS: dict[Any, Reader] = {}


def read_record(record: type[Record], node: Node, reading: Reading) -> Record | None:
    """Return the record that the node describes, or None where it is no mapping; problems go to `reading`."""
    found: Record | _Unread = _reader(record)(node, reading)
    return None if isinstance(found, _Unread) else found


def _reader(hint: Any) -> Reader:
    known = _READERS.get(hint)
    if known is None:
        known = _READERS[hint] = _make_reader(hint)
    return known


def _make_reader(hint: Any) -> Reader:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(inner[0], inner[1:])
    if origin in (Union, UnionType):
        return _reader(next(option for option in inner if option is not NoneType))
    if origin is tuple:
        return _list_of(_reader(inner[0]))
    if origin is dict:
        return _mapping_of(_reader(inner[1]))
    if isinstance(hint, type) and issubclass(hint, Located):
        return _record(hint)
    return _PLAIN[hint]


def _marked(hint: Any, marks: tuple[Any, ...]) -> Reader:
    for mark in marks:
        if isinstance(mark, Closed):
            return _one_of(mark)
        if isinstance(mark, Form):
            return _of_form(mark)
        if mark is OneOrMany:
            return _one_or_many(_reader(hint))
    return _reader(hint)


def _wrong(node: Node, reading: Reading, expected: str, example: str) -> Any:
    name = node.key.value if node.key is not None and isinstance(node.key.value, str) else ""
    at = node.span(reading.file)
    reading.problem("wrong-type", at, key=name, found=node.what(), expected=expected, example=example)
    return UNREAD


def _text(node: Node, reading: Reading) -> Any:
    return node.value if isinstance(node.value, str) else _wrong(node, reading, "a text", "…")


def _number(node: Node, reading: Reading) -> Any:
    if isinstance(node.value, str) and re.fullmatch(r"-?\d{1,12}(\.\d{1,9})?", node.value):
        return float(node.value)
    return _wrong(node, reading, "a number", "2.5")


def _whole_number(node: Node, reading: Reading) -> Any:
    if isinstance(node.value, str) and re.fullmatch(r"-?\d{1,12}", node.value):
        return int(node.value)
    return _wrong(node, reading, "a whole number", "6")


_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def _yes_or_no(node: Node, reading: Reading) -> Any:
    if isinstance(node.value, str) and node.value.lower() in _TRUTH:
        return _TRUTH[node.value.lower()]
    return _wrong(node, reading, "true or false", "true")


_PLAIN: dict[Any, Reader] = {str: _text, float: _number, int: _whole_number, bool: _yes_or_no}


def _one_of(vocabulary: Closed) -> Reader:
    words = frozenset(vocabulary.words)

    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, str):
            return _wrong(node, reading, f"one of {listed(vocabulary.words, 'or', most=8)}", vocabulary.words[0])
        if node.value in words or (vocabulary.own and node.value.startswith("x-")):
            return node.value
        meant = nearest(node.value, words)
        own = " (or your own word, beginning with x-)" if vocabulary.own else ""
        facts = {"found": node.value, "meant": meant, "words": listed(vocabulary.words, "or") + own}
        name = node.key.value if node.key is not None and isinstance(node.key.value, str) else "entry"
        reading.problem("not-in-vocabulary", node.span(reading.file), key=name, **facts)
        return meant or UNREAD

    return read


def _of_form(form: Form) -> Reader:
    matches = re.compile(form.matches).fullmatch

    def read(node: Node, reading: Reading) -> Any:
        if isinstance(node.value, str) and matches(node.value):
            return node.value
        return _wrong(node, reading, form.expected, form.example)

    return read


def _list_of(read_entry: Reader) -> Reader:
    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, list):
            return _wrong(node, reading, "a list", "[…] or lines that begin with `- `")
        values = [read_entry(entry, reading) for entry in node.value if not _is_empty(entry, reading)]
        return tuple(value for value in values if value is not UNREAD)

    return read


def _is_empty(entry: Node, reading: Reading) -> bool:
    if entry.value is None:
        _wrong(entry, reading, "an entry after the dash", "- …")
    return entry.value is None


def _one_or_many(read_list: Reader) -> Reader:
    def read(node: Node, reading: Reading) -> Any:
        if isinstance(node.value, list):
            return read_list(node, reading)
        alone = Node([node], node.line, node.column, node.end_line, node.end_column, node.key)
        return read_list(alone, reading)

    return read


def _mapping_of(read_value: Reader) -> Reader:
    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, dict):
            return _wrong(node, reading, "keys and values", "{key: value}")
        values = {key: read_value(child, reading) for key, child in node.value.items()}
        return {key: value for key, value in values.items() if value is not UNREAD}

    return read


def _record(record: type[Located]) -> Reader:
    """Return the reader of a record; its fields are looked up when first read, since records may nest."""
    readers: dict[str, tuple[Field, Reader]] = {}

    def prepare() -> None:
        for field in fields_of(record).values():
            readers[_key(field.name)] = (field, _reader(field.type))

    def read(node: Node, reading: Reading) -> Any:
        if not readers:
            prepare()
        given = node.value
        if isinstance(given, str) and record.short_for:
            given = {record.short_for: node}
        if not isinstance(given, dict):
            keys = listed([_key(name) for name in fields_of(record)], most=4)
            example = f"{{{next(iter(readers))}: …}}"
            return _wrong(node, reading, f"a mapping with keys such as {keys}", example)
        values, unread = _read_fields(given, readers, reading)
        _add_missing(record, node, values, unread, reading)
        return record(origin=Origin(reading.file, node), **values)

    return read


def _key(name: str) -> str:
    """Return the key in a file of a field in the code: `pass_` and `from_` are Python's words."""
    return name.removesuffix("_")


def _read_fields(
    given: dict[str, Node], readers: dict[str, tuple[Field, Reader]], reading: Reading
) -> tuple[dict[str, Any], set[str]]:
    values: dict[str, Any] = {}
    unread: set[str] = set()
    for key, child in given.items():
        entry = readers.get(key) or _meant(key, child, given, readers, reading)
        if entry is None or child.value is None:
            continue
        field, read_value = entry
        value = read_value(child, reading)
        if value is UNREAD:
            unread.add(field.name)
        else:
            values[field.name] = value
    return values, unread


def _meant(
    key: str, child: Node, given: dict[str, Node], readers: dict[str, tuple[Field, Reader]], reading: Reading
) -> tuple[Field, Reader] | None:
    """Report an unknown key, and return the field that was meant by it where one is near and not given."""
    if key == "alignkit":
        return None
    meant = nearest(key, readers)
    reading.problem(
        "unknown-key", child.key_span(reading.file), key=key, meant=meant, known=listed(sorted(readers), most=12)
    )
    return readers[meant] if meant and meant not in given else None


def _add_missing(record: type[Located], node: Node, values: dict[str, Any], unread: set[str], reading: Reading) -> None:
    """Report required keys that are absent, and put a blank there so that the rest can still be checked."""
    for field in fields_of(record).values():
        if field.required and field.name not in values:
            if field.name not in unread:
                reading.problem("missing-key", _place(node, field, reading), key=_key(field.name), doc=field.doc)
            values[field.name] = _blank(field.type, node, reading)


def _place(node: Node, field: Field, reading: Reading) -> Span:
    """Return where the key is given without a value, or else where its record begins."""
    given = node.value.get(_key(field.name)) if isinstance(node.value, dict) else None
    return given.key_span(reading.file) if given else node.span(reading.file)


def _blank(hint: Any, node: Node, reading: Reading) -> Any:
    """Return what stands for a required value that is not there: "", (), or a record of such."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _blank(inner[0], node, reading)
    if origin in (tuple, dict):
        return origin()
    if isinstance(hint, type) and issubclass(hint, Located):
        nothing = Node({}, node.line, node.column, node.end_line, node.end_column)
        blanks = {f.name: _blank(f.type, node, reading) for f in fields_of(hint).values() if f.required}
        return hint(origin=Origin(reading.file, nothing), **blanks)
    return hint()

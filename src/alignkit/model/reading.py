"""Nodes -> typed records, naming every problem and going on.

A key or word that is nearly right is reported and then read as the one that was meant, so that one slip of
the keyboard is one finding and not twenty.
"""

from collections.abc import Collection
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from msgspec import Struct

from alignkit.findings import Span
from alignkit.model.keys import homes_of, key_of, sections_like
from alignkit.model.located import Between, Closed, Field, Form, Located, Mention, OneOrMany, Origin, fields_of
from alignkit.model.values import (
    PLAIN,
    UNREAD,
    Reader,
    Reading,
    TooManyProblems,
    Unread,
    between,
    of_form,
    one_of,
    wrong,
)
from alignkit.source.node import Node
from alignkit.wording import listed, nearest, slip

Record = TypeVar("Record", bound=Located)


_READERS: dict[Any, Reader] = {}


def read_record(record: type[Record], node: Node, reading: Reading) -> Record | None:
    """Return the record that the node describes, or None where it is none at all; problems go to `reading`."""
    try:
        found: Record | Unread = _reader(record)(node, reading)
    except TooManyProblems:
        return None
    return None if isinstance(found, Unread) else found


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
    return PLAIN[hint]


def _marked(hint: Any, marks: tuple[Any, ...]) -> Reader:
    for mark in marks:
        if isinstance(mark, Closed):
            return one_of(mark)
        if isinstance(mark, Between):
            return between(mark, _reader(hint))
        if isinstance(mark, Form):
            return of_form(mark)
        if mark is OneOrMany:
            return _one_or_many(_reader(hint))
    return _reader(hint)


def _list_of(read_entry: Reader) -> Reader:
    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, list):
            return wrong(node, reading, "a list (entries between [ and ], or lines that begin with `- `)", "[…]")
        values = [
            read_entry(entry, reading) if entry.value is not None else _empty(entry, reading) for entry in node.value
        ]
        return tuple([value for value in values if value is not UNREAD])

    return read


def _empty(entry: Node, reading: Reading) -> Any:
    return wrong(entry, reading, "an entry after the dash", "- …")


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
            return wrong(node, reading, "keys and values", "{key: value}")
        values = {key: read_value(child, reading) for key, child in node.value.items()}
        return {key: value for key, value in values.items() if value is not UNREAD}

    return read


class _Keys(Struct, frozen=True):
    """The keys of a record: the field and the reader of each, and the fields that have to be there."""

    record: type[Located]
    readers: dict[str, tuple[str, Reader]]
    usual: frozenset[str]
    """The keys that call for no remark: those of the record, and the one that says what a file is."""
    required: tuple[Field, ...]


@cache
def _keys_of(record: type[Located]) -> _Keys:
    fields = fields_of(record).values()
    readers = {key_of(field): (field.name, _reader(field.type)) for field in fields}
    return _Keys(record, readers, frozenset((*readers, "alignkit")), tuple(field for field in fields if field.required))


# Every part of every file comes through this reader: what is seldom needed stands in functions of its own.
def _record(record: type[Located]) -> Reader:
    """Return the reader of a record; its keys are looked up when first read, since records may nest."""

    def read(node: Node, reading: Reading) -> Any:
        keys = _keys_of(record)
        given = node.value
        if isinstance(given, str) and record.short_for:
            return _made(keys, node, {record.short_for: node}, reading)
        if isinstance(given, dict) and record.short_has_colon:
            given = _joined(given, record.short_for, keys, reading)
        if not isinstance(given, dict):
            example = f"{{{next(iter(keys.readers))}: …}}"
            return wrong(node, reading, f"keys and values, with keys such as {listed(keys.readers, most=4)}", example)
        if record is Mention and record.short_for not in given:
            return wrong(node, reading, "an id", "LO1")
        if given.keys() <= keys.usual:
            return _made(keys, node, given, reading)
        known, doubtful = _under_known_keys(record, given, keys, reading)
        if known is not given:
            node = Node(known, node.line, node.column, node.end_line, node.end_column, node.key, node.closed)
        return _made(keys, node, known, reading, doubtful)

    return read


def _made(keys: _Keys, node: Node, given: dict[str, Node], reading: Reading, doubtful: Collection[str] = ()) -> Located:
    """Return the record with the values that are given, and a blank for each one missed; not reported if doubtful."""
    values: dict[str, Any] = {"origin": Origin(reading.file, node)}
    unread: list[str] = []
    for key, child in given.items():
        entry = keys.readers.get(key)
        if entry is None or child.value is None:
            continue
        name, read_value = entry
        value = read_value(child, reading)
        if value is UNREAD:
            unread.append(name)
        else:
            values[name] = value
    for field in keys.required:
        if field.name not in values:
            if field.name not in unread and field.name not in doubtful:
                _report_missing(field, node, reading)
            values[field.name] = _blank(field.type, node, reading)
    return keys.record(**values)


def _joined(given: dict[str, Node], short_for: str, keys: _Keys, reading: Reading) -> dict[str, Node]:
    """Return `{to: "ipec-2023:VE1"}` for `{ipec-2023: VE1}`, which a space after the colon made of a reference."""
    (key, child), *more = given.items() or [("", None)]
    if more or child is None or not isinstance(child.value, str) or key in keys.readers or nearest(key, keys.readers):
        return given
    start, text = child.key or child, f"{key}:{child.value}"
    node = Node(text, start.line, start.column, child.end_line, child.end_column, start)
    found = "a key and its value, because of the space after the colon"
    facts = {"found": found, "expected": "one text without spaces", "example": text, "meant": text}
    reading.problem("wrong-type", node.span(reading.file), key=short_for, **facts)
    return {short_for: node}


def _under_known_keys(
    record: type[Located], given: dict[str, Node], keys: _Keys, reading: Reading
) -> tuple[dict[str, Node], set[str]]:
    """Return what is given, also under the keys that were meant by slips of the keyboard, and the keys in doubt.

    A key is in doubt where it is absent, and a section under a name that nobody knows may be meant for it.
    """
    meant: dict[str, Node] = {}
    doubtful: set[str] = set()
    for key, child in given.items():
        if key not in keys.usual:
            slipped = slip(key, keys.readers)
            if slipped and slipped not in given:
                meant.setdefault(slipped, child)
            may_be = () if slipped else tuple(name for name in sections_like(child, record) if name not in given)
            doubtful.update(may_be)
            _report_unknown(key, child, may_be, keys, reading)
    return ({**given, **meant} if meant else given), doubtful


def _report_unknown(key: str, child: Node, may_be: tuple[str, ...], keys: _Keys, reading: Reading) -> None:
    """Report an unknown key with the likely one, by its letters or as the one section that is absent."""
    meant = nearest(key, keys.readers) or (may_be[0] if len(may_be) == 1 else "")
    belongs = "" if meant else listed(homes_of(key, reading.document), "or", most=3)
    facts = {
        "meant": meant,
        "known": listed(keys.readers, "or", most=12),
        "belongs": belongs,
        "may_be": " ".join(may_be),
    }
    reading.problem("unknown-key", child.key_span(reading.file), key=key, **facts)


def _report_missing(field: Field, node: Node, reading: Reading) -> None:
    facts = {"meaning": field.doc, "example": _example(field.type)}
    reading.problem("missing-key", _place(node, field, reading), key=key_of(field), **facts)


def _example(hint: Any) -> str:
    """Return how a value of the type may look in a file."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        marks = (getattr(mark, "example", "") or getattr(mark, "words", ("",))[0] for mark in inner[1:])
        return next(filter(None, marks), "") or _example(inner[0])
    if origin is tuple:
        return "[…]"
    return "…" if hint is str else "{…}"


def _place(node: Node, field: Field, reading: Reading) -> Span:
    """Return where the key is given without a value, or else where its record begins."""
    given = node.value.get(key_of(field)) if isinstance(node.value, dict) else None
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

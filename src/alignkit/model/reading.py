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
from alignkit.model.keys import homes_of, key_of
from alignkit.model.located import Closed, Field, Form, Located, OneOrMany, Origin, fields_of
from alignkit.source.limits import LIMITS
from alignkit.source.node import Node
from alignkit.source.problem import Problem
from alignkit.wording import listed, nearest, plain, slip

Record = TypeVar("Record", bound=Located)


# How like a word of a vocabulary must be to be offered: nurse is to nursing as 8 letters to 12.
_LIKE_A_WORD = 0.63


class Reading(Struct):
    """One file being read: its name, what it is a file of, and the problems found so far."""

    file: str
    document: type[Located]
    problems: list[Problem] = []

    def problem(self, kind: str, at: Span, **facts: str) -> None:
        """Add a problem; past the limit the file is not read any further."""
        if len(self.problems) >= LIMITS.problems:
            limit = {"limit": "problems in one file", "most": f"{LIMITS.problems:,}"}
            self.problems.append(Problem("limit-exceeded", at, limit))
            raise _TooManyProblems
        self.problems.append(Problem(kind, at, facts))


class _TooManyProblems(Exception):
    """The rest of the file is not worth reading before these are put right."""


class _Unread:
    """What a reader returns for a value that it could not read, once it has said so."""


UNREAD = _Unread()
Reader = Callable[[Node, Reading], Any]
_READERS: dict[Any, Reader] = {}


def read_record(record: type[Record], node: Node, reading: Reading) -> Record | None:
    """Return the record that the node describes, or None where it is none at all; problems go to `reading`."""
    try:
        found: Record | _Unread = _reader(record)(node, reading)
    except _TooManyProblems:
        return None
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


def _wrong(node: Node, reading: Reading, expected: str, example: str, meant: str = "") -> Any:
    """Report a value of another type; `meant` is the text that it is read as all the same, if any."""
    facts = {"found": node.what(), "expected": expected, "example": example, "meant": meant}
    reading.problem("wrong-type", node.span(reading.file), key=_name_of(node), **facts)
    return UNREAD


def _name_of(node: Node) -> str:
    """Return the key that the node stands under, or in whose list it is."""
    return node.key.value if node.key is not None and isinstance(node.key.value, str) else ""


def _text(node: Node, reading: Reading) -> Any:
    return node.value if isinstance(node.value, str) else _wrong(node, reading, "a text", "…")


def _number(node: Node, reading: Reading) -> Any:
    if isinstance(node.value, str) and re.fullmatch(r"-?\d{1,12}(\.\d{1,9})?", node.value):
        return float(node.value)
    return _wrong(node, reading, "a number", _number_in(node, r"\d+([.,]\d+)?") or "2.5")


def _number_in(node: Node, form: str) -> str:
    """Return the number in a text such as `2,5` or `75 hours`, as it should be typed, or ""."""
    found = re.search(form, node.value) if isinstance(node.value, str) else None
    return found[0].replace(",", ".") if found else ""


def _whole_number(node: Node, reading: Reading) -> Any:
    if isinstance(node.value, str) and re.fullmatch(r"-?\d{1,12}", node.value):
        return int(node.value)
    return _wrong(node, reading, "a whole number", _number_in(node, r"\d+") or "6")


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
        meant = nearest(node.value, words, _LIKE_A_WORD)
        own = " (or your own word, beginning with x-)" if vocabulary.own else ""
        facts = {"found": node.value, "meant": meant, "words": listed(vocabulary.words, "or") + own}
        reading.problem("not-in-vocabulary", node.span(reading.file), key=_name_of(node), **facts)
        return meant or UNREAD

    return read


def _of_form(form: Form) -> Reader:
    matches = re.compile(form.matches).fullmatch

    def read(node: Node, reading: Reading) -> Any:
        if isinstance(node.value, str) and matches(node.value):
            return node.value
        example = next(filter(matches, _tidied(node.value)), form.example)
        kept = node.value if form.names and isinstance(node.value, str) else ""
        _wrong(node, reading, form.expected, example, meant=kept)
        return kept or UNREAD

    return read


def _tidied(value: object) -> tuple[str, ...]:
    """Return a text in the ways in which it may have been meant: as a code, an id or a date."""
    text = plain(value) if isinstance(value, str) else ""
    joined = re.sub(r"[^\w.-]+", "-", text).strip("-")
    day_first = re.sub(r"(\d\d?)\.\s*(\d\d?)\.\s*(\d{4})", lambda date: f"{date[3]}-{date[2]:0>2}-{date[1]:0>2}", text)
    return (text, text.lower(), text.upper(), joined, joined.lower(), day_first)


def _list_of(read_entry: Reader) -> Reader:
    def read(node: Node, reading: Reading) -> Any:
        if not isinstance(node.value, list):
            return _wrong(node, reading, "a list (entries between [ and ], or lines that begin with `- `)", "[…]")
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
            readers[key_of(field)] = (field, _reader(field.type))

    def read(node: Node, reading: Reading) -> Any:
        if not readers:
            prepare()
        given = node.value
        if isinstance(given, str) and record.short_for:
            given = {record.short_for: node}
        elif record.short_has_colon and isinstance(given, dict):
            given = _joined(given, record.short_for, readers, reading)
        if not isinstance(given, dict):
            example = f"{{{next(iter(readers))}: …}}"
            return _wrong(node, reading, f"keys and values, with keys such as {listed(readers, most=4)}", example)
        known = _under_known_keys(given, readers, reading)
        if known is not given:
            node = Node(known, node.line, node.column, node.end_line, node.end_column, node.key)
        values, unread = _read_fields(known, readers, reading)
        _add_missing(record, node, values, unread, reading)
        return record(origin=Origin(reading.file, node), **values)

    return read


def _joined(
    given: dict[str, Node], short_for: str, readers: dict[str, tuple[Field, Reader]], reading: Reading
) -> dict[str, Node]:
    """Return `{to: "ipec-2023:VE1"}` for `{ipec-2023: VE1}`, which a space after the colon made of a reference."""
    (key, child), *more = given.items() or [("", None)]
    if more or child is None or not isinstance(child.value, str) or key in readers or nearest(key, readers):
        return given
    start, text = child.key or child, f"{key}:{child.value}"
    node = Node(text, start.line, start.column, child.end_line, child.end_column, start)
    found = "a key and its value, because of the space after the colon"
    facts = {"found": found, "expected": "one text without spaces", "example": text, "meant": text}
    reading.problem("wrong-type", node.span(reading.file), key=short_for, **facts)
    return {short_for: node}


def _under_known_keys(
    given: dict[str, Node], readers: dict[str, tuple[Field, Reader]], reading: Reading
) -> dict[str, Node]:
    """Return what is given, also under the keys that were meant by slips of the keyboard."""
    meant: dict[str, Node] = {}
    for key, child in given.items():
        if key not in readers and key != "alignkit":
            slipped = _report_unknown(key, child, readers, reading)
            if slipped and slipped not in given:
                meant.setdefault(slipped, child)
    return {**given, **meant} if meant else given


def _report_unknown(key: str, child: Node, readers: dict[str, tuple[Field, Reader]], reading: Reading) -> str:
    """Report an unknown key, and return the one that was meant where it is but a slip of the keyboard, or ""."""
    meant = nearest(key, readers)
    belongs = "" if meant else listed(homes_of(key, reading.document), "or", most=3)
    facts = {"meant": meant, "known": listed(readers, "or", most=12), "belongs": belongs}
    reading.problem("unknown-key", child.key_span(reading.file), key=key, **facts)
    return slip(key, readers)


def _read_fields(
    given: dict[str, Node], readers: dict[str, tuple[Field, Reader]], reading: Reading
) -> tuple[dict[str, Any], set[str]]:
    values: dict[str, Any] = {}
    unread: set[str] = set()
    for key, child in given.items():
        entry = readers.get(key)
        if entry is None or child.value is None:
            continue
        field, read_value = entry
        value = read_value(child, reading)
        if value is UNREAD:
            unread.add(field.name)
        else:
            values[field.name] = value
    return values, unread


def _add_missing(record: type[Located], node: Node, values: dict[str, Any], unread: set[str], reading: Reading) -> None:
    """Report required keys that are absent, and put a blank there so that the rest can still be checked."""
    for field in fields_of(record).values():
        if field.required and field.name not in values:
            if field.name not in unread:
                facts = {"meaning": field.doc, "example": _example(field.type)}
                reading.problem("missing-key", _place(node, field, reading), key=key_of(field), **facts)
            values[field.name] = _blank(field.type, node, reading)


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

"""What is shown of a file format: every key of every record, with its meaning."""

from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from msgspec import Struct

from alignkit.model.documents import KINDS
from alignkit.model.keys import key_of
from alignkit.model.located import Between, Closed, Field, Form, Located, OneOrMany, fields_of
from alignkit.wording import listed


class KeyView(Struct, frozen=True):
    """A key: what may stand there, whether it must, and what it means; `record` names the part it holds."""

    key: str
    value: str
    required: bool
    doc: str
    record: str = ""


class RecordView(Struct, frozen=True):
    """A part of a document: what it is, the key that a bare text stands for, its keys in order."""

    name: str
    doc: str
    short_for: str
    keys: tuple[KeyView, ...]


class FormatView(Struct, frozen=True):
    """A kind of file: its parts, the document itself first."""

    name: str
    doc: str
    records: tuple[RecordView, ...]


def format_views() -> tuple[FormatView, ...]:
    """Return every file format, in the order of the documents."""
    return tuple(FormatView(name, _first_line(record), _records(record)) for name, record in KINDS.items())


def _records(top: type[Located]) -> tuple[RecordView, ...]:
    """Return a record and every record that its keys lead to, each once, as they are met."""
    found: dict[type[Located], RecordView] = {}
    waiting = [top]
    while waiting:
        record = waiting.pop(0)
        if record in found or record.__name__ == "Mention":
            continue
        fields = fields_of(record).values()
        keys = tuple(_key_view(field) for field in fields)
        found[record] = RecordView(record.__name__, _first_line(record), record.short_for, keys)
        waiting += [inner for field in fields if (inner := _record_in(field.type))]
    return tuple(found.values())


def _first_line(record: type[Located]) -> str:
    return (record.__doc__ or "").strip().partition("\n")[0]


def _key_view(field: Field) -> KeyView:
    record = _record_in(field.type)
    name = record.__name__ if record and record.__name__ != "Mention" else ""
    return KeyView(key_of(field), _in_words(field.type), field.required, field.doc, name)


def _record_in(hint: Any) -> type[Located] | None:
    """Return the record that a key holds, alone or in a list."""
    if isinstance(hint, type) and issubclass(hint, Located):
        return hint
    return next((record for inner in get_args(hint) if (record := _record_in(inner))), None)


_PLAIN = {str: "text", float: "number", int: "whole number", bool: "true or false"}


def _in_words(hint: Any) -> str:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(inner[0], inner[1:])
    if origin in (Union, UnionType):
        return _in_words(next(option for option in inner if option is not NoneType))
    if origin is tuple:
        return f"list of: {_in_words(inner[0])}"
    if origin is dict:
        return f"keys with: {_in_words(inner[1])}"
    if isinstance(hint, type) and issubclass(hint, Located):
        return "id" if hint.__name__ == "Mention" else hint.__name__
    return _PLAIN[hint]


def _marked(hint: Any, marks: tuple[Any, ...]) -> str:
    for mark in marks:
        if isinstance(mark, Closed):
            own = ", or your own beginning with `x-`" if mark.own else ""
            return f"one of {listed([f'`{word}`' for word in mark.words], 'or')}{own}"
        if isinstance(mark, Form):
            return f"{mark.expected}, such as `{mark.example}`"
        if isinstance(mark, Between):
            return f"{_in_words(hint)} from {mark.low:g} to {mark.high:g}"
        if mark is OneOrMany:
            return f"{_in_words(hint)}, or one alone"
    return _in_words(hint)

"""Records as plain data, and plain data as records: the two forms in which exchange meets our own documents."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from msgspec.structs import fields as struct_fields

from alignkit.analysis.shares import as_typed
from alignkit.model.documents import typed
from alignkit.model.keys import key_of
from alignkit.model.located import Located, Mention, fields_of
from alignkit.source.node import Node
from alignkit.source.problem import Problem
from alignkit.source.reader import Document


def plain(record: Located) -> dict[str, Any]:
    """Return what the record says as keys and values in the order of docs/formats, without what goes without saying."""
    defaults = {field.name: field.default for field in struct_fields(record)}
    pairs = ((field, getattr(record, field.name)) for field in fields_of(type(record)).values())
    return {
        key_of(field): _plain(value)
        for field, value in pairs
        if field.required or (value != defaults[field.name] and value not in ((), {}, None))
    }


def _plain(value: Any) -> Any:
    if isinstance(value, Mention):
        return value.name
    if isinstance(value, Located):
        return plain(value)
    if isinstance(value, tuple):
        return [_plain(entry) for entry in value]
    return dict(value) if isinstance(value, Mapping) else value


def in_order(record: type[Located], values: Mapping[str, Any]) -> dict[str, Any]:
    """Return those of a record's values that say something, in the order of docs/formats.

    A required list may be empty.
    """
    fields = {key_of(field): field for field in fields_of(record).values()}
    return {
        key: values[key]
        for key, field in fields.items()
        if values.get(key) not in ("", None, (), [], {}) or (field.required and values.get(key) == [])
    }


def record_of(document: Mapping[str, Any], file: str) -> tuple[Located | None, tuple[Problem, ...]]:
    """Return the record that a whole document describes, and what is wrong with it; its places mean nothing."""
    return typed(Document(file, "", _node(document), ()))


def faults(kind: str, key: str, value: Any) -> Iterator[str]:
    """Yield what is wrong with one key of a document of that kind."""
    _, problems = record_of({"alignkit": kind, key: value}, "")
    yield from (problem.kind for problem in problems if problem.kind != "missing-key" or problem.at.line)


def _node(value: Any, line: int = 0) -> Node:
    """Return the value as if it had been read; line 1 and beyond is below the document's own keys."""
    made: Any = value
    if isinstance(value, Mapping):
        made = {str(key): _node(child, line + 1) for key, child in value.items()}
    elif isinstance(value, list | tuple):
        made = [_node(child, line + 1) for child in value]
    elif isinstance(value, bool):
        made = "true" if value else "false"
    elif value is not None and not isinstance(value, str):
        made = as_typed(value) if isinstance(value, float) and math.isfinite(value) else str(value)
    return Node(made, line, 1, line, 1)

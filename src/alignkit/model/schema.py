"""The JSON Schema of each kind of file, for editors: the same annotations that files are read by.

An editor has already turned `75` into a number, and sees a key without a value as null; alignkit reads texts, and takes
such a key as absent. The schemas allow what comes to the same.
"""

import re
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from alignkit.model.documents import KINDS
from alignkit.model.keys import key_of, record_below
from alignkit.model.located import Between, Closed, Field, Form, Located, OneOrMany, fields_of

Schema = dict[str, Any]

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_DIGITS = r"^\d{1,12}$"
_DECIMALS = r"^\d{1,12}(\.\d{1,9})?$"
_TRUTH = "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo])$"
_PLAIN: dict[Any, Schema] = {
    str: {"type": ["string", "number", "boolean"]},
    float: {"type": ["number", "string"], "minimum": 0, "pattern": _DECIMALS},
    int: {"type": ["integer", "string"], "minimum": 0, "pattern": _DIGITS},
    bool: {"type": ["boolean", "string"], "pattern": _TRUTH},
}


def schema_of(kind: str) -> Schema:
    """Return the schema of a kind of file, such as `curriculum/1`."""
    record = KINDS[kind]
    described = _record(record)
    header = {"const": kind, "description": "What this file is: the first line of every file of alignkit."}
    return {
        "$schema": _DRAFT,
        **described,
        "properties": {"alignkit": header, **described["properties"]},
        "required": ["alignkit", *described["required"]],
        "$defs": {part.__name__: _record(part) for part in _parts(record)},
    }


def _parts(top: type[Located]) -> list[type[Located]]:
    """Return every record that the keys of a record lead to, each once, as they are met."""
    found: list[type[Located]] = []
    waiting = [top]
    while waiting:
        fields = fields_of(waiting.pop(0)).values()
        below = dict.fromkeys(part for field in fields if (part := record_below(field.type)))
        new = [part for part in below if part not in found]
        found += new
        waiting += new
    return found


def _record(record: type[Located]) -> Schema:
    fields = fields_of(record).values()
    return {
        "description": (record.__doc__ or "").strip().partition("\n")[0],
        "type": "object",
        "properties": {key_of(field): _key(field) for field in fields},
        "required": [key_of(field) for field in fields if field.required or field.name == record.short_for],
        "additionalProperties": False,
    }


def _key(field: Field) -> Schema:
    value = _value(field.type)
    return {"description": field.doc + _in_words(field.type), **(value if field.required else _or_nothing(value))}


def _in_words(hint: Any) -> str:
    """Return what the author must know of the form of a value, beyond what it means."""
    marks = get_args(hint)[1:] if get_origin(hint) is Annotated else ()
    for mark in marks:
        if isinstance(mark, Form):
            return f" Write {mark.expected}, such as {mark.example}."
        if isinstance(mark, Closed) and mark.own:
            return " Another word of your own begins with x-."
        if isinstance(mark, Between):
            return f" From {mark.low:g} to {mark.high:g}."
    return ""


def _or_nothing(value: Schema) -> Schema:
    """Return the schema such that the key may stand there without a value."""
    return {"anyOf": [*(value.get("anyOf") or [value]), {"type": "null"}]}


def _value(hint: Any) -> Schema:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(inner[0], inner[1:])
    if origin in (Union, UnionType):
        return _value(next(option for option in inner if option is not NoneType))
    if origin is tuple:
        return {"type": "array", "items": _value(inner[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _value(inner[1])}
    if isinstance(hint, type) and issubclass(hint, Located):
        return _reference(hint)
    return _PLAIN[hint]


def _reference(record: type[Located]) -> Schema:
    """Return where the record is described, or the one key that may be written alone."""
    whole = {"$ref": f"#/$defs/{record.__name__}"}
    if not record.short_for:
        return whole
    alone = next(field for field in fields_of(record).values() if key_of(field) == record.short_for)
    return {"anyOf": [{**_value(alone.type), "description": f"{alone.doc} Short for `{record.short_for}:`."}, whole]}


def _marked(hint: Any, marks: tuple[Any, ...]) -> Schema:
    for mark in marks:
        if isinstance(mark, Closed):
            return _one_of(mark)
        if isinstance(mark, Between):
            return {**_value(hint), "minimum": mark.low, "maximum": mark.high}
        if isinstance(mark, Form):
            return _of_form(mark)
        if mark is OneOrMany:
            several = _value(hint)
            return {"anyOf": [several, several["items"]]}
    return _value(hint)


def _one_of(vocabulary: Closed) -> Schema:
    numbers = [int(word) for word in vocabulary.words if word.isdecimal()]
    words = {"enum": [*vocabulary.words, *numbers]}
    return {"anyOf": [words, {"type": "string", "pattern": "^x-"}]} if vocabulary.own else words


def _of_form(form: Form) -> Schema:
    """Return a text of the form, or a number where one could be meant as such a text: `2023`, `3.1`."""
    numbers = [
        name for name, example in (("integer", "2023"), ("number", "3.1")) if re.fullmatch(form.matches, example)
    ]
    return {"type": ["string", *numbers[-1:]], "pattern": f"^({form.matches})$", "examples": [form.example]}

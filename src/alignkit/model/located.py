"""The base of every document and part of one: a frozen record that knows where each of its values was typed."""

from typing import Annotated, Any, ClassVar, get_args, get_origin, get_type_hints

from msgspec import Struct
from msgspec.structs import fields as struct_fields

from alignkit.findings import Span
from alignkit.source.node import Node


class Origin(Struct, frozen=True):
    """The file and the node that a record was read from."""

    file: str
    node: Node


class Located(Struct, frozen=True, kw_only=True):
    """A record read from a file, which remembers the node it was read from."""

    # The key that a bare text stands for, where one is allowed: `ipec-2023:VE1` for `{to: ipec-2023:VE1}`.
    short_for: ClassVar[str] = ""
    # Whether that bare text holds a colon, which a space after it would turn into a key and its value.
    short_has_colon: ClassVar[bool] = False

    origin: Origin

    @property
    def at(self) -> Span:
        """Return the place of the record's name where it has one, else of its beginning."""
        node = self.origin.node
        if isinstance(node.value, dict):
            known = node.value.get
            node = known("id") or known("code") or known(self.short_for) or node
        return node.span(self.origin.file)

    def place(self, key: str) -> Span:
        """Return the place of the value under a key, or of the record where the key is absent."""
        node = self.origin.node
        if isinstance(node.value, dict) and key in node.value:
            return node.value[key].span(self.origin.file)
        return self.at

    def key_place(self, key: str) -> Span:
        """Return the place of a key itself, or of the record where the key is absent."""
        node = self.origin.node
        if isinstance(node.value, dict) and key in node.value:
            return node.value[key].key_span(self.origin.file)
        return self.at

    def pair_place(self, key: str, name: str) -> Span:
        """Return the place of what a mapping under a key has under a name, or of the record where there is none."""
        node = self.origin.node
        pairs = node.value[key].value if isinstance(node.value, dict) and key in node.value else None
        if isinstance(pairs, dict) and name in pairs:
            return pairs[name].span(self.origin.file)
        return self.place(key)

    def pair_key_place(self, key: str, name: str) -> Span:
        """Return the place of a name in the mapping under a key, or of the record where there is none."""
        node = self.origin.node
        pairs = node.value[key].value if isinstance(node.value, dict) and key in node.value else None
        if isinstance(pairs, dict) and name in pairs:
            return pairs[name].key_span(self.origin.file)
        return self.place(key)

    def entry_place(self, key: str, index: int) -> Span:
        """Return the place of one entry of the list under a key, or of the record where there is none."""
        node = self.origin.node
        if isinstance(node.value, dict) and key in node.value:
            entries = node.value[key].value
            if isinstance(entries, list) and index < len(entries):
                return entries[index].span(self.origin.file)
            return node.value[key].span(self.origin.file)
        return self.at


class Mention(Located, frozen=True, kw_only=True):
    """A name by which one part of a document points at another, such as the `LO1` in `outcomes: [LO1]`."""

    short_for: ClassVar[str] = "name"

    name: Annotated[str, "The id that is meant."] = ""


class Field(Struct, frozen=True):
    """A key of a record: its name, its type, what it means, and what stands where it is absent."""

    name: str
    type: Any
    doc: str
    required: bool


class OneOrMany:
    """Marks a list that may be written as a single value."""


class Closed(Struct, frozen=True):
    """Marks a text as one of a vocabulary; `own` allows the author's own words, which begin with `x-`."""

    words: tuple[str, ...]
    own: bool = False


class Between(Struct, frozen=True):
    """Marks a number as limited on both sides, the limits included."""

    low: float
    high: float

    def example(self, given: float) -> str:
        """Return how the number may have been meant: 90 for a share is 0.9."""
        return f"{given / 100:g}" if self.high == 1 and given <= 100 else f"{self.high:g}"  # noqa: PLR2004


class Form(Struct, frozen=True):
    """Marks a text as of a form: `matches` is a regular expression, `expected` says it in words.

    `names`: others speak of it by this text, so that one of another form is reported and still serves as the name.
    """

    matches: str
    expected: str
    example: str
    names: bool = False


_FIELDS: dict[type[Located], dict[str, Field]] = {}


def fields_of(record: type[Located]) -> dict[str, Field]:
    """Return the keys of a record in the order of the class, each with its type and meaning."""
    known = _FIELDS.get(record)
    if known is None:
        hints = get_type_hints(record, include_extras=True)
        known = {
            field.name: _field(field.name, hints[field.name], required=field.required)
            for field in struct_fields(record)
            if field.name != "origin"
        }
        _FIELDS[record] = known
    return known


def _field(name: str, hint: Any, *, required: bool) -> Field:
    doc = ""
    if get_origin(hint) is Annotated:
        hint, *marks = get_args(hint)
        for mark in marks:
            if isinstance(mark, str):
                doc = mark
            else:
                hint = Annotated[hint, mark]
    return Field(name, hint, doc, required)

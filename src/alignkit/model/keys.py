"""Which keys a record knows, and where in a document a key belongs."""

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from alignkit.model.located import Field, Located, Mention, fields_of
from alignkit.source.node import Node


def key_of(field: Field) -> str:
    """Return the key in a file of a field in the code: `pass_` and `from_` are Python's words."""
    return field.name.removesuffix("_")


def record_below(hint: Any) -> type[Located] | None:
    """Return the record that a type is, or holds: Outcome for a list of outcomes, None for a text."""
    if isinstance(hint, type) and issubclass(hint, Located):
        return hint
    found = (record_below(inner) for inner in get_args(hint))
    return next((record for record in found if record), None)


def sections_like(node: Node, record: type[Located]) -> tuple[str, ...]:
    """Return the keys of a record that hold a section of this shape: a list of keys and values, or keys and values.

    A section under a name that nobody knows may be meant for one of these.
    """
    many = isinstance(node.value, list)
    first = node.value[0] if isinstance(node.value, list) and node.value else node
    if not isinstance(first.value, dict):
        return ()
    fields = fields_of(record).values()
    return tuple(key_of(field) for field in fields if _holds_records(field.type, many=many))


def _holds_records(hint: Any, *, many: bool) -> bool:
    below = record_below(hint)
    return below is not None and below is not Mention and _is_list(hint) is many


def _is_list(hint: Any) -> bool:
    return get_origin(hint) is tuple or any(map(_is_list, get_args(hint)))


def records_below(record: type[Located]) -> dict[str, type[Located] | None]:
    """Return each key of a record with the record under it, or None where a plain value or a name stands there."""
    below = {key_of(field): record_below(field.type) for field in fields_of(record).values()}
    return {key: None if part is Mention else part for key, part in below.items()}


def knows(record: type[Located], path: str) -> bool:
    """Say whether a path of keys, such as `rationale.statement`, exists below a record."""
    here: type[Located] | None = record
    for key in path.split("."):
        keys = records_below(here) if here else {}
        if key not in keys:
            return False
        here = keys[key]
    return True


def homes_of(key: str, root: type[Located]) -> tuple[str, ...]:
    """Return the paths below a document under which a key is known, such as `modules.activities`, the nearest first."""
    return tuple(sorted((path for path, keys in _walk(root, "", ()) if path and key in keys), key=_length))


def _length(path: str) -> tuple[int, str]:
    return path.count("."), path


def _walk(record: type[Located], path: str, above: tuple[type[Located], ...]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the path and the keys of a record and of each one below it; one within itself is not gone into again."""
    keys = records_below(record)
    yield path, frozenset(keys)
    for key, below in keys.items():
        if below and below is not record and below not in above:
            yield from _walk(below, f"{path}.{key}" if path else key, (*above, record))

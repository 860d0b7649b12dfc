"""What two versions of a record say differently, key by key; the order of keys and of lists is no difference."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from msgspec import Struct
from msgspec.structs import fields as struct_fields

from alignkit.analysis.shares import as_typed
from alignkit.model.located import Located, Mention
from alignkit.wording import listed

# Lists in which the order is what the author says.
_ORDERED = ("stages",)
_OUTCOMES = "outcomes"
_SAME: Mapping[str, str] = {}


class KeyChange(Struct, frozen=True):
    """A key whose value is another: `before` and `after` in words, or of a list what was dropped and added."""

    key: str
    before: str = ""
    after: str = ""
    dropped: tuple[str, ...] = ()
    added: tuple[str, ...] = ()


@cache
def _defaults(record: type[Located]) -> dict[str, Any]:
    """Return the keys of a record, each with what stands where it is absent."""
    return {field.name: field.default for field in struct_fields(record) if field.name != "origin"}


def _stated(record: Located) -> dict[str, Any]:
    """Return what the record says: the values that are not what stands there anyway."""
    values = {name: getattr(record, name) for name in _defaults(type(record))}
    return {name: value for name, value in values.items() if value not in (None, "", (), _default(record, name))}


def _default(record: Located, name: str) -> Any:
    return _defaults(type(record))[name]


def content(record: Located, names: Mapping[str, str] = _SAME, without: tuple[str, ...] = ()) -> tuple[Any, ...]:
    """Return what the record says as a value that equals another's when they say the same.

    `names` are outcomes that have another id now; `without` are keys that are left out.
    """
    stated = {key: value for key, value in _stated(record).items() if key not in without}
    return tuple((key, _plain(value, key, names)) for key, value in sorted(stated.items()))


def _plain(value: Any, key: str, names: Mapping[str, str]) -> Any:
    if isinstance(value, Mention):
        return names.get(value.name, value.name) if key == _OUTCOMES else value.name
    if isinstance(value, Located):
        return content(value, names)
    if isinstance(value, tuple):
        entries = tuple(_plain(entry, key, names) for entry in value)
        return entries if key in _ORDERED else tuple(sorted(entries, key=repr))
    return tuple(sorted(value.items())) if isinstance(value, dict) else value


def changed_keys(
    before: Located, after: Located, names: Mapping[str, str] = _SAME, without: tuple[str, ...] = ()
) -> tuple[KeyChange, ...]:
    """Return each key that says something else, in the order of the format; `a.b` for a key below another."""
    return tuple(_changed(before, after, names, without, ""))


def _changed(
    before: Located, after: Located, names: Mapping[str, str], without: tuple[str, ...], path: str
) -> list[KeyChange]:
    found: list[KeyChange] = []
    one, other = _stated(before), _stated(after)
    for name in _defaults(type(after)):
        first, second = one.get(name), other.get(name)
        key = path + name.removesuffix("_")
        if name in without or _plain(first, name, names) == _plain(second, name, _SAME):
            continue
        if isinstance(first, Located) and isinstance(second, Located):
            found += _changed(first, second, names, (), f"{key}.")
        elif isinstance(first or second, tuple):
            found.append(_list_change(key, first or (), second or (), names))
        else:
            found.append(KeyChange(key, _words(getattr(before, name)), _words(getattr(after, name))))
    return found


def _list_change(key: str, before: tuple[Any, ...], after: tuple[Any, ...], names: Mapping[str, str]) -> KeyChange:
    name = key.rpartition(".")[2]
    old = [_plain(entry, name, names) for entry in before]
    new = [_plain(entry, name, _SAME) for entry in after]
    dropped = tuple(_words(entry) for entry, plain in zip(before, old, strict=True) if plain not in new)
    added = tuple(_words(entry) for entry, plain in zip(after, new, strict=True) if plain not in old)
    return KeyChange(key, dropped=dropped, added=added)


def _words(value: Any) -> str:
    """Return a value as a person would say it in a line."""
    if isinstance(value, Mention):
        return value.name
    if isinstance(value, Located):
        return _record_words(value)
    if isinstance(value, tuple):
        return listed(map(_words, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return as_typed(value)
    return "" if value is None else str(value)


def _record_words(record: Located) -> str:
    stated = _stated(record)
    name = stated.pop(record.short_for, "") or stated.pop("id", "") or stated.pop("name", "")
    rest = ", ".join(f"{key.removesuffix('_')}: {_words(value)}" for key, value in stated.items())
    return f"{name} ({rest})" if name and rest else str(name) or rest

"""What data become when others are laid over them: new and other values count, and nothing is taken out.

Entries of lists are the same where their names are: `id`, `code`, `to`, `use` or `name`, or the text of a bare entry.
"""

from collections.abc import Mapping
from typing import Any

from alignkit.source.node import Node
from alignkit.source.writer import in_braces

_NAMES = ("id", "code", "to", "use", "name")
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def plain_data(node: Node | None) -> Any:
    """Return what a node holds, without places."""
    if node is None:
        return None
    if isinstance(node.value, dict):
        return {key: plain_data(child) for key, child in node.value.items()}
    return [plain_data(child) for child in node.value] if isinstance(node.value, list) else node.value


def as_read(value: Any) -> Any:
    """Return data as they are read once they are written: numbers and truth values as texts."""
    if isinstance(value, Mapping):
        return {key: as_read(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_read(each) for each in value]
    return value if value is None or isinstance(value, str) else in_braces(value)


def name_of(entry: Any) -> str:
    """Return the name by which an entry of a list is known; one without a name is known by all that it is."""
    if isinstance(entry, Mapping):
        named = next((str(entry[name]) for name in _NAMES if entry.get(name)), "")
        return named or in_braces(as_read(entry))
    return " ".join(str(entry).split()) if isinstance(entry, str) else in_braces(as_read(entry))


def same(typed: str, value: Any) -> bool:
    """Say whether a text that an author typed says the same as a value: 40 and 40.0, yes and true, other spaces."""
    if isinstance(value, bool):
        return _TRUTH.get(typed.lower()) is value
    if isinstance(value, (int, float)):
        return typed.replace(".", "", 1).isdecimal() and float(typed) == value
    return typed.split() == str(value).split()


def merged(old: Any, new: Any) -> Any:
    """Return the old data with the new laid over; where the two do not fit together, the old."""
    if new is None:
        return old
    if old is None:
        return as_read(new)
    if isinstance(new, (list, tuple)):
        return _merged_list(old, list(new))
    if isinstance(new, Mapping) and isinstance(old, Mapping):
        return {**old, **{key: value for key in new if (value := merged(old.get(key), new[key])) is not None}}
    if isinstance(new, Mapping):
        more = len(new) > 1 and isinstance(old, str) and name_of(new) == old
        return as_read(new) if more else old
    return old if not isinstance(old, str) or same(old, new) else as_read(new)


def _merged_list(old: Any, new: list[Any]) -> Any:
    entries = old if isinstance(old, list) else [old]
    found = {name_of(entry): entry for entry in reversed(new)}
    taken = set()
    kept = []
    for entry in entries:
        name = name_of(entry)
        first = name in found and name not in taken
        taken.add(name)
        kept.append(merged(entry, found[name]) if first else entry)
    added = [as_read(entry) for name, entry in reversed(found.items()) if name not in taken]
    return [*kept, *added] if added or isinstance(old, list) else kept[0]

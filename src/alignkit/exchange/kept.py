"""What alignkit wrote into another's format beside that format's own terms: believed as far as it fits."""

from collections.abc import Mapping
from typing import Any

from alignkit.exchange.json_input import walk
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.plain import faults

NO_SUCH = "our format has no such key or no such value"

# Keys of the head of a framework and of a crosswalk.
HEADS = {
    "framework/1": (
        "id", "short", "status", "supersedes", "kind", "publisher", "jurisdictions", "professions", "language",
        "source", "completeness", "codes", "levels", "counts", "sources", "notes", "changed", "associations",
    ),
    "crosswalk/1": ("id", "from", "to", "title", "method", "status", "date", "citation", "notes"),
}  # fmt: skip
# What the other format has a place for, so that it is left out of what is kept.
_ELSEWHERE = {"publisher": {"name": "-"}, "source": {"citation": "-"}}


def sifted(kind: str, given: Mapping[str, Any], keys: tuple[str, ...] = ()) -> tuple[dict[str, Any], list[str]]:
    """Return what is given under keys of the document's head and fits them, and the keys of everything else."""
    known = keys or HEADS[kind]
    kept = {
        key: value
        for key, value in given.items()
        if key in known and not _is_long(value) and not any(faults(kind, key, _whole(key, value)))
    }
    return kept, [key for key in given if key not in kept]


def _is_long(value: Any) -> bool:
    """Say whether a text in it is longer than a file of ours may hold."""
    return any(isinstance(text, str) and len(text) > LIMITS.text_characters for _, text in walk(value))


def _whole(key: str, value: Any) -> Any:
    return {**_ELSEWHERE[key], **value} if key in _ELSEWHERE and isinstance(value, Mapping) else value

"""Where in a curriculum the evidence for a criterion stands, and what it says."""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.findings import Span
from alignkit.model.located import Located

# Enough to look it up by; a programme can have hundreds of activities.
MOST = 12


class Stated(Struct, frozen=True):
    """A value of the curriculum, where it stands and under which key; a text, a number, a record or several."""

    at: Span
    value: Any
    key: str


def places(case: Case, paths: Iterable[str]) -> tuple[Span, ...]:
    """Return where the values under the paths stand, such as `rationale.statement` or `modules.activities.id`."""
    found: dict[Span, None] = {}
    for stated in values(case, paths):
        found[stated.at] = None
        if len(found) == MOST:
            break
    return tuple(found)


def values(case: Case, paths: Iterable[str]) -> Iterator[Stated]:
    """Yield every value under the paths, in the order of the paths."""
    for path in paths:
        yield from _walk(case, path.split("."))


def _walk(case: Case, keys: list[str]) -> Iterator[Stated]:
    if keys[0] == "modules":
        for module in case.modules:
            yield from _below(module, keys[1:]) if keys[1:] else (Stated(module.at, module, "modules"),)
    else:
        yield from _below(case.curriculum, keys)


def _below(record: Located, keys: list[str]) -> Iterator[Stated]:
    key, rest = keys[0], keys[1:]
    # `pass` and `for` are Python's words: their fields end in an underscore.
    value: Any = getattr(record, key, getattr(record, f"{key}_", None))
    if value is None or value in ("", ()):
        return
    if not rest:
        yield Stated(record.place(key), value, key)
        return
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, Located):
            yield from _below(part, rest)

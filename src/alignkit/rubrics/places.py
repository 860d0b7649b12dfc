"""Where in a curriculum the evidence for a criterion stands."""

from collections.abc import Iterable, Iterator
from typing import Any

from alignkit.analysis.case import Case
from alignkit.findings import Span
from alignkit.model.located import Located

# Enough to look it up by; a programme can have hundreds of activities.
_MOST = 12


def places(case: Case, paths: Iterable[str]) -> tuple[Span, ...]:
    """Return where the values under the paths stand, such as `rationale.statement` or `modules.activities.id`."""
    found = [at for path in paths for at in _walk(case, path.split("."))]
    return tuple(dict.fromkeys(found))[:_MOST]


def _walk(case: Case, keys: list[str]) -> Iterator[Span]:
    if keys[0] == "modules":
        for module in case.modules:
            yield from _below(module, keys[1:]) if keys[1:] else (module.at,)
    else:
        yield from _below(case.curriculum, keys)


def _below(record: Located, keys: list[str]) -> Iterator[Span]:
    key, rest = keys[0], keys[1:]
    # `pass` and `for` are Python's words: their fields end in an underscore.
    value: Any = getattr(record, key, getattr(record, f"{key}_", None))
    if value is None or value in ("", ()):
        return
    if not rest:
        yield record.place(key)
        return
    for part in value if isinstance(value, tuple) else (value,):
        if isinstance(part, Located):
            yield from _below(part, rest)

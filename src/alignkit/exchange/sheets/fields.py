"""Single values in a table's cells, in our words: a weight, a level of Bloom's taxonomy, hours."""

import re
from collections.abc import Callable
from typing import Any

from alignkit.exchange.sheets.labels import bloom_in
from alignkit.model.vocabulary import DOMAINS, PURPOSES, STRENGTHS

_NUMBER = re.compile(r"(\d{1,12})(?:[.,](\d{1,9}))?\s*(?:%|h|hours|hrs|Stunden|timer)?")
_MOST_PERCENT = 100


def value_of(role: str, text: str) -> tuple[Any, str]:
    """Return the value that a cell gives for a role, or nothing and why it is none."""
    read = _READERS.get(role)
    if read is None:
        return text, ""
    value = read(text)
    return value, "" if value not in ("", None) else f"it is no {role} in our words"


def _word(*vocabulary: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        word = text.strip().casefold()
        return next((known for known in vocabulary if word in (known, known.removesuffix("s"))), "")

    return read


def _truth(text: str) -> bool | None:
    return {"yes": True, "x": True, "true": True, "no": False, "false": False}.get(text.strip().casefold())


def _number(text: str) -> float | int | None:
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        return None
    return float(f"{found[1]}.{found[2]}") if found[2] and int(found[2]) else int(found[1])


def _percent(text: str) -> float | int | None:
    number = _number(text)
    return number if number is not None and number <= _MOST_PERCENT else None


_READERS: dict[str, Callable[[str], Any]] = {
    "bloom": bloom_in,
    "domain": _word(*DOMAINS.words),
    "interprofessional": _truth,
    "purpose": _word(*PURPOSES.words),
    "strength": _word(*STRENGTHS.words),
    "weight": _percent,
    "hours": _number,
}
# The roles whose values are a part's own, by the sort of part.
OWN = {
    "outcomes": ("bloom", "domain", "interprofessional"),
    "assessments": ("purpose", "method", "weight"),
    "activities": ("hours",),
}

"""How the achievements of a record belong together: as somebody says, or as what they state shows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Any

from msgspec import Struct

from alignkit.errors import BadRequest
from alignkit.wording import count, did_you_mean, listed

TYPES = (
    "exactMatchOf",
    "isChildOf",
    "isParentOf",
    "isPartOf",
    "isPeerOf",
    "isRelatedTo",
    "precedes",
    "replacedBy",
)
_WRITTEN = re.compile(r"\s*(\d{1,4})\s+(\w+)\s+(\d{1,4})\s*")
_EQF = "ext:EQF"


class Association(Struct, frozen=True):
    """What the achievement at one place of the record is to that at another; places count from 0."""

    one: int
    type: str
    other: int


def associations(said: Iterable[str], achievements: Sequence[dict[str, Any]]) -> tuple[Association, ...]:
    """Return the associations: those said, as "2 isPartOf 1", and between others what they state in common.

    Raises BadRequest where what is said does not fit.
    """
    found: dict[frozenset[int], Association] = {}
    for each in (*(_read(text, len(achievements)) for text in said), *_shared(achievements)):
        found.setdefault(frozenset((each.one, each.other)), each)
    return tuple(found.values())


def _read(text: str, number: int) -> Association:
    found = _WRITTEN.fullmatch(text)
    hint = f'write "2 isPartOf 1", by the order of the files; there is {listed(TYPES)}'
    if not found:
        raise BadRequest(f'"{text}" is no association', hint=hint)
    one, kind, other = int(found[1]), found[2], int(found[3])
    if kind not in TYPES:
        raise BadRequest(f'no association is called "{kind}"{did_you_mean(kind, TYPES)}', hint=hint)
    if not (1 <= one <= number and 1 <= other <= number and one != other):
        raise BadRequest(f'"{text}" does not name two of {count(number, "credential")}', hint=hint)
    return Association(one - 1, kind, other - 1)


def _shared(achievements: Sequence[dict[str, Any]]) -> Iterator[Association]:
    """Yield the pairs that state the same item of a framework: so much is known without being told."""
    items = [set(_items(each)) for each in achievements]
    for one, other in combinations(range(len(items)), 2):
        if items[one] & items[other]:
            yield Association(one, "isRelatedTo", other)


def _items(achievement: dict[str, Any]) -> Iterator[tuple[str, str]]:
    aligned = achievement.get("alignment")
    for each in aligned if isinstance(aligned, list) else [aligned]:
        if isinstance(each, dict) and each.get("targetCode") and each.get("targetType") != _EQF:
            yield str(each.get("targetFramework")), str(each["targetCode"])

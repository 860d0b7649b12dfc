"""JSON from others as plain values, within limits: what cannot be trusted is refused with its place."""

import json
from collections.abc import Iterator
from math import isfinite
from typing import Any, NoReturn

from alignkit.errors import NotImported
from alignkit.exchange.limits import LIMITS, Limits, small_enough
from alignkit.wording import shortened

# A path names keys as far as this: enough for any format's.
_LONGEST_KEY = 60


class _Twice(dict[str, Any]):
    """An object of which the key `key` stands twice."""

    key = ""


class _Objects:
    """Makes dicts of objects, and notices one of which a key stands twice."""

    def __init__(self) -> None:
        self.any_twice = False

    def __call__(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        whole = dict(pairs)
        if len(whole) == len(pairs):
            return whole
        self.any_twice = True
        twice, seen = _Twice(whole), set[str]()
        for key, _ in pairs:
            twice.key = key if key in seen else twice.key
            seen.add(key)
        return twice


def read_json(name: str, data: bytes, limits: Limits = LIMITS) -> Any:
    """Return the value that the file holds.

    Raises NotImported where it is too large or too deep, is no UTF-8 or no JSON, or says something twice.
    """
    small_enough(data, name, limits)
    text, objects = _text(name, data), _Objects()
    if sum(map(text.count, ",[{")) > limits.values:
        raise NotImported(f"it has more than {limits.values:,} values", where=name, hint="split it")
    value = _parsed(name, text, objects)
    _refuse_deep(name, value, limits.depth)
    if objects.any_twice:
        _refuse_twice(name, value)
    if "\\ud" in text.lower():
        _refuse_half_characters(name, value)
    return value


def _text(name: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        hint = "save it as UTF-8, in which JSON is exchanged"
        raise NotImported("the file is not UTF-8", where=f"{name}:{line}", hint=hint) from None


def _parsed(name: str, text: str, objects: _Objects) -> Any:
    try:
        return json.loads(text, object_pairs_hook=objects, parse_constant=_no_number, parse_float=_finite)
    except json.JSONDecodeError as error:
        where = f"{name}:{error.lineno}:{error.colno}"
        raise NotImported(f"this is no JSON: {error.msg.lower()}", where=where, hint=_CUT) from None
    except RecursionError:
        raise NotImported("values are nested too deeply to be read", where=name, hint=_FLAT) from None
    except _NoNumber as error:
        raise NotImported(str(error), where=name, hint=_CUT) from None
    except ValueError:
        raise NotImported("a number has thousands of digits", where=name, hint=_CUT) from None


_CUT = "it may have been cut off or edited by hand: export it again"
_FLAT = "no format of competencies nests so deeply: export it again"


class _NoNumber(ValueError):
    """What stands for a number is none, or is one that no computer holds."""


def _no_number(word: str) -> NoReturn:
    raise _NoNumber(f"{word} is no number")


def _finite(digits: str) -> float:
    number = float(digits)
    if not isfinite(number):
        raise _NoNumber("a number is larger than numbers can be")
    return number


def _refuse_half_characters(name: str, value: Any) -> None:
    """Refuse the halves of characters that JSON can spell and no text can hold."""
    for path, found in walk(value):
        texts = (found, *(found if isinstance(found, dict) else ()))
        for text in texts:
            if isinstance(text, str) and any("\ud800" <= sign <= "\udfff" for sign in text):
                raise NotImported("the text holds half a character", where=f"{name}: {path}", hint=_CUT)


def _refuse_deep(name: str, value: Any, most: int) -> None:
    level = [value]
    for _ in range(most):
        level = [child for parent in level for child in _below(parent) if isinstance(child, dict | list)]
        if not level:
            return
    raise NotImported(f"values are nested too deeply: more than {most} levels", where=name, hint=_FLAT)


def _below(value: Any) -> Any:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()


def _refuse_twice(name: str, value: Any) -> None:
    for path, found in walk(value):
        if isinstance(found, _Twice):
            raise NotImported(f'the key "{found.key}" stands twice', where=f"{name}: {path}", hint=_CUT)


def walk(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield every value with its path, `$.CFItems[3].uri`, each before those within it."""
    waiting = [("$", value)]
    while waiting:
        path, found = waiting.pop()
        yield path, found
        if isinstance(found, dict):
            waiting += [(f"{path}{step(key)}", child) for key, child in reversed(found.items())]
        elif isinstance(found, list):
            waiting += [(f"{path}[{number}]", found[number]) for number in reversed(range(len(found)))]


def step(key: str) -> str:
    """Return how a path goes on below an object: `.uri`, or `["a key"]` for one that is no plain name."""
    plain = key.isidentifier() and len(key) <= _LONGEST_KEY
    return f".{key}" if plain else f"[{json.dumps(shortened(key, _LONGEST_KEY))}]"


def named(key: str) -> str:
    """Return how a sentence speaks of a key."""
    return f"`{step(key).removeprefix('.')}`"

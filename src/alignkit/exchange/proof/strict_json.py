"""JSON that says one thing: within limits, no key twice, no number that is none, no half characters."""

import json
from math import isfinite
from typing import Any, NoReturn

# A record of a whole programme takes a tenth of it.
MOST_BYTES = 2_000_000
_MOST_DEPTH = 40


class NotOneThing(ValueError):
    """The text is no JSON, or different readers would read different things in it; the message says why."""


def read(data: bytes) -> dict[str, Any]:
    """Return the object that the data is; NotOneThing where it is none, or could be read in two ways."""
    if len(data) > MOST_BYTES:
        raise NotOneThing(f"it is longer than {MOST_BYTES:,} bytes")
    try:
        value = json.loads(data.decode(), object_pairs_hook=_once, parse_constant=_no_number)
    except NotOneThing:
        raise
    except UnicodeDecodeError:
        raise NotOneThing("it is not UTF-8") from None
    except RecursionError:
        raise NotOneThing("it is nested too deeply") from None
    except json.JSONDecodeError as error:
        raise NotOneThing(f"it is no JSON: {error.msg.lower()}") from None
    except ValueError:
        raise NotOneThing("a number has thousands of digits") from None
    if not isinstance(value, dict):
        raise NotOneThing("it is no JSON object")
    _check(value, 1)
    return value


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise NotOneThing("a key stands twice")
    return found


def _no_number(word: str) -> NoReturn:
    raise NotOneThing(f"{word} is no number")


def _check(value: Any, depth: int) -> None:
    if depth > _MOST_DEPTH:
        raise NotOneThing("it is nested too deeply")
    if isinstance(value, float) and not isfinite(value):
        raise NotOneThing("a number is larger than numbers can be")
    if isinstance(value, str) and any("\ud800" <= sign <= "\udfff" for sign in value):
        raise NotOneThing("a text holds half a character")
    for child in (*value, *value.values()) if isinstance(value, dict) else value if isinstance(value, list) else ():
        _check(child, depth + 1)

"""JSON that says one thing: an object, within tighter limits than what is imported, and without a mark before it."""

from typing import Any

from alignkit.errors import NotImported
from alignkit.exchange.json_input import read_json
from alignkit.exchange.limits import LIMITS


class NotOneThing(ValueError):
    """The text is no JSON, or different readers would read different things in it; the message says why."""


def read(data: bytes) -> dict[str, Any]:
    """Return the object that the data is; NotOneThing where it is none, or could be read in two ways."""
    if len(data) > LIMITS.credential_bytes:
        raise NotOneThing(f"it is longer than {LIMITS.credential_bytes:,} bytes")
    if data.startswith(b"\xef\xbb\xbf"):
        raise NotOneThing("it is no JSON: a byte order mark stands before it")
    try:
        value = read_json("", data)
    except NotImported as error:
        raise NotOneThing(error.message) from None
    if not isinstance(value, dict):
        raise NotOneThing("it is no JSON object")
    return value

"""JSON that says one thing: an object, within tighter limits than what is imported, and without a mark before it."""

from typing import Any

from alignkit.errors import NotImported
from alignkit.exchange.json_input import read_json

# A record of a whole programme takes a tenth of it.
MOST_BYTES = 2_000_000


class NotOneThing(ValueError):
    """The text is no JSON, or different readers would read different things in it; the message says why."""


def read(data: bytes) -> dict[str, Any]:
    """Return the object that the data is; NotOneThing where it is none, or could be read in two ways."""
    if len(data) > MOST_BYTES:
        raise NotOneThing(f"it is longer than {MOST_BYTES:,} bytes")
    if data.startswith(b"\xef\xbb\xbf"):
        raise NotOneThing("it is no JSON: a byte order mark stands before it")
    try:
        value = read_json("", data)
    except NotImported as error:
        raise NotOneThing(error.message) from None
    if not isinstance(value, dict):
        raise NotOneThing("it is no JSON object")
    return value

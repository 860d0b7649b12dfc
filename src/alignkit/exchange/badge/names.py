"""Names for what has no address: they say nothing but which thing is meant, and lead nowhere."""

import json
import re
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID, uuid5

# uuid5(NAMESPACE_DNS, "alignkit"), as in every other exchange: an item has one name wherever it goes.
_NAMESPACE = UUID("c53d6cdb-9c19-52af-8669-58a4ddb0d6fe")
_NO_ADDRESS = re.compile(r"[\s<>\"{}|\\^`\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def urn(name: str) -> str:
    """Return the URN that follows from how alignkit speaks of a thing: `ipec-2023:VE1`."""
    # A text may hold half a character, which has no UTF-8.
    return f"urn:uuid:{uuid5(_NAMESPACE, name.encode('utf-8', 'backslashreplace').decode())}"


def urn_of(content: Any) -> str:
    """Return the URN that follows from everything that a document says: another content has another name."""
    return urn(json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":")))


def web_address(text: str) -> str:
    """Return the text where it is an address on the web, else ""."""
    if _NO_ADDRESS.search(text):
        return ""
    try:
        parts = urlsplit(text)
    except ValueError:
        return ""
    return text if parts.scheme in ("http", "https") and parts.hostname else ""

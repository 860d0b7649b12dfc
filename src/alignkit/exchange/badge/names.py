"""Names for what has no address: they say nothing but which thing is meant, and lead nowhere."""

import json
import re
from typing import Any
from urllib.parse import urlsplit

from alignkit.exchange.identity import derived

_NO_ADDRESS = re.compile(r"[\s<>\"{}|\\^`\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def urn(name: str) -> str:
    """Return the URN that follows from how alignkit speaks of a thing: `ipec-2023:VE1`."""
    return f"urn:uuid:{derived(name)}"


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

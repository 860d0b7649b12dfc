"""JSON for others: readable, the same bytes for the same values, no half characters."""

import json
import re
from typing import Any

_HALVES = re.compile("[\ud800-\udfff]")


def json_bytes(value: Any) -> bytes:
    """Return the value as a file of JSON in UTF-8; keys keep their order."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return (_HALVES.sub("\ufffd", text) + "\n").encode()

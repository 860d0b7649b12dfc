"""A JSON Schema as the text of its file."""

import json
from collections.abc import Mapping
from typing import Any


def render_schema(schema: Mapping[str, Any]) -> str:
    """Return the schema as JSON that a person can read too."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"

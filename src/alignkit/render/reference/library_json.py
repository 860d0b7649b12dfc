"""The library as data: `alignkit-search/1` and `alignkit-editions/1`, described in docs/formats/library-json.md."""

import json
from typing import Any

from msgspec import to_builtins

from alignkit.views.editions import EditionsView
from alignkit.views.search import SearchView


def render_search(view: SearchView) -> str:
    """Return what a search found as one JSON document."""
    return _document("alignkit-search/1", to_builtins(view))


def render_editions(view: EditionsView) -> str:
    """Return two frameworks side by side as one JSON document."""
    return _document("alignkit-editions/1", to_builtins(view))


def _document(format_: str, values: dict[str, Any]) -> str:
    # In ASCII, so that no text of somebody's framework can steer the terminal that it is printed to.
    return json.dumps({"format": format_, **values}, indent=2, ensure_ascii=True) + "\n"

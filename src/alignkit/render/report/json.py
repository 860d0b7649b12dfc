"""Reports as data: `alignkit-report/1`, see docs/formats/report-json.md; portfolio_json.py writes portfolios.

Every field of the view is there under its own name, so that nothing which another format shows is missing here.
"""

import json
from collections.abc import Mapping
from enum import Enum
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from alignkit.findings import Span
from alignkit.phrase import Day, Phrase
from alignkit.render.place import place
from alignkit.render.report.language import Language


def data(format_: str, view: Struct, fingerprint: str, say: Language) -> bytes:
    """Return the view as one JSON document, sentences in the report's language, everything else as in the files."""
    document = {"format": format_, "language": say.code, "fingerprint": fingerprint, **plain(view, say)}
    # In ASCII, so that no text of somebody's curriculum can steer the terminal that it is printed to.
    return (json.dumps(document, indent=2, ensure_ascii=True) + "\n").encode()


def plain(value: Any, say: Language) -> Any:
    """Return a view, or a part of one, as what JSON knows."""
    if isinstance(value, Mapping):
        return {key: plain(each, say) for key, each in value.items()}
    if isinstance(value, tuple):
        return [plain(each, say) for each in value]
    if isinstance(value, Struct) and not isinstance(value, (Phrase, Span, Day)):
        return {each.encode_name: plain(getattr(value, each.name), say) for each in fields(value)}
    return _single(value, say)


def _single(value: Any, say: Language) -> Any:
    if isinstance(value, Phrase):
        return say(value)
    if isinstance(value, Span):
        return place(value)
    if isinstance(value, Day):
        return value.iso
    return getattr(value, "word", value.value) if isinstance(value, Enum) else value

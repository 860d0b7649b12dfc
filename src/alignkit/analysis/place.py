"""Where in a curriculum something that is not stated would be typed."""

from alignkit.findings import Span
from alignkit.model.located import Located


def place_for(record: Located, path: str) -> Span:
    """Return the place of the key at the end of a path such as `design.group_dynamics`.

    Where it is absent, that of the nearest key above it that is there, or else of the record.
    """
    at = record.at
    for key in path.split("."):
        given = record.origin.node.value
        if not isinstance(given, dict) or key not in given:
            break
        at = record.key_place(key)
        below = getattr(record, key, None)
        if not isinstance(below, Located):
            break
        record = below
    return at

"""Points in time as others want them, from what the data says: the clock is never asked."""

import re
from datetime import UTC, date, datetime

# What stands where the data names no year at all.
UNKNOWN = "1970-01-01T00:00:00+00:00"

_EXACT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def moment(*said: str) -> str:
    """Return the first of the given that says a date or a time, in RFC 3339; UNKNOWN where none does.

    2023 is the beginning of that year, 2023-05 of that month. A text that only mentions years, such as
    "2018 (revised 2024)", counts as the last of them. What has no zone is in UTC.
    """
    return next((found for text in said if (found := _whole(text) or _year(text))), UNKNOWN)


def _whole(text: str) -> str:
    parts = text.split("-")
    padded = text if len(parts) > 2 else "-".join((*parts, "01", "01")[:3])  # noqa: PLR2004 - year, month, day
    try:
        if "T" not in padded:
            return datetime.combine(date.fromisoformat(padded), datetime.min.time(), UTC).isoformat()
        found = datetime.fromisoformat(padded)
    except ValueError:
        return ""
    if found.tzinfo and _EXACT.fullmatch(text):
        return text
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).isoformat()


def _year(text: str) -> str:
    years = _YEAR.findall(text)
    return f"{years[-1]}-01-01T00:00:00+00:00" if years else ""


def has_zone(text: str) -> bool:
    """Say whether the text is a time in a zone."""
    try:
        return datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False

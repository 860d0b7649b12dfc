"""Points in time, as credentials and JSON Web Tokens have them."""

import re
from datetime import UTC, datetime

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)")


def instant(text: object) -> datetime | None:
    """Return the time that a text says with its zone, as RFC 3339 and XML Schema want it, or None."""
    if not isinstance(text, str) or not _MOMENT.fullmatch(text):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def stamped(text: str) -> str:
    """Return a day as its first second in UTC and a time in UTC, or "" where the text is neither."""
    moment = instant(f"{text}T00:00:00Z" if _DAY.fullmatch(text) else text)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment and moment.year >= 1000 else ""  # noqa: PLR2004 - four digits


def seconds(text: object) -> int | None:
    """Return the seconds since 1970 that a token has for a time, or None where the text is none."""
    moment = instant(text)
    return int(moment.timestamp()) if moment else None

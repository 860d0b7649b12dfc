"""Dates that are typed as options."""

import re

from alignkit.errors import BadRequest
from alignkit.model.vocabulary import DATE


def checked_date(date: str) -> str:
    """Return a date as it was typed, "" where none was; BadRequest where it is none."""
    if date and not re.fullmatch(DATE.matches, date):
        raise BadRequest(f'"{date}" is not a date', hint=f"write it as {DATE.example}")
    return date

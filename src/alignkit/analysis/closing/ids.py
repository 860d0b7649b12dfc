"""Ids for what is not there yet, in the manner of those that are."""

import re
from collections.abc import Iterable

from alignkit.analysis.case import Case

_NUMBERED = re.compile(r"(?P<start>.*?)(?P<number>\d{1,9})")


class FreshIds:
    """Hands out ids that nothing in the curriculum has, each once."""

    def __init__(self, case: Case) -> None:
        """Take the curriculum whose ids are taken."""
        self._taken = {
            *case.outcomes,
            *case.evidence,
            *(module.id for module in case.modules),
            *(activity.id for activity in case.activities.values()),
            *(assessment.id for assessment in case.assessments.values()),
        }

    def after(self, ids: Iterable[str], first: str) -> str:
        """Return the id that comes after the last of these: A9 after A8; where there is none, the one given as first.

        An id without a number gets one.
        """
        last = next(reversed([id_ for id_ in ids if id_]), "")
        match = _NUMBERED.fullmatch(last or first)
        start, number = (match["start"], int(match["number"])) if match else (f"{last}-", 1)
        number += bool(last and match)
        while f"{start}{number}" in self._taken:
            number += 1
        self._taken.add(f"{start}{number}")
        return f"{start}{number}"

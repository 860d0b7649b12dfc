"""The small parts that a learning achievement specification is made of, each with an id of its own."""

from collections.abc import Mapping
from typing import Any

from alignkit.analysis.case import Case
from alignkit.exchange.badge.names import urn

# BCP 47 for a language that nobody states.
UNDETERMINED = "und"


class Nodes:
    """Makes the parts of one curriculum's specification: ids that follow from it, texts in its language."""

    def __init__(self, case: Case) -> None:
        """Take the curriculum."""
        curriculum = case.curriculum
        self._about = f"elm {curriculum.id} {curriculum.version}"
        self.language = curriculum.language or UNDETERMINED

    def text(self, words: str, language: str = "") -> dict[str, str]:
        """Return the words with their language, the curriculum's unless another is named."""
        return {language or self.language: words}

    def node(self, kind: str, name: str, parts: Mapping[str, Any]) -> dict[str, Any]:
        """Return a part of that kind, without what is empty."""
        said = {key: value for key, value in parts.items() if value not in ("", [], {}, None)}
        return {"id": urn(f"{self._about} {kind} {name}"), "type": kind, **said}

    def note(self, name: str, words: str, language: str = "") -> dict[str, Any]:
        """Return a note, or {} where there are no words."""
        return self.node("Note", name, {"noteLiteral": self.text(words, language)}) if words.strip() else {}


def duration(hours: float | None) -> str:
    """Return hours as XML Schema writes a duration, 75 as PT75H and 7.5 as PT7H30M, or "" for none."""
    if not hours:
        return ""
    whole, minutes = divmod(round(hours * 60), 60)
    return f"PT{f'{whole}H' if whole else ''}{f'{minutes}M' if minutes else ''}" if whole or minutes else ""

"""What the sheets of a file say of one curriculum, gathered until it can be written as a document."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from alignkit.analysis.case import Case
from alignkit.exchange.losses import Loss
from alignkit.model.curriculum import Activity, Assessment, Module
from alignkit.wording import shortened

_SHORT = 60
Part = dict[str, Any]


class Facts:
    """The outcomes, modules and assessments found so far, by their ids, and what was lost on the way."""

    def __init__(self, into: Case | None = None) -> None:
        """Begin with nothing but the ids of a curriculum that is there: they stay what they are."""
        self._known = _known(into) if into else {}
        self.outcomes: dict[str, Part] = {}
        self.modules: dict[str, Part] = {}
        self.activities: dict[str, Part] = {}
        self.assessments: dict[str, Part] = {}
        self.understood: list[str] = []
        self.losses: list[Loss] = []
        self.programme = False

    def lose(self, where: str, what: str, why: str) -> None:
        """Name something that is not carried over."""
        self.losses.append(Loss(where, shortened(what, _SHORT), why))

    def understand_once(self, sentence: str) -> None:
        """Say how something was understood, unless it has been said."""
        if sentence not in self.understood:
            self.understood.append(sentence)

    def outcome(self, id_: str, text: str, where: str) -> Part | None:
        """Return the outcome of that id, or of that text where it has no id; None where there is nothing of either."""
        return self._part(self.outcomes, "LO", (id_, "text", text), where)

    def module(self, id_: str, title: str, where: str) -> Part | None:
        """Return the module of that id or title."""
        return self._part(self.modules, "M", (id_, "title", title), where)

    def assessment(self, id_: str, title: str, where: str) -> Part | None:
        """Return the assessment of that id or title."""
        return self._part(self.assessments, "AS", (id_, "title", title), where)

    def activity(self, module: Part, id_: str, title: str, where: str) -> Part | None:
        """Return the activity of that id, or of that title in the module."""
        start = f"{module['id']}.A"
        there = {key: part for key, part in self.activities.items() if part["module"] == module["id"] or id_}
        part = self._part(there, start, (id_, "title", title), where)
        if part is not None:
            self.activities.setdefault(plain(part["id"]), part)
            part.setdefault("module", module["id"])
        return part

    def _part(self, parts: dict[str, Part], start: str, named: tuple[str, str, str], where: str) -> Part | None:
        id_, key, words = named
        if not (id_ or words):
            return None
        found = parts.get(plain(id_)) if id_ else _of_words(parts.values(), key, words)
        if found is None:
            known = self._known.get(key, {})
            id_ = known.get(plain(id_), id_) if id_ else known.get(f"={plain(words)}") or _free(start, parts, known)
            found = parts[plain(id_)] = {"id": id_, key: words}
        elif words and not found.get(key):
            found[key] = words
        elif words and plain(found[key]) != plain(words):
            self.lose(where, words, f'{found["id"]} has another {key} already: "{shortened(found[key], _SHORT)}"')
        return found

    def set(self, part: Part, key: str, value: Any, where: str) -> None:
        """Give a part a value; another one that it has already stays."""
        if value not in (None, "") and part.setdefault(key, value) != value:
            self.lose(where, str(value), f"{key} of {part['id']} is {part[key]} already")

    def align(self, outcome: Part, ref: str, said: Mapping[str, str], where: str) -> None:
        """Let an outcome serve an item; `said` is what else is known of the alignment: depth, strength, why."""
        link = outcome.setdefault("aligns", {}).setdefault(ref, {"id": f"{outcome['id']} on {ref}"})
        for key, value in said.items():
            self.set(link, key, value, where)

    def address(self, part: Part, outcome: Part) -> None:
        """Let an activity or an assessment address an outcome."""
        part.setdefault("outcomes", {})[outcome["id"]] = None


def plain(text: str) -> str:
    """Return a text as it is compared: without case, spaces and hyphens."""
    return re.sub(r"[\s_-]+", "", text).casefold()


def _of_words(parts: Iterable[Part], key: str, words: str) -> Part | None:
    wanted = plain(words)
    return next((part for part in parts if plain(part.get(key) or "") == wanted), None)


def _known(case: Case) -> dict[str, dict[str, str]]:
    """Return the ids of a curriculum, by how they are written and by the words of what has them (`=` before those)."""
    outcomes = [(each.id, each.text) for each in case.outcomes.values()]
    titled: tuple[Activity | Assessment | Module, ...] = (
        *case.modules,
        *case.activities.values(),
        *case.assessments.values(),
    )
    titles = [(each.id, each.title) for each in titled]
    return {
        key: {**{f"={plain(words)}": id_ for id_, words in named if words}, **{plain(id_): id_ for id_, _ in named}}
        for key, named in (("text", outcomes), ("title", titles))
    }


def _free(start: str, parts: Mapping[str, Part], known: Mapping[str, str]) -> str:
    number = len(parts) + 1
    while plain(f"{start}{number}") in parts or plain(f"{start}{number}") in known:
        number += 1
    return f"{start}{number}"

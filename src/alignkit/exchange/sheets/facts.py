"""What the sheets of a file say of one curriculum, gathered until it can be written as a document."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.exchange.losses import Loss
from alignkit.model.curriculum import Activity, Assessment, Module
from alignkit.wording import shortened

_SHORT = 60
Part = dict[str, Any]


class _Sort(Struct, frozen=True):
    """The parts of one sort, how ids that are made for them start, the key of their words, and their module if any."""

    parts: dict[str, Part]
    start: str
    key: str
    module: str = ""


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
        self._by_words: dict[tuple[str, str], Part] = {}
        self._begun_of: dict[str, int] = {}

    def lose(self, where: str, what: str, why: str, helps: str = "") -> None:
        """Name something that is not carried over, and the option that would help."""
        self.losses.append(Loss(where, shortened(what, _SHORT), why, helps))

    def understand_once(self, sentence: str) -> None:
        """Say how something was understood, unless it has been said."""
        if sentence not in self.understood:
            self.understood.append(sentence)

    def outcome(self, id_: str, text: str, where: str) -> Part | None:
        """Return the outcome of that id, or of that text where it has no id; None where there is nothing of either."""
        return self._part(_Sort(self.outcomes, "LO", "text"), id_, text, where)

    def module(self, id_: str, title: str, where: str) -> Part | None:
        """Return the module of that id or title."""
        return self._part(_Sort(self.modules, "M", "title"), id_, title, where)

    def assessment(self, id_: str, title: str, where: str) -> Part | None:
        """Return the assessment of that id or title."""
        return self._part(_Sort(self.assessments, "AS", "title"), id_, title, where)

    def activity(self, module: Part, id_: str, title: str, where: str) -> Part | None:
        """Return the activity of that id, or of that title in the module."""
        return self._part(_Sort(self.activities, f"{module['id']}.A", "title", module["id"]), id_, title, where)

    def _part(self, sort: "_Sort", id_: str, words: str, where: str) -> Part | None:
        if not (id_ or words):
            return None
        found = sort.parts.get(plain(id_)) if id_ else self._by_words.get((sort.start, plain(words)))
        if found is None:
            found = self._begun(sort, id_, words)
        elif words and not found.get(sort.key):
            found[sort.key] = words
        elif words and plain(found[sort.key]) != plain(words):
            self.lose(
                where, words, f'{found["id"]} has another {sort.key} already: "{shortened(found[sort.key], _SHORT)}"'
            )
        if words and found.get("module", "") == sort.module:
            self._by_words.setdefault((sort.start, plain(found[sort.key])), found)
        return found

    def _begun(self, sort: "_Sort", id_: str, words: str) -> Part:
        """Return a new part: with the id that it has, that of the same words in the curriculum, or one that is free."""
        known = self._known.get(sort.key, {})
        name = known.get(plain(id_), id_) if id_ else known.get(f"={plain(words)}") or self._free(sort, known)
        part: Part = {"id": name, sort.key: words, **({"module": sort.module} if sort.module else {})}
        self._begun_of[sort.start] = self._begun_of.get(sort.start, 0) + 1
        sort.parts[plain(name)] = part
        return part

    def _free(self, sort: "_Sort", known: Mapping[str, str]) -> str:
        number = self._begun_of.get(sort.start, 0) + 1
        while plain(f"{sort.start}{number}") in sort.parts or plain(f"{sort.start}{number}") in known:
            number += 1
        return f"{sort.start}{number}"

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

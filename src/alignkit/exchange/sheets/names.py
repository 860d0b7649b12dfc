"""The names by which people call frameworks: `IPEC 2023`, `ipec-2023`, or `IPEC`, which has several editions."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.exchange.sheets.forms import folded
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library

_SHORTEST = 3
_SEPARATORS = " \t\n:,;.-–—/#|()"  # noqa: RUF001


class Name(Struct, frozen=True):
    """A name, without case as well, and the frameworks that it may mean."""

    name: str
    lower: str
    frameworks: tuple[FrameworkIndex, ...]

    def is_in(self, text: str) -> bool:
        """Say whether a text names the framework; `ipec-2023:VE1` names an item."""
        return self.name in text and bool(re.search(rf"(?<!\w){re.escape(self.name)}(?!\w|:\S)", text))


class Names:
    """Every name of every framework at hand, the longest first."""

    def __init__(self, library: Library) -> None:
        """Read each framework of the library once."""
        found: dict[str, dict[str, FrameworkIndex]] = {}
        for id_ in library.ids:
            index = library.find(id_)
            for name in _names_of(index) if index else ():
                found.setdefault(name, {}).update({id_: index} if index else {})
        for alias, id_ in library.aliases.items():
            index = library.find(id_)
            found[alias] = {id_: index} if index else {}
        ordered = sorted(found.items(), key=lambda each: (-len(each[0]), each[0]))
        self._names = tuple(Name(name, name.casefold(), tuple(each.values())) for name, each in ordered)
        self._called = {folded(each.name): each.frameworks for each in reversed(self._names)}

    def named_in(self, texts: Iterable[str]) -> tuple[FrameworkIndex, ...]:
        """Return the frameworks of which a text names exactly one edition, each once, in the order of the texts."""
        found = {
            name.frameworks[0].id: name.frameworks[0]
            for text in texts
            for name in self._names
            if len(name.frameworks) == 1 and name.is_in(text)
        }
        return tuple(found.values())

    def editions_in(self, texts: Iterable[str]) -> tuple[FrameworkIndex, ...]:
        """Return every framework that one of the texts may mean by a name such as IPEC, which has several editions."""
        said = tuple(texts)
        found = {
            index.id: index
            for name in self._names
            if any(name.is_in(text) for text in said)
            for index in name.frameworks
        }
        return tuple(found.values())

    def called(self, text: str) -> tuple[FrameworkIndex, ...]:
        """Return the frameworks that a text, as a whole, is the name of."""
        return self._called.get(folded(text), ())

    def begins(self, text: str) -> tuple[tuple[FrameworkIndex, ...], str]:
        """Return the frameworks by whose name a text begins, and what follows the name."""
        typed = text.strip()
        lower = typed.casefold()
        for name in self._names:
            after = typed[len(name.name) :]
            if lower.startswith(name.lower) and after[:1] and after[0] in _SEPARATORS:
                return name.frameworks, after.strip(_SEPARATORS)
        return (), typed


def _names_of(index: FrameworkIndex) -> Iterator[str]:
    framework = index.framework
    acronym = framework.publisher.short
    dated = f"{acronym} {framework.edition}" if acronym and framework.edition else ""
    for name in (index.id, framework.short, framework.title, acronym, dated):
        if len(name.strip()) >= _SHORTEST:
            yield name.strip()

"""What a spreadsheet calls a framework's item, and which item that is: looked up, and never guessed silently."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.library.draft import tidy
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.wording import listed, nearest

_SHORTEST_NAME = 3
_SEPARATORS = " \t\n:,;.-–—/#|()"  # noqa: RUF001
# Words before a code that say what sort of item it is: "Domain 1", "Competency 2.3".
_SORTS = frozenset(
    ("domain", "competency", "competence", "sub-competency", "standard", "element", "principle", "item", "statement")
)
_SEVERAL = re.compile(r"\s*(?:[,;\n]|\s(?:and|&|und|og)\s)\s*")
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]\s*$")
_MOST_SHOWN = 4


class Found(Struct, frozen=True):
    """An item by its reference; `note` says how a text was read that is not written as the code."""

    ref: str
    note: str = ""


class Missing(Struct, frozen=True):
    """No item, or no single one; `why` says so with what may have been meant."""

    why: str


class Codes:
    """The items of the frameworks that a file speaks of."""

    def __init__(
        self, library: Library, frameworks: Iterable[FrameworkIndex] = (), items: dict[str, str] | None = None
    ) -> None:
        """Take the frameworks that codes without a name are of, and what the author says that texts mean."""
        self.library = library
        self.frameworks = tuple(frameworks)
        self._said = {_plain(text): ref for text, ref in (items or {}).items()}
        self._names = _names(library)
        self._by_spelling: dict[str, dict[str, tuple[str, ...]]] = {}

    def named_in(self, texts: Iterable[str]) -> tuple[FrameworkIndex, ...]:
        """Return the frameworks of which a text names exactly one edition, each once, in the order of the texts."""
        found: dict[str, None] = {}
        for text in texts:
            for name, ids in self._names:
                if len(ids) == 1 and _says(text, name):
                    found[ids[0]] = None
        return tuple(index for id_ in found if (index := self.library.find(id_)))

    def editions_in(self, texts: Iterable[str]) -> tuple[FrameworkIndex, ...]:
        """Return every framework that one of the texts may mean by a name such as IPEC, which has several editions."""
        said = [text for text in texts if text]
        ids = {id_: None for name, several in self._names if any(_says(text, name) for text in said) for id_ in several}
        return tuple(index for id_ in ids if (index := self.library.find(id_)))

    def framework_called(self, name: str) -> FrameworkIndex | None:
        """Return the framework that a text is the name of: `IPEC 2023`, `ipec-2023`, or `IPEC` where one is meant."""
        wanted = _plain(name)
        ids = next((ids for known, ids in self._names if _plain(known) == wanted), ())
        meant = [index for index in self.frameworks if index.id in ids]
        found = ids[0] if len(ids) == 1 else (meant[0].id if len(meant) == 1 else "")
        return self.library.find(found) if found else None

    def several(self, text: str) -> list[str]:
        """Return the codes in a cell: `VE1, VE2` are two, `VE1, with respect` is one and its words."""
        parts = [part for part in _SEVERAL.split(text.strip()) if part]
        is_list = len(parts) > 1 and all(isinstance(self.find(part), Found) or _like_a_code(part) for part in parts)
        return parts if is_list else [text.strip()]

    def find(self, text: str, within: FrameworkIndex | None = None) -> Found | Missing:
        """Return the item that a text names, `within` a framework where its column says which."""
        said = self._said.get(_plain(text))
        if said:
            item = self.library.resolve(said).item
            return Found(said) if item else Missing(f'the mapping file says "{said}", which no framework has')
        reference = text.split(maxsplit=1)[0].rstrip(".,;") if text.strip() else ""
        if self.library.resolve(reference).item:
            return Found(reference)
        named, rest = self.named(text)
        named = tuple(index for index in named if index in self.frameworks) or named
        among = named or ((within,) if within else self.frameworks)
        matches = [(index, *found) for index in among if (found := self._match(rest, index))]
        exact = [each for each in matches if not each[2]] or matches
        if len(exact) == 1:
            index, code, note = exact[0]
            return Found(f"{index.id}:{code}", f'"{_short(text)}" was read as {index.id}:{code}' if note else "")
        return Missing(self._why(text, rest, [each[0].id for each in exact], among))

    def named(self, text: str) -> tuple[tuple[FrameworkIndex, ...], str]:
        """Return the frameworks by whose name a text begins, and what follows the name."""
        typed = text.strip()
        for name, ids in self._names:
            after = typed[len(name) :]
            if typed.casefold().startswith(name.casefold()) and after[:1] and after[0] in _SEPARATORS:
                indexes = tuple(index for id_ in ids if (index := self.library.find(id_)))
                return indexes, after.strip(_SEPARATORS)
        return (), typed

    def _match(self, text: str, index: FrameworkIndex) -> tuple[str, bool] | None:
        """Return the code that a text begins with or consists of, and whether it is written in another way there."""
        forms = list(dict.fromkeys(_forms(text, index)))
        exact = next((form for form in forms if form in index.items), "")
        if exact:
            return exact, exact not in text
        spellings = self._spellings(index)
        for form in forms:
            codes = spellings.get(_plain(form), ())
            if len(codes) == 1:
                return codes[0], True
        return None

    def _spellings(self, index: FrameworkIndex) -> dict[str, tuple[str, ...]]:
        """Return the codes by how they read without case, spaces and hyphens, and those of items by their titles."""
        if index.id not in self._by_spelling:
            found: dict[str, tuple[str, ...]] = {}
            for code, placed in index.items.items():
                for words in {_plain(code), _plain(placed.item.title), _plain(placed.item.text)} - {""}:
                    found[words] = (*found.get(words, ()), code)
            self._by_spelling[index.id] = found
        return self._by_spelling[index.id]

    def _why(self, text: str, rest: str, ambiguous: list[str], among: tuple[FrameworkIndex, ...]) -> str:
        if ambiguous:
            return f"it may be of {listed(ambiguous, 'or')}: say which with --framework"
        code = tidy(rest.split(maxsplit=1)[0]) if rest.strip() else ""
        if among:
            names = listed((index.id for index in among), "or", most=_MOST_SHOWN)
            near = next((f"{index.id}:{guess}" for index in among if (guess := nearest(code, index.items))), "")
            return f"{names} has no such item{f' (did you mean {near}?)' if near else ''}"
        homes = [id_ for id_ in self.library.ids if (index := self.library.find(id_)) and code in index.items]
        if code and homes:
            return f"{listed(homes, 'and', most=_MOST_SHOWN)} has an item {code}: say which with --framework"
        return f'no framework at hand has an item "{_short(text)}"'


def _says(text: str, name: str) -> bool:
    """Say whether a text names a framework; `ipec-2023:VE1` names an item."""
    return name in text and bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w|:\S)", text))


def _forms(text: str, index: FrameworkIndex) -> Iterator[str]:
    """Yield what may be the code in a text, the likeliest first."""
    words = text.split()
    if not words:
        return
    sorts = _SORTS.union(name for names in index.framework.levels for name in names)
    if words[0].casefold().strip(":.") in sorts and words[1:]:
        yield tidy(words[1])
    yield text.strip()
    if words[1:] and words[1][0].isdigit():
        yield "".join(words[:2]).rstrip(".,:;)")
        yield tidy(" ".join(words[:2]))
    if _sets_apart(words):
        yield tidy(words[0])
        yield words[0]
    bracketed = _IN_BRACKETS.search(text)
    if bracketed:
        yield tidy(bracketed[1])


def _sets_apart(words: list[str]) -> bool:
    """Say whether the first word may be a code before other words: the A of "A nurse listens" is none."""
    first, second = words[0], (*words[1:], "–")[0]  # noqa: RUF001
    return (
        any(sign.isdigit() for sign in first)
        or first[-1] in ".:)"
        or not second[0].isalnum()
        or (len(first) > 1 and first.isupper())
    )


def _plain(text: str) -> str:
    return re.sub(r"[\s_-]+", "", text).casefold().rstrip(".")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:59]}…"  # noqa: PLR2004 - fits a line with its place


def _like_a_code(text: str) -> bool:
    return bool(re.fullmatch(r"[A-Za-z]{0,5}[ -]?\d[\w.]*", text))


def _names(library: Library) -> list[tuple[str, tuple[str, ...]]]:
    """Return each name by which people call frameworks, with the ids that it may mean, the longest first."""
    found: dict[str, dict[str, None]] = {}
    for id_ in library.ids:
        index = library.find(id_)
        framework = index.framework if index else None
        acronym = framework.publisher.short if framework else ""
        year = f"{acronym} {framework.edition}" if framework and acronym else ""
        for name in {id_, framework.short if framework else "", framework.title if framework else "", acronym, year}:
            if len(name.strip()) >= _SHORTEST_NAME:
                found.setdefault(name, {})[id_] = None
    for name, id_ in library.aliases.items():
        found[name] = {id_: None}
    return sorted(((name, tuple(ids)) for name, ids in found.items()), key=lambda each: (-len(each[0]), each[0]))

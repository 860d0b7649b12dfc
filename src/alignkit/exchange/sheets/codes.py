"""What a spreadsheet calls a framework's item, and which item that is: looked up, and never guessed silently."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from alignkit.exchange.losses import FRAMEWORK
from alignkit.exchange.sheets.forms import first_code, folded, forms, like_a_code, on_a_line, parts_of
from alignkit.exchange.sheets.names import Names
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.wording import listed, nearest

_MOST_SHOWN = 4


class Found(Struct, frozen=True):
    """An item by its reference; `note` says how a text was read that is not written as the code."""

    ref: str
    note: str = ""


class Missing(Struct, frozen=True):
    """No item, or no single one; `why` says so with what may have been meant, `helps` is the option to say which."""

    why: str
    helps: str = ""


class Codes:
    """The items of the frameworks that a file speaks of."""

    def __init__(
        self,
        library: Library,
        names: Names,
        frameworks: Iterable[FrameworkIndex] = (),
        items: Mapping[str, str] | None = None,
    ) -> None:
        """Take the frameworks that codes without a name are of, and what the author says that texts mean."""
        self.library, self.names = library, names
        self.frameworks = tuple(frameworks)
        self._said = {folded(text): ref for text, ref in (items or {}).items()}
        self._by_spelling: dict[str, dict[str, tuple[str, ...]]] = {}

    def framework_called(self, name: str) -> FrameworkIndex | None:
        """Return the framework that a text is the name of: `IPEC 2023`, `ipec-2023`, or `IPEC` where one is meant."""
        called = self.names.called(name)
        meant = [index for index in self.frameworks if index in called] if len(called) > 1 else list(called)
        return meant[0] if len(meant) == 1 else None

    def several(self, text: str) -> list[str]:
        """Return the codes in a cell: `VE1, VE2` are two, `VE1, with respect` is one and its words."""
        parts = parts_of(text)
        is_list = len(parts) > 1 and all(like_a_code(part) or isinstance(self.find(part), Found) for part in parts)
        return parts if is_list else [text.strip()]

    def find(self, text: str, within: FrameworkIndex | None = None) -> Found | Missing:
        """Return the item that a text names, `within` a framework where its column says which."""
        said = self._said.get(folded(text))
        if said:
            known = self.library.resolve(said).item
            return Found(said) if known else Missing(f'the mapping file says "{said}", which no framework has')
        reference = text.split(maxsplit=1)[0].rstrip(".,;") if text.strip() else ""
        if self.library.resolve(reference).item:
            return Found(reference)
        named, rest = self.names.begins(text)
        named = tuple(index for index in named if index in self.frameworks) or named
        among = named or ((within,) if within else self.frameworks)
        matches = [(index, *found) for index in among if (found := self._match(rest, index))]
        exact = [each for each in matches if not each[2]] or matches
        if len(exact) != 1:
            return self._missing(text, rest, [each[0].id for each in exact], among)
        index, code, differs = exact[0]
        return Found(f"{index.id}:{code}", f'"{on_a_line(text)}" was read as {index.id}:{code}' if differs else "")

    def _match(self, text: str, index: FrameworkIndex) -> tuple[str, bool] | None:
        """Return the code that a text begins with or consists of, and whether it is written in another way there."""
        found = list(dict.fromkeys(forms(text, index)))
        exact = next((form for form in found if form in index.items), "")
        if exact:
            return exact, exact not in text
        spellings = self._spellings(index)
        alike = (codes[0] for form in found if len(codes := spellings.get(folded(form), ())) == 1)
        code = next(alike, "")
        return (code, True) if code else None

    def _spellings(self, index: FrameworkIndex) -> dict[str, tuple[str, ...]]:
        """Return the codes by how they read without case, spaces and hyphens, and those of items by their words."""
        if index.id not in self._by_spelling:
            found: dict[str, tuple[str, ...]] = {}
            for code, placed in index.items.items():
                for words in {folded(code), folded(placed.item.title), folded(placed.item.text)} - {""}:
                    found[words] = (*found.get(words, ()), code)
            self._by_spelling[index.id] = found
        return self._by_spelling[index.id]

    def homes_of(self, text: str) -> list[str]:
        """Return the frameworks at hand that have an item of the code with which a text begins."""
        code = first_code(text)
        return [id_ for id_ in self.library.ids if code and (index := self.library.find(id_)) and code in index.items]

    def _missing(self, text: str, rest: str, ambiguous: list[str], among: tuple[FrameworkIndex, ...]) -> Missing:
        """Return why a text names no item, with what may have been meant."""
        if ambiguous:
            return Missing(f"it may be of {listed(ambiguous, 'or')}: say which with {FRAMEWORK}", FRAMEWORK)
        code = first_code(rest)
        if among:
            names = listed((index.id for index in among), "or", most=_MOST_SHOWN)
            near = next((f"{index.id}:{guess}" for index in among if (guess := nearest(code, index.items))), "")
            return Missing(f"{names} has no such item{f' (did you mean {near}?)' if near else ''}")
        homes = self.homes_of(rest)
        if homes:
            has = "have" if len(homes) > 1 else "has"
            known = f"{listed(homes, most=_MOST_SHOWN)} {has} an item {code}"
            return Missing(f"{known}: say which with {FRAMEWORK}", FRAMEWORK)
        return Missing(f'no framework at hand has an item "{on_a_line(text)}"')

"""The two sides of a matrix: what each label is, an item of a framework or a part of the curriculum."""

from collections.abc import Callable, Iterable

from msgspec import Struct

from alignkit.exchange.sheets.codes import Found
from alignkit.exchange.sheets.depths import Mark
from alignkit.exchange.sheets.facts import Part
from alignkit.exchange.sheets.labels import Label
from alignkit.exchange.sheets.page import Page


class Cell(Struct, frozen=True):
    """A filled cell at the crossing of two labels: its address, its text, and what its mark means step by step."""

    where: str
    text: str
    mark: Mark | None
    steps: tuple[str, ...]
    depth: str
    assessed: bool


class Side:
    """One side of a matrix: each of its labels becomes what it is when it is first asked for."""

    def __init__(self, page: Page, labels: Iterable[Label]) -> None:
        """Take the labels by the numbers of their rows or columns."""
        self.page, self.facts = page, page.facts
        self.labels = {label.index: label for label in labels}
        self._items: dict[int, str] = {}
        self._parts: dict[int, Part | None] = {}

    def item(self, index: int) -> str:
        """Return the reference of the item that a label names, or "" once its loss has been named."""
        if index not in self._items:
            label = self.labels[index]
            where = self.page.grid.address(label.place)
            found = label.item(self.page.codes)
            if isinstance(found, Found):
                self.facts.understood += [f"{where}: {found.note}."] if found.note else []
                self._items[index] = found.ref
            else:
                what = f'all that stands at "{" ".join(label.texts[0].split())}"'
                self.facts.lose(where, what, found.why, found.helps)
                self._items[index] = ""
        return self._items[index]

    def part(self, kind: str, index: int) -> Part | None:
        """Return the outcome, module or assessment that a label names; `kind` says which of these."""
        makers: dict[str, Callable[[str, str, str], Part | None]] = {
            "outcomes": self.facts.outcome,
            "modules": self.facts.module,
            "assessments": self.facts.assessment,
        }
        if index not in self._parts:
            label = self.labels[index]
            where = self.page.grid.address(label.place)
            self._parts[index] = makers[kind](label.id, label.words, where)
            for text in label.unused:
                self.facts.lose(where, text, "of what names it, only an id and one text are kept")
        return self._parts[index]

    def take_all(self, kind: str) -> None:
        """Take every label in its order, also those that nobody has marked yet."""
        for index in sorted(self.labels):
            if kind == "items":
                self.item(index)
            elif kind != "bloom":
                self.part(kind, index)

"""What a row of a table says of an outcome and items: which it serves, how deep, how far, and why."""

from alignkit.exchange.sheets.cells import Cells, first, where_of
from alignkit.exchange.sheets.codes import Found
from alignkit.exchange.sheets.depths import UNCLEAR, Meaning, depth_of, mark_in
from alignkit.exchange.sheets.facts import Part
from alignkit.exchange.sheets.fields import value_of
from alignkit.exchange.sheets.page import Page
from alignkit.library.index import FrameworkIndex


class Alignments:
    """The alignments of one table being read; `meaning` is what its marks mean."""

    def __init__(self, page: Page, meaning: Meaning) -> None:
        """Take the sheet, and what its marks mean."""
        self._grid, self._codes, self._facts = page.grid, page.codes, page.facts
        self._meaning = meaning

    def align(self, outcome: Part, cells: Cells) -> None:
        """Let the outcome of a row serve the items that the row names."""
        said = {**self._depth(cells), **self._strength(cells), "why": first(self._grid, cells, "why")[0]}
        assessed = said.pop("assessed", "")
        for ref, where in self._items(cells).items():
            self._facts.align(outcome, ref, said, where)
        if assessed:
            self._assessed(outcome, cells)

    def _items(self, cells: Cells) -> dict[str, str]:
        """Return the items that a row names, each with its address; those above another of them are left to it."""
        within = self._codes.framework_called(first(self._grid, cells, "framework")[0])
        found: dict[str, str] = {}
        for column, place, text in cells["item"]:
            for code in self._codes.several(text):
                self._look_up(code, column.framework or within, self._grid.address(place), found)
        return {ref: where for ref, where in found.items() if not any(self._is_above(ref, other) for other in found)}

    def _look_up(self, code: str, within: FrameworkIndex | None, where: str, found: dict[str, str]) -> None:
        item = self._codes.find(code, within)
        if isinstance(item, Found):
            found[item.ref] = where
            if item.note:
                self._facts.understood.append(f"{where}: {item.note}.")
        else:
            self._facts.lose(where, code, item.why, item.helps)

    def _is_above(self, ref: str, other: str) -> bool:
        one, below = self._codes.library.resolve(ref), self._codes.library.resolve(other)
        if not (one.item and below.item and one.framework is below.framework and one.item is not below.item):
            return False
        return one.item.code in below.item.lineage

    def _depth(self, cells: Cells) -> dict[str, str]:
        text, where = first(self._grid, cells, "depth")
        mark = mark_in(text)
        if text and mark is None:
            self._facts.lose(where, text, "it is no depth in our words: say it with `letters:` in a mapping file")
        steps = [self._meaning.of.get(letter, "") for letter in mark.letters] if mark else []
        depth, others = depth_of(steps)
        for step in others:
            self._facts.lose(where, f"{step} in {text}", f"an alignment has one depth; {depth} was taken")
        for letter in mark.letters if mark else ():
            if letter in self._meaning.unclear:
                self._facts.lose(where, letter, UNCLEAR)
        partial = {"strength": "partial"} if mark and (mark.partial or "partial" in steps) else {}
        return {"depth": depth, **partial, **({"assessed": "yes"} if "assessed" in steps else {})}

    def _strength(self, cells: Cells) -> dict[str, str]:
        text, where = first(self._grid, cells, "strength")
        value, why = value_of("strength", text) if text else ("", "")
        if why:
            self._facts.lose(where, text, why)
        return {"strength": value} if value == "partial" else {}

    def _assessed(self, outcome: Part, cells: Cells) -> None:
        title = f"Assessment of {outcome['id']}"
        assessment = self._facts.assessment(f"{outcome['id']}.A", title, where_of(self._grid, cells))
        if assessment:
            self._facts.address(assessment, outcome)

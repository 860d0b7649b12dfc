"""What the rows of a table say, one after the other."""

import re

from alignkit.exchange.sheets.aligning import Alignments
from alignkit.exchange.sheets.cells import Cells, first, where_of
from alignkit.exchange.sheets.depths import Meaning, legend_in, mark_in, meaning_of
from alignkit.exchange.sheets.facts import Part
from alignkit.exchange.sheets.fields import OWN, value_of
from alignkit.exchange.sheets.grid import Grid, Place
from alignkit.exchange.sheets.labels import id_of, split_label
from alignkit.exchange.sheets.page import Page
from alignkit.exchange.sheets.table import Column, Table
from alignkit.wording import count, listed

_SEVERAL = re.compile(r"\s*[,;\n]\s*|\s+(?:and|&|und|og)\s+")

_PLURALS = {"outcome": "outcomes", "module": "modules", "activity": "activities", "assessment": "assessments"}
# The roles of which every cell of a row is read, and not only the first.
_READ_WHOLE = frozenset(("item", "outcomes", *(role for roles in OWN.values() for role in roles)))


def read_table(page: Page, table: Table) -> None:
    """Add what each row of the table says to the facts."""
    grid, facts = page.grid, page.facts
    depths = [text for column in table.columns if column.role == "depth" for text in _below(grid, table, column)]
    marks = [mark for text in depths if (mark := mark_in(text))]
    outside = (text for place, text in grid.texts.items() if place not in table.used)
    meaning = meaning_of(marks, legend_in(outside), page.letters)
    facts.understood.append(_sentence(grid, table))
    facts.understood += meaning.sentences()
    reader = _Records(page, meaning)
    for row in table.rows:
        for group in table.groups:
            reader.read(row, group, table.cells(grid, row, group))


def _below(grid: Grid, table: Table, column: Column) -> list[str]:
    return [grid.texts[row, column.number] for row in table.rows if (row, column.number) in grid.texts]


def _sentence(grid: Grid, table: Table) -> str:
    numbers = [column.number for column in table.columns]
    where = grid.area((table.header, min(numbers)), (max(table.rows, default=table.header), max(numbers)))
    roles = listed(f'{column.role} from "{column.name}"' for column in _each_once(table.columns))
    groups = f"; the columns are repeated for {listed(table.groups, most=5)}" if table.groups != ("",) else ""
    return f"{where}: a table of {count(len(table.rows), 'row')}: {roles}{groups}."


def _each_once(columns: tuple[Column, ...]) -> list[Column]:
    return list({(column.role, column.name): column for column in columns}.values())


class _Records:
    """The rows of one table being read; a row without an outcome goes on with the one above."""

    def __init__(self, page: Page, meaning: Meaning) -> None:
        self.grid, self.facts = page.grid, page.facts
        self._alignments = Alignments(page, meaning)
        self._above: dict[str, Part] = {}

    def read(self, row: int, group: str, cells: Cells) -> None:
        """Take one row: who is there, and how they belong together."""
        outcome = self._outcome(cells, group)
        module = self._module(cells, group, row)
        activity = self._activity(cells, module)
        assessment = self._assessment(cells)
        if outcome and "item" in cells:
            self._alignments.align(outcome, cells)
        elif "item" in cells and not group:
            for _, place, text in cells["item"]:
                self.facts.lose(self.grid.address(place), text, "no outcome in its row serves it")
        if outcome and module and activity is None:
            activity = self.facts.activity(module, f"{module['id']}.A", "", where_of(self.grid, cells))
        for part in (activity, assessment):
            if part and outcome:
                self.facts.address(part, outcome)
            if part:
                self._outcomes_of(part, cells)
        parts = {"outcome": outcome, "module": module, "activity": activity, "assessment": assessment}
        self._lose_the_rest(cells, {name for name, part in parts.items() if part})

    def _lose_the_rest(self, cells: Cells, there: set[str]) -> None:
        """Name what a row says of nothing that is there, and what it says twice."""
        of_item = {"item", "framework", "depth", "strength", "why"} if "item" in cells else set()
        named = {role for name in there for role in (name, f"{name}-id")}
        own = {role for name in there for role in OWN.get(_PLURALS[name], ())}
        listing = {"outcomes"} if there & {"activity", "assessment"} else set()
        for role, entries in cells.items():
            kept = role in of_item | named | own | listing
            for _, place, text in entries[1:] if kept and role not in _READ_WHOLE else () if kept else entries:
                why = "another column says it already" if kept else "its row has nothing that it could be said of"
                self.facts.lose(self.grid.address(place), text, why)

    def _named(self, cells: Cells, role: str) -> tuple[str, str, str]:
        """Return the id and the words of what a row names, and where: from two columns, or from one that has both."""
        id_, where_id = first(self.grid, cells, f"{role}-id")
        text, where = first(self.grid, cells, role)
        if id_:
            return id_of(id_), text, where_id
        id_, words = split_label(text)
        return id_, words, where

    def _outcome(self, cells: Cells, group: str) -> Part | None:
        id_, words, where = self._named(cells, "outcome")
        if not where:
            return self._above.get("outcome") if not group and "item" in cells else None
        outcome = self.facts.outcome(id_, words, where)
        if outcome:
            self._above["outcome"] = outcome
            self._own(outcome, "outcomes", cells)
        return outcome

    def _module(self, cells: Cells, group: str, row: int) -> Part | None:
        if group:
            self.facts.programme = True
            return self.facts.module(*split_label(group), self.grid.address((row, 1)))
        id_, words, where = self._named(cells, "module")
        return self.facts.module(id_, words, where) if where else None

    def _activity(self, cells: Cells, module: Part | None) -> Part | None:
        id_, words, where = self._named(cells, "activity")
        if not where:
            return None
        if module is None:
            self.facts.understand_once("Activities without a module are in M1.")
        home = module or self.facts.module("M1", "", where)
        activity = self.facts.activity(home, id_, words, where) if home else None
        if activity:
            self._own(activity, "activities", cells)
        return activity

    def _assessment(self, cells: Cells) -> Part | None:
        id_, words, where = self._named(cells, "assessment")
        assessment = self.facts.assessment(id_, words, where) if where else None
        if assessment:
            self._own(assessment, "assessments", cells)
        return assessment

    def _own(self, part: Part, sort: str, cells: Cells) -> None:
        """Give a part the values of its own that the row has."""
        for role in OWN[sort]:
            for _, place, text in cells.get(role, ()):
                self._set(part, role, text, place)

    def _set(self, part: Part, role: str, text: str, place: Place) -> None:
        value, why = value_of(role, text)
        if why:
            self.facts.lose(self.grid.address(place), text, why)
        else:
            self.facts.set(part, role, value, self.grid.address(place))

    def _outcomes_of(self, part: Part, cells: Cells) -> None:
        for _, _, text in cells.get("outcomes", ()):
            for name in _SEVERAL.split(text.strip()):
                id_ = id_of(name)
                if id_:
                    part.setdefault("outcomes", {})[id_] = None

"""The portfolio as one long table: a row for each curriculum and framework item."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from alignkit.analysis.coverage import Step
from alignkit.library.index import FrameworkIndex, Placed, once
from alignkit.views.portfolio.served import FrameworkServed, Served
from alignkit.views.portfolio.study import Study

TABLE = "alignkit-portfolio-table/1"


class Field(Struct, frozen=True):
    """A column: its name, the type of its values in words of every database, whether one may be missing, what it says.

    One of `of_study`, `of_framework` and `of_item` gives a value that does not depend on the others; `of_served`
    gives what depends on both the curriculum and the item.
    """

    name: str
    type: str
    what: str
    nullable: bool = False
    of_study: Callable[[Study], Any] | None = None
    of_framework: Callable[[FrameworkIndex], Any] | None = None
    of_item: Callable[[Placed], Any] | None = None
    of_served: Callable[["Cell"], Any] | None = None


class Cell(Struct, frozen=True):
    """Where a curriculum and an item meet; `served` is None where no outcome aligns with the item."""

    placed: Placed
    within: FrameworkServed
    served: Served | None

    @property
    def counts(self) -> bool:
        """Say whether the item is a leaf in scope: what coverage is counted on."""
        scope = self.within.in_scope
        return self.placed.is_leaf and (scope is None or self.placed.code in scope)

    @property
    def step(self) -> Step | None:
        """Return the step that the item got to; None where coverage is not counted on it."""
        if not self.counts:
            return None
        return Step(self.served.step) if self.served else Step.NONE


def _edition(index: FrameworkIndex) -> str | None:
    return index.framework.edition or None


def _number(name: str) -> Callable[[Cell], int]:
    return lambda cell: getattr(cell.served, name) if cell.served else 0


def _word(cell: Cell) -> str | None:
    return None if cell.step is None else cell.step.word


def _ordinal(cell: Cell) -> int | None:
    return None if cell.step is None else int(cell.step)


FIELDS = (
    Field("file", "string", "The curriculum's file, as seen from the folder of the run.", of_study=lambda s: s.file),
    Field("curriculum", "string", "Its id.", of_study=lambda s: s.id),
    Field("curriculum_title", "string", "Its title.", of_study=lambda s: s.title),
    Field("curriculum_kind", "string", "What it is: course, programme, ...", of_study=lambda s: s.kind),
    Field("curriculum_status", "string", "How far it has come.", nullable=True, of_study=lambda s: s.status or None),
    Field("curriculum_version", "string", "Its version.", nullable=True, of_study=lambda s: s.version or None),
    Field("framework", "string", "The framework's id.", of_framework=lambda f: f.id),
    Field("framework_title", "string", "The framework's title.", of_framework=lambda f: f.framework.title),
    Field("edition", "string", "Its edition, as the publisher names it.", nullable=True, of_framework=_edition),
    Field(
        "framework_status", "string", "Whether the publisher stands by it.", of_framework=lambda f: f.framework.status
    ),
    Field(
        "role",
        "string",
        "`claim`: the curriculum declares the framework; `lens`: it is looked at through it.",
        of_served=lambda cell: cell.within.role,
    ),
    Field("item", "string", "The item's code.", of_item=lambda item: item.code),
    Field("ref", "string", "How a curriculum names it: `framework:code`.", of_item=lambda item: item.ref),
    Field("item_text", "string", "Its text, or its title.", of_item=lambda item: item.item.words),
    Field("level", "string", "Its level.", nullable=True, of_item=lambda item: item.level or None),
    Field("depth", "int32", "How deep it stands in the tree; 0 is the top.", of_item=lambda item: item.depth),
    Field("parent", "string", "The code of the item above.", nullable=True, of_item=lambda item: item.parent or None),
    Field("leaf", "bool", "Whether no item is below it: coverage is counted on leaves.", of_item=lambda i: i.is_leaf),
    Field("verified", "bool", "Whether a source has confirmed the text.", of_item=lambda item: item.item.verified),
    Field("in_scope", "bool", "Whether it counts: a leaf in the curriculum's scope.", of_served=lambda c: c.counts),
    Field("step", "string", "The step that it reached; null where it does not count.", nullable=True, of_served=_word),
    Field("step_number", "int32", "The same: 0 not claimed, 1 to 4.", nullable=True, of_served=_ordinal),
    Field("outcomes", "int32", "How many outcomes align with it in full.", of_served=_number("outcomes")),
    Field("partial_outcomes", "int32", "How many align with a part of it.", of_served=_number("partial")),
    Field("activities", "int32", "How many activities teach it.", of_served=_number("activities")),
    Field("assessments", "int32", "How many assessments assess what is taught.", of_served=_number("assessments")),
    Field(
        "hours",
        "double",
        "Hours of these activities together; null where none states its hours.",
        nullable=True,
        of_served=lambda cell: cell.served.hours if cell.served else None,
    ),
    Field(
        "professions",
        "list<string>",
        "The learners' professions that attend an activity which teaches it, sorted.",
        of_served=lambda cell: list(cell.served.professions) if cell.served else [],
    ),
)


def rows_of(study: Study, within: FrameworkServed, index: FrameworkIndex) -> dict[str, list[Any]]:
    """Return the rows of one framework in one curriculum, column by column: an item a row, in the publisher's order."""
    served = {each.code: each for each in within.items}
    cells = [Cell(placed, within, served.get(placed.code)) for placed in index.items.values()]
    return {field.name: list(_values(field, study, index, cells)) for field in FIELDS}


def _values(field: Field, study: Study, index: FrameworkIndex, cells: list[Cell]) -> Iterator[Any]:
    if field.of_study:
        return iter([field.of_study(study)] * len(cells))
    if field.of_served:
        return map(field.of_served, cells)
    return iter(_of_framework(index)[field.name])


@once
def _of_framework(index: FrameworkIndex) -> dict[str, list[Any]]:
    """Return the columns that are the same whatever the curriculum."""
    items = index.items.values()
    found: dict[str, list[Any]] = {}
    for field in FIELDS:
        if field.of_item:
            found[field.name] = [field.of_item(item) for item in items]
        elif field.of_framework:
            found[field.name] = [field.of_framework(index)] * len(items)
    return found

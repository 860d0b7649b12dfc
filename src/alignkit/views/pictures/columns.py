"""The modules as columns: one each, or several that follow each other where there are many."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from alignkit.analysis.by_module import activities_by_module
from alignkit.analysis.case import Case
from alignkit.model.curriculum import Module
from alignkit.phrase import Phrase
from alignkit.views.pictures.parts import Label

MOST_COLUMNS = 20


class Column(Struct, frozen=True):
    """A module, or several that follow each other, with the activities in them."""

    label: Label
    first: int
    """The position of its first module, counted from 0."""
    modules: tuple[str, ...]
    activities: tuple[str, ...]


def columns_of(case: Case, profession: str = "", most: int = MOST_COLUMNS) -> tuple[Column, ...]:
    """Return at most so many columns; with a profession, with the activities that its learners attend."""
    inside = activities_by_module(case)
    if profession:
        attended = case.attended_by(profession)
        inside = tuple(tuple(name for name in names if name in attended) for names in inside)
    return tuple(
        Column(
            label=_label(case.modules[start:end]),
            first=start,
            modules=tuple(module.id for module in case.modules[start:end]),
            activities=tuple(name for names in inside[start:end] for name in names),
        )
        for start, end in _spans(len(case.modules), most)
    )


def column_of(columns: Sequence[Column], position: int) -> int:
    """Return the number of the column that the module at this position is in."""
    return sum(column.first <= position for column in columns) - 1


def column_notes(columns: Sequence[Column]) -> tuple[Phrase, ...]:
    """Return a note where there is no column, or where columns stand for several modules each."""
    if not columns:
        return (Phrase("the curriculum describes no module"),)
    modules = sum(len(column.modules) for column in columns)
    if modules == len(columns):
        return ()
    return (
        Phrase(
            "{n} modules are shown in {columns} columns: modules that follow each other share one",
            {"n": modules, "columns": len(columns)},
        ),
    )


def _spans(number: int, most: int) -> Iterator[tuple[int, int]]:
    """Yield where each column begins and ends; all but the last hold equally many."""
    size = -(-number // most) or 1
    return ((start, min(start + size, number)) for start in range(0, number, size))


def _label(modules: Sequence[Module]) -> Label:
    first, last = modules[0], modules[-1]
    if len(modules) == 1:
        return Label(first.id, first.id, first.title, first.at)
    between = Phrase("{n} modules", {"n": len(modules)})
    return Label(" ".join(module.id for module in modules), f"{first.id}…{last.id}", between, first.at)

"""The coverage heat map: items by modules, and how far each item gets through each module's activities."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from alignkit.analysis.by_module import coverage_within
from alignkit.analysis.case import Case
from alignkit.analysis.coverage import STEPS as RUNGS
from alignkit.analysis.coverage import Coverage, ItemCoverage, Step
from alignkit.analysis.together import attendance, named_professions
from alignkit.findings import Span
from alignkit.phrase import Fact, Phrase
from alignkit.views.pictures.columns import Column, column_notes, columns_of
from alignkit.views.pictures.parts import NOTHING, STEPS, Grade, Label, Row, Table, Text, name_of
from alignkit.views.pictures.rows import ItemRow, row_notes, rows_of


class HeatCell(Struct, frozen=True):
    """How far an item gets through a module's activities, or how many items of a branch get how far."""

    step: int
    """The furthest step, 0 to 4; in a module never 1, since a claim belongs to no module."""
    stopped: tuple[int, ...]
    """The steps that items got to and no further, each once; the furthest is the last."""
    reached: tuple[int, int, int, int]
    """How many items got to claimed, taught, assessed and evidenced, or further."""
    activities: tuple[str, ...] = ()
    professions: tuple[str, ...] = ()
    """Who attends any of these activities."""
    at: Span | None = None
    """The first of these activities."""


class HeatRow(Struct, frozen=True):
    """An item or a branch: a cell for each column, and the step that is reached overall."""

    label: Label
    branch: Label | None
    total: int
    """How many items it stands for."""
    cells: tuple[HeatCell, ...]
    overall: HeatCell
    partial: int
    """How many of them are claimed only in part."""


class HeatMap(Struct, frozen=True):
    """Items by modules, of one framework."""

    title: Phrase
    alt: Phrase
    framework: str
    columns: tuple[Label, ...]
    rows: tuple[HeatRow, ...]
    of_leaves: bool
    """True where each row is a leaf item and each cell has one step; else cells count."""
    steps: tuple[Grade, ...]
    notes: tuple[Phrase, ...]
    table: Table


def heat_map_picture(case: Case, coverage: Coverage, profession: str = "") -> HeatMap:
    """Return the heat map of one framework; with a profession, through the activities that its learners attend.

    `coverage` is then the coverage for that profession.
    """
    columns = columns_of(case, profession)
    found = rows_of(coverage)
    links = case.links_for(profession)
    within = [coverage_within(coverage, links, frozenset(column.activities)) for column in columns]
    there = _Attendance(case, attendance(case), named_professions(case))
    rows = tuple(_row(there, row, coverage, within) for row in found.rows)
    partial = len(coverage.partial_only)
    in_part = Phrase(
        "{n} items are claimed only in part (~), which counts towards no step",
        {"n": partial},
        one="{n} item is claimed only in part (~), which counts towards no step",
    )
    return HeatMap(
        title=Phrase("{framework}: items by modules", {"framework": coverage.framework.framework.name}),
        alt=_alt(coverage, columns, within),
        framework=coverage.framework.id,
        columns=tuple(column.label for column in columns),
        rows=rows[: found.room],
        of_leaves=found.of_leaves,
        steps=STEPS,
        notes=(*column_notes(columns), *row_notes(coverage, found), *((in_part,) if partial else ())),
        table=Table(_header(columns, of_leaves=found.of_leaves), tuple(_table_rows(rows, of_leaves=found.of_leaves))),
    )


class _Attendance(Struct, frozen=True):
    """The curriculum, and who attends what in it."""

    case: Case
    who: Mapping[str, tuple[str, ...]]
    named: tuple[str, ...]


def _row(there: _Attendance, row: ItemRow, coverage: Coverage, within: Sequence[Coverage]) -> HeatRow:
    overall = [coverage.items[leaf] for leaf in row.leaves]
    return HeatRow(
        label=row.label,
        branch=row.branch,
        total=len(row.leaves),
        cells=tuple(_cell(there, [each.items[leaf] for leaf in row.leaves], Step.TAUGHT) for each in within),
        overall=_cell(there, overall, Step.CLAIMED),
        partial=sum(covered.partial_only for covered in overall),
    )


def _cell(there: _Attendance, items: Sequence[ItemCoverage], lowest: Step) -> HeatCell:
    """Return how far the items get; a step below the lowest that the cell speaks of counts as none."""
    steps = [covered.step if covered.step >= lowest else Step.NONE for covered in items]
    claimed, taught, assessed, evidenced = (sum(step >= rung for step in steps) for rung in RUNGS)
    activities = tuple(dict.fromkeys(name for covered in items for name in covered.activities))
    who = {profession for name in activities for profession in there.who[name]}
    return HeatCell(
        step=int(max(steps)),
        stopped=tuple(sorted({int(step) for step in steps})),
        reached=(claimed, taught, assessed, evidenced),
        activities=activities,
        professions=tuple(name for name in there.named if name in who),
        at=there.case.activities[activities[0]].at if activities else None,
    )


def _alt(coverage: Coverage, columns: Sequence[Column], within: Sequence[Coverage]) -> Phrase:
    overall = Phrase(
        "Items of {framework}: {n}. Taught in some module: {taught}; evidenced: {evidenced}; not claimed: {none}.",
        {
            "framework": coverage.framework.framework.name,
            "n": coverage.total,
            "taught": coverage.reached(Step.TAUGHT),
            "evidenced": coverage.reached(Step.EVIDENCED),
            "none": coverage.total - coverage.reached(Step.CLAIMED),
        },
    )
    taught = [each.reached(Step.TAUGHT) for each in within]
    if not any(taught):
        return overall
    most, fewest = taught.index(max(taught)), taught.index(min(taught))
    spread: dict[str, Fact] = {
        "overall": overall,
        "most": name_of(columns[most].label),
        "n": taught[most],
        "fewest": name_of(columns[fewest].label),
        "few": taught[fewest],
    }
    if most == fewest:
        return Phrase("{overall} Taught in {most}: {n}, and as many in every other column.", spread)
    return Phrase("{overall} Most are taught in {most}: {n}; fewest in {fewest}: {few}.", spread)


def _header(columns: Sequence[Column], *, of_leaves: bool) -> tuple[Text, ...]:
    item = Phrase("item") if of_leaves else Phrase("branch")
    return (item, *(name_of(column.label) for column in columns), Phrase("overall"))


def _table_rows(rows: Sequence[HeatRow], *, of_leaves: bool) -> Iterator[Row]:
    for row in rows:
        cells = [_words(cell, row.total, of_leaves=of_leaves) for cell in row.cells]
        overall = _words(row.overall, row.total, of_leaves=of_leaves, none=STEPS[0].word)
        if of_leaves and row.partial:
            overall = Phrase("claimed in part")
        yield Row((name_of(row.label), *cells, overall), row.label.at)


def _words(cell: HeatCell, total: int, *, of_leaves: bool, none: Text = NOTHING) -> Text:
    """Return what a cell says in words."""
    if of_leaves:
        return STEPS[cell.step].word if cell.step else none
    claimed, taught, assessed, evidenced = cell.reached
    counts = {"n": total, "claimed": claimed, "taught": taught, "assessed": assessed, "evidenced": evidenced}
    if none != STEPS[0].word:
        return Phrase("{taught} of {n} taught, {assessed} assessed, {evidenced} evidenced", counts)
    return Phrase("{claimed} of {n} claimed, {taught} taught, {assessed} assessed, {evidenced} evidenced", counts)

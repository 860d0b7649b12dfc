"""Depth through time: in which modules items are introduced, reinforced and mastered."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.depth import DepthMark, depths_within, first_taught, mastered_too_early
from alignkit.phrase import Fact, Phrase
from alignkit.views.pictures.columns import Column, column_notes, column_of, columns_of
from alignkit.views.pictures.parts import DEPTHS, NOTHING, Grade, Label, Row, Table, Text, name_of
from alignkit.views.pictures.rows import ItemRow, row_notes, rows_of

MOST_COUNTING_ROWS = 20
MOST_COUNTING_COLUMNS = 12
_PLACE = {"introduce": 0, "reinforce": 1, "master": 2}


class Mark(Struct, frozen=True):
    """That items are taken to a depth in a module."""

    depth: int
    """0 introduced, 1 reinforced, 2 mastered, 3 not stated."""
    items: int
    """How many of the row's items: 1 where the row is an item."""
    outcomes: tuple[str, ...]
    early: bool
    """Whether any of them is mastered here before anything has introduced it."""


class DepthRow(Struct, frozen=True):
    """An item or a branch, and its marks in each column; most columns have one or none."""

    label: Label
    branch: Label | None
    total: int
    marks: tuple[tuple[Mark, ...], ...]


class DepthThroughTime(Struct, frozen=True):
    """Items across the modules in order, with the depths that they are taken to."""

    title: Phrase
    alt: Phrase
    framework: str
    columns: tuple[Label, ...]
    rows: tuple[DepthRow, ...]
    of_leaves: bool
    depths: tuple[Grade, ...]
    notes: tuple[Phrase, ...]
    table: Table


def depth_picture(case: Case, coverage: Coverage, profession: str = "") -> DepthThroughTime:
    """Return in which modules each item of the framework is taken to which depth, in full or in part.

    With a profession, through the activities that its learners attend.
    """
    columns, found = columns_of(case, profession), rows_of(coverage)
    if not found.of_leaves:
        # What counts needs more room: a row a line for each depth, a mark a number beside its letter.
        columns = columns_of(case, profession, MOST_COUNTING_COLUMNS)
        found = rows_of(coverage, MOST_COUNTING_ROWS)
    within = [depths_within(case, column.activities) for column in columns]
    early = _early(case, columns)
    rows = tuple(
        DepthRow(row.label, row.branch, len(row.leaves), _marks(row, coverage, within, early)) for row in found.rows
    )
    marked = sum(any(row.marks) for row in rows)
    hint = () if marked or not rows else (Phrase("no activity addresses an outcome that aligns with one of the items"),)
    return DepthThroughTime(
        title=Phrase("{framework}: depth through the modules", {"framework": coverage.framework.framework.name}),
        alt=_alt(coverage, within, early),
        framework=coverage.framework.id,
        columns=tuple(column.label for column in columns),
        rows=rows[: found.room],
        of_leaves=found.of_leaves,
        depths=DEPTHS,
        notes=(*column_notes(columns), *row_notes(coverage, found), *hint),
        table=_table(columns, rows, of_leaves=found.of_leaves),
    )


# An item by reference, and the number of the column in which it is mastered too early.
Early = frozenset[tuple[str, int]]


def _early(case: Case, columns: Sequence[Column]) -> Early:
    first = first_taught(case)
    return frozenset((each.ref, column_of(columns, first[each.link.outcome.id])) for each in mastered_too_early(case))


def _marks(
    row: ItemRow, coverage: Coverage, within: Sequence[Mapping[str, tuple[DepthMark, ...]]], early: Early
) -> tuple[tuple[Mark, ...], ...]:
    refs = [coverage.items[leaf].item.ref for leaf in row.leaves]
    return tuple(tuple(_in_column(refs, depths, number, early)) for number, depths in enumerate(within))


def _in_column(
    refs: Sequence[str], depths: Mapping[str, tuple[DepthMark, ...]], column: int, early: Early
) -> Iterator[Mark]:
    """Yield a mark for each depth that any of the items is taken to, the shallowest first."""
    for depth in range(len(DEPTHS)):
        there = [(ref, mark) for ref in refs for mark in depths.get(ref, ()) if _place(mark) == depth]
        if there:
            outcomes = tuple(dict.fromkeys(outcome for _, mark in there for outcome in mark.outcomes))
            too_early = depth == _PLACE["master"] and any((ref, column) in early for ref, _ in there)
            yield Mark(depth, len(there), outcomes, too_early)


def _place(mark: DepthMark) -> int:
    return _PLACE.get(mark.depth, len(_PLACE))


def _alt(coverage: Coverage, within: Sequence[Mapping[str, tuple[DepthMark, ...]]], early: Early) -> Phrase:
    refs = [covered.item.ref for covered in coverage.items]
    depths = {ref: {_place(mark) for depths in within for mark in depths.get(ref, ())} for ref in refs}
    counts = [sum(depth in found for found in depths.values()) for depth in range(len(DEPTHS))]
    facts: dict[str, Fact] = {
        "framework": coverage.framework.framework.name,
        "n": coverage.total,
        "introduced": counts[0],
        "reinforced": counts[1],
        "mastered": counts[2],
        "unstated": counts[3],
        "none": sum(not found for found in depths.values()),
        "early": len({ref for ref, _ in early}.intersection(refs)),
    }
    return Phrase(
        "Items of {framework}: {n}. Introduced in some module: {introduced}; reinforced: {reinforced}; mastered: "
        "{mastered}; without a stated depth: {unstated}; in no module: {none}. Mastered before anything introduces "
        "them: {early}.",
        facts,
    )


def _table(columns: Sequence[Column], rows: Sequence[DepthRow], *, of_leaves: bool) -> Table:
    item = Phrase("item") if of_leaves else Phrase("branch")
    return Table(
        header=(item, *(name_of(column.label) for column in columns)),
        rows=tuple(
            Row((name_of(row.label), *(_words(marks, of_leaves=of_leaves) for marks in row.marks)), row.label.at)
            for row in rows
        ),
    )


def _words(marks: tuple[Mark, ...], *, of_leaves: bool) -> Text:
    """Return what a cell says: "introduced and reinforced", or "3 introduced and 1 reinforced"."""
    said = tuple(said_of(mark, of_leaves=of_leaves) for mark in marks)
    return Phrase("{marks}", {"marks": said}) if said else NOTHING


def said_of(mark: Mark, *, of_leaves: bool) -> Phrase:
    """Return what a mark says in words."""
    word = DEPTHS[mark.depth].word
    said = word if of_leaves else Phrase("{n} {depth}", {"n": mark.items, "depth": word})
    return Phrase("{depth} (before anything introduces it)", {"depth": said}) if mark.early else said

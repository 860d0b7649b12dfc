"""What a matrix says: the facts at each crossing of its two sides, whichever of them is up."""

from collections.abc import Iterator

from alignkit.exchange.losses import FRAMEWORK
from alignkit.exchange.sheets.codes import Codes
from alignkit.exchange.sheets.depths import UNCLEAR, Meaning, depth_of, legend_in, mark_in, meaning_of
from alignkit.exchange.sheets.fields import OWN, value_of
from alignkit.exchange.sheets.labels import axis_kind
from alignkit.exchange.sheets.matrix import Matrix
from alignkit.exchange.sheets.page import Page
from alignkit.exchange.sheets.readings import READINGS
from alignkit.exchange.sheets.sides import Cell, Side
from alignkit.wording import count, listed

_NOUNS = {
    "outcomes": "outcome",
    "items": "item",
    "modules": "module",
    "assessments": "assessment",
    "bloom": "level",
}
Kinds = tuple[str, str]
_MOST_SHOWN = 4


def kinds_of(matrix: Matrix, codes: Codes) -> Kinds:
    """Return what the rows and the columns are made of, "" where nobody could tell.

    The corner may name either: where it fits the columns, and the rows look like something else, it is theirs.
    """
    rows, columns = (axis_kind(labels, codes) for labels in (matrix.rows, matrix.columns))
    hints = (matrix.row_hint, matrix.column_hint)
    if rows and matrix.row_hint == columns != rows and not matrix.column_hint:
        hints = ("", matrix.row_hint)
    return hints[0] or rows, hints[1] or columns


def can_be_read(kinds: Kinds) -> bool:
    """Say whether such a matrix says something that a curriculum can hold."""
    return kinds in READINGS or kinds[::-1] in READINGS


def lose_matrix(page: Page, matrix: Matrix, kinds: Kinds) -> None:
    """Name a matrix of which nobody could tell what it says."""
    rows, columns = (kind or "something unknown" for kind in kinds)
    page.facts.lose(_place(page, matrix), f"a matrix of {rows} by {columns}", _missing(page, matrix, kinds), FRAMEWORK)


def _missing(page: Page, matrix: Matrix, kinds: Kinds) -> str:
    """Return what has to be said of a matrix for it to be understood: the framework, where codes of one are known."""
    unknown = [labels for kind, labels in zip(kinds, (matrix.rows, matrix.columns), strict=True) if not kind]
    for label in (labels[0] for labels in unknown):
        homes = page.codes.homes_of(label.texts[0])
        if homes:
            names = listed(homes, "or", most=_MOST_SHOWN)
            return f"{label.texts[0]} may be of {names}: say which with {FRAMEWORK}"
    return f"say with {FRAMEWORK} whose codes they are, or in a mapping file what `rows:` and `columns:` are"


def read_matrix(page: Page, matrix: Matrix, kinds: Kinds) -> None:
    """Add what a matrix says to the facts."""
    facts = page.facts
    meaning = meaning_of(matrix.marks.values(), legend_in(_outside(page, matrix)), page.letters)
    facts.understood.append(_sentence(page, matrix, kinds))
    if "bloom" not in kinds and "assessments" not in kinds:
        facts.understood += meaning.sentences()
        _lose_unclear(meaning, page, matrix)
    flipped = kinds not in READINGS
    rows, columns = Side(page, matrix.rows), Side(page, matrix.columns)
    one, other = (columns, rows) if flipped else (rows, columns)
    ordered = kinds[::-1] if flipped else kinds
    one.take_all(ordered[0])
    other.take_all(ordered[1])
    for cell, row, column in _cells(page, matrix, meaning):
        READINGS[ordered](one, other, (column, row) if flipped else (row, column), cell)
    _own_values(page, matrix, rows, kinds[0])


def _outside(page: Page, matrix: Matrix) -> Iterator[str]:
    """Yield what a sheet says outside of its matrix: that is where a legend is."""
    return (text for place, text in page.grid.texts.items() if place not in matrix.used)


def _place(page: Page, matrix: Matrix) -> str:
    rows = [label.index for label in matrix.rows]
    columns = [label.index for label in matrix.columns]
    return page.grid.area((matrix.header, min(label.place[1] for label in matrix.rows)), (max(rows), max(columns)))


def _sentence(page: Page, matrix: Matrix, kinds: Kinds) -> str:
    rows = count(len(matrix.rows), _NOUNS[kinds[0]])
    columns = count(len(matrix.columns), _NOUNS[kinds[1]])
    filled = count(len(matrix.cells), "cell")
    return f"{_place(page, matrix)}: a matrix of {rows} (rows) by {columns} (columns), {filled} filled."


def _cells(page: Page, matrix: Matrix, meaning: Meaning) -> Iterator[tuple[Cell, int, int]]:
    """Yield the cells that say something, each with its row and column."""
    for (row, column), text in sorted(matrix.cells.items()):
        where, mark = page.grid.address((row, column)), mark_in(text)
        steps = tuple(meaning.of.get(letter, "") for letter in mark.letters) if mark else ()
        if not steps or set(steps) != {"not-addressed"}:
            yield Cell(where, text, mark, steps, depth_of(steps)[0], "assessed" in steps), row, column


def _own_values(page: Page, matrix: Matrix, rows: Side, kind: str) -> None:
    """Give each row's part the values of its own that further columns at the side hold."""
    places = [(label.index, column, role) for column, role in matrix.sides.items() for label in matrix.rows]
    for row, column, role in places:
        text = page.grid.texts.get((row, column), "")
        part = rows.part(kind, row) if text and role in OWN.get(kind, ()) else None
        value, why = value_of(role, text) if part else (None, f"a map of {kind} has no place for it")
        where = page.grid.address((row, column))
        if text and why:
            page.facts.lose(where, text, why)
        elif part:
            page.facts.set(part, role, value, where)


def _lose_unclear(meaning: Meaning, page: Page, matrix: Matrix) -> None:
    """Name the letters for which nothing could be said, each with the cells that it stands in."""
    for letter in meaning.unclear:
        places = sorted(place for place, mark in matrix.marks.items() if letter in mark.letters)
        more = count(len(places) - 1, "other cell")
        where = page.grid.address(places[0])
        page.facts.lose(f"{where} and {more}" if places[1:] else where, f"what {letter} means", UNCLEAR)

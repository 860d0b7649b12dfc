"""A table as a sheet: its heading and its first column stay in sight, and every column can be filtered."""

from collections.abc import Iterator

from msgspec import Struct
from xlsxwriter.worksheet import Worksheet

from alignkit.render.report import tones
from alignkit.render.report.blocks import Cell, Row, Table
from alignkit.render.report.language import Language
from alignkit.render.report.sheets.book import Book, Look
from alignkit.render.report.sheets.heights import height
from alignkit.render.report.sheets.values import number_format, number_of, plain_format

# How many letters a column has room for.
_LETTERS_PER_UNIT, _NARROWEST, _WIDEST = 7, 10, 60
_HEAD: Look = {"bold": True, "bg_color": f"#{tones.HEAD_GROUND}"}
_RIGHT: Look = {"align": "right"}
_LINE: Look = {"bottom": 1, "bottom_color": f"#{tones.LINE}"}
_BRANCH: Look = {"bold": True, "bg_color": f"#{tones.BRANCH_GROUND}"}
_DEEPEST = 15
_WHITE = "FFFFFF"


class Heading(Struct, frozen=True):
    """A column of a sheet: that of the table at a place, or what the cells of one with figures say in words."""

    title: str
    width: int
    place: int
    figures: bool
    in_words: bool = False


class _Shown(Struct, frozen=True):
    """A cell and how it looks, as a figure where it has one unless it is to be said in words."""

    cell: Cell
    look: Look
    in_words: bool


def fill(sheet: Worksheet, table: Table, book: Book, say: Language) -> int:
    """Write the table into the sheet, and return how many columns that takes."""
    headings = tuple(_headings(table, say))
    for place, heading in enumerate(headings):
        sheet.set_column(place, place, heading.width)
        book.write(sheet, (0, place), heading.title, _LINE | _HEAD | (_RIGHT if heading.figures else {}))
    sheet.set_row(0, height((heading.title, heading.width) for heading in headings))
    for number, row in enumerate(table.rows, 1):
        _fill_row(sheet, number, [_shown(row, heading) for heading in headings], book, say)
        sheet.set_row(number, height((row.cells[heading.place].text, heading.width) for heading in headings))
    if not table.rows:
        book.write(sheet, (1, 0), table.empty, {})
    return len(headings)


def _headings(table: Table, say: Language) -> Iterator[Heading]:
    """Yield the columns, after one whose figures say more than a number what they say."""
    for place, column in enumerate(table.columns):
        width = min(max(column.width * _LETTERS_PER_UNIT, _NARROWEST), _WIDEST)
        yield Heading(column.title, width, place, column.figures)
        if any(_says_more(row.cells[place], say) for row in table.rows):
            yield Heading(say("{column}, in words", column=column.title), width, place, column.figures, in_words=True)


def _says_more(cell: Cell, say: Language) -> bool:
    """Return whether the cell has a number, and says something beside it that no format can."""
    number = number_of(cell)
    return number is not None and not number_format(cell.text, number, say)


def _shown(row: Row, heading: Heading) -> _Shown:
    cell = row.cells[heading.place]
    return _Shown(cell, _look(cell, row, heading), heading.in_words)


def _fill_row(sheet: Worksheet, number: int, shown: list[_Shown], book: Book, say: Language) -> None:
    for place, each in enumerate(shown):
        figure = None if each.in_words else number_of(each.cell)
        if figure is None:
            book.write(sheet, (number, place), each.cell.text, each.look, _link(each.cell))
        else:
            format_ = number_format(each.cell.text, figure, say) or plain_format(figure)
            sheet.write_number(number, place, figure, book.look({**each.look, "num_format": format_}))


def _look(cell: Cell, row: Row, heading: Heading) -> Look:
    """Return how the cell looks: that of its tone, which its text says too."""
    look = _LINE | (_BRANCH if row.kind == "branch" else {})
    if heading.figures:
        look |= _RIGHT
    elif heading.place == 0 and row.depth:
        look["indent"] = min(row.depth, _DEEPEST)
    return look | _tone(cell)


def _tone(cell: Cell) -> Look:
    """Return the look of the one tone that the whole cell has."""
    found = {run.tone for line in cell.lines for run in line if run.text.strip()}
    seen = tones.look(found.pop()) if len(found) == 1 else tones.Look()
    if seen.ink == _WHITE:
        # A whole cell of a dark colour would outshine the others.
        seen = tones.Look(seen.ground, tones.HEAD_GROUND, bold=True)
    told: Look = {
        "font_color": f"#{seen.ink}" if seen.ink else "",
        "bg_color": f"#{seen.ground}" if seen.ground else "",
        "bold": seen.bold,
        "font_name": "Consolas" if seen.even else "",
    }
    return {name: value for name, value in told.items() if value}


def _link(cell: Cell) -> str:
    """Return where the cell leads: a cell of a sheet has one link, so one with many lines has none."""
    if len(cell.lines) != 1:
        return ""
    return next((run.link for run in cell.lines[0] if run.link), "")

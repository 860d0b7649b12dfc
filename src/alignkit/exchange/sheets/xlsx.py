"""Excel workbooks: read as the values that they show, never as formulas; written as texts, never as formulas."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from alignkit.errors import NotImported
from alignkit.exchange.formats import Exporter, Format, Imported, Importer, Surroundings
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.losses import Loss
from alignkit.exchange.sheets.formulas import about_formulas, without_value
from alignkit.exchange.sheets.grid import Area, Book, Grid
from alignkit.exchange.sheets.map import read_map
from alignkit.exchange.sheets.opened import open_workbook
from alignkit.exchange.sheets.workbook import write_workbook

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_NEEDS = ("openpyxl", "sheets")
# What a workbook may hold besides cells, by how the names of its parts begin.
_NO_CELLS = {
    "xl/vbaProject.bin": "macros",
    "xl/media/": "pictures",
    "xl/drawings/drawing": "drawings and boxes with text",
    "xl/charts/": "charts",
    "xl/embeddings/": "embedded files",
    "xl/threadedComments/": "comments that answer one another",
    "xl/externalLinks/": "links to other workbooks",
    "xl/pivotTables/": "pivot tables",
}
_OF_OPENSALT = frozenset(("CF Doc", "CF Item", "CF Association"))
_DIGITS = re.compile(r"(?P<whole>0+)(?:\.(?P<decimals>0+))?(?P<percent>%?)")


def read(name: str, data: bytes, surroundings: Surroundings) -> Imported:
    """Return the curriculum that the maps of a workbook amount to."""
    book = read_workbook(name, data)
    if {grid.name for grid in book.grids} >= _OF_OPENSALT:
        hint = "say so: --format opensalt"
        raise NotImported("its sheets are those of OpenSALT: it holds a framework, and no map", where=name, hint=hint)
    return read_map(name, book, surroundings)


def read_workbook(name: str, data: bytes, *, dates_meant: bool = False) -> Book:
    """Return the visible sheets of a workbook; NotImported where it is none, or too much of one.

    A cell with a date is named as a loss, since Excel makes dates of codes, unless dates are meant.
    """
    opened = open_workbook(name, data)
    grids: list[Grid] = []
    remarks: list[str] = []
    losses = [*_charts(opened.shown), *_left_out(opened.archive)]
    for sheet in opened.shown.worksheets:
        if sheet.sheet_state != "visible":
            losses.append(Loss(sheet.title, "the whole sheet", "it is hidden: unhide it to have it read"))
            continue
        grid, lost = _grid(sheet, name)
        grids.append(grid)
        losses += lost
        losses += [] if dates_meant else _dates(sheet, grid)
        if opened.formulas:
            found = list(_formulas(opened.formulas[sheet.title]))
            losses += without_value([(cell.row, cell.column) for cell in found], grid, "Excel")
            remarks += about_formulas([(cell.row, cell.column) for cell in found], grid)
    return Book(tuple(grids), tuple(remarks), tuple(losses))


def _charts(workbook: Any) -> Iterator[Loss]:
    return (Loss(sheet.title, "the whole sheet", "it is a chart") for sheet in workbook.chartsheets)


def _left_out(archive: ZipFile) -> Iterator[Loss]:
    """Yield what a workbook may hold that no map does."""
    for start, what in _NO_CELLS.items():
        if any(name.startswith(start) for name in archive.namelist()):
            yield Loss("", what, "only the texts of cells are read")


def _cells(sheet: "Worksheet") -> "Iterator[Cell]":
    """Yield the cells that are there; rows and columns would make every cell up to the last, however far it is."""
    found: Any = sheet._cells  # noqa: SLF001 - see above
    return iter(found.values())


def _grid(sheet: "Worksheet", name: str) -> tuple[Grid, list[Loss]]:
    texts: dict[tuple[int, int], str] = {}
    losses: list[Loss] = []
    hidden_columns = {
        number
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for number in range(dimension.min or 0, min(dimension.max or 0, LIMITS.columns) + 1)
    }
    hidden_rows = frozenset(number for number, dimension in sheet.row_dimensions.items() if dimension.hidden)
    merged = tuple(sorted(Area(*_sides(each)) for each in sheet.merged_cells.ranges))
    grid = Grid(sheet.title, texts, merged, hidden_rows, frozenset(hidden_columns))
    for cell in _cells(sheet):
        place = (cell.row, cell.column)
        if cell.row > LIMITS.rows or cell.column > LIMITS.columns:
            cause = "it has a cell beyond the last row and column of a sheet"
            raise NotImported(cause, where=f"{name}: {grid.address(place)}", hint="save it anew")
        text = _text(cell)
        if text.strip():
            texts[place] = text.strip()
        losses += _lost(cell, grid.address(place))
    return grid, losses


def _sides(area: Any) -> tuple[int, int, int, int]:
    return area.min_row, area.min_col, area.max_row, area.max_col


def _text(cell: "Cell") -> str:
    """Return what a cell shows, or "" where that is an error."""
    value: Any = cell.value
    if value is None or cell.data_type == "e":
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, (int, float)):
        return shown_number(value, cell.number_format)
    return value.isoformat() if isinstance(value, (date, time)) else str(value).replace("_x000D_\n", "\n")


def shown_number(value: float, number_format: str) -> str:
    """Return a number as a simple format shows it: 3.1 is 3.10 in the format 0.00, 0.4 is 40% in 0%."""
    digits = _DIGITS.fullmatch(number_format)
    if digits is None:
        return f"{value:.15g}"
    decimals = len(digits["decimals"] or "")
    text = f"{value * (100 if digits['percent'] else 1):.{decimals}f}"
    width = len(digits["whole"]) + (decimals + 1 if decimals else 0)
    return text.rjust(width, "0") + digits["percent"]


def _lost(cell: "Cell", where: str) -> Iterator[Loss]:
    value: Any = cell.value
    if cell.data_type == "e":
        yield Loss(where, str(value), "it is an error of a formula, not a value")
    if cell.comment:
        yield Loss(where, f'the note "{" ".join(str(cell.comment.text).split())[:60]}"', "notes are not read")


def _dates(sheet: "Worksheet", grid: Grid) -> Iterator[Loss]:
    why = "it is stored as a date; if a code was meant, format the cell as text and type it again"
    for cell in _cells(sheet):
        value: Any = cell.value
        if isinstance(value, (date, time)):
            yield Loss(grid.address((cell.row, cell.column)), value.isoformat(), why)


def _formulas(sheet: "Worksheet") -> "Iterator[Cell]":
    return (cell for cell in _cells(sheet) if cell.data_type == "f")


def _recognises(name: str, beginning: bytes) -> bool:
    workbook = name.casefold().endswith((".xlsx", ".xlsm", ".xltx")) or b"xl/" in beginning
    return workbook and beginning.startswith(b"PK\x03\x04")


FORMAT = Format(
    title="an Excel workbook",
    exporters=(Exporter("curriculum", ".xlsx", write_workbook, ("xlsxwriter", "sheets")),),
    importer=Importer(_recognises, read, _NEEDS, placed=True, general=True),
)

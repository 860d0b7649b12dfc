"""Excel workbooks: read as the values that they show, never as formulas; written as texts, never as formulas."""

import re
import warnings
from collections.abc import Iterator
from datetime import date, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from alignkit.errors import NotImported
from alignkit.exchange.formats import Exporter, Format, Imported, Importer, Surroundings
from alignkit.exchange.losses import Loss
from alignkit.exchange.safety import open_zip, without_document_types
from alignkit.exchange.sheets.grid import Area, Book, Grid, few_cells
from alignkit.exchange.sheets.map import read_map
from alignkit.exchange.sheets.workbook import write_workbook
from alignkit.wording import count

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.worksheet.worksheet import Worksheet

_LAST_COLUMN = 16_384
_NEEDS = ("openpyxl", "sheets")
_A_CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
_A_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_DIGITS = re.compile(r"(?P<whole>0+)(?:\.(?P<decimals>0+))?(?P<percent>%?)")


def read(name: str, data: bytes, surroundings: Surroundings) -> Imported:
    """Return the curriculum that the maps of a workbook amount to."""
    return read_map(name, read_workbook(name, data), surroundings)


def read_workbook(name: str, data: bytes) -> Book:
    """Return the visible sheets of a workbook; NotImported where it is none, or too much of one."""
    archive = open_zip(data, name)
    parts = without_document_types(archive, name)
    few_cells(sum(len(_A_CELL.findall(content)) for content in parts.values()), name)
    shown = _loaded(data, name, values=True)
    formulas = _loaded(data, name, values=False) if any(map(_A_FORMULA.search, parts.values())) else None
    grids: list[Grid] = []
    remarks: list[str] = []
    losses = [*_charts(shown), *_left_out(archive)]
    for sheet in shown.worksheets:
        if sheet.sheet_state != "visible":
            losses.append(Loss(sheet.title, "the whole sheet", "it is hidden: unhide it to have it read"))
            continue
        grid, lost = _grid(sheet)
        grids.append(grid)
        losses += lost
        if formulas:
            found = list(_formulas(formulas[sheet.title]))
            losses += _without_value(found, grid)
            remarks += _about_formulas(found, grid)
    return Book(tuple(grids), tuple(remarks), tuple(losses))


def _loaded(data: bytes, name: str, *, values: bool) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - of an optional extra

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that alignkit does not read
            return load_workbook(BytesIO(data), data_only=values, keep_links=False)
    except Exception as error:  # openpyxl meets a damaged part with whatever Python raises there
        raise NotImported("it is no Excel workbook, or a damaged one", where=name, hint="save it anew") from error


def _charts(workbook: Any) -> Iterator[Loss]:
    return (Loss(sheet.title, "the whole sheet", "it is a chart") for sheet in workbook.chartsheets)


def _left_out(archive: ZipFile) -> Iterator[Loss]:
    """Yield what a workbook may hold that no map does."""
    kinds = {"xl/vbaProject.bin": "macros", "xl/media/": "pictures", "xl/embeddings/": "embedded files"}
    for start, what in kinds.items():
        if any(name.startswith(start) for name in archive.namelist()):
            yield Loss("", what, "only the texts of cells are read")


def _cells(sheet: "Worksheet") -> "Iterator[Cell]":
    """Yield the cells that are there; rows and columns would make every cell up to the last, however far it is."""
    found: Any = sheet._cells  # noqa: SLF001 - see above
    return iter(found.values())


def _grid(sheet: "Worksheet") -> tuple[Grid, list[Loss]]:
    texts: dict[tuple[int, int], str] = {}
    losses: list[Loss] = []
    hidden_columns = {
        number
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for number in range(dimension.min or 0, min(dimension.max or 0, _LAST_COLUMN) + 1)
    }
    hidden_rows = frozenset(number for number, dimension in sheet.row_dimensions.items() if dimension.hidden)
    merged = tuple(sorted(Area(*_sides(each)) for each in sheet.merged_cells.ranges))
    grid = Grid(sheet.title, texts, merged, hidden_rows, frozenset(hidden_columns))
    for cell in _cells(sheet):
        place = (cell.row, cell.column)
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
    if isinstance(value, (date, time)):
        why = "it is stored as a date; if a code was meant, format the cell as text and type it again"
        yield Loss(where, value.isoformat(), why)
    if cell.comment:
        yield Loss(where, f'the note "{" ".join(str(cell.comment.text).split())[:60]}"', "notes are not read")


def _formulas(sheet: "Worksheet") -> "Iterator[Cell]":
    return (cell for cell in _cells(sheet) if cell.data_type == "f")


def _without_value(formulas: "list[Cell]", grid: Grid) -> Iterator[Loss]:
    for cell in formulas:
        if (cell.row, cell.column) not in grid.texts:
            why = "the file holds no value for it, and formulas are not evaluated: open it in Excel and save it"
            yield Loss(grid.address((cell.row, cell.column)), "a formula", why)


def _about_formulas(formulas: "list[Cell]", grid: Grid) -> Iterator[str]:
    places = sorted((cell.row, cell.column) for cell in formulas)
    stored = [place for place in places if place in grid.texts]
    if stored:
        some = f"{grid.address(stored[0])}{' and others' if stored[1:] else ''}"
        yield f"{count(len(stored), 'cell')} with a formula ({some}): the value that the file has stored was taken."


def _recognises(name: str, beginning: bytes) -> bool:
    workbook = name.casefold().endswith((".xlsx", ".xlsm", ".xltx")) or b"xl/" in beginning
    return workbook and beginning.startswith(b"PK\x03\x04")


FORMAT = Format(
    title="an Excel workbook",
    exporters=(Exporter("curriculum", ".xlsx", write_workbook, ("xlsxwriter", "sheets")),),
    importer=Importer(_recognises, read, _NEEDS, placed=True, general=True),
)

"""OpenDocument spreadsheets (LibreOffice and others): read as the texts that their cells show.

Read here and not by a library: a file says how often a cell repeats, a million times if it likes, and here that is
counted before it is done.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from zipfile import ZipFile

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.archive import open_zip, read_member
from alignkit.exchange.formats import Format, Imported, Importer, Surroundings
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.losses import Loss
from alignkit.exchange.sheets.formulas import about_formulas, without_value
from alignkit.exchange.sheets.grid import Area, Book, Grid, Place, few_cells
from alignkit.exchange.sheets.map import read_map
from alignkit.exchange.xml_input import parse_xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_MIME = b"application/vnd.oasis.opendocument.spreadsheet"
_GROUPS = ("table-row-group", "table-rows", "table-header-rows")
_COLUMN_GROUPS = ("table-column-group", "table-columns", "table-header-columns")
_NOT_SHOWN = ("collapse", "filter")


def read(name: str, data: bytes, surroundings: Surroundings) -> Imported:
    """Return the curriculum that the maps of a spreadsheet amount to."""
    return read_map(name, read_spreadsheet(name, data), surroundings)


def read_spreadsheet(name: str, data: bytes) -> Book:
    """Return the visible sheets of a spreadsheet; NotImported where it is none, or too much of one."""
    archive = open_zip(data, name)
    content = read_member(archive, "content.xml", name)
    if not content:
        raise NotImported("it holds no content.xml", where=name, hint="save it anew as .ods")
    root = parse_xml(content, f"{name} (content.xml)")
    hidden = {
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        if any(each.get(f"{_TABLE}display") == "false" for each in style)
    }
    grids: list[Grid] = []
    remarks: list[str] = []
    losses = list(_left_out(archive, root))
    for table in root.iterfind(f"{_OFFICE}body/{_OFFICE}spreadsheet/{_TABLE}table"):
        title = table.get(f"{_TABLE}name", "")
        if table.get(f"{_TABLE}style-name") in hidden:
            losses.append(Loss(title, "the whole sheet", "it is hidden: unhide it to have it read"))
        else:
            sheet = _Sheet(title, table)
            grids.append(sheet.grid)
            remarks += sheet.remarks
            losses += sheet.losses
    return Book(tuple(grids), tuple(remarks), tuple(losses))


def _left_out(archive: ZipFile, root: "Element") -> Iterator[Loss]:
    """Yield what a spreadsheet may hold that no map does."""
    pictured = any(name.startswith(("Pictures/", "Object ")) for name in archive.namelist())
    if pictured or next((e for tag in ("frame", "custom-shape") for e in root.iter(f"{_DRAW}{tag}")), None) is not None:
        yield Loss("", "pictures, charts and boxes with text", "only the texts of cells are read")


class _Run(Struct, frozen=True):
    """A row or cell and the numbers that it stands for: those that a file says to repeat are one element."""

    element: "Element"
    first: int
    times: int


class _Sheet:
    """One table while its cells are gathered."""

    def __init__(self, name: str, table: "Element") -> None:
        self._lost: list[tuple[Place, str, str]] = []
        self._formulas: list[Place] = []
        self._texts: dict[Place, str] = {}
        self._merged: list[Area] = []
        self._hidden_rows: set[int] = set()
        for row in _runs(table, "table-row", _GROUPS, "number-rows-repeated", LIMITS.rows):
            self._row(row)
        hidden = frozenset(_hidden_columns(table))
        self.grid = Grid(name, self._texts, tuple(sorted(self._merged)), frozenset(self._hidden_rows), hidden)
        self.losses = [Loss(self.grid.address(place), what, why) for place, what, why in self._lost]
        self.losses += without_value(self._formulas, self.grid, "LibreOffice")
        self.remarks = tuple(about_formulas(self._formulas, self.grid))

    def _row(self, row: _Run) -> None:
        cells = [
            cell
            for cell in _runs(row.element, "*", (), "number-columns-repeated", LIMITS.columns)
            if cell.element.tag == f"{_TABLE}table-cell"
        ]
        filled = [cell for cell in cells if _holds_something(cell.element)]
        few_cells(len(self._texts) + row.times * sum(cell.times for cell in filled), "content.xml")
        for number in range(row.first, row.first + (row.times if filled else 0)):
            if row.element.get(f"{_TABLE}visibility") in _NOT_SHOWN:
                self._hidden_rows.add(number)
            for cell in filled:
                for column in range(cell.first, cell.first + cell.times):
                    self._cell(cell.element, (number, column))

    def _cell(self, cell: "Element", place: Place) -> None:
        text = "\n".join(_text(paragraph) for paragraph in cell.iterfind(f"{_TEXT}p")).strip()
        kind = cell.get(f"{_OFFICE}value-type", "")
        if cell.get(f"{_CALC}value-type") == "error":
            self._lost.append((place, text, "it is an error of a formula, not a value"))
        elif text:
            self._texts[place] = text
            self._formulas += [place] if cell.get(f"{_TABLE}formula") else []
        elif cell.get(f"{_TABLE}formula"):
            self._formulas.append(place)
        if kind == "date":
            why = "it is stored as a date; if a code was meant, format the cell as text and type it again"
            self._lost.append((place, text, why))
        for note in cell.iterfind(f"{_OFFICE}annotation"):
            words = " ".join(" ".join(_text(paragraph) for paragraph in note.iterfind(f"{_TEXT}p")).split())
            self._lost.append((place, f'the note "{words[:60]}"', "notes are not read"))
        rows, columns = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self._merged.append(Area(*place, place[0] + rows - 1, place[1] + columns - 1))


def _holds_something(cell: "Element") -> bool:
    return bool(cell.get(f"{_TABLE}formula") or "".join(cell.itertext()).strip())


def _runs(parent: "Element", tag: str, groups: tuple[str, ...], repeated: str, last: int) -> Iterator[_Run]:
    """Yield the elements of a name below another, also those within groups, with the numbers that they stand for."""
    number = 1
    waiting = list(reversed(parent))
    while waiting and number <= last:
        element = waiting.pop()
        name = str(element.tag).removeprefix(_TABLE)
        if name in groups:
            waiting += reversed(element)
        elif tag in (name, "*"):
            times = min(_number(element, repeated), last - number + 1)
            yield _Run(element, number, times)
            number += times


def _hidden_columns(table: "Element") -> Iterator[int]:
    for run in _runs(table, "table-column", _COLUMN_GROUPS, "number-columns-repeated", LIMITS.columns):
        if run.element.get(f"{_TABLE}visibility") in _NOT_SHOWN:
            yield from range(run.first, run.first + run.times)


def _number(element: "Element", name: str) -> int:
    digits = element.get(f"{_TABLE}{name}", "1")
    return int(digits) if digits.isdecimal() and len(digits) < 9 and int(digits) > 0 else 1  # noqa: PLR2004


def _text(element: "Element") -> str:
    """Return the text of a paragraph with its spaces, tabs and line breaks; notes within it are another matter."""
    parts = [element.text or ""]
    for child in element:
        name = str(child.tag).removeprefix(_TEXT)
        if name == "s":
            parts.append(" ")  # or several: nobody means them
        elif name in ("tab", "line-break"):
            parts.append("\t" if name == "tab" else "\n")
        elif not str(child.tag).startswith(_OFFICE):
            parts.append(_text(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _recognises(name: str, beginning: bytes) -> bool:
    return beginning.startswith(b"PK\x03\x04") and (name.casefold().endswith((".ods", ".ots")) or _MIME in beginning)


FORMAT = Format(
    title="an OpenDocument spreadsheet",
    importer=Importer(_recognises, read, ("defusedxml", "sheets"), placed=True, general=True),
)

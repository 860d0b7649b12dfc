"""OpenSALT's spreadsheets: a workbook of three sheets, or a CSV of items, read as the CASE package that it means."""

from typing import Any

from alignkit.errors import NotImported
from alignkit.exchange.case.framework_in import read_framework
from alignkit.exchange.formats import Format, Imported, Importer
from alignkit.exchange.json_at import root
from alignkit.exchange.opensalt.cells import Cells
from alignkit.exchange.opensalt.columns import plain
from alignkit.exchange.opensalt.item_csv import COLUMNS, package_of_items
from alignkit.exchange.opensalt.package import UNNAMED, package_of
from alignkit.exchange.opensalt.sheet import Sheet, sheet_of
from alignkit.exchange.opensalt.workbook import sheets_of
from alignkit.exchange.sheets.grid import Book
from alignkit.exchange.sheets.text_table import read_table
from alignkit.exchange.sheets.xlsx import read_workbook


def recognises(name: str, head: bytes) -> bool:
    """Say whether a file seems to be a CSV of OpenSALT; a workbook does not say so in its first bytes."""
    first = head.decode("utf-8", "replace").partition("\n")[0]
    return name.casefold().endswith(".csv") and "fullstatement" in plain(first) and "ischildof" in plain(first)


def read_opensalt(name: str, data: bytes) -> Imported:
    """Return the framework of a workbook or a CSV; places are cells."""
    if name.casefold().endswith(".csv"):
        book, file = read_table(name, data), name.rpartition("/")[2]
        items = sheet_of(book.grids[0], file, COLUMNS, name)
        return _read(name, package_of_items(file.rpartition(".")[0], items), {"CFItems": items}, book)
    book = read_workbook(name, data, dates_meant=True)
    document, items, associations = sheets_of(book, name)
    if not document.rows:
        hint = "its second row says what the framework is: at least its title"
        raise NotImported("the sheet is empty", where=f"{name}: {document.title}!A2", hint=hint)
    sheets = {"CFDocument": document, "CFItems": items, "CFAssociations": associations}
    return _read(name, package_of(document.rows[0], items, associations), sheets, book)


def _read(name: str, package: dict[str, Any], sheets: dict[str, Sheet], book: Book) -> Imported:
    cells = Cells(sheets)
    try:
        found = read_framework(root(name, package))
    except NotImported as error:
        where = cells.cell(error.where.removeprefix(f"{name}: "))
        raise NotImported(error.message, where=f"{name}: {where}", hint=error.hint) from None
    documents = {file: _named(document) for file, document in found.documents.items()}
    lost = (*cells.losses(found.losses), *(loss for sheet in sheets.values() for loss in sheet.losses), *book.losses)
    return Imported(documents, (*book.remarks, *found.understood), tuple(sorted(lost)))


def _named(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record, and those below it, without the names that rows had only while they were read."""
    kept = {key: value for key, value in record.items() if key != "identifier" or not value.startswith(UNNAMED)}
    return {**kept, **({"items": [_named(item) for item in kept["items"]]} if "items" in kept else {})}


FORMAT = Format(title="OpenSALT spreadsheet", importer=Importer(recognises, read_opensalt, ("openpyxl", "sheets")))

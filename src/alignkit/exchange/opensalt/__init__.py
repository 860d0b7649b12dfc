"""OpenSALT's spreadsheets: a workbook of three sheets, or a CSV of items, read as the CASE package that it means."""

import csv
from io import StringIO
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
from alignkit.exchange.opensalt.workbook import MOST_BYTES, read_workbook


def recognises(name: str, head: bytes) -> bool:
    """Say whether a file seems to be a CSV of OpenSALT; a workbook does not say so in its first bytes."""
    first = head.decode("utf-8", "replace").partition("\n")[0]
    return name.casefold().endswith(".csv") and "fullstatement" in plain(first) and "ischildof" in plain(first)


def read_opensalt(name: str, data: bytes) -> Imported:
    """Return the framework of a workbook or a CSV; places are cells."""
    if name.casefold().endswith(".csv"):
        items = _csv(name, data)
        title = name.rpartition("/")[2].rpartition(".")[0]
        return _read(name, package_of_items(title, items), {"CFItems": items})
    document, items, associations = read_workbook(name, data)
    if not document.rows:
        hint = "its second row says what the framework is: at least its title"
        raise NotImported("the sheet is empty", where=f"{name}: {document.title}!A2", hint=hint)
    sheets = {"CFDocument": document, "CFItems": items, "CFAssociations": associations}
    return _read(name, package_of(document.rows[0], items, associations), sheets)


def _read(name: str, package: dict[str, Any], sheets: dict[str, Sheet]) -> Imported:
    cells = Cells(sheets)
    try:
        found = read_framework(root(name, package))
    except NotImported as error:
        where = cells.cell(error.where.removeprefix(f"{name}: "))
        raise NotImported(error.message, where=f"{name}: {where}", hint=error.hint) from None
    documents = {file: _named(document) for file, document in found.documents.items()}
    return Imported(documents, found.understood, cells.losses(found.losses))


def _named(record: dict[str, Any]) -> dict[str, Any]:
    """Return the record, and those below it, without the names that rows had only while they were read."""
    kept = {key: value for key, value in record.items() if key != "identifier" or not value.startswith(UNNAMED)}
    return {**kept, **({"items": [_named(item) for item in kept["items"]]} if "items" in kept else {})}


def _csv(name: str, data: bytes) -> Sheet:
    if len(data) > MOST_BYTES:
        raise NotImported(
            f"the file is larger than {MOST_BYTES // 1_000_000} MB", where=name, hint="import it in parts"
        )
    try:
        rows = list(csv.reader(StringIO(data.decode("utf-8-sig"), newline="")))
    except (UnicodeDecodeError, csv.Error) as error:
        raise NotImported("this is no CSV in UTF-8", where=name, hint="save it as CSV, UTF-8") from error
    return sheet_of(name.rpartition("/")[2], rows, COLUMNS, name)


FORMAT = Format(title="OpenSALT spreadsheet", importer=Importer(recognises, read_opensalt, ("openpyxl", "sheets")))

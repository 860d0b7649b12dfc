"""The three sheets of OpenSALT's workbook."""

from alignkit.errors import NotImported
from alignkit.exchange.opensalt.columns import ASSOCIATION, DOCUMENT, ITEM
from alignkit.exchange.opensalt.sheet import Sheet, sheet_of
from alignkit.exchange.sheets.grid import Book

_SHEETS = {"CF Doc": DOCUMENT, "CF Item": ITEM, "CF Association": ASSOCIATION}


def sheets_of(book: Book, name: str) -> list[Sheet]:
    """Return the sheets `CF Doc`, `CF Item` and `CF Association` of a workbook."""
    grids = {grid.name: grid for grid in book.grids}
    missing = [title for title in _SHEETS if title not in grids]
    if missing:
        hint = f"OpenSALT's template has the sheets {', '.join(_SHEETS)}"
        raise NotImported(f'the workbook has no sheet "{missing[0]}"', where=name, hint=hint)
    return [sheet_of(grids[title], title, wanted, name) for title, wanted in _SHEETS.items()]

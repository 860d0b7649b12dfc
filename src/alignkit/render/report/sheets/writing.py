"""A report written into a workbook, sheet by sheet."""

from datetime import UTC, datetime

from alignkit.render.report.blocks import Document
from alignkit.render.report.language import Language
from alignkit.render.report.sheets import overview, table
from alignkit.render.report.sheets.book import Book
from alignkit.render.report.sheets.names import range_name
from alignkit.render.report.sheets.paper import filterable, printed
from alignkit.render.report.sheets.plan import plan
from alignkit.render.report.signs import held

_LONGEST = 255
# XlsxWriter wants to know when the file was made.
_SOME_DAY = datetime(2000, 1, 1, tzinfo=UTC)


def write(document: Document, say: Language) -> bytes:
    """Return the document as a workbook."""
    planned = plan(document, say)
    book = Book(planned.places)
    first = book.workbook.add_worksheet(planned.overview)
    overview.fill(first, document, planned, book, say)
    printed(first, document.title, document, say)
    for each in planned.sheets:
        sheet, rows = book.workbook.add_worksheet(each.name), max(len(each.table.rows), 1)
        columns = table.fill(sheet, each.table, book, say)
        filterable(sheet, rows, columns)
        printed(sheet, each.table.caption, document, say)
        book.name(range_name(each.table.id), each.name, rows, columns)
    title, subtitle = (held(text)[:_LONGEST] for text in (document.title, document.subtitle))
    book.workbook.set_properties({"title": title, "subject": subtitle, "created": _SOME_DAY})
    return book.closed()

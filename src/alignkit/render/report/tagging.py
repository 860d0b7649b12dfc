"""Tables in a PDF for those who hear them: what typst 0.15 leaves out is that the first cell of a row names it."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

_GROUPS = ("/THead", "/TBody")


def with_row_headers(pdf: bytes) -> bytes:
    """Return the PDF with the first cell of each row tagged as the header of that row.

    Only in tables that have as many cells of data as headers even so: in one of two columns, or of a single row, each
    cell is heard beside its name anyway.
    """
    from pikepdf import Dictionary, ObjectStreamMode, Pdf  # noqa: PLC0415 - only this format needs it

    with Pdf.open(BytesIO(pdf)) as document:
        for each in document.objects:
            if isinstance(each, Dictionary) and each.get("/Type") == "/StructElem" and each.get("/S") == "/Table":
                _name_rows(each)
        written = BytesIO()
        document.save(written, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return written.getvalue()


def _name_rows(table: Any) -> None:
    """Make the first cells of the table's rows headers, where it is large enough for that."""
    rows = [list(row.K) for row in _rows(table)]
    firsts = [row[0] for row in rows if row[0].S == "/TD"]
    data = sum(cell.S == "/TD" for row in rows for cell in row) - len(firsts)
    headers = sum(cell.S == "/TH" for row in rows for cell in row) + len(firsts)
    for cell in firsts if headers <= data else ():
        _make_header(cell)


def _rows(table: Any) -> Iterator[Any]:
    for group in table.K:
        if group.S in _GROUPS:
            yield from group.K


def _make_header(cell: Any) -> None:
    from pikepdf import Array, Dictionary, Name  # noqa: PLC0415 - see above

    cell.S = Name.TH
    cell.A = Array([Dictionary(O=Name.Table, Scope=Name.Row), *cell.get("/A", [])])

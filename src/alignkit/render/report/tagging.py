"""Tables in a PDF for those who hear them: what typst 0.15 leaves out is that the first cell of a row names it."""

from io import BytesIO
from typing import Any


def with_row_headers(pdf: bytes) -> bytes:
    """Return the PDF with the first cell of every row of a table tagged as the header of that row."""
    from pikepdf import Dictionary, ObjectStreamMode, Pdf  # noqa: PLC0415 - only this format needs it

    with Pdf.open(BytesIO(pdf)) as document:
        for each in document.objects:
            if isinstance(each, Dictionary) and each.get("/Type") == "/StructElem" and each.get("/S") == "/TR":
                _make_header(each.K[0])
        written = BytesIO()
        document.save(written, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return written.getvalue()


def _make_header(cell: Any) -> None:
    """Turn a cell of data into the header of its row, and leave one that is a column's header as it is."""
    from pikepdf import Array, Dictionary, Name  # noqa: PLC0415 - see above

    if cell.S == "/TD":
        cell.S = Name.TH
        cell.A = Array([Dictionary(O=Name.Table, Scope=Name.Row), *cell.get("/A", [])])

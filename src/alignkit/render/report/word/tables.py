"""Tables of Word: a header row that comes again on each page, rows that stay whole, the first cell naming its row."""

from alignkit.render.report.blocks import Cell, Column, Row, Table
from alignkit.render.report.pages import widths
from alignkit.render.report.word.captions import caption
from alignkit.render.report.word.markup import paragraph, run, w
from alignkit.render.report.word.styles import cell_name
from alignkit.render.report.word.texts import runs
from alignkit.render.report.word.word import Word

# The whole width of the page, in fiftieths of a percent.
_ALL = "5000"
_LOOK = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}


def table(block: Table, word: Word) -> str:
    """Return the table under its caption; where it has no rows, what is said in their place."""
    if not block.rows:
        title = paragraph(word.style("Caption"), word.marked(block.id, run(block.caption)))
        return title + paragraph(word.style("Normal"), run(block.empty))
    grid = [str(round(width)) for width in widths(block.columns, word.room.width)]
    rows = "".join(_row(row, block.columns, grid, word) for row in block.rows)
    head = _head(block.columns, grid, word)
    columns = w("tblGrid", *(w("gridCol", w=width) for width in grid))
    return caption("table", block.id, block.caption, word) + w("tbl", _properties(block, word), columns, head, rows)


def _properties(block: Table, word: Word) -> str:
    return w(
        "tblPr",
        w("tblStyle", val=word.style("Report Table")),
        w("tblW", w=_ALL, type="pct"),
        w("tblLayout", type="fixed"),
        w("tblLook", val="06A0", **_LOOK),
        w("tblCaption", val=block.caption),
    )


def _head(columns: tuple[Column, ...], grid: list[str], word: Word) -> str:
    properties = w("trPr", w("cantSplit"), w("tblHeader"))
    cells = (
        _cell(width, paragraph(word.style("Report Figure" if column.figures else "Report Cell"), run(column.title)))
        for column, width in zip(columns, grid, strict=True)
    )
    return w("tr", properties, *cells)


def _row(row: Row, columns: tuple[Column, ...], grid: list[str], word: Word) -> str:
    cells = []
    for place, (cell, column, width) in enumerate(zip(row.cells, columns, grid, strict=True)):
        style = word.style(_style(row, column, first=not place))
        anchor = "" if place else row.anchor
        cells.append(_cell(width, _lines(cell, style, anchor, word)))
    return w("tr", w("trPr", w("cantSplit")), *cells)


def _style(row: Row, column: Column, *, first: bool) -> str:
    if column.figures and not first:
        return "Report Branch Figure" if row.kind == "branch" else "Report Figure"
    return cell_name(row.kind, row.depth if first else 0)


def _cell(width: str, inner: str) -> str:
    return w("tc", w("tcPr", w("tcW", w=width, type="dxa")), inner)


def _lines(cell: Cell, style: str, anchor: str, word: Word) -> str:
    """Return a paragraph for each line of the cell, and an empty one where it has none, as Word wants it."""
    first, *others = cell.lines or ((),)
    begin = paragraph(style, word.marked(anchor, runs(first, word)))
    return begin + "".join(paragraph(style, runs(line, word)) for line in others)

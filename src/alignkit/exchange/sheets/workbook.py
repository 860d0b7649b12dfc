"""A curriculum as a workbook: the map as designers keep it, the activities and the assessments, all of it as texts.

The same tables are understood by `alignkit import`; docs/exchange.md says what each column holds.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

from alignkit.analysis.case import Case
from alignkit.exchange.behind import frameworks_left, keys_left, sections_left
from alignkit.exchange.losses import Loss, Written
from alignkit.exchange.sheets.grid import column_letters
from alignkit.exchange.sheets.outcomes import (
    MARKS,
    OUTCOME_KEYS,
    OWN_HEADER,
    Told,
    item_columns,
    marks,
    own_values,
    told,
)

_LONGEST = 32_767
_MOST_COLUMNS = 16_384
# What XML cannot hold, and with it no cell.
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LEGEND = "I = introduced, R = reinforced, M = mastered, X = aligned without a depth; in brackets: only in part"
_ACTIVITIES = ("Module ID", "Module", "Activity ID", "Activity", "Hours", "Outcomes")
_ASSESSMENTS = ("Assessment ID", "Assessment", "Purpose", "Method", "Weight", "Outcomes")
_ACTIVITY_KEYS = ("id", "title", "hours", "outcomes")
_ASSESSMENT_KEYS = ("id", "title", "purpose", "method", "weight", "outcomes")
# Bytes must not depend on when they are written.
_ALWAYS = datetime(2000, 1, 1)  # noqa: DTZ001 - a workbook's properties have no time zone
_MAP_TOP = 3
Row = tuple[Any, ...]


def write_workbook(case: Case) -> Written:
    """Return the curriculum as a workbook of three sheets: Map, Activities, Assessments."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - of an optional extra

    out = BytesIO()
    shown = told(case)
    with Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties({"title": _cell(case.curriculum.title), "created": _ALWAYS})
        pen = _Pen(book)
        _map(pen, case, shown)
        pen.sheet("Activities", _ACTIVITIES, _activities(case), widths=(12, 28, 12, 48, 8, 24))
        pen.sheet("Assessments", _ASSESSMENTS, _assessments(case), widths=(14, 48, 12, 20, 8, 24))
    return Written(out.getvalue(), (*_losses(case, shown), *pen.losses))


class _Pen:
    """Writes cells: texts as texts whatever they look like, numbers as numbers, and notes what does not fit."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.losses: list[Loss] = []
        text = {"text_wrap": True, "valign": "top", "quote_prefix": True}
        self.plain = book.add_format(text)
        self.head = book.add_format({**text, "bold": True, "bg_color": "#E7EEF7", "border": 1})
        self.mark = book.add_format({**text, "align": "center", "border": 1})
        self.number = book.add_format({"valign": "top"})

    def sheet(self, name: str, header: Row, rows: Iterable[Row], widths: tuple[int, ...]) -> None:
        """Add a sheet with a table."""
        sheet = self.book.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        for number, row in enumerate((header, *rows)):
            for column, value in enumerate(row):
                self.put(sheet, (number, column), value, self.plain if number else self.head)
        sheet.freeze_panes(1, 0)

    def put(self, sheet: Any, place: tuple[int, int], value: Any, looks: Any) -> None:
        """Write a cell."""
        if isinstance(value, float):
            sheet.write_number(*place, value, self.number)
        elif value:
            where = f"{sheet.get_name()}!{column_letters(place[1] + 1)}{place[0] + 1}"
            text = _cell(value)
            if text != _one_break(value):
                self.losses.append(Loss(where, "characters or length of a text", "no cell can hold them"))
            sheet.write_string(*place, text, looks)


def _cell(text: str) -> str:
    """Return a text as a cell can hold it."""
    return _FORBIDDEN.sub("\ufffd", _one_break(text))[:_LONGEST]


def _one_break(text: str) -> str:
    """Return a text with one sort of line break, since a cell has no other."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _map(pen: _Pen, case: Case, shown: Told) -> None:
    """Add the sheet with the matrix: outcomes down, items across, a mark where one serves the other."""
    sheet = pen.book.add_worksheet("Map")
    columns = item_columns(case)[: _MOST_COLUMNS - len(OWN_HEADER)]
    pen.put(sheet, (0, 0), case.curriculum.title, pen.book.add_format({"bold": True, "font_size": 14}))
    pen.put(sheet, (1, 0), _LEGEND, None)
    for number, name in enumerate(OWN_HEADER):
        pen.put(sheet, (_MAP_TOP + 1, number), name, pen.head)
    start = len(OWN_HEADER)
    for number, column in enumerate(columns, start):
        pen.put(sheet, (_MAP_TOP, number), column.words, pen.head)
        pen.put(sheet, (_MAP_TOP + 1, number), column.ref, pen.head)
    rows = {outcome.id: row for row, outcome in enumerate(shown.outcomes, _MAP_TOP + 2)}
    numbers = {column.ref: number for number, column in enumerate(columns, start)}
    for outcome in shown.outcomes:
        for number, value in enumerate(own_values(outcome)):
            pen.put(sheet, (rows[outcome.id], number), value, pen.plain)
    for outcome_id, ref, mark in marks(case, shown):
        pen.put(sheet, (rows[outcome_id], numbers[ref]), mark, pen.mark)
    _set_out(sheet, (start, len(columns)), len(rows))


def _set_out(sheet: Any, columns: tuple[int, int], rows: int) -> None:
    """Let a sheet be read and filled in easily: widths, frozen heads, a list of the marks in each cell."""
    start, number = columns
    for column, width in enumerate((12, 60, 12, 12, 16)):
        sheet.set_column(column, column, width)
    if number:
        sheet.set_column(start, start + number - 1, 14)
    sheet.freeze_panes(_MAP_TOP + 2, 2)
    if number and rows:
        choices = [*MARKS.values(), *(f"({mark})" for mark in MARKS.values())]
        said = {"validate": "list", "source": choices, "error_type": "information"}
        sheet.data_validation(_MAP_TOP + 2, start, _MAP_TOP + 1 + rows, start + number - 1, said)


def _activities(case: Case) -> Iterator[Row]:
    for module in case.modules:
        named = (module.id, module.title)
        for activity in module.activities:
            yield (*named, activity.id, activity.title, activity.hours, _ids(activity.outcomes))
        if not module.activities:
            yield named


def _assessments(case: Case) -> Iterator[Row]:
    for each in case.curriculum.assessments:
        yield (each.id, each.title, each.purpose, each.method, each.weight, _ids(each.outcomes))


def _ids(mentions: Iterable[Any]) -> str:
    return ", ".join(mention.name for mention in mentions)


def _losses(case: Case, shown: Told) -> Iterator[Loss]:
    curriculum = case.curriculum
    yield from sections_left(curriculum, ("title", "outcomes", "frameworks", "modules", "assessments"))
    yield from frameworks_left(curriculum)
    yield from shown.losses
    for outcome in shown.outcomes:
        yield from keys_left(outcome, outcome.id, OUTCOME_KEYS)
        for link in shown.links.get(outcome.id, ()):
            yield from keys_left(link.alignment, f"{outcome.id} on {link.alignment.to}", ("to", "depth", "strength"))
    for module in case.modules:
        yield from keys_left(module, module.id, ("id", "title", "activities"))
        for activity in module.activities:
            yield from keys_left(activity, activity.id, _ACTIVITY_KEYS)
    for assessment in curriculum.assessments:
        yield from keys_left(assessment, assessment.id, _ASSESSMENT_KEYS)

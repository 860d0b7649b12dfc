"""The workbook that is being written: its looks, and the cells of its sheets."""

from collections.abc import Mapping
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from alignkit.render.report.links import target
from alignkit.render.report.sheets.names import quoted
from alignkit.render.report.sheets.values import cell_text
from alignkit.render.report.tones import LINK

Look = dict[str, str | int]
# Excel takes no more links in one sheet; the cells after it keep their texts.
_MOST_LINKS = 65_530
_EVERY: Look = {"font_name": "Calibri", "font_size": 10, "valign": "top", "text_wrap": True}
_LINKED: Look = {"font_color": f"#{LINK}", "underline": 1}


class Book:
    """A workbook: texts go into it as texts, whatever they begin with."""

    def __init__(self, places: Mapping[str, str]) -> None:
        """Take where each anchor of the report is in the workbook: 'Sheet'!A5."""
        self._file = BytesIO()
        self.workbook = Workbook(self._file, {"in_memory": True})
        self._places = places
        self._looks: dict[tuple[tuple[str, str | int], ...], Format] = {}

    def look(self, properties: Look) -> Format:
        """Return a format with these properties besides those of every cell, the same for the same ones."""
        key = tuple(sorted(properties.items()))
        if key not in self._looks:
            self._looks[key] = self.workbook.add_format({**_EVERY, **properties})
        return self._looks[key]

    def write(self, sheet: Worksheet, at: tuple[int, int], text: str, look: Look, link: str = "") -> None:
        """Write a text into a cell, as a link where the workbook has its target or it is a web address."""
        told, to = cell_text(text), self._target(link)
        if to and told and sheet.hlink_count < _MOST_LINKS:
            sheet.write_url(*at, to, self.look({**look, **_LINKED}), told)
        elif told:
            sheet.write_string(*at, told, self.look(look))
        else:
            sheet.write_blank(*at, None, self.look(look))

    def name(self, name: str, sheet: str, rows: int, columns: int) -> None:
        """Name the range that a table takes on its sheet, its heading and that many rows."""
        cells = xl_range_abs(0, 0, rows, columns - 1)
        self.workbook.define_name(name, f"={quoted(sheet)}!{cells}")

    def _target(self, link: str) -> str:
        to = target(link, self._places)
        return f"internal:{self._places[to[1:]]}" if to.startswith("#") else to

    def closed(self) -> bytes:
        """Return the finished file."""
        self.workbook.close()
        return self._file.getvalue()

"""A workbook of Excel opened by openpyxl, once it is known that nothing in it can make that dangerous."""

import re
import warnings
from collections.abc import Mapping
from html import unescape
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.exchange.archive import open_zip, xml_parts
from alignkit.exchange.limits import LIMITS
from alignkit.exchange.sheets.grid import Area, column_number, few_cells, few_joined

# Elements by their names, whatever prefix a file gives them.
_A_CELL = re.compile(rb"<(?:[^\s<>/:]+:)?c[\s>/]")
_A_FORMULA = re.compile(rb"<(?:[^\s<>/:]+:)?f[\s>/]")
# openpyxl makes a cell of each that these cover, a whole sheet if they say so. No attribute may hold a `<`.
_COVERING = re.compile(rb"<(?:[^\s<>/:]+:)?(?:mergeCell|hyperlink)\s[^<]*")
_RANGE = re.compile(r"[\"']\s*\$?([A-Z]{0,9})\$?(\d{0,9})\s*:\s*\$?([A-Z]{0,9})\$?(\d{0,9})\s*[\"']", re.IGNORECASE)


class Opened(Struct, frozen=True):
    """A workbook with the values that its cells show, with its formulas (None where it has none), and its archive."""

    shown: Any
    formulas: Any
    archive: ZipFile


def open_workbook(name: str, data: bytes) -> Opened:
    """Return the workbook; NotImported where it is none, or too much of one."""
    archive = open_zip(data, name)
    parts = xml_parts(archive, name)
    few_cells(sum(len(_A_CELL.findall(content)) for content in parts.values()), name)
    few_joined(_covered(parts), name)
    formulas = _loaded(data, name, values=False) if any(map(_A_FORMULA.search, parts.values())) else None
    return Opened(_loaded(data, name, values=True), formulas, archive)


def _covered(parts: Mapping[str, bytes]) -> list[Area]:
    """Return the areas that merged cells and links run over."""
    found = (element[0] for part in parts.values() for element in _COVERING.finditer(part))
    elements = (unescape(element.decode("utf-8", "replace")) for element in found)
    return [_area(*found.groups()) for element in elements for found in _RANGE.finditer(element)]


def _area(left: str, top: str, right: str, bottom: str) -> Area:
    """Return the area of `B2:C9`; `B:C` are whole columns, `2:9` whole rows."""
    sides = (
        int(top or 1),
        column_number(left or "A"),
        int(bottom or LIMITS.rows),
        column_number(right) or LIMITS.columns,
    )
    return Area(*sides)


def _loaded(data: bytes, name: str, *, values: bool) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - of an optional extra

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts that alignkit does not read
            return load_workbook(BytesIO(data), data_only=values, keep_links=False)
    except Exception as error:  # openpyxl meets a damaged part with whatever Python raises there
        raise NotImported("it is no Excel workbook, or a damaged one", where=name, hint="save it anew") from error

"""The three sheets of a workbook, measured before it is opened; formulas are text, nothing is calculated."""

from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from alignkit.errors import NotImported
from alignkit.exchange.opensalt.columns import ASSOCIATION, DOCUMENT, ITEM
from alignkit.exchange.opensalt.sheet import Sheet, sheet_of

MOST_BYTES = 20_000_000
_MOST_UNPACKED = 80_000_000
_SHEETS = {"CF Doc": DOCUMENT, "CF Item": ITEM, "CF Association": ASSOCIATION}
_AGAIN = "save it anew as .xlsx"


def read_workbook(name: str, data: bytes) -> list[Sheet]:
    """Return the sheets `CF Doc`, `CF Item` and `CF Association`."""
    _refuse_dangerous(name, data)
    workbook = _opened(name, data)
    try:
        missing = [title for title in _SHEETS if title not in workbook.sheetnames]
        if missing:
            hint = f"OpenSALT's template has the sheets {', '.join(_SHEETS)}"
            raise NotImported(f'the workbook has no sheet "{missing[0]}"', where=name, hint=hint)
        return [_sheet(name, workbook, title) for title in _SHEETS]
    finally:
        workbook.close()


def _sheet(name: str, workbook: Any, title: str) -> Sheet:
    try:
        return sheet_of(title, workbook[title].iter_rows(values_only=True), _SHEETS[title], name)
    except NotImported:
        raise
    except Exception as error:
        raise NotImported("the sheet is damaged", where=f"{name}: {title}", hint=_AGAIN) from error


def _refuse_dangerous(name: str, data: bytes) -> None:
    try:
        unpacked = sum(member.file_size for member in ZipFile(BytesIO(data)).infolist())
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise NotImported("this is no workbook", where=name, hint=_AGAIN) from error
    if len(data) > MOST_BYTES or unpacked > _MOST_UNPACKED:
        raise NotImported(f"unpacked it is larger than {_MOST_UNPACKED // 1_000_000} MB", where=name, hint=_AGAIN)


def _opened(name: str, data: bytes) -> Any:
    from openpyxl import load_workbook  # noqa: PLC0415 - an optional extra, slow to load

    try:
        return load_workbook(BytesIO(data), read_only=True, data_only=False, keep_links=False)
    except Exception as error:
        raise NotImported("this is no workbook", where=name, hint=_AGAIN) from error

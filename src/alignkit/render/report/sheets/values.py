"""What stands in the cells of a sheet: texts that Excel holds, and figures in a format that shows what was said."""

import re
from math import isfinite

from alignkit.render.report.blocks import Cell
from alignkit.render.report.language import Language
from alignkit.render.report.signs import held

_LONGEST = 32_767
# Beyond this Excel keeps no more digits of a number.
_LARGEST = 1e15
_MOST_AROUND = 20
_DIGIT = re.compile(r"\d")


def cell_text(text: str) -> str:
    """Return the text as a cell holds it; where it is longer than that, an ellipsis at its end shows it."""
    told = held(text)
    if _places(told) <= _LONGEST:
        return told
    data = told.encode("utf-16-le")[: 2 * (_LONGEST - 1)]
    return data.decode("utf-16-le", "ignore") + "…"


def _places(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def number_of(cell: Cell) -> float | None:
    """Return the cell's number, None where it has none that a sheet can hold."""
    number = cell.number
    return number if number is not None and isfinite(number) and abs(number) < _LARGEST else None


def number_format(text: str, number: float, say: Language) -> str:
    """Return a format that shows the number as the text has it, "" where only a text can: "9 (27%)".

    The format says how many decimals there are and what stands around them; Excel writes separators as its user does.
    """
    before, found, after = text.partition(say.number(number))
    if not found or _DIGIT.search(before + after) or len(before + after) > _MOST_AROUND:
        return ""
    return _literal(before) + plain_format(number) + _literal(after)


def plain_format(number: float) -> str:
    """Return a format for the number alone, with as many decimals as it has, at most nine."""
    decimals = len(f"{abs(number) % 1:.9f}".rstrip("0").partition(".")[2])
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"


def _literal(text: str) -> str:
    """Return the text as a format holds it: each sign after a backslash, since quotation marks could be in it."""
    return "".join(f"\\{sign}" for sign in held(text))

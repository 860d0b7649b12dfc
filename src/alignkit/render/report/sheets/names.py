"""Names in a workbook: those of its sheets, which Excel wants short, plain and each only once, and those of ranges."""

import re
from collections.abc import Iterable, Iterator

from alignkit.render.report.signs import held

_LONGEST = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\s]+")
_NO_NAME = re.compile(r"\W+", re.ASCII)
# Excel keeps this name for itself.
_RESERVED = "history"


def sheet_names(wished: Iterable[str]) -> Iterator[str]:
    """Yield a name for each sheet: the one wished for, changed as far as Excel does not take it."""
    taken = {_RESERVED, ""}
    for wish in wished:
        name = _valid(wish)
        number = 1
        while name.casefold() in taken:
            number += 1
            mark = f" ({number})"
            name = _cut(_valid(wish) or "_", _LONGEST - len(mark)) + mark
        taken.add(name.casefold())
        yield name


def _valid(wish: str) -> str:
    return _cut(_FORBIDDEN.sub(" ", held(wish)).strip(" '"), _LONGEST).strip(" '")


def _cut(name: str, longest: int) -> str:
    """Return as much of the name as fits; a sign beyond the first 65,536 of Unicode takes two places."""
    while _places(name) > longest:
        name = name[:-1]
    return name


def _places(name: str) -> int:
    return len(name.encode("utf-16-le")) // 2


def range_name(id_: str) -> str:
    """Return what the range of a table is called."""
    return f"report_{_NO_NAME.sub('_', id_)}"


def quoted(sheet: str) -> str:
    """Return a sheet's name as references to its cells begin with it."""
    return "'{}'".format(sheet.replace("'", "''"))

"""One sheet while it is read: what is on it, what its codes are of, and where what it says goes."""

from collections.abc import Mapping

from msgspec import Struct

from alignkit.exchange.sheets.codes import Codes
from alignkit.exchange.sheets.facts import Facts
from alignkit.exchange.sheets.grid import Grid


class Page(Struct, frozen=True):
    """A sheet, the codes of its file, what the author says of its marks, and the facts found so far."""

    grid: Grid
    codes: Codes
    letters: Mapping[str, str]
    facts: Facts

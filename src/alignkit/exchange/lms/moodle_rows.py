"""The rows of Moodle's CSV, each cell by the column that its position means."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.exchange.losses import Loss
from alignkit.exchange.sheets.grid import column_letters
from alignkit.exchange.sheets.text_table import rows_of, unguarded
from alignkit.exchange.text_input import decode
from alignkit.wording import count, shortened

_KEYS = (
    *("parent", "id", "name", "description", "format", "scale", "scale_setup", "rule", "rule_outcome", "rule_setup"),
    *("related", "exported_id", "is_framework", "taxonomy"),
)
_MOST = 100


class Row(Struct, frozen=True):
    """A row with its number in the file."""

    number: int
    parent: str = ""
    id: str = ""
    name: str = ""
    description: str = ""
    format: str = ""
    scale: str = ""
    scale_setup: str = ""
    rule: str = ""
    rule_outcome: str = ""
    rule_setup: str = ""
    related: str = ""
    exported_id: str = ""
    is_framework: str = ""
    taxonomy: str = ""

    def where(self, key: str) -> str:
        """Return the address of a cell."""
        return f"{column_letters(_KEYS.index(key) + 1)}{self.number}"


def read_rows(name: str, data: bytes, losses: list[Loss]) -> Iterator[Row]:
    """Yield the rows below the head that hold anything; cells beyond the columns of Moodle are losses."""
    rows, _ = rows_of(decode(data, name).text, name)
    for number, row in enumerate(rows[1:], 2):
        cells = [unguarded(cell.strip(" ")) for cell in row]
        if any(cells):
            yield Row(number, **dict(zip(_KEYS, cells, strict=False)))
            for column, text in enumerate(cells[len(_KEYS) :], len(_KEYS) + 1):
                if text:
                    why = f"Moodle's columns are the first {len(_KEYS)}"
                    losses.append(Loss(f"{column_letters(column)}{number}", shortened(text, _MOST), why))


def own_ids(rows: Iterable[Row]) -> Iterator[Loss]:
    """Yield the numbers of Moodle's own database, as one loss."""
    given = [row for row in rows if row.exported_id]
    if given:
        why = "Moodle's own numbers mean nothing elsewhere"
        yield Loss(given[0].where("exported_id"), f"the exported id of {count(len(given), 'row')}", why)

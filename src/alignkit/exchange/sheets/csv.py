"""CSV: a curriculum map as plain text, one fact a row or a matrix."""

from alignkit.exchange.formats import Exporter, Format, Imported, Importer, Surroundings
from alignkit.exchange.sheets.long import write_long
from alignkit.exchange.sheets.map import read_map
from alignkit.exchange.sheets.text_table import read_table


def read(name: str, data: bytes, surroundings: Surroundings) -> Imported:
    """Return the curriculum that a table in plain text amounts to."""
    return read_map(name, read_table(name, data), surroundings)


def _recognises(name: str, beginning: bytes) -> bool:
    return name.casefold().endswith((".csv", ".tsv")) and not beginning.startswith((b"PK\x03\x04", b"\xd0\xcf"))


FORMAT = Format(
    title="a table in plain text (CSV)",
    exporters=(Exporter("curriculum", ".csv", write_long),),
    importer=Importer(_recognises, read, placed=True, general=True),
)

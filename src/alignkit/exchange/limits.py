"""How much of somebody else's file alignkit is willing to read: the one place that says so."""

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.source.limits import LIMITS as OF_OURS


class Limits(Struct, frozen=True):
    """The most that is read of one file, each generous for anything that people exchange.

    `members`, `expanded_bytes` and `expansion` (times its size) are of an archive; `levels` and `elements` of XML;
    `depth` and `values` of JSON, and `text_characters` of a text in it; `cells`, `rows` and `columns` of a spreadsheet;
    `statements` of RDF, each of which takes about a kilobyte of memory.
    """

    bytes: int = OF_OURS.file_bytes
    members: int = 2_000
    expanded_bytes: int = 80_000_000
    expansion: int = 200
    levels: int = 100
    elements: int = 1_000_000
    depth: int = OF_OURS.depth
    values: int = OF_OURS.values
    text_characters: int = OF_OURS.text_characters
    cells: int = 250_000
    rows: int = 1_048_576
    columns: int = 16_384
    statements: int = 250_000


LIMITS = Limits()


def small_enough(data: bytes, where: str, limits: Limits = LIMITS) -> bytes:
    """Return the bytes; NotImported where there are more than alignkit is willing to read."""
    if len(data) > limits.bytes:
        raise NotImported(f"it is longer than {limits.bytes:,} bytes", where=where, hint="split it, or save it anew")
    return data


def short_enough(text: str, where: str, limits: Limits = LIMITS) -> str:
    """Return the text; NotImported where it is longer than a file of ours may hold."""
    if len(text) > limits.text_characters:
        what = f"the text is longer than {limits.text_characters:,} characters, the most that a file may hold"
        raise NotImported(what, where=where, hint="shorten it where it was made")
    return text

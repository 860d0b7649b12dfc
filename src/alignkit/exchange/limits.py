"""How much of somebody else's file alignkit is willing to read: the one place that says so."""

from msgspec import Struct

from alignkit.errors import NotImported
from alignkit.source.limits import LIMITS as OF_OURS


class Limits(Struct, frozen=True):
    """The most that is read of one file, each generous for anything that people exchange."""

    bytes: int = OF_OURS.file_bytes
    """bytes in one file"""
    members: int = 2_000
    """files in one archive, such as a workbook"""
    expanded_bytes: int = 80_000_000
    """bytes of an archive once it is unpacked"""
    expansion: int = 200
    """times that an archive may be longer once it is unpacked"""
    levels: int = 100
    """levels of nesting in XML"""
    elements: int = 1_000_000
    """elements of XML"""
    depth: int = OF_OURS.depth
    """levels of nesting in JSON"""
    values: int = OF_OURS.values
    """values of JSON"""
    text_characters: int = OF_OURS.text_characters
    """characters of one text in JSON"""
    cells: int = 250_000
    """cells of a sheet that are filled"""
    rows: int = 1_048_576
    """rows of a spreadsheet"""
    columns: int = 16_384
    """columns of a spreadsheet"""
    statements: int = 250_000
    """statements of RDF, each of which takes about a kilobyte of memory"""
    # A file of ours may nest only so far, and each level of items takes two of its levels.
    item_levels: int = 15
    """levels of items in a framework"""
    credential_bytes: int = 2_000_000
    """bytes of a signed credential, ten times what the record of a whole programme takes"""


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

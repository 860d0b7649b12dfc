"""How much of a file alignkit is willing to read: files from others are hostile until proven otherwise."""

from msgspec import Struct

from alignkit.source.folder import FILE_BYTES


class Limits(Struct, frozen=True):
    """The most that is read of one file or folder, each generous for anything a person writes."""

    file_bytes: int = FILE_BYTES
    depth: int = 40
    values: int = 2_000_000
    text_characters: int = 100_000
    problems: int = 500
    files: int = 50_000


LIMITS = Limits()

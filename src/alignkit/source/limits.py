"""How much of a file alignkit is willing to read: files from others are hostile until proven otherwise."""

from msgspec import Struct


class Limits(Struct, frozen=True):
    """The most that is read of one file or folder, each generous for anything a person writes."""

    file_bytes: int = 20_000_000
    depth: int = 40
    values: int = 2_000_000
    text_characters: int = 100_000
    problems: int = 500
    files: int = 50_000


LIMITS = Limits()

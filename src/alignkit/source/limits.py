"""How much of a file alignkit is willing to read: files from others are hostile until proven otherwise."""

from msgspec import Struct

from alignkit.source.folder import FILE_BYTES


class Limits(Struct, frozen=True):
    """The most that is read of one file, or said of one run, each generous for anything a person writes."""

    file_bytes: int = FILE_BYTES
    """bytes in one file"""
    depth: int = 40
    """levels of nesting"""
    values: int = 2_000_000
    """values in one file: texts, keys, lists and mappings"""
    text_characters: int = 100_000
    """characters in one text"""
    problems: int = 500
    """problems in one file that are named, such as unknown keys; it is not read any further"""
    files: int = 50_000
    """files in one run"""
    findings: int = 200_000
    """findings of one run that are shown; verdicts and coverage rest on all of them"""


LIMITS = Limits()

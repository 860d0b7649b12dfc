"""The user's own Word file: opened where it can be a template, refused with a word on what to do where it cannot."""

import struct
import zlib
from io import BytesIO
from zipfile import BadZipFile, LargeZipFile, ZipFile

import docx
from docx.document import Document

from alignkit.errors import BadRequest
from alignkit.render.report.archive import packed

_TYPES, _DOCUMENT = "[Content_Types].xml", "word/document.xml"
MOST_PARTS, LARGEST = 5_000, 100_000_000
# What reading a zip file that is damaged, or written in ways that Word does not know, ends with.
_UNREADABLE = (BadZipFile, LargeZipFile, zlib.error, struct.error, RuntimeError, EOFError, OSError, ValueError)
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_STRICT = b"http://purl.oclc.org/ooxml/"
# A template by its type (.dotx) becomes a document; nothing else in it differs.
_TEMPLATE_TYPE, _DOCUMENT_TYPE = b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml"
_SAVE_AS = "open it in Word and save it as a Word document (.docx)"


def opened(template: bytes) -> Document:
    """Return the template as a document to be written into; BadRequest where it is none that can be trusted."""
    parts = _parts(template)
    kinds = parts.get(_TYPES, b"")
    if b"macroEnabled" in kinds or any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise BadRequest("the template has macros", hint=f"{_SAVE_AS}, which has none")
    if any(b"<!DOCTYPE" in data for name, data in parts.items() if name.endswith((".xml", ".rels"))):
        raise BadRequest("the template has a part that Word does not write (a document type)", hint=_SAVE_AS)
    if _STRICT in parts.get(_DOCUMENT, b""):
        raise BadRequest('the template is a "Strict Open XML Document"', hint=_SAVE_AS)
    return _read(packed({**parts, _TYPES: kinds.replace(_TEMPLATE_TYPE, _DOCUMENT_TYPE)}))


def _parts(template: bytes) -> dict[str, bytes]:
    """Return the parts of the template, as far as they are no more than a document has."""
    if template.startswith(_OLD_OR_LOCKED):
        raise BadRequest("the template is an old Word file (.doc), or has a password", hint=f"{_SAVE_AS}, without one")
    try:
        with ZipFile(BytesIO(template)) as archive:
            entries = archive.infolist()
            if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > LARGEST:
                raise BadRequest("the template unpacks to more than a document holds", hint="leave large pictures out")
            # No more is read of an entry than it claims to hold.
            return {entry.filename: archive.read(entry) for entry in entries if not entry.is_dir()}
    except _UNREADABLE as problem:
        raise _not_word() from problem


def _read(data: bytes) -> Document:
    # Whatever may be wrong in a file, python-docx has another error for it.
    try:
        document = docx.Document(BytesIO(data))
        document.element.body.get_or_add_sectPr()
        _leave_copies(document)
    except Exception as problem:
        raise _not_word() from problem
    return document


def _leave_copies(document: Document) -> None:
    """Leave out the second copy of its styles that Word 2010 kept in a file: it would lack those that are added."""
    relations = document.part.rels
    for number in [number for number, each in relations.items() if each.reltype.endswith("/stylesWithEffects")]:
        del relations[number]


def _not_word() -> BadRequest:
    return BadRequest("the template is no Word document, or is damaged", hint=_SAVE_AS)

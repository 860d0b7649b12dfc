"""Archives (xlsx and ods are zip files): measured before they are opened, and refused where they are dangerous.

Nothing is unpacked to disk, ever.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from alignkit.errors import NotImported
from alignkit.exchange.limits import LIMITS, Limits, small_enough

# Below this no expansion is dangerous, and an empty workbook compresses well.
_HARMLESS_BYTES = 1_000_000
_PROTECTED = 1
_COMPRESSIONS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
# The beginning of XML in whatever encoding: UTF-16 has zeros, or a mark of its own.
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*\0?<|\xff\xfe|\xfe\xff")
_ENCODING = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml[^>]*?\sencoding\s*=\s*[\"']([^\"']*)")
_PLAIN = (b"utf-8", b"us-ascii", b"ascii")
_OUTSIDE = re.compile(r"^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)")


def open_zip(data: bytes, where: str, limits: Limits = LIMITS) -> zipfile.ZipFile:
    """Return the archive once all that it says of its members is harmless; nothing is unpacked to disk, ever.

    A member cannot yield more than it says: Python stops reading there.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(small_enough(data, where, limits)))
    # No zip, a later version of the format, a field out of bounds, an offset outside of the file.
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
        raise NotImported("it is damaged, or no zip archive", where=where, hint="save it anew") from error
    for cause in _dangers(archive.infolist(), len(data), limits):
        raise NotImported(cause, where=where, hint="save it anew in the program that it is from")
    return archive


def _dangers(members: list[zipfile.ZipInfo], packed: int, limits: Limits) -> Iterator[str]:
    if len(members) > limits.members:
        yield f"it holds {len(members):,} files, more than {limits.members:,}"
    expanded = sum(member.file_size for member in members)
    if expanded > limits.expanded_bytes:
        yield f"unpacked it is {expanded:,} bytes, more than {limits.expanded_bytes:,}"
    if expanded > max(limits.expansion * packed, _HARMLESS_BYTES):
        yield f"unpacked it is {expanded // packed:,} times as long, more than {limits.expansion} times"
    names = set()
    for member in members:
        if _OUTSIDE.search(member.filename):
            yield f'it names a file outside itself: "{member.filename}"'
        if member.filename in names:
            yield f'it holds two files of the name "{member.filename}"'
        if member.compress_type not in _COMPRESSIONS:  # others can ask for gigabytes before they yield a byte
            yield f'it packs "{member.filename}" in another way than such files do'
        if member.flag_bits & _PROTECTED:
            yield "it is protected by a password"
        names.add(member.filename)


def read_member(archive: zipfile.ZipFile, name: str, where: str) -> bytes:
    """Return the content of a member of the archive, or nothing where it is not there."""
    try:
        return archive.read(name) if name in archive.NameToInfo else b""
    # A wrong checksum or head, packed bytes that are none, a way of packing that is not known, a password, an end too
    # soon, an offset outside of the file, a field out of bounds: all that zipfile raises, and each means damage here.
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise NotImported(f"its part {name} is damaged", where=where, hint="save it anew") from error


def xml_parts(archive: zipfile.ZipFile, where: str) -> dict[str, bytes]:
    """Return the XML parts of an archive by name; one with a document type, or in no plain encoding, is refused.

    For programs that parse these parts themselves: what is not there cannot expand, whichever parser they use. A part
    is XML by how it begins, since an archive may call it what it likes.
    """
    members = ((name, read_member(archive, name, where)) for name in archive.namelist())
    parts = {name: part for name, part in members if _MARKUP.match(part)}
    for name, part in parts.items():
        encoding = _ENCODING.match(part)
        if b"\0" in part or (encoding and encoding[1].lower() not in _PLAIN):
            raise NotImported(f"its part {name} is not in UTF-8", where=where, hint="save it anew")
        if b"<!" in part and re.search(rb"<!(DOCTYPE|ENTITY)", part):
            cause = f"its part {name} declares a document type or entities, which alignkit refuses"
            raise NotImported(cause, where=where, hint="save it anew in the program that it is from")
    return parts

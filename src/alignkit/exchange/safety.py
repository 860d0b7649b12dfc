"""Somebody else's file is hostile until proven otherwise: it is measured before it is opened, and refused in words.

Nothing here asks the network, follows a link in a file, or evaluates anything.
"""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from json import JSONDecodeError, loads
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from alignkit.errors import NotImported

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


class Limits(Struct, frozen=True):
    """The most that is read of one file, each generous for anything that people exchange."""

    bytes: int = 20_000_000
    """bytes in one file"""
    members: int = 2_000
    """files in one archive, such as a workbook"""
    expanded_bytes: int = 80_000_000
    """bytes of an archive once it is unpacked"""
    expansion: int = 200
    """times that an archive may be longer once it is unpacked"""
    depth: int = 100
    """levels of nesting in XML and JSON"""
    values: int = 1_000_000
    """elements of XML, or values of JSON"""
    digits: int = 100
    """digits of one number in JSON"""


LIMITS = Limits()
# Below this no expansion is dangerous, and an empty workbook compresses well.
_HARMLESS_BYTES = 1_000_000
_PROTECTED = 1
_JSON_PARTS = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]|-?\d[\d.eE+-]*+', re.DOTALL)
_OUTSIDE = re.compile(r"^([/\\]|[A-Za-z]:)|(^|[/\\])\.\.([/\\]|$)")


def small_enough(data: bytes, where: str, limits: Limits = LIMITS) -> bytes:
    """Return the bytes; NotImported where there are more than alignkit is willing to read."""
    if len(data) > limits.bytes:
        raise NotImported(f"it is longer than {limits.bytes:,} bytes", where=where, hint="split it, or save it anew")
    return data


def open_zip(data: bytes, where: str, limits: Limits = LIMITS) -> zipfile.ZipFile:
    """Return the archive once all that it says of its members is harmless; nothing is unpacked to disk, ever.

    A member cannot yield more than it says: Python stops reading there.
    """
    try:
        archive = zipfile.ZipFile(BytesIO(small_enough(data, where, limits)))
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
        if member.flag_bits & _PROTECTED:
            yield "it is protected by a password"
        names.add(member.filename)


def read_member(archive: zipfile.ZipFile, name: str, where: str) -> bytes:
    """Return the content of a member of the archive, or nothing where it is not there."""
    try:
        return archive.read(name) if name in archive.namelist() else b""
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise NotImported(f"its part {name} is damaged", where=where, hint="save it anew") from error


def parse_xml(data: bytes, where: str, limits: Limits = LIMITS) -> "Element":
    """Return the root of an XML text; one with a document type or entities, which can expand or lead away, is refused.

    Needs the package defusedxml.
    """
    from defusedxml.common import DefusedXmlException  # noqa: PLC0415 - of an optional extra
    from defusedxml.ElementTree import ParseError, fromstring  # noqa: PLC0415 - the same

    try:
        root: Element = fromstring(small_enough(data, where, limits), forbid_dtd=True)
    except DefusedXmlException as error:
        raise NotImported("it declares a document type or entities, which alignkit refuses", where=where) from error
    except (ParseError, ValueError, LookupError) as error:
        raise NotImported(f"it is no well-formed XML: {error}", where=where, hint="save it anew") from error
    _not_too_deep(root, where, limits)
    return root


def _not_too_deep(root: "Element", where: str, limits: Limits) -> None:
    elements, level = 0, [root]
    for _ in range(limits.depth):
        elements += len(level)
        level = [child for element in level for child in element]
    if level or elements > limits.values:
        what = f"{limits.depth} levels" if level else f"{limits.values:,} elements"
        raise NotImported(f"it has more than {what}", where=where, hint="split it")


def parse_json(data: bytes, where: str, limits: Limits = LIMITS) -> Any:
    """Return what a JSON text holds; one that is nested, long or ambiguous beyond all use is refused."""
    text = decode(data, where, limits).text
    if text.count(",") + text.count("[") + text.count("{") > limits.values:
        raise NotImported(f"it has more than {limits.values:,} values", where=where, hint="split it")
    depth = 0
    for part in _JSON_PARTS.finditer(text):
        sign = part[0]
        depth += (sign in "[{") - (sign in "]}") if len(sign) == 1 else 0
        if depth > limits.depth:
            raise NotImported(f"it is nested deeper than {limits.depth} levels", where=where)
        if len(sign) > limits.digits and sign[0] != '"':
            raise NotImported(f"it holds a number of more than {limits.digits} digits", where=where)
    try:
        return loads(text, object_pairs_hook=_mapping, parse_constant=_no_number)
    except JSONDecodeError as error:
        cause = f"it is no JSON: {error.msg.lower()}"
        raise NotImported(cause, where=f"{where}:{error.lineno}:{error.colno}", hint="save it anew") from error
    except (ValueError, RecursionError) as error:
        raise NotImported(str(error), where=where) from error


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise ValueError(f'the key "{twice[:40]}" comes twice in one object, so that one of its values would be lost')
    return found


def _no_number(word: str) -> float:
    raise ValueError(f"{word} is no number in JSON")


class Decoded(Struct, frozen=True):
    """A text, and what was taken for its encoding: "" for UTF-8."""

    text: str
    encoding: str = ""


def decode(data: bytes, where: str, limits: Limits = LIMITS) -> Decoded:
    """Return the text in UTF-8, in UTF-16 where it says so, else in Windows-1252, the way Excel saves CSV."""
    small_enough(data, where, limits)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = [("utf-16", "UTF-16")]
    else:
        encodings = [("utf-8-sig", ""), ("cp1252", "Windows-1252")]
    for codec, name in encodings:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if "\0" in text:
            break
        return Decoded(text, name)
    raise NotImported("it is not text in UTF-8, UTF-16 or Windows-1252", where=where, hint="save it as UTF-8")


def without_document_types(archive: zipfile.ZipFile, where: str) -> dict[str, bytes]:
    """Return the XML parts of an archive by name; one with a document type, or in no plain encoding, is refused.

    For programs that parse these parts themselves: what is not there cannot expand, whichever parser they use.
    """
    names = [name for name in archive.namelist() if name.endswith((".xml", ".rels", ".vml"))]
    parts = {name: read_member(archive, name, where) for name in names}
    for name, part in parts.items():
        if b"<!" in part and re.search(rb"<!(DOCTYPE|ENTITY)", part):
            cause = f"its part {name} declares a document type or entities, which alignkit refuses"
            raise NotImported(cause, where=where)
        if b"\0" in part:
            raise NotImported(f"its part {name} is not in UTF-8", where=where, hint="save it anew")
    return parts

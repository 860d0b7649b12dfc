"""The zip files that Office documents are: the same parts give the same bytes, wherever they are packed."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = "[Content_Types].xml"
# The earliest day that a zip file can name.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
_ORDINARY_FILE = 0o600 << 16


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return the parts as a zip file: what says their types first, as readers of streams expect, then by name."""
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            entry = ZipInfo(name, _NO_DAY)
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = _ORDINARY_FILE
            # Else the system that packs is named, which tells a Windows machine from others.
            entry.create_system = 0
            archive.writestr(entry, parts[name])
    return file.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip file by name."""
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}

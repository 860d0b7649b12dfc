"""Where files come from: a folder, or a dict in a test. The same methods, whatever is behind them."""

import errno
from collections.abc import Iterator, Mapping
from typing import Protocol

from alignkit.errors import BadRequest, reason_of
from alignkit.findings import Span
from alignkit.source.folder import Folder
from alignkit.source.limits import LIMITS
from alignkit.source.problem import Problem
from alignkit.source.reader import Document, parse, with_plain_breaks

__all__ = ("Folder", "Memory", "Tree", "load")


class Tree(Protocol):
    """A set of files; names use `/` and are relative to the tree's root, as a user would type them."""

    def read(self, name: str) -> bytes:
        """Return the file's bytes; raise OSError where it cannot be read."""

    def names(self, folder: str) -> Iterator[str]:
        """Yield the YAML files below the folder, sorted, hidden ones and links that leave the tree left out."""

    def kind(self, name: str) -> str:
        """Return "file", "folder", or "" where there is none of that name."""

    def leaves(self, name: str) -> bool:
        """Say whether the name is a link to what lies outside the tree, where only a user may point."""


class Memory:
    """Files held in a dict of name to text: a tree for tests and for text that is not on disk."""

    def __init__(self, files: Mapping[str, str]) -> None:
        """Take the files by name."""
        self._files = files

    def read(self, name: str) -> bytes:
        """Return the text of that name as UTF-8."""
        if name not in self._files:
            raise FileNotFoundError(name)
        return self._files[name].encode()

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names below the folder, sorted."""
        prefix = "" if folder in ("", ".") else folder.rstrip("/") + "/"
        yield from sorted(name for name in self._files if name.startswith(prefix))

    def kind(self, name: str) -> str:
        """Return "file", "folder", or ""."""
        if name in self._files:
            return "file"
        return "folder" if any(self.names(name)) else ""

    def leaves(self, name: str) -> bool:  # noqa: ARG002 - text in memory has no links
        """Return False."""
        return False


def load(tree: Tree, name: str) -> Document:
    """Return the file as read; one that cannot be read is a document with the problem that says why."""
    try:
        data = tree.read(name)
    except OSError as error:
        return _unreadable(name, _os_cause(error))
    if len(data) > LIMITS.file_bytes:
        most = {"limit": "bytes in one file", "most": f"{LIMITS.file_bytes:,}"}
        return Document(name, "", None, (Problem("limit-exceeded", Span(name), most),))
    if cause := _not_text(data[:1000]):
        return _unreadable(name, cause)
    try:
        return parse(data.decode(), name)
    except UnicodeDecodeError as error:
        return _not_utf8(name, data, error)


def _unreadable(name: str, cause: str, at: Span | None = None) -> Document:
    return Document(name, "", None, (Problem("unreadable-file", at or Span(name), {"cause": cause}),))


def _not_text(beginning: bytes) -> str:
    """Return why a file that begins so cannot be read as text, or ""."""
    if beginning.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "it is saved as UTF-16; save the file as UTF-8"
    return "it is not text (it holds zero bytes)" if b"\0" in beginning else ""


def _not_utf8(name: str, data: bytes, error: UnicodeDecodeError) -> Document:
    before = with_plain_breaks(data[: error.start].decode())
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    cause = f"byte {error.start + 1:,} (0x{data[error.start]:02X}) is not UTF-8; save the file as UTF-8"
    return _unreadable(name, cause, Span(name, line, column, line, column + 1))


def _os_cause(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file"
    if isinstance(error, PermissionError):
        return "you have no permission to read it"
    if isinstance(error, IsADirectoryError):
        return "it is a folder"
    if error.errno == errno.ELOOP:
        return "it is a link that leads back to itself"
    return reason_of(error)


def foreign_bytes(tree: Tree, name: str) -> bytes:
    """Return the bytes of a file that is not alignkit's; BadRequest where it cannot be read or is too long."""
    try:
        data = tree.read(name)
    except OSError as error:
        raise BadRequest(f"cannot read it: {_os_cause(error)}", where=name) from None
    if len(data) > LIMITS.file_bytes:
        raise BadRequest(f"it is longer than {LIMITS.file_bytes:,} bytes", where=name, hint="split it")
    return data

"""Where files come from: a folder, or a dict in a test. The same methods, whatever is behind them."""

import os
from collections.abc import Iterator, Mapping
from typing import Protocol

from alignkit.findings import Span
from alignkit.source.limits import LIMITS
from alignkit.source.problem import Problem
from alignkit.source.reader import Document, parse


class Tree(Protocol):
    """A set of files; names use `/` and are relative to the tree's root, as a user would type them."""

    def read(self, name: str) -> bytes:
        """Return the file's bytes; raise OSError where it cannot be read."""

    def names(self, folder: str) -> Iterator[str]:
        """Yield the YAML files below the folder, sorted, hidden ones and links that leave the tree left out."""

    def kind(self, name: str) -> str:
        """Return "file", "folder", or "" where there is none of that name."""


class Folder:
    """The files below a folder of this machine, named relative to it."""

    def __init__(self, root: str) -> None:
        """Take the folder that names are relative to."""
        self.root = root
        self._inside = os.path.realpath(root)

    def _path(self, name: str) -> str:
        return os.path.join(self.root, name)  # noqa: PTH118 - pathlib costs more to import than a check to run

    def read(self, name: str) -> bytes:
        """Return the file's bytes, at most one more than the limit; raise OSError where it cannot be read."""
        if not os.path.isfile(self._path(name)):  # noqa: PTH113
            raise FileNotFoundError(name) if not os.path.lexists(self._path(name)) else OSError(22, "not a file")
        with open(self._path(name), "rb") as file:  # noqa: PTH123
            return file.read(LIMITS.file_bytes + 1)

    def names(self, folder: str) -> Iterator[str]:
        """Yield the YAML files below the folder, sorted."""
        try:
            entries = sorted(os.scandir(self._path(folder)), key=lambda entry: entry.name)
        except OSError:
            yield folder  # reading it reports why
            return
        for entry in entries:
            name = entry.name if folder in ("", ".") else f"{folder.rstrip('/')}/{entry.name}"
            if entry.name.startswith(".") or (entry.is_symlink() and not self._stays_inside(entry.path)):
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from self.names(name)
            elif entry.name.endswith((".yaml", ".yml")):
                yield name

    def _stays_inside(self, path: str) -> bool:
        real = os.path.realpath(path)
        return os.path.isfile(real) and real.startswith(self._inside + os.sep)  # noqa: PTH113

    def kind(self, name: str) -> str:
        """Return "file", "folder", or ""."""
        path = self._path(name)
        if os.path.isdir(path):  # noqa: PTH112
            return "folder"
        return "file" if os.path.lexists(path) else ""


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


def load(tree: Tree, name: str) -> Document:
    """Return the file as read; one that cannot be read is a document with the problem that says why."""
    try:
        data = tree.read(name)
    except OSError as error:
        return _unreadable(name, _os_cause(error))
    if len(data) > LIMITS.file_bytes:
        most = {"limit": "bytes in one file", "most": f"{LIMITS.file_bytes:,}"}
        return Document(name, "", None, (Problem("limit-exceeded", Span(name), most),))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return _not_utf8(name, data, error)
    return parse(text.replace("\r\n", "\n"), name)


def _unreadable(name: str, cause: str, at: Span | None = None) -> Document:
    return Document(name, "", None, (Problem("unreadable-file", at or Span(name), {"cause": cause}),))


def _not_utf8(name: str, data: bytes, error: UnicodeDecodeError) -> Document:
    if b"\0" in data[:1000]:
        return _unreadable(name, "it is not text (it holds zero bytes)")
    before = data[: error.start].decode("utf-8-sig", "replace")
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
    return (error.strerror or str(error)).lower()

"""A few files with their bytes, read in one place to be looked at in another: plain data, and a tree as well."""

import errno
import os
from collections.abc import Iterable, Iterator
from functools import cached_property

from msgspec import Struct

from alignkit.source.tree import Tree

_ABSENT = (errno.ENOENT, os.strerror(errno.ENOENT))


class Packed(Struct, frozen=True, dict=True):
    """A tree (see source.tree) that holds the files themselves, in the order in which they were packed."""

    contents: tuple[tuple[str, bytes], ...] = ()
    refused: tuple[tuple[str, int, str], ...] = ()
    """Each file that could not be read, with the operating system's number and words for the reason."""

    @cached_property
    def _files(self) -> dict[str, bytes]:
        return dict(self.contents)

    @cached_property
    def _errors(self) -> dict[str, tuple[int, str]]:
        return {name: (number, reason) for name, number, reason in self.refused}

    @property
    def size(self) -> int:
        """Return how many bytes the files have together."""
        return sum(len(content) for _, content in self.contents)

    def read(self, name: str) -> bytes:
        """Return the file's bytes; raise the OSError that reading it raised where it was packed."""
        if name in self._files:
            return self._files[name]
        raise OSError(*self._errors.get(name, _ABSENT))

    def names(self, folder: str) -> Iterator[str]:
        """Yield the names below the folder, in the order in which they were packed."""
        prefix = "" if folder in ("", ".") else f"{folder.rstrip('/')}/"
        return (name for name in (*self._files, *self._errors) if name.startswith(prefix))

    def kind(self, name: str) -> str:
        """Return "file", "folder", or ""."""
        if name in self._files or self._errors.get(name, _ABSENT)[0] != errno.ENOENT:
            return "file"
        return "folder" if next(self.names(name), "") else ""

    def leaves(self, name: str) -> bool:  # noqa: ARG002 - what is packed has been followed already
        """Return False."""
        return False


def packed(tree: Tree, names: Iterable[str]) -> Packed:
    """Return the files of these names, each once, as the tree holds them now."""
    contents: list[tuple[str, bytes]] = []
    refused: list[tuple[str, int, str]] = []
    for name in dict.fromkeys(names):
        try:
            contents.append((name, tree.read(name)))
        except OSError as error:
            number = error.errno or (errno.EISDIR if isinstance(error, IsADirectoryError) else errno.ENOENT)
            refused.append((name, number, error.strerror or os.strerror(number)))
    return Packed(tuple(contents), tuple(refused))

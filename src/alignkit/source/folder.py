"""A folder of this machine as a tree (see source.tree).

Loads next to nothing: what is remembered of a run is compared with what a folder holds before anything else is loaded.
"""

import errno
import os
import stat
from collections.abc import Iterator

# The most that is read of a file; source.limits has the other limits.
FILE_BYTES = 20_000_000


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
        path = self._path(name)
        try:
            mode = os.stat(path).st_mode  # noqa: PTH116
        except ValueError:  # a name that no file can have
            raise FileNotFoundError(name) from None
        if stat.S_ISDIR(mode):
            os.scandir(path).close()  # raises where the folder may not be looked into
            raise IsADirectoryError(name)
        # Opening a pipe or a device could wait for ever.
        if not stat.S_ISREG(mode):
            raise OSError(errno.EINVAL, "it is not a file")
        with open(path, "rb") as file:  # noqa: PTH123
            return file.read(FILE_BYTES + 1)

    def names(self, folder: str) -> Iterator[str]:
        """Yield the YAML files below the folder, sorted; a folder that cannot be looked into is yielded itself."""
        waiting = [(folder, True)]
        while waiting:
            name, is_folder = waiting.pop()
            if is_folder:
                waiting += reversed(self._entries(name))
            else:
                yield name

    def _entries(self, folder: str) -> list[tuple[str, bool]]:
        """Return the names in a folder, each with whether it is a folder."""
        try:
            entries = sorted(os.scandir(self._path(folder)), key=lambda entry: entry.name)
        except OSError:
            return [(folder, False)]  # reading it reports why
        before = "" if folder in ("", ".") else f"{folder.rstrip('/')}/"
        return [(before + entry.name, entry.is_dir(follow_symlinks=False)) for entry in entries if self._is_ours(entry)]

    def _is_ours(self, entry: os.DirEntry[str]) -> bool:
        if entry.name.startswith(".") or (entry.is_symlink() and not self._may_be_followed(entry.path)):
            return False
        return entry.is_dir(follow_symlinks=False) or entry.name.endswith((".yaml", ".yml"))

    def _may_be_followed(self, path: str) -> bool:
        """Say whether a link leads to no folder, and not outside; one that leads nowhere says so when it is read."""
        return not os.path.isdir(path) and _lies_in(path, self._inside)  # noqa: PTH112

    def leaves(self, name: str) -> bool:
        """Say whether the name is a link to what lies outside the folder, or the one above it where it begins."""
        path = self._path(name)
        if not os.path.islink(path):  # noqa: PTH114
            return False
        above = name[: len(name) - len(name.lstrip("./"))] if name.startswith("../") else ""
        home = os.path.realpath(self._path(above)) if above else self._inside
        return not _lies_in(path, home)

    def kind(self, name: str) -> str:
        """Return "file", "folder", or ""."""
        path = self._path(name)
        if os.path.isdir(path):  # noqa: PTH112
            return "folder"
        return "file" if os.path.lexists(path) else ""


def _lies_in(path: str, folder: str) -> bool:
    """Say whether what a path leads to lies below a folder, whose own path has no links."""
    return os.path.realpath(path).startswith(folder.rstrip(os.sep) + os.sep)

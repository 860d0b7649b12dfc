"""What a run depends on besides the files that it reads: the call, the place, the terminal, the program."""

import os
import sys
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from alignkit import __version__
from alignkit.cli.stdout import encoding_of_stdout, look_of_stdout
from alignkit.library.shipped import shipped_tree

# A file changed so shortly before, or since, may have changed again after it was read without showing it.
_SETTLED = 2_000_000_000


def key_of(arguments: Sequence[str]) -> str:
    """Return the name under which a run of this call, here, in this terminal, is remembered."""
    python = (sys.version, sys.executable, *sys.path)
    stdout = (encoding_of_stdout(), *map(str, look_of_stdout()))
    return _digest((__version__, *python, os.getcwd(), *stdout, *arguments))  # noqa: PTH109 - pathlib is slow to load


def program_files() -> tuple[str, ...]:
    """Return the files of all that was loaded for the run, and the data that is shipped with alignkit."""
    modules = {getattr(module, "__file__", None) or "" for module in list(sys.modules.values())}
    shipped = {
        os.path.join(folder, name)  # noqa: PTH118
        for folder, folders, files in os.walk(shipped_tree().root)
        for name in (".", *folders, *files)
    }
    return tuple(sorted((modules | shipped) - {""}))


def state_of(files: Iterable[str]) -> str:
    """Return what tells whether any of the files has changed: its size, and times of which no tool sets back both.

    Raises OSError where one is not there.
    """
    found = map(os.stat, files)
    return _digest(f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns}" for status in found)


def settled_since(files: Iterable[str], started: int) -> bool:
    """Say whether all of them were left alone for a while before that moment, in nanoseconds, and ever since."""
    return all(max(status.st_mtime_ns, status.st_ctime_ns) < started - _SETTLED for status in map(os.stat, files))


def _digest(texts: Iterable[str]) -> str:
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

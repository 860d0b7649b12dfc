"""The folder of remembered runs: one file each, written whole, the longest unused given up first."""

import os

_RUNS = "runs-1"
_TAG = "CACHEDIR.TAG"
# The mark by which backups pass a cache over: https://bford.info/cachedir/
_TAG_TEXT = b"Signature: 8a477f597d28d172789f06886806bc55\n# Runs of alignkit; safe to delete.\n"
# A run that said more than this is not kept; all together may take up so much.
MOST_OF_ONE = 16_000_000
MOST_IN_ALL = 200_000_000


def fetch(folder: str, key: str) -> bytes:
    """Return what is kept under the key, and let it count as used; b"" where nothing is, or cannot be read."""
    path = os.path.join(folder, _RUNS, key)  # noqa: PTH118 - pathlib costs more to load than this takes
    try:
        with open(path, "rb", opener=_without_waiting) as file:
            data = file.read(MOST_OF_ONE + 1)
        os.utime(path)
    except OSError:
        return b""
    return data


def _without_waiting(path: str, flags: int) -> int:
    """Open a file; one that is a pipe is empty, and would be waited for otherwise."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def put_away(folder: str, key: str, data: bytes) -> None:
    """Keep the data under the key, in one piece; nothing happens where it is too much, or cannot be written."""
    if len(data) > MOST_OF_ONE:
        return
    runs = os.path.join(folder, _RUNS)  # noqa: PTH118
    temporary = os.path.join(runs, f"new-{os.urandom(8).hex()}")  # noqa: PTH118
    try:
        new = not os.path.isdir(folder)  # noqa: PTH112
        os.makedirs(runs, mode=0o700, exist_ok=True)  # noqa: PTH103
        if new:  # a folder of somebody's own is theirs to pass over
            _write_new(os.path.join(folder, _TAG), _TAG_TEXT)  # noqa: PTH118
        _write_new(temporary, data)
        os.replace(temporary, os.path.join(runs, key))  # noqa: PTH105, PTH118
        _tidy(runs)
    except OSError:
        return
    finally:
        if os.path.lexists(temporary):
            os.unlink(temporary)  # noqa: PTH108


def _write_new(path: str, data: bytes) -> None:
    """Write a file that only its owner may read; one that is there already stays as it is."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with open(handle, "wb") as file:  # noqa: PTH123
        file.write(data)


def _tidy(runs: str) -> None:
    """Give up what was unused for longest, until what is left takes up no more than it may."""
    with os.scandir(runs) as entries:
        kept = sorted((entry.stat().st_mtime_ns, entry.stat().st_size, entry.path) for entry in entries)
    size = sum(each for _, each, _ in kept)
    for _, each, path in kept:
        if size <= MOST_IN_ALL:
            return
        os.unlink(path)  # noqa: PTH108
        size -= each

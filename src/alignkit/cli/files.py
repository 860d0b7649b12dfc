"""The one way in which files are written: each in one piece, or not at all."""

import errno
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, suppress
from typing import BinaryIO

from alignkit.errors import NotWritten, reason_of

_TO_DO = {
    **dict.fromkeys((errno.ENOSPC, errno.EDQUOT, errno.EFBIG), "make room on the disk, or write elsewhere"),
    **dict.fromkeys((errno.EACCES, errno.EPERM, errno.EROFS), "choose a folder that you may write to"),
    **dict.fromkeys((errno.ENOENT, errno.ENOTDIR), "make the folder first"),
    errno.EISDIR: "name a file in it",
}
# Whoever may read the file that is replaced may read the new one; until it is there, only its owner may.
_PRIVATE = 0o600
_PUBLIC = 0o666


def write_whole(file: str, data: bytes) -> None:
    """Write the file in one piece: whoever reads it meets the earlier content or all of the new.

    Raises NotWritten where that cannot be done; the earlier content is then untouched.
    """
    write_together({file: data})


def write_together(contents: Mapping[str, bytes]) -> None:
    """Write the files, each in one piece; none takes its place before all of them are on the disk.

    A link stays a link: it is the file behind it that changes. A device or a pipe is written to as it is.
    Raises NotWritten where that cannot be done; what has not been replaced by then is untouched.
    """
    with _together() as opened:
        for file, data in contents.items():
            with opened(file) as out:
                out.write(data)


@contextmanager
def whole(file: str) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes the file's in one piece at the end; if anything is raised, it never does.

    For what is too large to be held: see `write_whole`. An OSError of the body is taken for one of writing.
    """
    with _together() as opened, opened(file) as out:
        yield out


def write_new(file: str, data: bytes) -> None:
    """Write a file that only its owner may read, in one piece; raises FileExistsError where there is one already."""
    temporary = _beside(file)
    try:
        with _told(file):
            with _new_file(temporary, _PRIVATE) as out:
                out.write(data)
            _link(temporary, file)
    finally:
        _remove((temporary,))


def _link(temporary: str, file: str) -> None:
    try:
        os.link(temporary, file)
    except FileExistsError:
        raise
    except OSError:
        # A file system without links: the name could be taken between these two lines, and that is the best there is.
        if os.path.lexists(file):
            raise FileExistsError from None
        os.replace(temporary, file)  # noqa: PTH105 - pathlib is slow to load


@contextmanager
def _together() -> Iterator[Callable[[str], AbstractContextManager[BinaryIO]]]:
    """Give what opens a file to write; at the end all of them take their places, or none if anything was raised."""
    waiting: dict[str, str] = {}
    try:
        yield lambda file: _opened(file, waiting)
        _take_places(waiting)
    finally:
        _remove(waiting.values())


@contextmanager
def _opened(file: str, waiting: dict[str, str]) -> Iterator[BinaryIO]:
    """Give a device or a pipe as it is; for any other file one that waits to take its place."""
    with _told(file):
        if _is_stream(file):
            with open(file, "wb") as out:  # noqa: PTH123 - pathlib is slow to load
                yield out
            return
        target = os.path.realpath(file)
        waiting[file] = _beside(target)
        earlier = _permissions(target)
        with _new_file(waiting[file], _PUBLIC if earlier is None else _PRIVATE) as out:
            yield out
        if earlier is not None:
            os.chmod(waiting[file], earlier)  # noqa: PTH101 - the same


def _take_places(waiting: Mapping[str, str]) -> None:
    done: list[str] = []
    for file, temporary in waiting.items():
        with _told(file, done):
            os.replace(temporary, os.path.realpath(file))  # noqa: PTH105 - pathlib is slow to load
        done.append(file)
    _keep({os.path.dirname(temporary) for temporary in waiting.values()})  # noqa: PTH120 - the same


def _beside(file: str) -> str:
    """Return a name in the same folder, hidden, that no file has."""
    name = f".alignkit-{os.urandom(8).hex()}.part"
    return os.path.join(os.path.dirname(file), name)  # noqa: PTH118, PTH120 - pathlib is slow to load


def _permissions(file: str) -> int | None:
    return stat.S_IMODE(os.stat(file).st_mode) if os.path.exists(file) else None  # noqa: PTH110, PTH116 - the same


@contextmanager
def _new_file(file: str, mode: int) -> Iterator[BinaryIO]:
    """Give a new file to write, and see it to the disk."""
    with open(file, "xb", opener=lambda path, flags: os.open(path, flags, mode)) as out:
        yield out
        out.flush()
        os.fsync(out.fileno())


def _is_stream(file: str) -> bool:
    """Say whether a file is a device or a pipe: another file in its place would be none."""
    try:
        mode = os.stat(file).st_mode  # noqa: PTH116 - pathlib is slow to load
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _keep(folders: set[str]) -> None:
    """See to the disk that the files are there, as far as the system knows how."""
    for folder in folders:
        with suppress(OSError):
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _remove(files: Iterable[str]) -> None:
    for file in files:
        with suppress(OSError):
            os.unlink(file)  # noqa: PTH108 - pathlib is slow to load


@contextmanager
def _told(file: str, done: list[str] | None = None) -> Iterator[None]:
    """Turn what the system says of writing the file into what a person can do about it."""
    try:
        yield
    except FileExistsError:
        raise
    except (OSError, ValueError) as error:
        raise NotWritten(f"cannot write {file}: {reason_of(error)}", hint=_hint(file, error, done or [])) from error


def _hint(file: str, error: OSError | ValueError, done: list[str]) -> str:
    number = error.errno if isinstance(error, OSError) else None
    parts = [_TO_DO.get(number or 0, "write elsewhere")]
    if os.path.isfile(file):  # noqa: PTH113 - pathlib is slow to load
        parts.append("what stood there before is still whole")
    if done:
        parts.append(f"written before that: {', '.join(done)}")
    return "; ".join(parts)


def make_folder(folder: str) -> None:
    """Make a folder and those above it where they are not there; NotWritten where that cannot be done."""
    try:
        os.makedirs(folder or ".", exist_ok=True)  # noqa: PTH103 - pathlib is slow to load
    except (OSError, ValueError) as error:
        hint = "choose a folder that you may write to"
        raise NotWritten(f"cannot make the folder {folder}: {reason_of(error)}", hint=hint) from error

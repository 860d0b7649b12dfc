"""The one way in which files are written: each in one piece, or not at all."""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
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
    waiting: dict[str, str] = {}
    done: list[str] = []
    try:
        for file, data in contents.items():
            with _told(file):
                if _is_stream(file):
                    _pour(file, data)
                else:
                    waiting[file] = _beside(os.path.realpath(file))
                    _write(waiting[file], data, os.path.realpath(file))
        for file, temporary in waiting.items():
            with _told(file, done):
                os.replace(temporary, os.path.realpath(file))  # noqa: PTH105 - pathlib is slow to load
            done.append(file)
        _keep({os.path.dirname(temporary) for temporary in waiting.values()})  # noqa: PTH120 - the same
    finally:
        _remove(waiting.values())


@contextmanager
def whole(file: str) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes the file's in one piece at the end; if anything is raised, it never does.

    For what is too large to be held: see `write_whole`. An OSError of the body is taken for one of writing.
    """
    if _is_stream(file):
        with _told(file), open(file, "wb") as out:  # noqa: PTH123 - pathlib is slow to load
            yield out
        return
    target = os.path.realpath(file)
    temporary = _beside(target)
    try:
        with _told(file), _new_file(temporary, target) as out:
            yield out
        with _told(file):
            os.replace(temporary, target)  # noqa: PTH105 - the same
            _keep({os.path.dirname(temporary)})  # noqa: PTH120 - the same
    finally:
        _remove((temporary,))


def write_new(file: str, data: bytes) -> None:
    """Write a file that only its owner may read, in one piece; raises FileExistsError where there is one already."""
    temporary = _beside(file)
    try:
        with _told(file):
            _write(temporary, data, "", _PRIVATE)
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


def _beside(file: str) -> str:
    """Return a name in the same folder, hidden, that no file has."""
    return os.path.join(os.path.dirname(file), f".alignkit-{os.urandom(8).hex()}")  # noqa: PTH118, PTH120 - as above


def _write(temporary: str, data: bytes, instead_of: str, mode: int = _PUBLIC) -> None:
    with _new_file(temporary, instead_of, mode) as out:
        out.write(data)


@contextmanager
def _new_file(temporary: str, instead_of: str, mode: int = _PUBLIC) -> Iterator[BinaryIO]:
    """Give a new file to write and see it to the disk, with the permissions of the one that it will stand in for."""
    earlier = stat.S_IMODE(os.stat(instead_of).st_mode) if os.path.exists(instead_of) else None  # noqa: PTH110, PTH116
    first = mode if earlier is None else _PRIVATE
    with open(temporary, "xb", opener=lambda path, flags: os.open(path, flags, first)) as out:
        yield out
        out.flush()
        os.fsync(out.fileno())
    if earlier is not None:
        os.chmod(temporary, earlier)  # noqa: PTH101 - pathlib is slow to load


def _is_stream(file: str) -> bool:
    """Say whether a file is a device or a pipe: another file in its place would be none."""
    try:
        mode = os.stat(file).st_mode  # noqa: PTH116 - pathlib is slow to load
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _pour(file: str, data: bytes) -> None:
    with open(file, "wb") as out:  # noqa: PTH123 - pathlib is slow to load
        out.write(data)


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

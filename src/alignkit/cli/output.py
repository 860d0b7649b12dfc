"""Writes what a command has to say: to the terminal as it is, or to a file in one piece."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from alignkit.cli.stdout import look_of_stdout, say
from alignkit.errors import NotWritten
from alignkit.render.style import Style


def style_of_stdout() -> Style:
    """Return how text looks on standard output: no colour when piped, or when NO_COLOR is set."""
    return Style(*look_of_stdout())


def put(text: str, file: str = "") -> None:
    """Write the text to the file, or to standard output where none is named."""
    if file:
        write_whole(file, text.encode())
        return
    say(text)


def write_whole(file: str, data: bytes) -> None:
    """Write the file in one piece: whoever reads it meets the earlier content or all of the new.

    Raises NotWritten where that cannot be done; the earlier content is then untouched.
    """
    with whole(file) as out:
        out.write(data)


@contextmanager
def whole(file: str) -> Iterator[BinaryIO]:
    """Give a stream whose content becomes the file's in one piece at the end; if anything is raised, it never does.

    Raises NotWritten where the file cannot be written; the earlier content is then untouched. What is no file, such as
    a device or a pipe, is written to and not replaced.
    """
    if os.path.exists(file) and not os.path.isfile(file) and not os.path.isdir(file):  # noqa: PTH110, PTH112, PTH113
        with _told(file), open(file, "wb") as out:  # noqa: PTH123
            yield out
        return
    from tempfile import mkstemp  # noqa: PLC0415 - costs more to import than most checks that only print

    folder = os.path.dirname(file) or "."  # noqa: PTH120
    temporary = ""
    try:
        with _told(file):
            handle, temporary = mkstemp(prefix=".alignkit-", dir=folder)
            with os.fdopen(handle, "wb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            os.chmod(temporary, _mode_of(file))  # noqa: PTH101
            os.replace(temporary, file)  # noqa: PTH105
    finally:
        if temporary and os.path.exists(temporary):  # noqa: PTH110
            os.unlink(temporary)  # noqa: PTH108


@contextmanager
def _told(file: str) -> Iterator[None]:
    """Say which file it was where it cannot be written."""
    try:
        yield
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotWritten(f"cannot write {file}: {reason}", hint="what stood there before is still whole") from error


def _mode_of(file: str) -> int:
    """Return the permissions that the file has, or that a new one would get."""
    if os.path.exists(file):  # noqa: PTH110
        return os.stat(file).st_mode & 0o777  # noqa: PTH116
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

"""Writes what a command has to say: to the terminal as it is, or to a file in one piece."""

import os

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
    from tempfile import mkstemp  # noqa: PLC0415 - costs more to import than most checks that only print

    folder = os.path.dirname(file) or "."  # noqa: PTH120
    temporary = ""
    try:
        handle, temporary = mkstemp(prefix=".alignkit-", dir=folder)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        os.chmod(temporary, _mode_of(file))  # noqa: PTH101
        os.replace(temporary, file)  # noqa: PTH105
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise NotWritten(f"cannot write {file}: {reason}", hint="what stood there before is still whole") from error
    finally:
        if temporary and os.path.exists(temporary):  # noqa: PTH110
            os.unlink(temporary)  # noqa: PTH108


def _mode_of(file: str) -> int:
    """Return the permissions that the file has, or that a new one would get."""
    if os.path.exists(file):  # noqa: PTH110
        return os.stat(file).st_mode & 0o777  # noqa: PTH116
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask

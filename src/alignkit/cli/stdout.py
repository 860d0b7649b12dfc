"""The standard streams: what they can show, how to write to them, what becomes of those that are closed."""

import os
import sys
from collections.abc import Callable
from io import BufferedIOBase

from alignkit.errors import NotWritten, reason_of

_WIDEST = 100
_NARROWEST = 40
_UNPIPED_WIDTH = 80


def look_of_stdout() -> tuple[int, bool, bool]:
    """Return how wide text may be, whether in colour, and whether in more than ASCII.

    There is no colour when piped, unless FORCE_COLOR asks for it, and none when NO_COLOR is set.
    """
    on_terminal = sys.stdout.isatty()
    forced = os.environ.get("FORCE_COLOR", "") not in ("", "0")
    colour = (on_terminal or forced) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = _terminal_width() if on_terminal else _UNPIPED_WIDTH
    return min(max(width, _NARROWEST), _WIDEST), colour, encoding_of_stdout().startswith("utf")


def encoding_of_stdout() -> str:
    """Return the encoding, without what is written in different ways: "utf8"."""
    return (sys.stdout.encoding or "ascii").lower().replace("-", "")


def _terminal_width() -> int:
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal():
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or _UNPIPED_WIDTH
    except OSError:
        return _UNPIPED_WIDTH


def say(text: str) -> None:
    """Write the text, with a question mark for each character that cannot be written; NotWritten where none can be."""
    encoding = sys.stdout.encoding or "utf-8"
    written(lambda: sys.stdout.write(text.encode(encoding, "replace").decode(encoding)))


def say_bytes(data: bytes) -> None:
    """Write the bytes as they are, after all that was said before; NotWritten where they cannot be."""
    flush_stdout()
    written(lambda: sys.stdout.buffer.write(data))


def copy_to_stdout(stream: BufferedIOBase) -> None:
    """Write what is left of the stream, after all that was said before; NotWritten where it cannot be written."""
    flush_stdout()
    from shutil import copyfileobj  # noqa: PLC0415 - slow to load

    written(lambda: copyfileobj(stream, sys.stdout.buffer))


def flush_stdout() -> None:
    """See to it that all that was said has left; NotWritten where it cannot."""
    written(sys.stdout.flush)


def warn(text: str) -> None:
    """Write the text to standard error, as far as it can be written: there is nowhere left to complain."""
    try:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(text.encode(encoding, "replace").decode(encoding))
    except OSError:
        return


def written(write: Callable[[], object]) -> None:
    """Do what writes to standard output; NotWritten where it cannot."""
    try:
        write()
    except BrokenPipeError:
        raise
    except OSError as error:
        shut_stdout()
        raise NotWritten(
            f"cannot write to standard output: {reason_of(error)}", hint="write to a file elsewhere"
        ) from error


def shut_stdout() -> None:
    """Let what was not written go nowhere, lest Python try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def replace_closed_streams() -> None:
    """Let a standard stream that was closed before we began lead nowhere.

    In this order each gets its own number back, which a file that is opened later would have otherwise.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - open until the end

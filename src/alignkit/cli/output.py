"""Writes what a command has to say: to the terminal as it is, or to a file in one piece."""

import re

from alignkit.cli.files import write_whole
from alignkit.cli.stdout import look_of_stdout, say
from alignkit.render.style import Style

# A command begins its line, whatever blanks stand before it.
_COMMAND = re.compile(r"^(\s*)(:|##)(:|\[)", re.MULTILINE)


def style_of_stdout() -> Style:
    """Return how text looks on standard output, as far as that can show it."""
    return Style(*look_of_stdout())


def put(text: str, file: str = "") -> None:
    """Write what a person reads to the file, or to standard output where none is named."""
    if file:
        write_whole(file, text.encode())
        return
    say(no_commands(text))


def put_data(text: str, file: str = "") -> None:
    """Write what a program reads, as it is."""
    if file:
        write_whole(file, text.encode())
        return
    say(text)


def no_commands(text: str) -> str:
    """Return the text with no line that GitHub Actions would obey: a title may begin with `::error`."""
    return _COMMAND.sub(r"\1\2 \3", text) if "::" in text or "##[" in text else text

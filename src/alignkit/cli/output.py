"""Writes what a command has to say: to the terminal as it is, or to a file in one piece."""

from alignkit.cli.files import write_whole
from alignkit.cli.stdout import look_of_stdout, say
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

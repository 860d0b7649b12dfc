"""What the commands' options have in common."""

from collections.abc import Callable
from enum import Enum
from typing import NoReturn

import typer

from alignkit.cli.guard import guarded
from alignkit.cli.light import split


class FailOn(Enum):
    """The least severity that fails a run."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
    NEVER = "never"


class LibraryFormat(Enum):
    """How the library is written."""

    TEXT = "text"
    JSON = "json"


def leave(command: Callable[[], int]) -> NoReturn:
    """Run the command and leave; what stops it is turned into words here, before Typer sees it."""
    raise typer.Exit(guarded(command))


def flat(texts: list[str] | None) -> tuple[str, ...]:
    """Return the words of a list option, whether they were typed with commas or one option each."""
    return tuple(word for text in texts or () for word in split(text))

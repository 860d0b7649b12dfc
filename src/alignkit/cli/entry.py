"""Where `alignkit` begins: the light way for `check`, everything else through Typer (ADR 0003).

Importing Typer and dispatching a command costs more than checking a course, and `check` is what runs after each edit.
"""

import gc
import sys
from collections.abc import Sequence

from alignkit.cli.guard import guarded
from alignkit.cli.light import parse_check


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit status."""
    # What a command builds has no cycles and ends with it: looking for some takes a third of a large check.
    gc.disable()
    given = list(sys.argv[1:] if arguments is None else arguments)
    sys.exit(guarded(lambda: _run(given)))


def _run(arguments: list[str]) -> int:
    call = parse_check(arguments[1:]) if arguments[:1] == ["check"] else None
    if call is not None:
        from alignkit.cli.check import run_check  # noqa: PLC0415 - only what this command needs

        return run_check(call)
    from alignkit.cli.app import run_app  # noqa: PLC0415 - Typer is loaded only when it is needed

    return run_app(arguments)

"""Where `alignkit` begins: the light way for `check`, everything else through Typer (ADR 0003).

Importing Typer and dispatching a command costs more than checking a course, and `check` is what runs after each edit.
"""

import gc
import os
import sys
from collections.abc import Sequence

from alignkit.cli.guard import INTERRUPTED, guarded, insist
from alignkit.cli.place import need_a_place
from alignkit.cli.stdout import replace_closed_streams


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit status.

    Without arguments, those of the process are meant, which then ends at once: taking apart all that is loaded takes
    a twentieth of a small check. What wants to see a process end, such as a profiler, gives the arguments.
    """
    # What a command builds has no cycles and ends with it: looking for some takes a third of a large check.
    gc.disable()
    if arguments is None:
        sys.unraisablehook = insist
    replace_closed_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    try:
        status = guarded(lambda: _run(given))
        if arguments is None and _all_is_written():
            os._exit(status)
    except KeyboardInterrupt:  # another one, while the first was told
        status = INTERRUPTED
    sys.exit(status)


def _all_is_written() -> bool:
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return False
    return True


# Each way loads only what it needs: the quickest needs next to nothing.
def _run(arguments: list[str]) -> int:
    need_a_place()
    status = _check(arguments[1:]) if arguments[:1] == ["check"] else None
    if status is not None:
        return status
    from alignkit.cli.app import run_app  # noqa: PLC0415

    return run_app(arguments)


def _check(arguments: list[str]) -> int | None:
    """Check, or say again what the same check said before; None where it takes Typer to read the call."""
    from alignkit.cli.cache.memory import memory_of  # noqa: PLC0415
    from alignkit.cli.stdout import say  # noqa: PLC0415

    memory = memory_of(arguments)
    if memory and (entry := memory.recall()):
        say(entry.said)
        return entry.status
    from alignkit.cli.msgspec_alone import load_msgspec  # noqa: PLC0415

    load_msgspec()
    from alignkit.cli.light import parse_check  # noqa: PLC0415

    call = parse_check(arguments)
    if call is None:
        return None
    from alignkit.cli.check import run_check  # noqa: PLC0415

    return run_check(call, memory)

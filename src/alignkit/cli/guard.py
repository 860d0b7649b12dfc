"""Turns whatever stops a command into words and an exit status: no traceback ever reaches a user."""

import os
import sys
from collections.abc import Callable

from alignkit.errors import AlignkitError

_INTERRUPTED = 130
_UNUSABLE = 2
_FAULT = 3


def guarded(command: Callable[[], int]) -> int:
    """Return the command's exit status, or the one that fits what stopped it."""
    try:
        status = command()
        sys.stdout.flush()
    except AlignkitError as error:
        _tell(error)
        return _UNUSABLE
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; nothing was written\n")
        return _INTERRUPTED
    except BrokenPipeError:
        # Whoever reads us has seen enough (`alignkit check | head`); there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: a fault of alignkit itself
        from alignkit.cli.crash import report_crash  # noqa: PLC0415 - hardly ever needed

        sys.stderr.write(report_crash(error))
        return _FAULT
    return status


def _tell(error: AlignkitError) -> None:
    from alignkit.render.style import safe  # noqa: PLC0415 - hardly ever needed

    where = f"{error.where}: " if error.where else ""
    # Names of files and words of a call may hold anything; those of files even what is no text at all.
    sys.stderr.write(f"alignkit: {safe(where + error.message)}\n")
    if error.hint:
        sys.stderr.write(f"  {safe(error.hint)}\n")

"""Turns whatever stops a command into words and an exit status: no traceback ever reaches a user."""

import sys
from collections.abc import Callable

from alignkit.cli.stdout import flush_stdout, shut_stdout, warn
from alignkit.errors import AlignkitError

INTERRUPTED = 130
_UNUSABLE = 2
_FAULT = 3
# Written beforehand: even to put it together would take some.
_OUT_OF_MEMORY = (
    "alignkit: there is not enough memory for all this at once\n"
    "  name fewer files or folders, or let `alignkit portfolio` take the curricula one by one\n"
)


def guarded(command: Callable[[], int]) -> int:
    """Return the command's exit status, or the one that fits what stopped it."""
    try:
        status = command()
        flush_stdout()
    except AlignkitError as error:
        _tell(error)
        return _UNUSABLE
    except KeyboardInterrupt:
        warn("interrupted; no file was left half written\n")
        return INTERRUPTED
    except MemoryError:
        warn(_OUT_OF_MEMORY)
        return _UNUSABLE
    except BrokenPipeError:
        # Whoever reads us has seen enough (`alignkit check | head`); there is nobody left to tell.
        shut_stdout()
        return 0
    except Exception as error:  # noqa: BLE001 - the last resort: a fault of alignkit itself
        from alignkit.cli.crash import report_crash  # noqa: PLC0415 - hardly ever needed

        warn(report_crash(error))
        return _FAULT
    return status


def _tell(error: AlignkitError) -> None:
    from alignkit.render.style import safe  # noqa: PLC0415 - hardly ever needed

    where = f"{error.where}: " if error.where else ""
    # Names of files and words of a call may hold anything; those of files even what is no text at all.
    warn(f"alignkit: {safe(where + error.message)}\n")
    if error.hint:
        warn(f"  {safe(error.hint)}\n")


def insist(unraised: "sys.UnraisableHookArgs") -> None:
    """Interrupt once more where Python had to swallow an interruption, as while it loads a module; tell all else.

    For `sys.unraisablehook`.
    """
    if issubclass(unraised.exc_type, KeyboardInterrupt):
        from _thread import interrupt_main, start_new_thread  # noqa: PLC0415 - needed only then

        # From another thread, lest it is raised and swallowed here.
        start_new_thread(interrupt_main, ())
    else:
        sys.__unraisablehook__(unraised)

"""A process of its own that answers on portions of curricula, one at a time."""

import gc
import os
import signal
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

from alignkit.api.portfolio.chunks import Chunk
from alignkit.api.portfolio.unit import Answer, Setting, answers
from alignkit.errors import AlignkitError, NoWorkers, reason_of

# A process that begins anew has none of this one's threads, locks and open files, on every system.
_CONTEXT = get_context("spawn")
_PATIENCE = 10
_OUT_OF_MEMORY = 112
_STDERR = 2


class WorkerLost(Exception):
    """The process ended before it answered."""


class WorkerFault(Exception):
    """A fault of ours in the process, in the words of its traceback: what was raised may not fit through a pipe."""


class Worker:
    """The process as it is seen from here."""

    def __init__(self, setting: Setting) -> None:
        """Start it; NoWorkers where the system does not let it."""
        try:
            self.pipe, theirs = _CONTEXT.Pipe()
            self._process = _CONTEXT.Process(target=serve, args=(theirs, setting), daemon=True)
            with theirs, _without_interrupts():
                self._process.start()
        except OSError as error:
            hint = "share the work among fewer processes (--jobs)"
            raise NoWorkers(f"a worker process could not be started: {reason_of(error)}", hint=hint) from None

    def give(self, chunk: Chunk) -> None:
        """Hand over a portion; whether the process still lives shows when its answer is taken."""
        with suppress(OSError):
            self.pipe.send(chunk)

    def take(self) -> tuple[Answer, ...]:
        """Return the answers, none where it is ready to begin; raise WorkerLost where it ended, else what it raised."""
        try:
            found = self.pipe.recv()
        except (EOFError, OSError):
            self._process.join(_PATIENCE)
            raise WorkerLost(self.fate) from None
        if isinstance(found, BaseException):
            raise found
        taken: tuple[Answer, ...] = found
        return taken

    @property
    def fate(self) -> str:
        """Say how the process ended."""
        code = self._process.exitcode
        if code == _OUT_OF_MEMORY:
            return "out of memory"
        return f"killed by signal {-code}" if code is not None and code < 0 else f"exit status {code}"

    def end(self) -> None:
        """End the process, whatever it is doing."""
        self.pipe.close()
        self._process.kill()
        self._process.join(_PATIENCE)


def serve(pipe: Connection, setting: Setting) -> None:
    """Answer on each portion that comes through the pipe, until nobody is at its other end.

    Ctrl-C is for the process that began the run: it ends this one. What has to be told goes through the pipe as well.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), _STDERR)
    try:
        with suppress(EOFError, OSError):
            pipe.send(_answered(setting, ()))
            gc.freeze()
            gc.disable()
            while True:
                pipe.send(_answered(setting, pipe.recv()))
                gc.collect()
    except MemoryError:  # even to say so would take some
        os._exit(_OUT_OF_MEMORY)


def _answered(setting: Setting, chunk: Chunk) -> tuple[Answer, ...] | Exception:
    try:
        return answers(setting, chunk)
    except MemoryError:
        raise
    except AlignkitError as error:
        return error
    except Exception:  # noqa: BLE001 - it is raised again where the run was begun
        return WorkerFault(traceback.format_exc())


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Let a process that starts meanwhile not be met by Ctrl-C, not even before it has said that it ignores it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)

"""What running a command costs, by the operating system's own account of the process."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

_MEBI = 1024


class Spent(NamedTuple):
    """CPU seconds (user and system), the most memory that a process had at once, in MiB, and how the first failed."""

    cpu: float
    peak: float
    status: int = 0


def told(status: int) -> str:
    """Return what has to be said of a failure: what a tool does not finish takes it no time."""
    return f", exit status {status}" if status else ""


def spent(commands: Sequence[Sequence[str]], folder: Path, environment: Mapping[str, str] | None = None) -> Spent:
    """Return what the commands, one after another, cost together; what they print goes to a file, as in a pipeline."""
    runs = [_spent(command, folder, environment) for command in commands]
    status = next((run.status for run in runs if run.status), 0)
    return Spent(sum(run.cpu for run in runs), max(run.peak for run in runs), status)


def _spent(command: Sequence[str], folder: Path, environment: Mapping[str, str] | None) -> Spent:
    # Compiled modules are kept between runs, as they are where somebody works, also where the caller keeps none.
    surroundings = {**os.environ, "PYTHONDONTWRITEBYTECODE": "", **(environment or {})}
    with (
        tempfile.TemporaryFile() as out,
        subprocess.Popen(command, cwd=folder, env=surroundings, stdout=out, stderr=out) as process,
    ):
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / _MEBI, process.returncode)

"""Commands that are run while something goes wrong, in this process or in a copy of it that may be hurt."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.faults.commands import WRITING, Writing
from tests.fuzz.campaign import no_hang

from alignkit.cli.entry import main

_SECONDS = 60
Run = Callable[[list[str]], int]


@pytest.fixture
def run(tmp_path, monkeypatch) -> Run:
    """Return a function that runs a command in the test's folder, and returns its exit status."""

    def run(arguments: list[str]) -> int:
        monkeypatch.chdir(tmp_path)
        with no_hang(), pytest.raises(SystemExit) as left:
            main(arguments)
        assert isinstance(left.value.code, int)
        return left.value.code

    return run


@pytest.fixture(params=WRITING)
def writing(request, tmp_path, run, capsys) -> Writing:
    """Return each call that writes, everything that it needs in the test's folder."""
    call = WRITING[request.param]
    call.made(tmp_path)
    if call.command == "credential bundle":
        one = "credential issue small.yaml --learner ana.yaml --key key.pem --valid-from 2026-01-15 --out one.jwt"
        assert run(one.split()) == 0
        capsys.readouterr()
    return call


def hidden(folder: Path) -> list[str]:
    """Return what was left behind of files that were being written."""
    return [path.name for path in folder.rglob(".alignkit-*.part")]


def in_copy(folder: Path, said: Path, arguments: list[str], before: Callable[[], None] = lambda: None) -> int:
    """Run a command in a copy of this process, after doing something there; return the process.

    Its own process is what limits and permissions hold for, and what can be killed; a copy has everything loaded.
    """
    process = os.fork()
    if process:
        return process
    status = 70
    signal.alarm(_SECONDS)  # whatever a copy of the process waits for, nobody waits for it longer
    try:
        os.chdir(folder)
        out = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(out, 1)
        os.dup2(out, 2)
        sys.stdout, sys.stderr = os.fdopen(1, "w", closefd=False), os.fdopen(2, "w", closefd=False)
        before()
        main(arguments)
    except SystemExit as left:
        status = left.code if isinstance(left.code, int) else 71
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def ended(process: int) -> int:
    """Return the exit status of a process once it has ended, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])

"""Commands as a user runs them: exit status, standard output, standard error, files left behind."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True)
class Done:
    """What a command did."""

    status: int
    out: str
    err: str


@pytest.fixture
def alignkit(tmp_path):
    """Return a function that runs `alignkit` in an empty folder, without a terminal and in plain surroundings."""

    def run(*arguments: str, folder: Path = tmp_path, text: str = "", **environment: str) -> Done:
        plain = {key: value for key, value in os.environ.items() if key not in ("NO_COLOR", "FORCE_COLOR", "COLUMNS")}
        done = subprocess.run(
            [sys.executable, "-m", "alignkit", *arguments],
            cwd=folder,
            input=text,
            env={**plain, **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert "Traceback" not in done.stdout + done.stderr
        return Done(done.returncode, done.stdout, done.stderr)

    return run

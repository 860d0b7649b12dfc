"""A standard stream that was closed before alignkit began, or is full, is no fault of alignkit."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.small import COURSE

CALLS = ["check", "check --no-cache --format json", "check nothing.yaml", "portfolio --format html -o x.html", "rules"]


def ended(call: str, closed: str, folder: Path) -> tuple[int, bytes, bytes]:
    """Return the exit status of a call some of whose streams are closed, and what it said on the others."""
    command = f"exec {sys.executable} -m alignkit {call} {closed}"
    done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("call", CALLS)
def test_a_closed_stream_changes_nothing_but_that_it_is_not_heard(call, tmp_path):
    (tmp_path / "small.yaml").write_text(COURSE)
    status, out, err = ended(call, "", tmp_path)
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert ended(call, "<&-", tmp_path) == (status, out, err)
    assert ended(call, ">&-", tmp_path) == (status, b"", err)
    assert ended(call, "2>&-", tmp_path) == (status, out, b"")
    assert ended(call, "<&- >&- 2>&-", tmp_path) == (status, b"", b"")
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept


@pytest.mark.parametrize(
    "call", ["--help", "check -h", "--version", "portfolio --jobs -1", "nonsense", "check --nonsense"]
)
def test_what_typer_cannot_write_is_told_as_far_as_it_can_be(call, tmp_path):
    told = "alignkit: cannot write to standard output: no space left on device\n  write to a file elsewhere\n"
    status, out, err = ended(call, "", tmp_path)
    assert ended(call, "> /dev/full", tmp_path) == ((2, b"", told.encode()) if out else (status, b"", err))
    assert ended(call, "2> /dev/full", tmp_path) == (status, out, b"")
    assert list(tmp_path.iterdir()) == []

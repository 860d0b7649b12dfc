"""A working folder that was removed is told as such: nothing can be found or written from there."""

import os
import subprocess
import sys

import pytest


@pytest.mark.parametrize("call", ["check", "check --no-cache", "portfolio --format html -o x.html", "rules"])
def test_a_working_folder_that_is_gone_is_no_fault_of_ours(call, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    done = subprocess.run(
        ["sh", "-c", f"rmdir ../gone && exec {sys.executable} -m alignkit {call}"],
        cwd=gone,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "alignkit: the working folder cannot be used: no such file or directory\n  change to a folder that is there\n"
    )
    assert list(tmp_path.iterdir()) == []

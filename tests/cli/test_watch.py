"""`alignkit watch` as a user sees it: a save, and what it changed."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

COURSE = """\
alignkit: curriculum/1
id: course
title: Teams that listen
frameworks:
  - {use: ipec-2023, scope: [TT5]}
outcomes:
  - {id: LO1, text: Resolve a conflict in a team, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, title: Role play, outcomes: [LO1]}]}
"""
ASSESSED = COURSE + "assessments:\n  - {id: AS1, title: Meeting, purpose: formative, outcomes: [LO1]}\n"


class Watching:
    """A running `alignkit watch`."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        plain = {key: value for key, value in os.environ.items() if key not in ("FORCE_COLOR", "COLUMNS")}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "alignkit", "watch", *arguments],
            cwd=folder,
            env=plain,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
            self.lines.put(line.rstrip("\n"))

    def until(self, end: str) -> list[str]:
        """Return the lines up to the one that contains the words."""
        found = []
        while True:
            found.append(self.lines.get(timeout=30))
            if end in found[-1]:
                return found


@pytest.fixture
def watching(tmp_path) -> Iterator[Watching]:
    pytest.importorskip("watchfiles")
    (tmp_path / "course.yaml").write_text(COURSE)
    running = Watching(tmp_path, "course.yaml")
    running.until("Watching; Ctrl-C ends it.")
    # The operating system is told what to watch just after that is said.
    threading.Event().wait(1.0)
    yield running
    running.process.kill()
    running.process.wait()


def saved(folder: Path, text: str) -> None:
    """Save as editors do: another file in the place of the first."""
    (folder / "course.yaml.tmp").write_text(text)
    (folder / "course.yaml.tmp").replace(folder / "course.yaml")


def test_a_save_shows_what_it_changed_and_ctrl_c_ends_it(watching, tmp_path):
    saved(tmp_path, ASSESSED)
    told = watching.until("in 1 curriculum.")
    assert told[:2] == ["", "Saved: course.yaml"]
    assert any(line.startswith("  - no longer found: warning[C103] course.yaml:7:10") for line in told)
    assert any(line.startswith("  + new: info[C104] course.yaml:") for line in told)
    assert any(line.startswith("  course: ipec-2023 assessed 0 ") and line.endswith(" 1 of 1") for line in told)

    saved(tmp_path, ASSESSED.replace("title: Teams", "title: Teams: x"))
    assert any("error[S002]" in line for line in watching.until("cannot be read."))
    saved(tmp_path, ASSESSED)
    assert any("no longer found: error[S002]" in line for line in watching.until("in 1 curriculum."))
    saved(tmp_path, f"# a comment\n{ASSESSED}")
    assert "  no finding came or went, and coverage is as it was" in watching.until("in 1 curriculum.")

    watching.process.send_signal(signal.SIGINT)
    assert watching.process.wait(timeout=30) == 0
    assert watching.process.stderr.read() == ""
    assert watching.until("No longer watching.")


def test_without_watchfiles_it_says_what_to_install(tmp_path):
    (tmp_path / "watchfiles.py").write_text("raise ImportError\n")
    command = [sys.executable, "-m", "alignkit", "watch"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert "pip install 'alignkit[watch]'" in done.stderr

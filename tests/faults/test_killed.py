"""Killed, or interrupted, at any moment: the earlier file is whole, or the new one is."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.faults.commands import EARLIER, WRITING
from tests.faults.conftest import ended, hidden, in_copy

from alignkit.cli.files import write_together

TIMES = 200
# Some writes take place in this time, so that most kills meet one half done.
LONGEST = 0.03
ONE = {"a.txt": b"one\n" * 60_000, "b.txt": b"first\n" * 40_000}
TWO = {"a.txt": b"two!\n" * 50_000, "b.txt": b"second\n" * 30_000}


def writing_without_end(folder: Path) -> int:
    """Return the process of a copy of this one that writes two files over one another until it is killed."""
    process = os.fork()
    if process:
        return process
    os.chdir(folder)
    while True:
        write_together(TWO)
        write_together(ONE)


def test_a_file_is_whole_whenever_its_writer_is_killed(tmp_path):
    chance, met = random.Random(7), set()
    for name, data in ONE.items():
        (tmp_path / name).write_bytes(data)
    for _ in range(TIMES):
        process = writing_without_end(tmp_path)
        time.sleep(chance.uniform(0, LONGEST))
        os.kill(process, signal.SIGKILL)
        assert ended(process) == -signal.SIGKILL
        for name, one in ONE.items():
            found = (tmp_path / name).read_bytes()
            assert found in (one, TWO[name])
            met.add(found)
    # All four contents were met, and so were writes half done: what they leave is hidden, and in nobody's way.
    assert len(met) == 4
    left = {path.name for path in tmp_path.iterdir()} - ONE.keys()
    assert left == set(hidden(tmp_path)) != set()


@pytest.mark.parametrize("name", ["report as html", "export", "check"])
def test_an_output_is_whole_whenever_its_command_is_killed(tmp_path, run, name):
    call = WRITING[name]
    call.made(tmp_path)
    # Once to the end: it takes a time, and has loaded everything that the copies below need.
    start = time.monotonic()
    run(call.arguments)
    took = time.monotonic() - start
    (file,) = call.files
    whole, chance = (tmp_path / file).read_bytes(), random.Random(11)
    for _ in range(12):
        (tmp_path / file).write_bytes(EARLIER)
        process = in_copy(tmp_path, tmp_path / "said", call.arguments)
        time.sleep(chance.uniform(0, took * 1.2))
        os.kill(process, signal.SIGKILL)
        ended(process)
        assert (tmp_path / file).read_bytes() in (EARLIER, whole)


BEGIN = "import sys\nfrom alignkit.cli.entry import main\nsys.stderr.write('begun\\n')\nsys.stderr.flush()\nmain()"
TOLD = (b"", b"interrupted; no file was left half written\n")


@pytest.mark.parametrize("name", ["check", "report as html", "export", "import"])
def test_an_interruption_leaves_no_file_half_written_and_shows_no_traceback(tmp_path, run, name):
    call = WRITING[name]
    call.made(tmp_path)
    run(call.arguments)
    (file,) = call.files
    whole, chance, statuses = (tmp_path / file).read_bytes(), random.Random(name), []
    for _ in range(12):
        (tmp_path / file).write_bytes(EARLIER)
        process = subprocess.Popen(
            [sys.executable, "-c", BEGIN, *call.arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert process.stderr is not None
        assert process.stderr.readline() == b"begun\n"
        time.sleep(chance.uniform(0, 0.8))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
        statuses.append(process.returncode)
        assert process.returncode in (0, 1, 130), said
        assert process.returncode != 130 or said in TOLD
        assert b"Traceback" not in said
        assert (tmp_path / file).read_bytes() in (EARLIER, whole)
        assert hidden(tmp_path) == []
    assert 130 in statuses

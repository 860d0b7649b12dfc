"""Whatever stops a command becomes words and an exit status."""

import os
import subprocess
import sys

import pytest

from alignkit.cli.guard import guarded
from alignkit.errors import BadRequest


def stopped_by(error: BaseException) -> int:
    def command() -> int:
        raise error

    return guarded(command)


def test_a_command_that_goes_well_keeps_its_status():
    assert guarded(lambda: 1) == 1


def test_an_error_for_people_is_told_with_its_place_and_what_to_do(capsys):
    assert stopped_by(BadRequest("no such thing", where="a.yaml:3", hint="name another")) == 2
    assert capsys.readouterr().err == "alignkit: a.yaml:3: no such thing\n  name another\n"


def test_an_interruption_is_130(capsys):
    assert stopped_by(KeyboardInterrupt()) == 130
    assert "interrupted" in capsys.readouterr().err


def test_a_lack_of_memory_is_no_fault_of_ours(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert stopped_by(MemoryError()) == 2
    assert "not enough memory" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_ours_leaves_a_report_and_shows_no_traceback(capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert stopped_by(ValueError("inner workings")) == 3
    told = capsys.readouterr().err
    (report,) = tmp_path.glob("alignkit-crash-*.txt")
    assert report.name in told
    assert "Traceback" not in told
    assert "ValueError: inner workings" in report.read_text(encoding="utf-8")


def test_the_same_fault_leaves_one_report(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        stopped_by(ValueError("again"))
    assert len(list(tmp_path.iterdir())) == 1


def test_a_report_that_cannot_be_written_anywhere_is_not_promised(capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)

    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr("os.replace", refuse)
    assert stopped_by(ValueError("nowhere to go")) == 3
    assert capsys.readouterr().err == "alignkit: this is a fault of alignkit itself, not of your files\n"


def test_a_reader_that_has_seen_enough_is_no_fault(monkeypatch):
    turned = []
    monkeypatch.setattr(os, "dup2", lambda new, old: turned.append((new, old)))
    assert stopped_by(BrokenPipeError()) == 0
    assert [old for _, old in turned] == [1]


@pytest.mark.parametrize("error", [SystemExit(4)])
def test_leaving_on_purpose_is_left_alone(error):
    with pytest.raises(SystemExit):
        stopped_by(error)


SWALLOWED = """\
import sys, time
from alignkit.cli.entry import main
import alignkit.cli.entry as entry

class Swallows:
    def __del__(self):
        raise KeyboardInterrupt

def run(arguments):
    del swallows[0]
    for _ in range(100):
        time.sleep(0.05)
    return 0

swallows, entry._run = [Swallows()], run
main()
"""


def test_an_interruption_that_python_swallowed_is_made_again_and_nothing_is_shown_of_it():
    done = subprocess.run([sys.executable, "-c", SWALLOWED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "interrupted; no file was left half written\n")


def test_what_else_python_swallows_is_told_as_ever():
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            SWALLOWED.replace("raise KeyboardInterrupt", "raise ValueError('lost')").replace("100", "1"),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    assert "ValueError: lost" in done.stderr

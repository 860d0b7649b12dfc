"""Where a file cannot be written, the earlier one is whole, nothing is left behind, and a person knows what to do."""

import errno
import os
import resource
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.faults.commands import EARLIER, WRITING, writing_commands
from tests.faults.conftest import ended, hidden, in_copy

from alignkit.cli.entry import main

NOBODY = 65534
FAULTS = {
    "the disk is full": ("fsync", errno.ENOSPC, "no space left on device", "make room on the disk, or write elsewhere"),
    "the permission is lost": ("replace", errno.EACCES, "permission denied", "choose a folder that you may write to"),
    "the disk became read-only": (
        "replace",
        errno.EROFS,
        "read-only file system",
        "choose a folder that you may write",
    ),
    "the disk fails": ("fsync", errno.EIO, "input/output error", "write elsewhere"),
}


def test_every_command_that_writes_is_here():
    assert {each.command for each in WRITING.values()} == writing_commands()


@pytest.fixture(params=FAULTS)
def fault(request, monkeypatch) -> tuple[str, str]:
    """Let a step of writing fail, and return what is to be said of it."""
    name, number, reason, advice = FAULTS[request.param]
    name = "link" if name == "replace" and "new-key" in request.node.name else name

    def fail(*_: Any, **__: Any) -> None:
        raise OSError(number, os.strerror(number))

    # Where files have no links, a new key is put in its place as all else is.
    for each in {name, "replace"} if name == "link" else {name}:
        monkeypatch.setattr(os, each, fail)
    return reason, advice


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_cannot_be_written_leaves_everything_as_it_was(writing, fault, run, tmp_path, capsys):
    reason, advice = fault
    before = content(tmp_path)
    assert run(writing.arguments) == 2
    after, said = content(tmp_path), capsys.readouterr().err
    # Losses are written after the export itself, which is whole by then.
    new = after.keys() - before.keys()
    assert {name: after[name] for name in before} == before
    assert new <= {"new.xlsx"}
    assert hidden(tmp_path) == []
    assert f": {reason}\n" in said
    assert "alignkit: cannot write" in said
    assert advice in said
    named = said.partition("cannot write ")[2].partition(": ")[0]
    assert ("what stood there before is still whole" in said) == (named in before)


def test_a_second_file_that_cannot_take_its_place_is_told_with_those_that_did(run, tmp_path, monkeypatch, capsys):
    call = WRITING["check in two formats"]
    call.made(tmp_path)
    replace, done = os.replace, list[Any]()

    def once(*names: Any) -> None:
        if done:
            raise OSError(errno.EACCES, os.strerror(errno.EACCES))
        done.append(names)
        replace(*names)

    monkeypatch.setattr(os, "replace", once)
    assert run(call.arguments) == 2
    assert (tmp_path / "out.json").read_bytes().startswith(b"{")
    assert (tmp_path / "out.sarif").read_bytes() == EARLIER
    assert hidden(tmp_path) == []
    assert "cannot write out.sarif: permission denied\n" in (said := capsys.readouterr().err)
    assert "written before that: out.json" in said


def little_room() -> None:
    """Let no file grow beyond a few bytes, as on a disk that is full."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, 64))


def unprivileged() -> None:
    if os.geteuid() == 0:
        os.setuid(NOBODY)


def test_a_file_that_may_not_grow_is_not_written(writing, tmp_path):
    before = content(tmp_path)
    with (said := tmp_path.with_name(f"{tmp_path.name}-said")).open("wb"):
        pass
    # What is said goes through a pipe: the limit is on files.
    read, write = os.pipe()

    def limited() -> None:
        os.dup2(write, 1)
        os.dup2(write, 2)
        little_room()

    status = ended(in_copy(tmp_path, said, writing.arguments, limited))
    os.close(write)
    told = os.fdopen(read).read()
    assert status == 2, told
    assert "file too large" in told
    assert content(tmp_path) == before
    assert hidden(tmp_path) == []


def test_a_folder_that_may_not_be_written_to_is_said(writing, tmp_path, monkeypatch):
    rehearsal = shutil.copytree(tmp_path, tmp_path.with_name(f"{tmp_path.name}-rehearsal"))
    monkeypatch.chdir(rehearsal)
    # Whom nothing is allowed may not be able to load a module either: all that the command needs is loaded before.
    with pytest.raises(SystemExit):
        main(writing.arguments)
    monkeypatch.chdir(tmp_path)
    before = content(tmp_path)
    said = tmp_path.with_name(f"{tmp_path.name}-said")
    said.touch()
    for folder in (tmp_path.parent.parent.parent, tmp_path.parent.parent, tmp_path.parent):
        folder.chmod(0o755)
    (tmp_path / "key.pem").chmod(0o644)
    for folder in (tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())):
        folder.chmod(0o555)
    status = ended(in_copy(tmp_path, said, writing.arguments, unprivileged))
    told = said.read_text()
    for folder in (tmp_path, *(path for path in tmp_path.rglob("*") if path.is_dir())):
        folder.chmod(0o755)
    assert status == 2, told
    assert "permission denied" in told
    assert "choose a folder that you may write to" in told
    assert content(tmp_path) == before


PLACES: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "a folder": (lambda path: path.mkdir(), "is a directory", "name a file in it"),
    "in no folder": (lambda _: None, "no such file or directory", "make the folder first"),
    "a full device": (lambda path: path.symlink_to("/dev/full"), "no space left on device", "make room on the disk"),
}


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_is_none_is_said(run, tmp_path, capsys, place):
    make, reason, advice = PLACES[place]
    name = "none/out.txt" if reason.startswith("no such") else "out.txt"
    make(tmp_path / "out.txt")
    assert run(["schema", "curriculum", "--output", name]) == 2
    assert f"cannot write {name}: {reason}\n  {advice}" in capsys.readouterr().err


def test_a_device_is_written_to_and_stays_one(run, tmp_path):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    assert run(["schema", "overlay", "--output", "pipe"]) == 0
    assert os.read(reader, 100).startswith(b"{")
    assert run(["schema", "overlay", "--output", "/dev/null"]) == 0
    assert Path("/dev/null").is_char_device()


def test_a_link_stays_one_and_permissions_stay_as_they_are(run, tmp_path):
    (tmp_path / "real.json").write_text("earlier")
    (tmp_path / "real.json").chmod(0o640)
    (tmp_path / "link.json").symlink_to("real.json")
    assert run(["schema", "overlay", "--output", "link.json"]) == 0
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text().startswith("{")
    assert (tmp_path / "real.json").stat().st_mode & 0o777 == 0o640


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")
@pytest.mark.parametrize(
    "words",
    [
        "check small.yaml",
        "report small.yaml --output -",
        "export small.yaml --format case",
        "rules",
        "schema",
        "trace ipec-2023:VE3",
    ],
)
def test_a_standard_output_that_is_full_is_said(tmp_path, words):
    WRITING["check"].made(tmp_path)
    read, write = os.pipe()

    def full() -> None:
        os.dup2(os.open("/dev/full", os.O_WRONLY), 1)
        os.dup2(write, 2)

    status = ended(in_copy(tmp_path, tmp_path / "said", words.split(), full))
    os.close(write)
    told = os.fdopen(read).read()
    full_stop = "alignkit: cannot write to standard output: no space left on device\n  write to a file elsewhere\n"
    assert status == 2
    assert told.endswith(full_stop)

"""A memory of runs that was damaged anywhere is no memory; two that share one never say what neither found."""

import os
import random
from pathlib import Path

import pytest
from tests.faults.conftest import ended, in_copy
from tests.small import COURSE

from alignkit.cli.cache.entry import decoded
from alignkit.cli.cache.store import put_away

CALL = ["check", "--cache-dir", "../cache"]


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Return a folder with a course; what this session has just changed of alignkit counts as settled."""
    monkeypatch.setattr("alignkit.cli.cache.surroundings._SETTLED", -(10**18))
    project = Path(tmp_path) / "project"
    project.mkdir()
    (project / "small.yaml").write_text(COURSE)
    return project


def said(folder: Path, call: list[str]) -> tuple[int, bytes]:
    """Return the exit status of a call in a copy of this process, and what it said."""
    file = folder.parent / "said"
    return ended(in_copy(folder, file, call)), file.read_bytes()


def entry(folder: Path) -> Path:
    runs: Path = folder.parent / "cache" / "runs-1"
    return next(runs.iterdir())


def test_no_byte_of_an_entry_can_change_unnoticed(folder):
    said(folder, CALL)
    whole = entry(folder).read_bytes()
    assert decoded(whole) is not None
    chance = random.Random(3)
    for place in [*range(200), *range(200, len(whole), 1 + len(whole) // 3_000)]:
        flipped = whole[place] ^ (1 << chance.randrange(8))
        assert decoded(whole[:place] + bytes([flipped]) + whole[place + 1 :]) is None
    for length in [*range(0, len(whole), 1 + len(whole) // 3_000), *range(100)]:
        assert decoded(whole[:length]) is None
    for more in (b"\0", b"1:x", whole):
        assert decoded(whole + more) is None


def test_a_damaged_entry_is_made_anew_and_never_believed(folder):
    good = said(folder, CALL)
    assert good == said(folder, ["check", "--no-cache"])
    whole, chance = entry(folder).read_bytes(), random.Random(5)
    for _ in range(25):
        place = chance.randrange(len(whole))
        kind = chance.choice(["flip", "cut", "more", "zeros"])
        damaged = {
            "flip": whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :],
            "cut": whole[:place],
            "more": whole + whole[:place],
            "zeros": whole[:place] + bytes(len(whole) - place),
        }[kind]
        entry(folder).write_bytes(damaged)
        assert said(folder, CALL) == good, (kind, place)
        assert entry(folder).read_bytes() == whole


def test_an_entry_that_is_no_file_is_no_memory(folder):
    good = said(folder, CALL)
    path = entry(folder)
    path.unlink()
    os.mkfifo(path)
    assert said(folder, CALL) == good


def test_two_at_once_say_what_each_would_say_alone(folder):
    """The file's content takes turns: whoever believes the memory of the other content is wrong."""
    chance, file, alone = random.Random(9), folder / "small.yaml", {}
    for text in (COURSE, COURSE.replace("RR4", "RR99")):
        file.write_text(text)
        alone[text] = said(folder, ["check", "--no-cache"])
    assert len({*alone.values()}) == 2
    for _ in range(20):
        text = chance.choice([*alone])
        file.write_text(text)
        files = [folder.parent / f"said-{number}" for number in range(2)]
        both = [in_copy(folder, each, CALL) for each in files]
        if (runs := folder.parent / "cache" / "runs-1").exists() and chance.random() < 0.5:
            for each in runs.iterdir():
                each.unlink(missing_ok=True)
        assert [(ended(process), each.read_bytes()) for process, each in zip(both, files, strict=True)] == [
            alone[text]
        ] * 2


def test_a_cache_that_cannot_be_written_leaves_nothing_behind(tmp_path, monkeypatch):
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.replace", full)
    put_away(str(tmp_path), "key", b"data")
    assert list((tmp_path / "runs-1").iterdir()) == []

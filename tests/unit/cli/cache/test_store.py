"""Runs are kept whole, within bounds, and where that cannot be done nothing happens."""

import os

import pytest

from alignkit.cli.cache import store
from alignkit.cli.cache.store import fetch, put_away


def kept(folder) -> list[str]:
    return sorted(entry.name for entry in (folder / "runs-1").iterdir())


def test_what_is_put_away_is_fetched(tmp_path):
    put_away(str(tmp_path / "new" / "cache"), "k", b"data")
    assert fetch(str(tmp_path / "new" / "cache"), "k") == b"data"
    assert fetch(str(tmp_path / "new" / "cache"), "other") == b""


def test_what_is_put_away_again_takes_the_place_of_the_first(tmp_path):
    put_away(str(tmp_path), "k", b"one")
    put_away(str(tmp_path), "k", b"two")
    assert fetch(str(tmp_path), "k") == b"two"
    assert kept(tmp_path) == ["k"]


def test_only_its_owner_can_look_into_it(tmp_path):
    put_away(str(tmp_path), "k", b"data")
    assert (tmp_path / "runs-1").stat().st_mode & 0o777 == 0o700
    assert (tmp_path / "runs-1" / "k").stat().st_mode & 0o777 == 0o600


def test_backups_are_told_to_pass_over_a_folder_that_was_made_for_it_and_no_other(tmp_path):
    put_away(str(tmp_path / "new"), "k", b"data")
    assert (tmp_path / "new" / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55\n")
    put_away(str(tmp_path), "k", b"data")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "runs-1"]


def test_a_folder_that_cannot_be_written_is_no_cache(tmp_path):
    (tmp_path / "file").write_text("not a folder")
    put_away(str(tmp_path / "file"), "k", b"data")
    assert fetch(str(tmp_path / "file"), "k") == b""
    assert (tmp_path / "file").read_text() == "not a folder"


@pytest.mark.parametrize("failing", ["makedirs", "replace", "open", "scandir"])
def test_a_disk_that_fails_is_no_cache(tmp_path, failing, monkeypatch):
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    put_away(str(tmp_path), "k", b"first")
    monkeypatch.setattr(os, failing, fail)
    put_away(str(tmp_path), "k", b"second")
    monkeypatch.undo()
    assert fetch(str(tmp_path), "k") in (b"first", b"second")


def test_a_run_that_said_too_much_is_not_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "MOST_OF_ONE", 3)
    put_away(str(tmp_path), "k", b"1234")
    assert fetch(str(tmp_path), "k") == b""
    put_away(str(tmp_path), "k", b"123")
    assert fetch(str(tmp_path), "k") == b"123"


def test_what_was_unused_for_longest_is_given_up_first(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "MOST_IN_ALL", 12)
    for age, name in ((40, "a"), (30, "b"), (20, "c")):
        put_away(str(tmp_path), name, b"1234")
        os.utime(tmp_path / "runs-1" / name, (1_000_000 - age, 1_000_000 - age))
    fetch(str(tmp_path), "a")  # used just now
    put_away(str(tmp_path), "d", b"1234")
    assert kept(tmp_path) == ["a", "c", "d"]


def test_what_was_left_by_a_killed_process_is_given_up_in_its_turn(tmp_path, monkeypatch):
    monkeypatch.setattr(store, "MOST_IN_ALL", 4)
    put_away(str(tmp_path), "a", b"1234")
    (tmp_path / "runs-1" / "new-0123").write_bytes(b"half")
    os.utime(tmp_path / "runs-1" / "new-0123", (1, 1))
    put_away(str(tmp_path), "a", b"5678")
    assert kept(tmp_path) == ["a"]

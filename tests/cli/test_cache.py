"""A remembered run says what a new one would say, costs next to nothing, and hurts nobody."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.loaded import loaded_by
from tests.small import COURSE

from alignkit.cli.cache import surroundings


@pytest.fixture
def course(tmp_path):
    """Return a folder with one course in it."""
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "small.yaml").write_text(COURSE)
    return folder


@pytest.fixture
def check(alignkit, course):
    """Return a function that checks the course, remembering runs in the folder `cache` beside it."""
    return lambda *arguments, **environment: alignkit(
        "check", *arguments, "--cache-dir", "../cache", folder=course, **environment
    )


def runs(tmp_path) -> list[Path]:
    return sorted((tmp_path / "cache" / "runs-1").glob("*"))


def test_a_second_run_says_the_same(check, tmp_path):
    first, second = check(), check()
    assert first == second
    assert "Coverage: Small" in first.out
    assert len(runs(tmp_path)) == 1


def test_a_second_run_loads_neither_the_reader_of_yaml_nor_records_nor_rules(course):
    assert "yaml" in loaded_by(["check", "--cache-dir", "../cache"], course)
    loaded = loaded_by(["check", "--cache-dir", "../cache"], course)
    assert (
        loaded & {"yaml", "msgspec", "typing", "alignkit.rules", "alignkit.source.reader", "alignkit.render"} == set()
    )


def test_without_the_cache_every_run_is_a_new_one(course, tmp_path):
    for _ in range(2):
        assert "yaml" in loaded_by(["check", "--cache-dir", "../cache", "--no-cache"], course)
    assert not (tmp_path / "cache").exists()


def test_the_platforms_folder_is_used_where_none_is_named(alignkit, course, tmp_path):
    alignkit("check", folder=course, XDG_CACHE_HOME=str(tmp_path / "home"))
    assert len(list((tmp_path / "home" / "alignkit" / "runs-1").iterdir())) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / "small.yaml").write_text(COURSE.replace("RR4", "RR5")),
        lambda folder: (folder / "other.yaml").write_text(COURSE),
        lambda folder: (folder / "alignkit.yaml").write_text("alignkit: project/1\nfail_on: info\n"),
        lambda folder: (folder / "small.yaml").rename(folder / "renamed.yaml"),
        lambda folder: (folder.parent / "alignkit.yaml").write_text("alignkit: project/1\nfail_on: info\n"),
    ],
)
def test_a_change_is_seen(check, alignkit, course, change):
    before = check()
    change(course)
    assert check() == alignkit("check", "--no-cache", folder=course) != before


def test_what_is_put_back_is_as_it_was(check, course):
    before = check()
    (course / "small.yaml").write_text(COURSE.replace("RR4", "RR5"))
    check()
    (course / "small.yaml").write_text(COURSE)
    assert check() == before


@pytest.mark.parametrize(
    "surroundings",
    [
        {"FORCE_COLOR": "1"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1"},
        {"FORCE_COLOR": "1", "TERM": "dumb"},
        {"FORCE_COLOR": "1", "NO_COLOR": "1"},
    ],
)
def test_what_the_terminal_can_show_is_part_of_the_call(check, alignkit, course, surroundings):
    check()
    assert check(**surroundings) == alignkit("check", "--no-cache", folder=course, **surroundings)


@pytest.mark.parametrize("options", [("--all",), ("--format", "json"), ("--select", "C"), ("small.yaml",), ("-q",)])
def test_each_call_has_a_memory_of_its_own(check, alignkit, course, options):
    check()
    for _ in range(2):
        assert check(*options) == alignkit("check", *options, "--no-cache", folder=course)


def test_a_run_that_could_not_be_made_is_not_remembered(check, tmp_path):
    assert check("--select", "Z9").status == 2
    assert not runs(tmp_path)


def test_a_run_that_writes_files_writes_them_each_time(check, course, tmp_path):
    for _ in range(2):
        check("--format", "json", "--output", "found.json")
        (course / "found.json").unlink()
    assert not runs(tmp_path)


def test_a_comparison_with_a_revision_is_made_each_time(check, course, tmp_path):
    git = ["git", "-c", "user.name=n", "-c", "user.email=e"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, *words], cwd=course, check=True)
    assert "R102" not in check("--against", "HEAD").out
    (course / "small.yaml").write_text(COURSE.replace("RR4", "RR99"))
    subprocess.run([*git, "commit", "-qam", "two"], cwd=course, check=True)
    assert "R102" in check("--against", "HEAD~1").out
    assert not runs(tmp_path)


def test_a_folder_that_cannot_be_written_is_silently_no_cache(check, alignkit, course, tmp_path):
    (tmp_path / "cache").write_text("a file")
    assert check() == check() == alignkit("check", "--no-cache", folder=course)


def test_a_damaged_memory_is_ignored_and_replaced(check, tmp_path):
    good = check()
    (entry,) = runs(tmp_path)
    whole = entry.read_bytes()
    for place in range(0, len(whole), len(whole) // 12):
        entry.write_bytes(whole[:place] + bytes([whole[place] ^ 32]) + whole[place + 1 :])
        assert check() == good
        assert entry.read_bytes() == whole


def test_it_can_be_deleted_at_any_time(check, tmp_path):
    good = check()
    for path in runs(tmp_path):
        path.unlink()
    (tmp_path / "cache" / "runs-1").rmdir()
    assert check() == good


def test_many_processes_can_share_it(course, tmp_path):
    command = [sys.executable, "-m", "alignkit", "check", "--cache-dir", "../cache"]
    alone = subprocess.run([*command, "--no-cache"], cwd=course, capture_output=True, check=False).stdout
    for _ in range(2):
        together = [subprocess.Popen(command, cwd=course, stdout=subprocess.PIPE) for _ in range(6)]
        assert [process.communicate()[0] for process in together] == [alone] * 6
    assert len(runs(tmp_path)) == 1


def test_what_is_shipped_is_part_of_the_program():
    files = surroundings.program_files()
    assert any(file.endswith("ipec-2023.yaml") for file in files)
    assert surroundings.__file__ in files


def test_a_change_to_the_program_shows(tmp_path):
    file = tmp_path / "module.py"
    file.write_text("one")
    before, earlier = surroundings.state_of([str(file)]), file.stat()
    file.write_text("another")
    assert surroundings.state_of([str(file)]) != before
    while file.stat().st_ctime_ns == earlier.st_ctime_ns:  # the system's clock ticks now and then
        file.write_text("two")
    os.utime(file, ns=(earlier.st_atime_ns, earlier.st_mtime_ns))  # as what unpacks archives does
    assert surroundings.state_of([str(file)]) != before
    file.unlink()
    with pytest.raises(OSError, match="module"):
        surroundings.state_of([str(file)])


def test_a_program_that_has_just_changed_is_not_trusted(tmp_path):
    file = tmp_path / "module.py"
    file.write_text("one")
    changed = file.stat().st_ctime_ns
    later = changed + 3_000_000_000
    assert [surroundings.settled_since([str(file)], started) for started in (changed, later)] == [False, True]

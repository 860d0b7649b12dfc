"""Where runs are remembered, and which are not."""

import pytest

from alignkit.cli.cache.place import _of_platform, cache_folder


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-cache"],
        ["a.yaml", "--against", "main"],
        ["--against=main"],
        ["-o", "x"],
        ["--format", "json", "--output", "x"],
        ["--output=x", "--cache-dir", "here"],
    ],
)
def test_what_reads_more_than_files_or_writes_files_is_not_remembered(arguments):
    assert cache_folder(arguments) == ""


@pytest.mark.parametrize(
    ("arguments", "folder"),
    [
        (["--cache-dir", "here"], "here"),
        (["--cache-dir=here", "a.yaml"], "here"),
        (["--cache-dir", "one", "--cache-dir", "two"], "two"),
    ],
)
def test_the_call_may_say_where(arguments, folder):
    assert cache_folder(arguments) == folder


def test_the_platform_says_where_else():
    assert cache_folder([]) == cache_folder(["a.yaml", "--all"]) != ""


@pytest.mark.parametrize(
    ("platform", "environment", "folder"),
    [
        ("linux", {"XDG_CACHE_HOME": "/c"}, "/c/alignkit"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, ""),
        ("linux", {}, "/home/me/.cache/alignkit"),
        ("darwin", {"XDG_CACHE_HOME": "/c"}, "/home/me/Library/Caches/alignkit"),
        ("win32", {"LOCALAPPDATA": "/l"}, "/l/alignkit/Cache"),
        ("win32", {}, ""),
    ],
)
def test_each_platform_has_its_place(platform, environment, folder, monkeypatch):
    monkeypatch.setenv("HOME", "/home/me")
    assert _of_platform(platform, environment) == folder


def test_without_a_home_nothing_is_remembered(monkeypatch):
    monkeypatch.setattr("os.path.expanduser", lambda path: path)
    assert _of_platform("linux", {}) == ""

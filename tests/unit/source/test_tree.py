"""Files come as they are; one that cannot be read says why, and nothing makes a run hang or leave its folder."""

import os
from pathlib import Path

import pytest

from alignkit.source.limits import LIMITS
from alignkit.source.tree import Folder, Memory, Tree, load


@pytest.fixture
def folder(tmp_path) -> Folder:
    return Folder(str(tmp_path))


def cause(folder: Tree, name: str) -> str:
    """Return why the file could not be read."""
    document = load(folder, name)
    assert (document.text, document.root) == ("", None)
    (problem,) = document.problems
    assert (problem.kind, problem.at.file) == ("unreadable-file", name)
    return problem.facts["cause"]


def write(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("a: b\n")


# --- one file


def test_a_file_is_read_under_the_name_that_was_given(folder, tmp_path):
    write(tmp_path, "courses/ipe.yaml")
    document = load(folder, "courses/ipe.yaml")
    assert (document.file, document.text, document.problems) == ("courses/ipe.yaml", "a: b\n", ())


@pytest.mark.parametrize("name", ["none.yaml", "none/none.yaml", "a\0b.yaml", "ä.yaml"])
def test_a_missing_file_says_so(folder, name):
    assert cause(folder, name) == "there is no such file"


def test_a_folder_where_a_file_is_expected_says_so(folder, tmp_path):
    (tmp_path / "courses").mkdir()
    assert cause(folder, "courses") == "it is a folder"


def test_a_file_below_a_file_says_so(folder, tmp_path):
    write(tmp_path, "a.yaml")
    assert cause(folder, "a.yaml/b.yaml") == "not a directory"


def test_a_link_to_itself_says_so(folder, tmp_path):
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert cause(folder, "loop.yaml") == "it is a link that leads back to itself"


@pytest.mark.parametrize("name", ["pipe.yaml", "/dev/zero", "/dev/tty"])
def test_a_pipe_or_device_is_never_waited_for(folder, tmp_path, name):
    os.mkfifo(tmp_path / "pipe.yaml")
    assert cause(folder, name) == "it is not a file"


class Locked(Memory):
    """A tree whose files may not be read."""

    def read(self, name):
        raise PermissionError(13, "Permission denied", name)


class Broken(Memory):
    """A tree on a disk that fails."""

    def read(self, name):
        raise OSError(5, "Input/output error", name)


@pytest.mark.parametrize(
    ("tree", "expected"), [(Locked, "you have no permission to read it"), (Broken, "input/output error")]
)
def test_a_file_that_the_system_refuses_says_why(tree, expected):
    assert cause(tree({"a.yaml": ""}), "a.yaml") == expected


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_or_folder_without_permission_says_so(folder, tmp_path):
    write(tmp_path, "a.yaml", "b/c.yaml")
    (tmp_path / "a.yaml").chmod(0)
    (tmp_path / "b").chmod(0)
    assert list(folder.names(".")) == ["a.yaml", "b"]
    assert {cause(folder, name) for name in ("a.yaml", "b")} == {"you have no permission to read it"}


# --- bytes


@pytest.mark.parametrize(
    ("data", "said", "at"),
    [
        (b"a: b\nc: caf\xe9\n", "byte 12 (0xE9) is not UTF-8", (2, 7)),
        (b"\xff", "byte 1 (0xFF)", (1, 1)),
        ("ä: ö\r\nü: ".encode() + b"\xc3", "byte 13 (0xC3)", (2, 4)),
        (b"\xef\xbb\xbfa: \x80", "byte 7 (0x80)", (1, 4)),
        (b"a: b\r\r\xa0", "byte 7 (0xA0)", (3, 1)),
        ("a: b\n".encode("utf-16"), "it is saved as UTF-16; save the file as UTF-8", (1, 1)),
        ("a: b\n".encode("utf-16-be"), "it is not text (it holds zero bytes)", (1, 1)),
        (b"\xfe\xff\0a", "it is saved as UTF-16", (1, 1)),
        (b"PK\x03\x04\x14\0\0\0\xff\xfe", "it is not text (it holds zero bytes)", (1, 1)),
    ],
)
def test_a_file_that_is_not_utf_8_says_which_byte_and_where(folder, tmp_path, data, said, at):
    (tmp_path / "a.yaml").write_bytes(data)
    assert said in cause(folder, "a.yaml")
    span = load(folder, "a.yaml").problems[0].at
    assert (span.line, span.column) == at


def test_a_byte_order_mark_is_left_out(folder, tmp_path):
    (tmp_path / "a.yaml").write_bytes("\ufeffa: b\r\n".encode())
    assert load(folder, "a.yaml").text == "a: b\n"


def test_a_file_above_the_limit_is_not_read(folder, tmp_path):
    with (tmp_path / "big.yaml").open("wb") as file:
        file.truncate(LIMITS.file_bytes * 1000)
    document = load(folder, "big.yaml")
    (problem,) = document.problems
    assert problem.kind == "limit-exceeded"
    assert problem.facts == {"limit": "bytes in one file", "most": "20,000,000"}


# --- folders


def test_names_are_the_yaml_files_below_a_folder_sorted(folder, tmp_path):
    write(tmp_path, "b.yaml", "a/z.yml", "a/b/c.yaml", "a.txt", "a.yaml.bak", "c/readme.md")
    assert list(folder.names("")) == list(folder.names(".")) == ["a/b/c.yaml", "a/z.yml", "b.yaml"]
    assert list(folder.names("a")) == list(folder.names("a/")) == ["a/b/c.yaml", "a/z.yml"]
    assert list(folder.names("c")) == []


def test_hidden_files_and_folders_are_left_out(folder, tmp_path):
    write(tmp_path, ".hidden.yaml", ".git/a.yaml", "a/.b/c.yaml", "a/d.yaml")
    assert list(folder.names(".")) == ["a/d.yaml"]


def test_a_link_that_leaves_the_folder_is_left_out(tmp_path):
    write(tmp_path, "secret.yaml", "inside/a.yaml", "insider/b.yaml")
    inside = tmp_path / "inside"
    (inside / "out.yaml").symlink_to(tmp_path / "secret.yaml")
    (inside / "near.yaml").symlink_to(tmp_path / "insider" / "b.yaml")
    (inside / "nowhere.yaml").symlink_to("../nowhere.yaml")
    (inside / "out").symlink_to(tmp_path)
    (inside / "same.yaml").symlink_to("a.yaml")
    assert list(Folder(str(inside)).names(".")) == ["a.yaml", "same.yaml"]


@pytest.mark.parametrize(
    ("leads_to", "why"),
    [("nowhere.yaml", "there is no such file"), ("x.yaml", "it is a link that leads back to itself")],
)
def test_a_link_in_a_folder_that_leads_nowhere_is_named_so_that_reading_it_says_why(folder, tmp_path, leads_to, why):
    (tmp_path / "x.yaml").symlink_to(leads_to)
    assert list(folder.names(".")) == ["x.yaml"]
    assert cause(folder, "x.yaml") == why


def test_links_are_followed_in_the_root_of_a_machine_too(tmp_path):
    write(tmp_path, "a.yaml")
    (tmp_path / "same.yaml").symlink_to("a.yaml")
    below = tmp_path.relative_to(tmp_path.root).as_posix()
    assert list(Folder(tmp_path.root).names(below)) == [f"{below}/a.yaml", f"{below}/same.yaml"]


def test_a_link_to_a_folder_above_makes_no_endless_walk(folder, tmp_path):
    write(tmp_path, "a/b.yaml")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    assert list(folder.names(".")) == ["a/b.yaml"]


def test_a_folder_named_like_a_file_is_walked(folder, tmp_path):
    write(tmp_path, "odd.yaml/a.yaml")
    assert list(folder.names(".")) == ["odd.yaml/a.yaml"]


def test_folders_may_be_nested_as_deep_as_the_system_allows(folder, tmp_path):
    deepest = tmp_path
    for _ in range(1200):
        deepest = deepest / "d"
        deepest.mkdir()
    write(deepest, "a.yaml")
    (name,) = folder.names(".")
    (deepest / "a.yaml").unlink()
    os.removedirs(deepest)  # pytest would stumble over it
    assert name == "d/" * 1200 + "a.yaml"


def test_a_folder_that_is_not_there_is_named_itself_so_that_reading_it_says_why(folder):
    assert list(folder.names("none")) == ["none"]
    assert cause(folder, "none") == "there is no such file"


def test_a_name_is_of_a_file_of_a_folder_or_of_neither(folder, tmp_path):
    write(tmp_path, "a/b.yaml")
    (tmp_path / "gone.yaml").symlink_to("nowhere.yaml")
    kinds = {name: folder.kind(name) for name in ("a", ".", "a/b.yaml", "gone.yaml", "none", "a\0")}
    assert kinds == {"a": "folder", ".": "folder", "a/b.yaml": "file", "gone.yaml": "file", "none": "", "a\0": ""}


def test_files_in_memory_are_a_tree_like_any_other():
    tree = Memory({"b.yaml": "x: ä", "a/c.yaml": "", "ab.yaml": ""})
    assert list(tree.names(".")) == ["a/c.yaml", "ab.yaml", "b.yaml"]
    assert list(tree.names("a")) == list(tree.names("a/")) == ["a/c.yaml"]
    assert [tree.kind(name) for name in ("b.yaml", "a", "c")] == ["file", "folder", ""]
    assert load(tree, "b.yaml").text == "x: ä"
    assert cause(tree, "c.yaml") == "there is no such file"

"""Files read in one place are the same in another: what they hold, what they are, and why one could not be read."""

import pickle

import pytest

from alignkit.source.packed import Packed, packed
from alignkit.source.tree import Folder, Memory

FILES = {"a/one.yaml": "1", "a/b/two.yaml": "2", "c.yaml": "3"}


@pytest.fixture
def tree():
    return packed(Memory(FILES), (*FILES, "a/one.yaml", "gone.yaml"))


def test_each_file_is_there_once_with_its_bytes(tree):
    assert tree.contents == (("a/one.yaml", b"1"), ("a/b/two.yaml", b"2"), ("c.yaml", b"3"))
    assert tree.size == 3
    assert tree.read("c.yaml") == b"3"


def test_folders_are_what_files_are_below(tree):
    assert [tree.kind(name) for name in ("a", "a/", "a/b", "c.yaml", "gone.yaml", "d")] == [
        *["folder"] * 3,
        "file",
        "",
        "",
    ]
    assert list(tree.names("a")) == ["a/one.yaml", "a/b/two.yaml"]
    assert list(tree.names(".")) == [*FILES, "gone.yaml"]
    assert not tree.leaves("a")


def test_what_could_not_be_read_is_refused_for_the_same_reason(tree, tmp_path):
    for name in ("gone.yaml", "never-heard-of.yaml"):
        with pytest.raises(FileNotFoundError):
            tree.read(name)
    (tmp_path / "folder.yaml").mkdir()
    with pytest.raises(IsADirectoryError):
        packed(Folder(str(tmp_path)), ["folder.yaml"]).read("folder.yaml")
    with pytest.raises(OSError, match="it is not a file"):
        Packed(refused=(("pipe", 22, "it is not a file"),)).read("pipe")


def test_it_travels_whole_after_it_was_asked(tree):
    tree.read("c.yaml")
    assert pickle.loads(pickle.dumps(tree)) == tree  # noqa: S301 - our own bytes
    assert hash(tree) == hash(packed(Memory(FILES), (*FILES, "gone.yaml")))

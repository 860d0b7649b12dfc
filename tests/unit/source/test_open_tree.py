"""An open file hides the saved one of its name."""

from alignkit.source.open_tree import OpenTree
from alignkit.source.tree import Memory

SAVED = Memory({"a.yaml": "saved a", "c/modules/m2.yaml": "saved m2", "b.yaml": "saved b"})
TREE = OpenTree(SAVED, {"./a.yaml": "open a", "c/modules/m1.yaml": "open m1"})


def test_the_open_text_stands_for_the_saved_one():
    assert TREE.read("a.yaml") == TREE.read("./a.yaml") == b"open a"
    assert TREE.read("b.yaml") == b"saved b"


def test_a_file_that_was_never_saved_is_among_the_others():
    assert list(TREE.names("c")) == ["c/modules/m1.yaml", "c/modules/m2.yaml"]
    assert list(TREE.names(".")) == ["a.yaml", "b.yaml", "c/modules/m1.yaml", "c/modules/m2.yaml"]
    assert (TREE.kind("c/modules/m1.yaml"), TREE.kind("c"), TREE.kind("d.yaml")) == ("file", "folder", "")
    assert not TREE.leaves("a.yaml")


def test_half_a_sign_does_not_stop_the_reading():
    assert OpenTree(SAVED, {"a.yaml": "\ud83e"}).read("a.yaml") == b"?"

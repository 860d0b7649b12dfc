"""What a run was told is remembered as it was, and any other answer is another."""

import os
from collections.abc import Iterator

import pytest

from alignkit.source.folder import Folder
from alignkit.source.witness import Witness, answers_still


@pytest.fixture
def folder(tmp_path) -> Folder:
    (tmp_path / "sub").mkdir()
    (tmp_path / "a.yaml").write_text("a: b\n")
    (tmp_path / "sub" / "b.yaml").write_text("b: c\n")
    return Folder(str(tmp_path))


@pytest.fixture
def witness(folder) -> Witness:
    """Return a witness that has been asked everything once."""
    witness = Witness(folder)
    assert witness.read("a.yaml") == b"a: b\n"
    assert list(witness.names(".")) == ["a.yaml", "sub/b.yaml"]
    assert (witness.kind("sub"), witness.kind("none"), witness.leaves("sub")) == ("folder", "", False)
    with pytest.raises(FileNotFoundError):
        witness.read("none.yaml")
    return witness


def test_the_same_folder_answers_the_same(folder, witness):
    assert witness.is_whole
    assert answers_still(folder, witness.answers)


def test_what_nobody_asked_about_makes_no_difference(folder, witness, tmp_path):
    (tmp_path / "notes.txt").write_text("not ours")
    (tmp_path / "sub" / "b.yaml").write_text("never read\n")
    assert answers_still(folder, witness.answers)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "a.yaml").write_text("a: c\n"),
        lambda root: (root / "a.yaml").unlink(),
        lambda root: (root / "a.yaml").rename(root / "c.yaml"),
        lambda root: (root / "new.yml").write_text(""),
        lambda root: (root / "sub" / "new.yaml").mkdir(),
        lambda root: (root / "none").mkdir(),
        lambda root: (root / "none.yaml").mkdir(),
        lambda root: (root / "sub").rename(root / "other"),
        lambda root: (root / "linked.yaml").symlink_to("a.yaml"),
    ],
)
def test_every_change_to_an_answer_shows(folder, witness, tmp_path, change):
    change(tmp_path)
    same = answers_still(folder, witness.answers)
    # A folder by the name of a file is listed only for what is in it: nothing was asked that it answers otherwise.
    assert same is (tmp_path / "sub" / "new.yaml").is_dir()


def test_a_link_that_now_leads_outside_shows(tmp_path):
    root = tmp_path / "root"
    root.mkdir()
    (root / "in").mkdir()
    (root / "link").symlink_to("in")
    witness = Witness(Folder(str(root)))
    assert witness.leaves("link") is False
    (root / "link").unlink()
    (root / "link").symlink_to(os.pardir)
    assert not answers_still(Folder(str(root)), witness.answers)


def test_a_refusal_is_another_answer_than_a_file_that_says_so(folder, tmp_path):
    witness = Witness(folder)
    with pytest.raises(FileNotFoundError) as refused:
        witness.read("none.yaml")
    error = refused.value
    (tmp_path / "none.yaml").write_text(f"FileNotFoundError {error.errno} {error.strerror}")
    assert not answers_still(folder, witness.answers)


def test_a_list_that_was_left_half_read_is_not_the_whole_story(witness):
    next(witness.names("."))
    assert not witness.is_whole


def test_a_file_that_changed_between_two_readings_is_not_the_whole_story(witness, tmp_path):
    (tmp_path / "a.yaml").write_text("a: other\n")
    witness.read("a.yaml")
    assert not witness.is_whole


@pytest.mark.parametrize("question", ["root", "__init__", "_entries", ""])
def test_only_the_questions_of_a_tree_are_asked_again(folder, question):
    assert not answers_still(folder, {(question, "."): ""})


class Odd(Folder):
    """A folder whose names are given: those of other systems may be no text at all."""

    def __init__(self, *names: str) -> None:
        super().__init__(".")
        self.given = names

    def names(self, folder: str) -> Iterator[str]:  # noqa: ARG002 - whatever the folder
        yield from self.given


@pytest.mark.parametrize("name", ["\ud800.yaml", "\udcc3\udca9.yaml"])
def test_a_name_that_is_no_text_is_another_than_the_text_of_its_bytes(name):
    witness = Witness(Odd(name))
    assert list(witness.names(".")) == [name]
    assert answers_still(Odd(name), witness.answers)
    assert not answers_still(Odd("é.yaml"), witness.answers)

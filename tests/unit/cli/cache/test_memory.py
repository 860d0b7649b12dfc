"""A run is remembered only where nothing that it rests on may have changed, and recalled only where nothing has."""

import pytest

from alignkit.cli.cache import memory, surroundings
from alignkit.cli.cache.memory import Memory
from alignkit.source.folder import Folder
from alignkit.source.witness import Witness


@pytest.fixture(autouse=True)
def program(tmp_path, monkeypatch):
    """Return a file of which the program consists, long settled; the working folder has a file to read."""
    file = tmp_path / "module.py"
    file.write_text("")
    (tmp_path / "a.yaml").write_text("a: b\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(memory, "program_files", lambda: (str(file),))
    monkeypatch.setattr(surroundings, "_SETTLED", -(10**18))
    return file


@pytest.fixture
def witness():
    """Return the witness of a run that read a file."""
    witness = Witness(Folder("."))
    witness.read("a.yaml")
    return witness


def memory_here() -> Memory:
    return Memory("cache", ["a.yaml"])


def test_a_run_is_recalled_as_it_was(witness):
    assert memory_here().recall() is None
    memory_here().keep("said", 1, "", witness)
    entry = memory_here().recall()
    assert entry is not None
    assert (entry.said, entry.status) == ("said", 1)


def test_a_program_that_is_not_there_any_more_recalls_nothing_and_keeps_nothing(witness, program):
    memory_here().keep("said", 1, "", witness)
    program.unlink()
    assert memory_here().recall() is None
    memory_here().keep("said", 2, "", witness)
    program.write_text("")
    assert memory_here().recall() is None


def test_a_program_that_changed_a_moment_ago_is_not_remembered(witness, tmp_path, monkeypatch):
    monkeypatch.setattr(surroundings, "_SETTLED", 2_000_000_000)
    memory_here().keep("said", 1, "", witness)
    assert not (tmp_path / "cache").exists()


def test_a_run_that_saw_a_file_change_is_not_remembered(witness, tmp_path):
    (tmp_path / "a.yaml").write_text("a: other\n")
    witness.read("a.yaml")
    memory_here().keep("said", 1, "", witness)
    assert not (tmp_path / "cache").exists()


def test_a_project_file_found_elsewhere_recalls_nothing(witness, tmp_path):
    memory_here().keep("said", 1, "", witness)
    (tmp_path / "alignkit.yaml").write_text("")
    assert memory_here().recall() is None

"""What a command does not need, it does not load: imports cost more than the work on one course."""

import pytest
from tests.loaded import loaded_by

from alignkit.cli.place import tree_here
from alignkit.rules.examine import examine
from alignkit.source.reader import Document
from alignkit.source.tree import Tree, load

HEAVY = ("networkx", "typer", "rich", "pydantic", "jsonschema", "dataclasses", "importlib.metadata", "json", "difflib")
COURSE = """\
alignkit: curriculum/1
id: small
title: Small
outcomes:
  - {id: LO1, text: Negotiate roles in a team, aligns: [ipec-2023:RR4]}
"""


def test_a_plain_check_loads_none_of_the_heavy_packages(tmp_path):
    (tmp_path / "small.yaml").write_text(COURSE)
    assert loaded_by(["check", "small.yaml"], tmp_path) & set(HEAVY) == set()


@pytest.mark.parametrize(("arguments", "spared"), [(["rules"], "networkx"), (["explain", "C103"], "networkx")])
def test_other_commands_load_no_graph_unless_they_walk_it(arguments, spared, tmp_path):
    assert spared not in loaded_by(arguments, tmp_path)


def test_check_reads_only_the_frameworks_that_are_used(tmp_path, monkeypatch):
    (tmp_path / "small.yaml").write_text(COURSE)
    monkeypatch.chdir(tmp_path)
    read: list[str] = []

    def noting(tree: Tree, name: str) -> Document:
        read.append(name)
        return load(tree, name)

    monkeypatch.setattr("alignkit.library.library.load", noting)
    examine(tree_here(), ["small.yaml"])
    assert read == ["interprofessional/ipec-2023.yaml"]

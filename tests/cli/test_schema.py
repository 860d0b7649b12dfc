"""`alignkit schema`: what an editor is given, and that the starter names it."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from alignkit.model.documents import KINDS

ROOT = Path(__file__).parents[2]
NAMES = [kind.partition("/")[0] for kind in KINDS]


@pytest.mark.parametrize("name", NAMES)
def test_each_schema_is_printed_as_it_stands_in_the_docs(alignkit, name):
    done = alignkit("schema", name)
    assert (done.status, done.err) == (0, "")
    assert done.out == (ROOT / "docs" / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8")
    assert alignkit("schema", f"{name}/1").out == done.out


def test_without_a_kind_they_are_listed(alignkit):
    assert [line.split()[0] for line in alignkit("schema").out.splitlines()] == NAMES


@pytest.mark.parametrize("name", ["curiculum", "curriculum/2", "x"])
def test_an_unknown_kind_is_answered_with_those_there_are(alignkit, name):
    done = alignkit("schema", name)
    assert done.status == 2
    assert "there are curriculum, module, framework" in done.err


def test_it_can_be_written_to_a_file(alignkit, tmp_path):
    assert alignkit("schema", "project", "--output", "p.json").out == ""
    jsonschema.Draft202012Validator.check_schema(json.loads((tmp_path / "p.json").read_text(encoding="utf-8")))


def test_every_file_that_init_writes_names_its_schema_and_the_schema_is_there(alignkit, tmp_path):
    alignkit("init", "--yes")
    files = sorted(tmp_path.rglob("*.yaml"))
    assert len(files) == 2
    for file in files:
        first, second = file.read_text(encoding="utf-8").splitlines()[:2]
        match = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
        assert match
        schema = json.loads((file.parent / match[1]).read_text(encoding="utf-8"))
        assert second == f"alignkit: {schema['properties']['alignkit']['const']}"
    assert alignkit("check", ".", "--select", "S").status == 0


def test_the_starter_here_finds_its_schema_too():
    first = (ROOT / "examples" / "starter.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert (ROOT / "examples" / first.partition("$schema=")[2]).is_file()

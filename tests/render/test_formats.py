"""What holds for every format: official schemas, hostile texts, and nothing that a terminal would obey."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import xmlschema
from tests.loaded import loaded_by
from tests.render.samples import VIEWS

from alignkit.render.findings import DESCRIBING, FORMATS

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "tests" / "schemas"
# What C0, DEL and C1 hold, directions of writing, and line breaks that are none to most programs.
STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def schema(name: str) -> Any:
    loaded = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    return jsonschema.validators.validator_for(loaded)(loaded)


SARIF, CODE_QUALITY, RDJSON = map(schema, ("sarif-schema-2.1.0.json", "codeclimate.json", "DiagnosticResult.json"))
JUNIT = xmlschema.XMLSchema(SCHEMAS / "jenkins-junit-10.xsd")
CHECK = json.loads((ROOT / "docs" / "formats" / "check-json.schema.json").read_text(encoding="utf-8"))
# How each format that has a schema is held against it.
OFFICIAL = {
    "sarif": lambda text: SARIF.validate(json.loads(text)),
    "junit": JUNIT.validate,
    "gitlab": lambda text: [CODE_QUALITY.validate(entry) for entry in json.loads(text)],
    "rdjson": lambda text: RDJSON.validate(json.loads(text)),
    "json": lambda text: jsonschema.validate(json.loads(text), CHECK),
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
@pytest.mark.parametrize("name", OFFICIAL)
def test_it_is_valid_by_the_official_schema(name, view):
    OFFICIAL[name](FORMATS[name](view()))


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
@pytest.mark.parametrize("name", FORMATS)
def test_a_terminal_finds_nothing_in_it_to_obey(name, view):
    text = FORMATS[name](view())
    assert STEERING.findall(text) == []
    assert text == "" or text.endswith("\n")
    text.encode()


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_view_gives_the_same_text(name):
    assert FORMATS[name](VIEWS["a course"]()) == FORMATS[name](VIEWS["a course"]())


def test_every_format_has_a_module_of_its_own_and_every_module_a_format():
    folder = ROOT / "src" / "alignkit" / "render" / "findings"
    renderers = {
        path.stem for path in folder.glob("*.py") if "\ndef render(view: CheckView) -> str:" in path.read_text()
    }
    assert renderers == set(FORMATS)
    assert set(DESCRIBING) <= set(FORMATS)


def test_a_check_in_plain_text_loads_none_of_them(tmp_path):
    (tmp_path / "c.yaml").write_text("alignkit: curriculum/1\nid: c\ntitle: C\noutcomes: []\n")
    loaded = loaded_by(["check", "c.yaml"], tmp_path)
    assert loaded.isdisjoint({f"alignkit.render.findings.{name}" for name in FORMATS} | {"urllib.parse"})

"""The JSON of `check` is what docs/formats/check-json.schema.json says, key by key."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from alignkit.api.check import CheckRequest, check
from alignkit.render.findings.json import FORMAT, render
from alignkit.source.tree import Folder, Memory

ROOT = Path(__file__).parents[2]
SCHEMA = json.loads((ROOT / "docs" / "formats" / "check-json.schema.json").read_text(encoding="utf-8"))
BROKEN = "alignkit: curriculum/1\nid: broken\ntitle: Roles: who does what\n"
DETAILED = """\
alignkit: curriculum/1
id: detailed
title: Zażółć „gęślą” 🦊
kind: programme
learners: {professions: [nursing, pharmacy]}
frameworks:
  - {use: ipec-2023, scope: [TT4, TT5], targets: {claimed: 0.5}}
  - {use: cihc-2010, role: lens, for: nursing}
outcomes:
  - {id: LO1, text: Resolve a conflict, aligns: [ipec-2023:TT5, {to: "ipec-2023:TT4", strength: partial}]}
  - {id: LO1, text: Listen, aligns: [ipec-2023:TT55]}  # alignkit: ignore[R102] to be looked up
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1], professions: [nursing]}]}
"""
PROJECT = "alignkit: project/1\nrules: {C103: warning}\nrubric: hpac-2019\n"


def written(files: dict[str, str], *paths: str, project: str = "", **request: Any) -> str:
    return render(check(Memory(files), CheckRequest(paths=paths or tuple(files), **request), project))


INPUTS = {
    "the complete example": lambda: render(check(Folder(str(ROOT)), CheckRequest(paths=("examples/complete.yaml",)))),
    "real curricula": lambda: render(check(Folder(str(ROOT)), CheckRequest(paths=("curricula",)))),
    "a file that cannot be read": lambda: written({"broken.yaml": BROKEN}),
    "much of everything": lambda: written({"a.yaml": DETAILED, "broken.yaml": BROKEN}, frameworks=("who-2010",)),
    "no coverage": lambda: written({"a.yaml": "alignkit: curriculum/1\nid: a\ntitle: A\noutcomes: []\n"}),
    "a folder": lambda: written({"x/a.yaml": DETAILED, "x/compose.yaml": "services: {}\n"}, "x", fail_on="never"),
    "a project": lambda: written({"a.yaml": DETAILED, "p.yaml": PROJECT}, "a.yaml", project="p.yaml"),
    "a project that names no rule": lambda: written(
        {"a.yaml": DETAILED, "p.yaml": PROJECT.replace("C103", "C999")}, "a.yaml", project="p.yaml"
    ),
}


def closed(schema: Any) -> Any:
    """Return the schema such that it allows no key that it does not describe."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(part) for key, part in schema.items()}
    if inner.get("type") == "object":
        inner.setdefault("additionalProperties", False)
    return inner


def test_the_schema_is_one():
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["title"] == SCHEMA["properties"]["format"]["const"] == FORMAT


@pytest.mark.parametrize("text", INPUTS.values(), ids=INPUTS.keys())
def test_real_output_has_the_keys_of_the_schema_and_no_others(text):
    jsonschema.Draft202012Validator(closed(SCHEMA)).validate(json.loads(text()))


def test_the_schema_lets_a_later_release_add_a_key():
    document = json.loads(written({"a.yaml": DETAILED}))
    document["curricula"][0]["new"] = 1
    jsonschema.validate(document, SCHEMA)


def test_every_key_of_the_schema_is_written():
    """A key that a reader was promised must be there, so each object lists all of its keys as required."""

    def objects(schema: Any) -> list[dict[str, Any]]:
        if isinstance(schema, list):
            return [found for part in schema for found in objects(part)]
        if not isinstance(schema, dict):
            return []
        below = [found for part in schema.values() for found in objects(part)]
        return [schema, *below] if isinstance(schema.get("properties"), dict) and "required" in schema else below

    assert len(objects(SCHEMA)) > 10
    for each in objects(SCHEMA):
        assert set(each["required"]) == set(each["properties"])


def test_the_page_speaks_of_every_key_at_the_top():
    page = (ROOT / "docs" / "formats" / "check-json.md").read_text(encoding="utf-8")
    assert [key for key in SCHEMA["properties"] if f"`{key}" not in page] == []


def test_text_of_any_language_stays_readable():
    assert "Zażółć „gęślą” 🦊" in written({"a.yaml": DETAILED})


def test_the_numbers_of_the_summary_are_those_of_the_findings():
    document = json.loads(written({"a.yaml": DETAILED, "broken.yaml": BROKEN}))
    for severity in ("error", "warning", "info"):
        found = [finding for finding in document["findings"] if finding["severity"] == severity]
        assert document["summary"][f"{severity}s"] == len(found) > 0
    assert document["summary"]["waived"] == 1
    assert document["summary"]["unparsed"] == ["broken.yaml"]
    assert document["summary"]["files"] == 2

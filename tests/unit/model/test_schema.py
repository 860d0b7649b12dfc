"""The schemas say what the reader says: every file of ours is valid, and what the reader refuses they refuse too."""

import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from alignkit.model.documents import KINDS, kind_of, typed
from alignkit.model.keys import key_of
from alignkit.model.located import fields_of
from alignkit.model.schema import schema_of
from alignkit.source.reader import parse

ROOT = Path(__file__).parents[3]
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for folder in ("frameworks", "examples", "curricula")
    for path in (ROOT / folder).rglob("*.yaml")
    # It is there to show what is wrong.
    if path.name != "faults.yaml"
)
VALIDATORS = {kind: jsonschema.Draft202012Validator(schema_of(kind)) for kind in KINDS}


class AsEditorsRead(yaml.SafeLoader):
    """YAML 1.2 with its core schema, as editors read it: NO is a text, 2.5 a number, an empty value null."""


AsEditorsRead.yaml_implicit_resolvers = {}
for tag, form, first in (
    ("tag:yaml.org,2002:bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("tag:yaml.org,2002:int", r"[-+]?[0-9]+", "-+0123456789"),
    ("tag:yaml.org,2002:float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("tag:yaml.org,2002:null", r"null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    AsEditorsRead.add_implicit_resolver(tag, re.compile(f"^(?:{form})$"), list(first))
AsEditorsRead.yaml_constructors = {
    **yaml.SafeLoader.yaml_constructors,
    "tag:yaml.org,2002:int": lambda loader, node: int(loader.construct_scalar(node)),
}


def refusals(text: str) -> list[str]:
    """Return what the schema of the file's kind objects to."""
    document = yaml.load(text, AsEditorsRead)  # noqa: S506 - a safe loader with other resolvers
    kind = document.get("alignkit")
    return [error.message for error in VALIDATORS[kind].iter_errors(document)]


def problems(text: str) -> list[str]:
    return [problem.kind for problem in typed(parse(text, "x.yaml"))[1]]


@pytest.mark.parametrize("kind", KINDS)
def test_each_is_a_schema_of_the_draft_it_names(kind):
    schema = schema_of(kind)
    assert schema["$schema"].endswith("2020-12/schema")
    jsonschema.Draft202012Validator.check_schema(schema)


def test_there_are_files_of_most_kinds():
    kinds = {kind_of(parse((ROOT / name).read_text(encoding="utf-8"), name)) for name in FILES}
    assert {"curriculum/1", "framework/1", "rubric/1"} <= kinds


@pytest.mark.parametrize("name", FILES)
def test_every_file_of_ours_is_valid(name):
    assert refusals((ROOT / name).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_of_every_part_is_explained(kind):
    schema = schema_of(kind)
    records = [schema, *schema["$defs"].values()]
    silent = [key for record in records for key, value in record["properties"].items() if not value["description"]]
    assert silent == []
    assert all(record["description"] and record["additionalProperties"] is False for record in records)


@pytest.mark.parametrize("kind", KINDS)
def test_the_keys_are_those_of_the_model_in_its_order(kind):
    assert list(schema_of(kind)["properties"]) == ["alignkit", *map(key_of, fields_of(KINDS[kind]).values())]


HEAD = "alignkit: curriculum/1\nid: c\ntitle: C\n"
OUTCOME = "outcomes: [{id: LO1, text: Negotiate roles}]\n"
FRAMEWORK = "alignkit: framework/1\nid: f\ntitle: F\nkind: regulator\npublisher: {name: P}\n"
# What stands in the document, and whether it may.
DOCUMENTS: dict[str, tuple[str, bool]] = {
    "the least": (HEAD + OUTCOME, True),
    "a country that is no false": (HEAD + OUTCOME + "providers: [{name: UiT, country: NO}]\n", True),
    "a short form": (HEAD + OUTCOME + "frameworks: [ipec-2023]\nproviders: [UiT]\n", True),
    "one alone": (HEAD + "outcomes: [{id: LO1, text: T, aligns: 'ipec-2023:VE1'}]\n", True),
    "an alignment in full": (
        HEAD + "outcomes: [{id: LO1, text: T, aligns: [{to: 'a:b', depth: master, reviewed: [{by: X}]}]}]\n",
        True,
    ),
    "a section without a value": (HEAD + OUTCOME + "design:\nmodules:\n", True),
    "numbers for names": ("alignkit: curriculum/1\nid: 2023\ntitle: 2.5\nversion: 3.10\n" + OUTCOME, True),
    "quoted numbers": (HEAD + OUTCOME + "workload: {hours: '75', ects: 2.5}\n", True),
    "yes for true": (HEAD + "outcomes: [{id: LO1, text: T, interprofessional: yes}]\n", True),
    "a level that is a number": (HEAD + OUTCOME + "evaluation: [{level: 1}, {level: 2b}]\n", True),
    "a year for a date": (HEAD + OUTCOME + "dates: {start: 2026, end: 2026-11-23}\n", True),
    "a word of one's own": (HEAD + OUTCOME + "learners: {professions: [x-doula, nursing]}\n", True),
    "items by mention": (HEAD + OUTCOME + "assessments: [{id: A, outcomes: [LO1, {name: LO1}]}]\n", True),
    "an unknown key": (HEAD + OUTCOME + "colour: blue\n", False),
    "an unknown key deep down": (HEAD + "outcomes: [{id: LO1, text: T, verb: act}]\n", False),
    "no title": ("alignkit: curriculum/1\nid: c\n" + OUTCOME, False),
    "a title without a value": ("alignkit: curriculum/1\nid: c\ntitle:\n" + OUTCOME, False),
    "no outcomes": (HEAD, False),
    "outcomes without a value": (HEAD + "outcomes:\n", False),
    "an outcome without text": (HEAD + "outcomes: [{id: LO1}]\n", False),
    "a text for a list": (HEAD + "outcomes: none yet\n", False),
    "a text for keys and values": (HEAD + OUTCOME + "workload: 75\n", False),
    "a list for a text": ("alignkit: curriculum/1\nid: c\ntitle: [C]\n" + OUTCOME, False),
    "a list for a single record": (HEAD + OUTCOME + "learners: [{group_size: 6}]\n", False),
    "a word that is not in the vocabulary": (HEAD + OUTCOME + "kind: workshop\n", False),
    "a profession misspelt": (HEAD + OUTCOME + "learners: {professions: [nurse]}\n", False),
    "an id with capitals": ("alignkit: curriculum/1\nid: My Course\ntitle: C\n" + OUTCOME, False),
    "a code with a space": (HEAD + "outcomes: [{id: LO 1, text: T}]\n", False),
    "a country in words": (HEAD + OUTCOME + "providers: [{name: UiT, country: Norway}]\n", False),
    "a number with a unit": (HEAD + OUTCOME + "workload: {hours: 75 h}\n", False),
    "a negative number": (HEAD + OUTCOME + "workload: {hours: -5}\n", False),
    "half a learner": (HEAD + OUTCOME + "learners: {group_size: 6.5}\n", False),
    "a share above one": (HEAD + OUTCOME + "frameworks: [{use: a, targets: {taught: 90}}]\n", False),
    "a level beyond the scale": (HEAD + OUTCOME + "level: {eqf: 9}\n", False),
    "perhaps for true": (HEAD + "outcomes: [{id: LO1, text: T, interprofessional: perhaps}]\n", False),
    "a date in another order": (HEAD + OUTCOME + "dates: {start: 23.11.2026}\n", False),
    "an empty entry": (HEAD + "outcomes: [{id: LO1, text: T, aligns: [~]}]\n", False),
    "a mention of nothing": (HEAD + OUTCOME + "assessments: [{id: A, outcomes: [{}]}]\n", False),
    "a space after the colon": (HEAD + "outcomes: [{id: LO1, text: T, aligns: [{ipec-2023: VE1}]}]\n", False),
    "a framework": (
        FRAMEWORK + "levels: [a, [b, c]]\ncounts: {a: 1}\nitems: [{code: 1.1, items: [{code: a, verified: false}]}]\n",
        True,
    ),
    "a framework with a count in words": (
        FRAMEWORK + "counts: {domain: one}\nitems: []\n",
        False,
    ),
    "settings": ("alignkit: project/1\nrules: {C103: error, O105: off}\naliases: {a: b}\n", True),
    "a setting that is no severity": ("alignkit: project/1\nrules: {C103: loud}\n", False),
    "an overlay without texts": ("alignkit: overlay/1\nof: ipec-2023\n", False),
}


@pytest.mark.parametrize(("text", "fine"), DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_schema_and_reader_agree(text, fine):
    assert (problems(text) == []) is fine
    assert (refusals(text) == []) is fine


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_of_another_kind_is_refused(kind):
    other = "curriculum/1" if kind != "curriculum/1" else "module/1"
    assert any("was expected" in error.message for error in VALIDATORS[kind].iter_errors({"alignkit": other}))

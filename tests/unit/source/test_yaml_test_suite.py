"""Each document of the public YAML test suite is read as the specification says, or refused with its place."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from alignkit.source.node import Node
from alignkit.source.reader import parse

SUITE = Path(__file__).parents[2] / "samples" / "yaml-test-suite" / "cases.jsonl"

# What the specification allows and alignkit does not: reason -> the finding's kind, and the cases.
OUTSIDE = {
    "an anchor, an alias, a tag: they hide what a reader of the file should see": (
        "anchor-or-alias",
        """
        26DV/0 2AUY/0 2XXW/0 33X3/0 35KP/0 3GZX/0 3R3P/0 52DL/0 565N/0 57H4/0 5TYM/0 6BFJ/0 6CK3/0 6JWB/0 6KGN/0
        6WLZ/0 735Y/0 74H7/0 7BMT/0 7BUB/0 7FWL/0 8MK2/0 9KAX/0 9WXW/0 BU8L/0 C4HZ/0 CC74/0 CN3R/0 CUP7/0 E76Z/0
        EHF6/0 F2C7/0 FH7J/0 FTA2/0 HMQ5/0 J7PZ/0 JS2J/0 L94M/0 LE5A/0 M5C3/0 P76L/0 PW8X/0 RZP5/0 S4JQ/0 SKE5/0
        U3C3/0 U3XV/0 UGM3/0 UKK6/2 V55R/0 WZ62/0 X38W/0 XW4D/0 Y2GN/0 Z67P/0 Z9M4/0 ZH7C/0 ZWK4/0
        """,
    ),
    "a key that is no text: nothing, a list, a mapping": (
        "wrong-type",
        "4FJ6/0 6PBE/0 9MMW/0 DFF7/0 KK5P/0 LX3P/0 M2N8/1 M5DY/0 Q9WF/0 SBG9/0 V9D5/0",
    ),
    "a second document in one file": (
        "yaml-syntax",
        "6XDY/0 6ZKB/0 7Z25/0 9DXL/0 JHB9/0 KSS4/0 L383/0 M7A3/0 PUW8/0 RZT7/0 U9NS/0 UT92/0 W4TN/0",
    ),
    "no content at all": ("unreadable-file", "8G76/0 98YD/0 AVM7/0 DK95/7 MUS6/2 MUS6/3 MUS6/4"),
}
# What libyaml, which implements YAML 1.1, does not read: `{a:b}` and `:x` in brackets, an empty key, tabs between
# tokens, a colon on a line of its own, directives that it does not know. It says so, and alignkit with it.
REFUSED_BY_LIBYAML = """
    2JQS/0 2LFX/0 2SXE/0 4ABK/0 4MUZ/0 4MUZ/1 4MUZ/2 58MP/0 5MUD/0 5T43/0 6BCT/0 6CA3/0 6LVF/0 6M2F/0 8XYN/0 96NN/0
    96NN/1 9SA2/0 A2M4/0 BEC7/0 CFD4/0 DBG4/0 DK3J/0 DK95/0 DK95/3 DK95/4 FP8R/0 FRK4/0 HM87/0 HWV9/0 K3WX/0 M2N8/0
    MUS6/5 MUS6/6 NHX8/0 NJ66/0 NKF9/0 Q5MG/0 QT73/0 R4YG/0 S3PD/0 SM9W/1 UKK6/0 VJP3/1 W5VH/0 Y79Y/1 Y79Y/10
"""
# What libyaml reads though it is in error: a comment that touches a bracket, brackets less indented than their key, …
READ_THOUGH_IN_ERROR = "9C9N/0 9JBA/0 CVW2/0 DK95/1 G5U8/0 QB6E/0 S98Z/0 SU5Z/0 X4QW/0 Y79Y/3 YJV2/0"
# What libyaml reads as YAML 1.1 has it: `?` in brackets marks a key, the last line of a text may lack its end.
READ_OTHERWISE = "652Z/0 HM87/1 L24T/1"


@cache
def cases() -> dict[str, dict[str, Any]]:
    """Return the cases of the suite by name."""
    records = map(json.loads, SUITE.read_text(encoding="utf-8").splitlines())
    return {f"{record['id']}/{record['case']}": record for record in records}


def plain(node: Node | None) -> object:
    """Return what a node holds."""
    if node is None or node.value is None:
        return None
    if isinstance(node.value, dict):
        return {key: plain(child) for key, child in node.value.items()}
    return [plain(entry) for entry in node.value] if isinstance(node.value, list) else node.value


def as_typed(value: object) -> object:
    """Return a value of the suite's JSON as alignkit has it, which gives no types: 65 is the text "65"."""
    if isinstance(value, dict):
        return {key: as_typed(each) for key, each in value.items()}
    if isinstance(value, list):
        return [as_typed(each) for each in value]
    return str(value).lower() if isinstance(value, bool) else value


def by_libyaml(text: str) -> object:
    """Return what libyaml alone makes of a text, each scalar left as text; YAMLError where it does not read it."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - the loader that constructs nothing but texts


def refused_as(kind: str) -> list[str]:
    """Return the cases that are refused for one reason."""
    return [name for each, names in OUTSIDE.values() if each == kind for name in names.split()]


LISTED = {name for _, names in OUTSIDE.values() for name in names.split()} | {*REFUSED_BY_LIBYAML.split()}


def test_the_whole_suite_is_here():
    assert (len(cases()), len({record["id"] for record in cases().values()})) == (402, 350)
    assert sum("fail" in record for record in cases().values()) == 94


@pytest.mark.parametrize("name", sorted(cases()))
def test_a_document_is_read_as_the_specification_says_or_refused_with_its_place(name):
    record = cases()[name]
    document = parse(record["yaml"], "f.yaml")
    for problem in document.problems:
        assert problem.at.file == "f.yaml"
        assert 1 <= problem.at.line <= document.text.count("\n") + 1
    if "fail" in record:
        assert bool(document.problems) == (name not in READ_THOUGH_IN_ERROR.split())
    elif name in LISTED:
        assert document.problems
    else:
        assert document.problems == ()
        if "json" in record:
            wanted = as_typed(json.JSONDecoder(parse_int=str, parse_float=str).decode(record["json"]))
            assert (plain(document.root) == wanted) == (name not in READ_OTHERWISE.split())


@pytest.mark.parametrize("kind", sorted({kind for kind, _ in OUTSIDE.values()}))
def test_what_is_outside_of_our_subset_is_named_for_what_it_is(kind):
    for name in refused_as(kind):
        assert kind in {problem.kind for problem in parse(cases()[name]["yaml"], "f.yaml").problems}, name


@pytest.mark.parametrize("name", REFUSED_BY_LIBYAML.split())
def test_what_is_refused_for_its_syntax_is_refused_by_libyaml_too(name):
    with pytest.raises(yaml.YAMLError):
        by_libyaml(cases()[name]["yaml"])


@pytest.mark.parametrize("name", [*READ_THOUGH_IN_ERROR.split(), *READ_OTHERWISE.split()])
def test_what_is_read_otherwise_than_specified_is_read_so_by_libyaml(name):
    text = cases()[name]["yaml"]
    read = json.dumps(plain(parse(text, "f.yaml").root)).replace("null", '""')
    assert json.loads(read) == by_libyaml(text)


def test_two_cases_without_a_result_in_the_suite_are_read_without_a_problem():
    without = {name for name, record in cases().items() if not {"fail", "json"} & record.keys()}
    assert without - LISTED == {"2G84/3", "JEF9/2"}

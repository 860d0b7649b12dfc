"""Workflow commands, their escapes and their limits."""

import re

import pytest
from msgspec.structs import replace
from tests.hostile import HOSTILE
from tests.render.samples import broken, finding, hostile, nothing, small, with_findings

from alignkit.findings import Severity, Span
from alignkit.render.findings.github import render

COMMAND = re.compile(r"::(error|warning|notice) (?:([^:\n]*))::(.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    """Return the commands as GitHub's runner reads them: kind, properties, message."""
    read = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        properties = dict(part.split("=", 1) for part in match[2].split(","))
        read.append((match[1], {key: decoded(value) for key, value in properties.items()}, decoded(match[3])))
    return read


def decoded(text: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        text = text.replace(code, sign)
    return text


def test_an_annotation_says_what_where_and_what_to_do():
    found = [each for each in commands(render(small())) if each[1]["title"].startswith("S004")]
    ((kind, properties, message),) = found
    assert kind == "error"
    assert properties == {
        "file": "courses/small.yaml",
        "line": "9",
        "endLine": "9",
        "col": "56",
        "endColumn": "62",
        "title": "S004 unknown-key",
    }
    assert message.count("\n") == 1


def test_columns_are_left_out_of_a_place_of_several_lines():
    over = replace(finding(), at=Span("c.yaml", 3, 2, 7, 1))
    ((_, properties, _),) = commands(render(with_findings(small(), over)))
    assert properties == {"file": "c.yaml", "line": "3", "endLine": "3", "title": "C103 taught-not-assessed"}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_becomes_a_command_or_a_property(text):
    read = commands(render(hostile(small(), text)))
    assert {key for _, properties, _ in read for key in properties} <= {
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    }
    assert all(properties["line"].isdecimal() for _, properties, _ in read if "line" in properties)


def test_ten_of_each_severity_and_the_rest_is_counted():
    many = [finding(str(line), line=line, severity=severity) for severity in Severity for line in range(1, 26)]
    read = commands(render(with_findings(small(), *many)))
    kinds = [kind for kind, _, _ in read]
    assert [kinds.count(kind) for kind in ("error", "warning", "notice")] == [10, 10, 10]
    # 25 - 10 errors, 25 - 10 warnings, 25 - 9 notes: the last notice is needed to say so.
    assert read[-1][2] == "and 15 errors, 15 warnings and 16 infos more; run `alignkit check --all` to see all"
    assert [kind for kind in kinds if kind != "notice"] == ["error"] * 10 + ["warning"] * 10


def test_ten_notes_alone_are_all_shown():
    many = [finding(line=line, severity=Severity.INFO) for line in range(1, 11)]
    assert len(commands(render(with_findings(small(), *many)))) == 10


def test_long_texts_are_cut():
    ((_, properties, message),) = commands(render(with_findings(small(), finding("long " * 20_000))))
    assert len(message.encode()) < 64 * 1024
    assert len(properties["title"]) <= 255


def test_an_excused_finding_is_left_out_and_nothing_is_an_empty_text():
    assert "TT55" not in render(small())
    assert "TT77" in render(small())
    assert render(nothing()) == ""
    assert "broken.yaml" in render(broken())

"""GitLab's code quality report, and reviewdog's format."""

import json
from typing import Any

from msgspec.structs import replace
from tests.render.samples import COURSE, finding, nothing, small, view_of, with_findings

from alignkit.findings import Severity, Span
from alignkit.render.findings import gitlab, rdjson
from alignkit.views.check import FindingView


def entries(view: Any) -> Any:
    return json.loads(gitlab.render(view))


def test_an_empty_report_is_an_empty_list():
    assert entries(nothing()) == []


def test_an_entry_says_what_where_and_how_severe():
    (entry,) = [each for each in entries(small()) if each["check_name"] == "S004 unknown-key"]
    assert entry["severity"] == "major"
    assert entry["location"] == {"path": "courses/small.yaml", "lines": {"begin": 9, "end": 9}}
    assert "colour" in entry["description"]


def test_severities_are_gitlab_s():
    every = [finding(line=line, severity=severity) for line, severity in enumerate(Severity, 1)]
    assert [each["severity"] for each in entries(with_findings(small(), *every))] == ["major", "minor", "info"]


def test_no_two_entries_share_a_fingerprint():
    found = [each["fingerprint"] for each in entries(with_findings(small(), *[finding(line=n) for n in range(1, 9)]))]
    assert len(set(found)) == 8


def test_fingerprints_do_not_move_with_lines():
    moved = view_of({"courses/small.yaml": "# one\n" + COURSE})
    assert [each["fingerprint"] for each in entries(moved)] == [each["fingerprint"] for each in entries(small())]


def test_excused_findings_are_left_out():
    assert "TT55" not in gitlab.render(small())
    assert "TT55" not in rdjson.render(small())


def diagnostics(view: Any) -> Any:
    return json.loads(rdjson.render(view))["diagnostics"]


def test_columns_count_bytes():
    (found,) = [each for each in diagnostics(small()) if each["code"]["value"].startswith("S004")]
    # Two of the 55 letters before it, ł and ć, take two bytes each; nothing in `colour` does.
    assert found["location"]["range"] == {"start": {"line": 9, "column": 58}, "end": {"line": 9, "column": 64}}


def test_an_end_on_another_line_is_left_out():
    over = FindingView(replace(finding(), at=Span("c.yaml", 3, 2, 7, 1), related=()), "  x")
    (found,) = diagnostics(replace(small(), findings=(over,)))
    assert found["location"]["range"] == {"start": {"line": 3, "column": 2}}
    assert "related_locations" not in found

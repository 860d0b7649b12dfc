"""SARIF as code scanning services read it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from tests.render.samples import COURSE, broken, finding, nothing, small, view_of, with_findings

from alignkit.findings import Severity
from alignkit.render.findings.sarif import render
from alignkit.views.check import ExcusedView, FindingView


def run_of(view: Any) -> Any:
    (run,) = json.loads(render(view))["runs"]
    return run


def prints(view: Any) -> dict[tuple[str, int], str]:
    return {
        (result["ruleId"], result["locations"][0]["physicalLocation"]["region"]["startLine"]): result[
            "partialFingerprints"
        ]["primaryLocationLineHash"]
        for result in run_of(view)["results"]
    }


def test_there_is_no_white_space_between_values():
    assert render(small()).count("\n") == 1
    assert '": ' not in render(nothing())


def test_every_result_has_its_rule_with_reason_source_and_help():
    run = run_of(small())
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        each["ruleId"] for each in run["results"]
    ]
    (c103,) = [rule for rule in rules if rule["id"] == "A101"]
    assert c103["name"] == "OutcomeWithoutActivity"
    assert "Biggs" in c103["help"]["markdown"]
    assert c103["help"]["text"].startswith(c103["fullDescription"]["text"])
    assert all("helpUri" not in rule for rule in rules)


def test_levels_places_and_columns_are_those_of_the_finding():
    run = run_of(small())
    (result,) = [each for each in run["results"] if each["ruleId"] == "S004"]
    place = result["locations"][0]["physicalLocation"]
    assert result["level"] == "error"
    assert place["artifactLocation"] == {"uri": "courses/small.yaml", "uriBaseId": "%SRCROOT%"}
    # `  - {id: LO3, text: Słuchać, aligns: [ipec-2023:TT77], colour: blue}`: 55 characters stand before `colour`.
    assert place["region"] == {"startLine": 9, "startColumn": 56, "endLine": 9, "endColumn": 62}
    assert run["columnKind"] == "unicodeCodePoints"
    assert "%SRCROOT%" in run["originalUriBaseIds"]


def test_a_file_s_name_becomes_a_relative_address():
    run = run_of(with_findings(small(), finding(file="müll & co/a b#c.yaml"), finding(file="/tmp/x y.yaml")))  # noqa: S108
    artifacts = [each["locations"][0]["physicalLocation"]["artifactLocation"] for each in run["results"]]
    assert artifacts[0] == {"uri": "m%C3%BCll%20%26%20co/a%20b%23c.yaml", "uriBaseId": "%SRCROOT%"}
    assert artifacts[1] == {"uri": "file:///tmp/x%20y.yaml"}


def test_an_excused_finding_is_there_and_suppressed_with_its_reason():
    results = run_of(small())["results"]
    (suppressed,) = [result for result in results if "suppressions" in result]
    assert suppressed["ruleId"] == "R102"
    (suppression,) = suppressed["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("inSource", "accepted")
    assert suppression["justification"] == "to be looked up"
    assert suppression["location"]["physicalLocation"]["region"]["startLine"] == 8


def test_what_the_baseline_accepts_is_suppressed_from_outside():
    accepted = ExcusedView(FindingView(finding(), ""), "until the summer", finding().at, in_file=False)
    view = replace(with_findings(small()), excused=(accepted,))
    (result,) = run_of(view)["results"]
    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "until the summer"}]


def test_what_is_ignored_is_not_listed_as_excused_either():
    assert "R102" not in render(view_of({"a.yaml": COURSE}, ignore=("R102",)))


def test_fingerprints_are_unique_and_do_not_move_with_lines():
    before, after = prints(small()), prints(view_of({"courses/small.yaml": "# one\n\n# two\n" + COURSE}))
    assert len(set(before.values())) == len(run_of(small())["results"])
    assert {(code, line + 3): print_ for (code, line), print_ in before.items()} == after


def test_fingerprints_tell_files_subjects_and_repetitions_apart():
    run = run_of(
        with_findings(
            small(),
            finding(),
            finding(line=9),
            finding(file="d.yaml"),
            finding(subject="LO2"),
            finding(subject="", facts={"key": "a"}),
            finding(subject="", facts={"key": "b"}),
        )
    )
    assert len({result["partialFingerprints"]["alignkit/v1"] for result in run["results"]}) == 6


def test_more_results_than_are_shown_are_counted_and_the_gravest_stay():
    grave = finding("grave", severity=Severity.ERROR)
    run = run_of(with_findings(small(), grave, *(finding(line=line) for line in range(1, 5_003))))
    assert len(run["results"]) == 5_000
    assert run["results"][0]["level"] == "error"
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"] == "3 results left out, the least severe: a run lists at most 5,000."


def test_a_file_that_cannot_be_read_is_no_successful_run():
    (invocation,) = run_of(broken())["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 2
    assert [each["message"]["text"] for each in invocation["toolExecutionNotifications"]] == [
        "broken.yaml could not be read."
    ]


def test_nothing_in_a_message_is_a_link():
    (result,) = run_of(with_findings(small(), finding("[click](http://example.org)")))["results"]
    assert "](" not in result["message"]["text"]


def test_an_independent_reader_counts_the_same(tmp_path):
    """sarif-tools is not ours; it reads the file and counts by level and rule."""
    (tmp_path / "a.sarif").write_text(render(small()), encoding="utf-8")
    command = [str(Path(sys.executable).with_name("sarif")), "summary", "a.sarif"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    for severity, name in ((Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")):
        shown = small().number(severity) + sum(each.shown.finding.severity is severity for each in small().excused)
        assert f"{name}: {shown}\n" in done.stdout


def test_a_rule_that_nobody_described_still_has_its_code():
    view = replace(with_findings(small(), finding()), rules=())
    assert run_of(view)["tool"]["driver"]["rules"] == [{"id": "C103"}]

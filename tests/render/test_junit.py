"""JUnit XML as Jenkins and GitLab read it."""

from typing import Any
from xml.etree import ElementTree as ET

from junitparser import JUnitXml
from msgspec.structs import replace
from tests.render.samples import COURSE, broken, finding, nothing, small, view_of, with_findings

from alignkit.findings import Severity
from alignkit.render.findings.junit import render
from alignkit.rules.catalogue import every_rule


def suites(view: Any) -> dict[str, Any]:
    root = ET.fromstring(render(view))  # noqa: S314 - what we have just written
    return {suite.attrib["name"]: suite for suite in root}


def case(suite: Any, code: str) -> Any:
    (found,) = [each for each in suite if each.attrib["name"].startswith(f"{code} ")]
    return found


def test_each_curriculum_is_a_suite_with_a_test_for_each_rule():
    (suite,) = suites(small()).values()
    assert suite.attrib["name"] == "courses/small.yaml"
    codes = {each.attrib["name"].split()[0] for each in suite}
    assert codes == {rule.code for rule in every_rule() if not rule.code.startswith("F")}
    assert {each.attrib["classname"] for each in suite} == {"small"}


def test_rules_that_are_not_asked_for_are_no_tests():
    (suite,) = suites(view_of({"a.yaml": COURSE}, select=("C1", "S004"), ignore=("C101",))).values()
    codes = {each.attrib["name"].split()[0] for each in suite}
    assert codes == {rule.code for rule in every_rule() if rule.code[0] == "C" and rule.code != "C101"} | {"S004"}


def test_what_fails_the_run_is_a_failure_with_its_places_and_what_to_do():
    failure = case(suites(small())["courses/small.yaml"], "S004").find("failure")
    assert failure.attrib["type"] == "error"
    assert "colour" in failure.attrib["message"]
    assert "courses/small.yaml:9:56: error: " in failure.text


def test_what_does_not_fail_the_run_passes_and_is_told():
    suite = suites(with_findings(small(), finding("only a warning")))["c.yaml"]
    assert [part.tag for part in case(suite, "C103")] == ["system-out"]
    assert "only a warning" in case(suite, "C103").find("system-out").text


def test_nothing_is_a_failure_where_nothing_is_to_fail():
    assert 'failures="0"' in render(view_of({"a.yaml": COURSE}, fail_on="never")).splitlines()[1]


def test_an_excused_finding_is_a_skipped_test_with_the_reason():
    view = replace(small(), findings=())
    skipped = case(suites(view)["courses/small.yaml"], "R102").find("skipped")
    assert skipped.attrib["message"] == "excused in the file: to be looked up"


def test_a_rule_that_could_not_judge_has_not_passed():
    text = COURSE.replace("modules:\n  - {id: M1", "modules: later\nstages:\n  - {id: M1")
    (suite,) = suites(view_of({"a.yaml": text})).values()
    silent = [each.attrib["name"] for each in suite if each.find("skipped") is not None]
    assert "A101 outcome-without-activity" in silent


def test_a_file_that_cannot_be_read_is_an_error():
    suite = suites(broken())["broken.yaml"]
    assert suite.attrib["errors"] == "1"
    assert case(suite, "S002").find("error") is not None


def test_findings_of_one_rule_are_one_failure():
    both = (finding("one", severity=Severity.ERROR, line=2), finding("other", line=1))
    suite = suites(with_findings(small(), *both))["c.yaml"]
    failure = case(suite, "C103").find("failure")
    assert failure.attrib["message"] == "one (and 1 more)"
    assert failure.text.index("c.yaml:1:3: warning: other") < failure.text.index("c.yaml:2:3: error: one")


def test_the_numbers_are_those_of_the_tests_as_another_reader_counts_them():
    for view in (small(), broken(), nothing()):
        read = JUnitXml.fromstring(render(view).encode())
        stated = (read.tests, read.failures, read.errors)
        read.update_statistics()
        assert (read.tests, read.failures, read.errors) == stated
        assert read.tests > 0


def test_there_is_no_clock_and_no_machine_in_it():
    assert not {"time=", "timestamp=", "hostname="} & set(render(small()).replace(" ", "\n").split("\n"))
    assert "timestamp" not in render(small())

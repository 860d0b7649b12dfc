"""Every rule's two examples are run: they are the documentation, and the first test of the rule."""

import re
from pathlib import Path

import pytest
from tests.told import accepted, tell

from alignkit.findings import Finding
from alignkit.rules.base import Rule
from alignkit.rules.catalogue import every_rule
from alignkit.views.example import check_example, files_of

RULES = every_rule()
TOLD = Path(__file__).parent / "told"


def findings_on(text: str) -> tuple[Finding, ...]:
    return check_example(text).shown


def lines_found(rule: Rule, text: str) -> list[int]:
    return sorted(finding.at.line for finding in findings_on(text) if finding.code == rule.code)


def lines_marked(rule: Rule, text: str) -> list[int]:
    mark = re.compile(rf"# <- {rule.code}\b")
    lines = (line for part in files_of(text).values() for line in enumerate(part.splitlines(), 1))
    return sorted(number for number, line in lines for _ in mark.findall(line))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_bad_example_is_found_on_the_marked_lines(rule):
    assert lines_found(rule, rule.bad) == lines_marked(rule, rule.bad) != []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_good_example_is_not_found(rule):
    assert lines_found(rule, rule.good) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_good_example_has_no_error_at_all_but_for_rules_about_other_things(rule):
    structural = [
        finding for finding in findings_on(rule.good) if finding.code[0] in "SR" and finding.severity.rank == 2
    ]
    assert structural == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_message_and_fix_is_filled_in(rule):
    for finding in findings_on(rule.bad):
        if finding.code == rule.code:
            assert finding.message
            assert not re.search(r"\{\w+\}", finding.message + finding.fix)
            assert finding.message[-1] not in ".!"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_bad_example_is_told_as_accepted(rule, request):
    """Compare with what a person has read and accepted: `--accept` rewrites it."""
    said = tell(rule.code, check_example(rule.bad))
    assert said == accepted(said, TOLD / f"{rule.code}.txt", rewrite=request.config.getoption("--accept"))


def test_nothing_is_accepted_of_rules_that_are_gone():
    assert {path.stem for path in TOLD.glob("*.txt")} == {rule.code for rule in RULES}

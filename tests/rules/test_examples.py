"""Every rule's two examples are run: they are the documentation, and the first test of the rule."""

import re

import pytest

from alignkit.api.accepted import entries_in
from alignkit.findings import Finding
from alignkit.rules.base import Rule
from alignkit.rules.catalogue import every_rule
from alignkit.rules.compare import compare_examinations, with_losses
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import Baselined, triage

RULES = every_rule()
EXAMPLE = "example.yaml"
BASELINE = ".alignkit-baseline.yaml"
PART = re.compile(r"^--- (\S+)\n", re.MULTILINE)


def parts(text: str) -> dict[str, str]:
    """Return the parts of an example: the file itself, and what follows a line `--- base` or `--- some-file.yaml`."""
    first, *others = PART.split(text)
    return {EXAMPLE: first, **dict(zip(others[::2], others[1::2], strict=True))}


def findings_on(text: str) -> tuple[Finding, ...]:
    files = parts(text)
    examination = examine(Memory(files), [EXAMPLE])
    if "base" in files:
        base = examine(Memory({EXAMPLE: files["base"]}), [EXAMPLE])
        examination = with_losses(examination, compare_examinations(base, examination))
    entries = entries_in(Memory(files), BASELINE) if BASELINE in files else ()
    return triage(examination, Selection(), Baselined(entries)).shown


def lines_found(rule: Rule, text: str) -> list[int]:
    return sorted(finding.at.line for finding in findings_on(text) if finding.code == rule.code)


def lines_marked(rule: Rule, text: str) -> list[int]:
    mark = re.compile(rf"# <- {rule.code}\b")
    lines = (line for part in parts(text).values() for line in enumerate(part.splitlines(), 1))
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

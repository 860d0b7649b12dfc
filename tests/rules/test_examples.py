"""Every rule's two examples are run: they are the documentation, and the first test of the rule."""

import re
from collections.abc import Iterator
from pathlib import Path

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
TOLD = Path(__file__).parent / "told"
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


def told(finding: Finding) -> Iterator[str]:
    """Yield everything that a finding says, to a person and to a program."""
    at = finding.at
    yield f"{finding.severity.value} {finding.code} {finding.name} at {at} to {at.end_line}:{at.end_column}"
    yield f"  {finding.message}"
    yield f"  fix: {finding.fix}"
    yield f"  about {finding.subject or 'nothing by name'}, for {finding.things}"
    yield from (f"  {name} = {fact}" for name, fact in finding.facts.items())
    yield from (f"  see {each.at}: {each.note}" for each in finding.related)
    yield from (f"  because of {each.code}" for each in finding.because)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_bad_example_is_told_as_accepted(rule, request):
    """Compare with what a person has read and accepted: `--accept` rewrites it."""
    lines = [line for finding in findings_on(rule.bad) if finding.code == rule.code for line in told(finding)]
    said, accepted = "".join(f"{line}\n" for line in lines), TOLD / f"{rule.code}.txt"
    if request.config.getoption("--accept"):
        accepted.write_text(said, encoding="utf-8")
    assert said == accepted.read_text(encoding="utf-8")


def test_nothing_is_accepted_of_rules_that_are_gone():
    assert {path.stem for path in TOLD.glob("*.txt")} == {rule.code for rule in RULES}

"""One mistake, one finding: the complete example is broken in each way of mutations.yaml, and must say just that."""

from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from alignkit.findings import Finding
from alignkit.rules.catalogue import every_rule
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory
from alignkit.triage.select import Selection
from alignkit.triage.triage import triage

HERE = Path(__file__).parent
EXAMPLE = (HERE.parents[1] / "examples" / "complete.yaml").read_text(encoding="utf-8")
FAMILIES = yaml.safe_load((HERE / "mutations.yaml").read_text(encoding="utf-8"))
MUTATIONS = [mutation for family in FAMILIES.values() for mutation in family]
NAMES = [mutation["name"] for mutation in MUTATIONS]
# What the example cannot be broken into: they speak of other files, of another base, or of frameworks.
ELSEWHERE = {
    "S014": "a module without its curriculum",
    "S015": "a baseline",
    "C109": "a base to compare with",
    "F": "framework files",
}


def mutated(mutation: dict[str, Any]) -> str:
    """Return the example with the mistake in it."""
    text = EXAMPLE
    for old, new in mutation.get("everywhere", ()):
        assert old in text
        text = text.replace(old, new)
    for old, new in mutation.get("change", ()):
        assert text.count(old) == 1
        text = text.replace(old, new)
    for first, after in mutation.get("cut", ()):
        assert text.count(first) == 1
        start = beginning_of_line(text, first, 0)
        end = len(text) if after is None else beginning_of_line(text, after, start + 1)
        text = text[:start] + text[end:]
    assert text != EXAMPLE
    return text


def beginning_of_line(text: str, part: str, start: int) -> int:
    """Return where the line begins on which the part stands; line breaks before it only tell where to look."""
    position = text.index(part, start) + len(part) - len(part.lstrip("\n"))
    return text.rfind("\n", 0, position) + 1


def line_of(text: str, part: str) -> int:
    """Return the number of the line on which the part stands, and stands only there."""
    assert text.count(part) == 1
    return text.count("\n", 0, beginning_of_line(text, part, 0)) + 1


def shown(text: str) -> tuple[Finding, ...]:
    return triage(examine(Memory({"course.yaml": text}), ["course.yaml"]), Selection()).shown


@cache
def known_already() -> Counter[tuple[str, str]]:
    """Return what is said of the unbroken example."""
    return Counter((finding.code, finding.subject) for finding in shown(EXAMPLE))


def new_findings(text: str) -> list[Finding]:
    """Return what is said of the text and not of the unbroken example, whatever their lines."""
    left = Counter(known_already())
    new = []
    for finding in shown(text):
        if left[finding.code, finding.subject]:
            left[finding.code, finding.subject] -= 1
        else:
            new.append(finding)
    return new


@pytest.mark.parametrize("mutation", MUTATIONS, ids=NAMES)
def test_one_mistake_is_one_finding_at_its_place(mutation):
    text = mutated(mutation)
    found = [(finding.code, finding.at.line) for finding in new_findings(text)]
    news_of_its_own = mutation.get("also", {})
    assert [each for each in found if each[0] not in news_of_its_own] == [
        (mutation["code"], line_of(text, mutation["at"]))
    ]
    assert {code for code, _ in found} - {mutation["code"]} == set(news_of_its_own)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=NAMES)
def test_whoever_excuses_a_cause_still_learns_what_follows_from_it(mutation):
    """What an error hides is at most as grave: switching it off can only bring findings to light."""
    examination = examine(Memory({"course.yaml": mutated(mutation)}), ["course.yaml"])
    everything = triage(examination, Selection()).shown
    without = triage(examination, Selection(ignore=(mutation["code"],))).shown
    expected = {finding.identity for finding in everything if finding.code != mutation["code"]}
    assert expected <= {finding.identity for finding in without}


def test_the_example_has_nothing_at_or_above_a_warning():
    assert [finding for finding in shown(EXAMPLE) if finding.severity.rank] == []


def test_every_rule_that_can_be_broken_is():
    broken = {mutation["code"] for mutation in MUTATIONS}
    assert [
        rule.code for rule in every_rule() if rule.code not in broken and not rule.code.startswith(tuple(ELSEWHERE))
    ] == []


def test_no_two_mutations_have_one_name():
    assert [name for name, times in Counter(NAMES).items() if times > 1] == []


HARMLESS = {
    "a comment": ("status: approved", "status: approved  # by the board"),
    "no quotation marks around a version": ('"2026-autumn"', "2026-autumn"),
    "no quotation marks around a date": ('"2026-03-02"', "2026-03-02"),
    "no quotation marks around a number in a text": ('value: "20"', "value: 20"),
    "quotation marks around a number": ("weight: 40", 'weight: "40"'),
    "single quotation marks": ('"ipec-2023:TT6"', "'ipec-2023:TT6'"),
    "no quotation marks around a reference": ('- {to: "ipec-2023:TT6", depth: reinforce}', "- ipec-2023:TT6"),
    "yes for true": ("offline: true", "offline: yes"),
    "Norway": ("jurisdictions: [NO, IE]", "jurisdictions: [IE, NO]"),
    "one outcome without brackets": ("outcomes: [LO1]\n        interaction", "outcomes: LO1\n        interaction"),
    "a list in lines": ("outcomes: [LO1, LO5]", "outcomes:\n      - LO1\n      - LO5"),
    "keys in another order": ("language: en\n", ""),
    "spaces at the end of a line": ("delivery: blended\n", "delivery: blended   \n"),
    "an empty line": ("outcomes:\n  - id: LO1", "outcomes:\n\n  - id: LO1"),
    "a word of one's own": ("role: employer,", "role: x-ward-manager,"),
    "a key without a value": ("language: en\n", "language:\n"),
    "an end mark": ("25(5), 339-344.\n", "25(5), 339-344.\n...\n"),
    "a start mark": ("alignkit: curriculum/1\n", "---\nalignkit: curriculum/1\n"),
    "more weeks": ("weeks: 6", "weeks: 7.5"),
}


@pytest.mark.parametrize(("old", "new"), HARMLESS.values(), ids=HARMLESS.keys())
def test_what_is_no_mistake_leads_to_no_finding(old, new):
    assert EXAMPLE.count(old) == 1
    text = EXAMPLE.replace(old, new)
    if old == "language: en\n" and not new:
        text += "language: en\n"
    assert new_findings(text) == []

"""Numbers have limits: a percentage where a share belongs is explained, and nothing is less than nothing."""

import pytest

from alignkit.model.documents import typed
from alignkit.source.reader import parse

COURSE = "alignkit: curriculum/1\nid: a\ntitle: A\noutcomes: []\n"


def problems_of(text: str) -> list[tuple[str, str, str]]:
    found = typed(parse(COURSE + text, "a.yaml"))[1]
    return [(problem.facts["key"], problem.facts["expected"], problem.facts["example"]) for problem in found]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("frameworks: [{use: ipec-2023, targets: {claimed: 90}}]", ("claimed", "a number from 0 to 1", "0.9")),
        ("level: {eqf: 9}", ("eqf", "a number from 1 to 8", "8")),
        ("assessments: [{id: A, weight: 140}]", ("weight", "a number from 0 to 100", "100")),
        ("workload: {hours: -2}", ("hours", "a number", "2")),
        ("learners: {group_size: -6}", ("group_size", "a whole number", "6")),
    ],
)
def test_a_number_beyond_its_limits_is_a_problem_with_the_likely_one(text, problem):
    assert problems_of(text) == [problem]


@pytest.mark.parametrize("share", ["0", "1", "0.75", "1.0"])
def test_the_limits_themselves_are_within(share):
    assert problems_of(f"frameworks: [{{use: ipec-2023, targets: {{claimed: {share}}}}}]") == []

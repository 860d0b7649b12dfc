"""A consequence is held back only while its cause is shown and at least as severe."""

import pytest

from alignkit.findings import Finding, Severity, Span
from alignkit.triage.cause import without_consequences

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO


def finding(code: str, severity: Severity, *because: Finding) -> Finding:
    at = Span("f.yaml")
    return Finding(code=code, name="x", severity=severity, message="m", at=at, why="w", fix="f", because=because)


def codes(*findings: Finding) -> list[str]:
    return [shown.code for shown in without_consequences(findings)]


@pytest.mark.parametrize(
    ("cause", "consequence", "shown"),
    [
        (ERROR, ERROR, ["R101"]),
        (ERROR, INFO, ["R101"]),
        (WARNING, WARNING, ["R101"]),
        (WARNING, ERROR, ["R101", "C101"]),
        (INFO, WARNING, ["R101", "C101"]),
    ],
)
def test_a_consequence_is_held_back_behind_a_cause_at_least_as_severe(cause, consequence, shown):
    first = finding("R101", cause)
    assert codes(first, finding("C101", consequence, first)) == shown


def test_a_consequence_whose_cause_is_not_shown_is_shown():
    hidden = finding("R101", ERROR)
    assert codes(finding("C101", WARNING, hidden)) == ["C101"]


def test_one_shown_cause_of_several_is_enough():
    hidden, shown = finding("R101", ERROR), finding("R102", ERROR)
    assert codes(shown, finding("C101", WARNING, hidden, shown)) == ["R102"]


def test_a_cause_counts_as_severe_as_it_is_shown():
    cause = finding("R101", ERROR)
    consequence = finding("C101", WARNING, cause)
    assert codes(finding("R101", INFO), consequence) == ["R101", "C101"]


def test_a_chain_leaves_the_first_cause():
    first = finding("R101", ERROR)
    second = finding("C102", WARNING, first)
    assert codes(first, second, finding("C103", WARNING, second)) == ["R101"]

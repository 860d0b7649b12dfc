"""A run shows what is asked for, as severe as the project takes it to be."""

import pytest

from alignkit.findings import Finding, Severity, Span
from alignkit.triage.select import Selection, select


def finding(code: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding(code=code, name="x", severity=severity, message="m", at=Span("f.yaml"), why="w", fix="f")


@pytest.mark.parametrize(
    ("chosen", "ignored", "code", "wanted"),
    [
        ((), (), "C103", True),
        (("C",), (), "C103", True),
        (("C",), (), "Q301", False),
        (("Q3", "C103"), (), "Q301", True),
        (("Q3",), (), "Q401", False),
        ((), ("C",), "C103", False),
        ((), ("C",), "Q301", True),
        ((), ("C103",), "C104", True),
        (("C",), ("C103",), "C103", False),  # the longer beginning decides
        (("C",), ("C103",), "C104", True),
        (("C103",), ("C",), "C103", True),
        (("C103",), ("C",), "C104", False),
        (("C103",), ("C103",), "C103", False),  # of two equal ones, what is ignored
    ],
)
def test_the_longer_of_two_beginnings_decides(chosen, ignored, code, wanted):
    assert Selection(chosen, ignored).wants(code) is wanted
    assert bool(select([finding(code)], Selection(chosen, ignored))) is wanted


def test_a_rule_that_the_project_switched_off_is_off_even_when_asked_for():
    assert select([finding("C103")], Selection(("C103",), (), {"C103": "off"})) == ()


@pytest.mark.parametrize("word", ["error", "warning", "info"])
def test_the_project_says_how_severe_a_rule_is(word):
    graded, other = select([finding("C103"), finding("C104")], Selection(severities={"C103": word}))
    assert (graded.severity.value, other.severity) == (word, Severity.WARNING)


def test_findings_stay_in_their_order():
    findings = [finding(code) for code in ("C103", "A101", "S001")]
    assert list(select(findings, Selection())) == findings

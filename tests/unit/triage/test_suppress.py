"""A finding is excused by a comment that names its rule, at its line, for its subject."""

import pytest

from alignkit.findings import Finding, Severity, Span
from alignkit.source.comments import Suppression
from alignkit.triage.suppress import suppress


def finding(code: str = "C101", line: int = 4, subject: str = "ipec-2023:VE2", file: str = "f.yaml") -> Finding:
    at = Span(file, line)
    return Finding(code=code, name="x", severity=Severity.ERROR, message="m", at=at, why="w", fix="f", subject=subject)


def excuse(subject: str = "", code: str = "C101", line: int = 4) -> Suppression:
    """Return a suppression that speaks of a line and stands on the one before."""
    return Suppression(code, subject, "why", line, Span("f.yaml", line - 1, 3))


@pytest.mark.parametrize("subject", ["", "VE2", "ipec-2023:VE2"])
def test_a_finding_is_excused_at_its_line_for_its_subject_or_for_any(subject):
    triaged = suppress([finding()], [excuse(subject)])
    assert triaged.kept == ()
    assert triaged.waived == ((finding(), excuse(subject)),)
    assert triaged.used == {excuse(subject)}


@pytest.mark.parametrize(
    "found",
    [finding(code="C102"), finding(line=3), finding(file="g.yaml"), finding(subject="ipec-2023:VE22")],
    ids=["rule", "line", "file", "subject"],
)
def test_a_finding_of_another_rule_line_file_or_subject_stays(found):
    triaged = suppress([found], [excuse("VE2")])
    assert (triaged.kept, triaged.waived, triaged.used) == ((found,), (), frozenset())


def test_the_end_of_a_subject_is_meant_only_behind_its_colon():
    assert suppress([finding(subject="ipec-2023:AVE2")], [excuse("VE2")]).kept != ()
    assert suppress([finding(subject="VE2")], [excuse("VE2")]).kept == ()


def test_one_comment_excuses_every_finding_that_it_speaks_of():
    triaged = suppress([finding(), finding(subject="ipec-2023:VE3")], [excuse()])
    assert (triaged.kept, len(triaged.waived)) == ((), 2)


def test_of_two_equal_comments_the_first_is_used_and_the_other_is_not():
    first, second = excuse(), excuse("VE2")
    assert suppress([finding()], [first, second]).used == {first}

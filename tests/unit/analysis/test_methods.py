"""Names that authors give methods and activities, and what they can show."""

import pytest

from alignkit.analysis.methods import Format, Method, format_named, is_passive, is_self_report, method_named, method_of


@pytest.mark.parametrize(
    ("name", "method"),
    [
        ("mcq", Method.RECALL),
        ("Multiple-choice test", Method.RECALL),
        ("online quizzes", Method.RECALL),
        ("reflective-essay", Method.WRITTEN),
        ("case_study", Method.WRITTEN),
        ("care plan", Method.WRITTEN),
        ("OSCE", Method.PERFORMANCE),
        ("team OSCEs", Method.PERFORMANCE),
        ("role-play", Method.PERFORMANCE),
        ("oral presentation", Method.PERFORMANCE),
        ("mini-CEX", Method.PRACTICE),
        ("workplace-based assessment", Method.PRACTICE),
        ("self-assessment", Method.SELF_REPORT),
        ("pre/post ISVS-21 questionnaire", Method.SELF_REPORT),
        ("reflective self-assessment", Method.SELF_REPORT),  # the more telling of the two
        ("exam", Method.UNKNOWN),  # could be anything
        ("", Method.UNKNOWN),
        ("prospective", Method.UNKNOWN),  # holds "osce" in no way that counts: words, not letters
    ],
)
def test_a_method_is_read_by_the_words_in_its_name(name, method):
    assert method_named(name) is method
    assert is_self_report(name) is (method is Method.SELF_REPORT)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("lecture", Format.PASSIVE),
        ("recorded-lectures", Format.PASSIVE),
        ("Reading", Format.PASSIVE),
        ("webinar", Format.PASSIVE),
        ("lecture with discussion", Format.INTERACTIVE),
        ("case-discussion", Format.INTERACTIVE),
        ("workshop", Format.INTERACTIVE),
        ("simulation", Format.PRACTICAL),
        ("clinical placement", Format.PRACTICAL),
        ("x-something", Format.UNKNOWN),
        ("", Format.UNKNOWN),
    ],
)
def test_a_format_is_read_by_the_words_in_its_name(name, kind):
    assert format_named(name) is kind
    assert is_passive(name) is (kind is Format.PASSIVE)


@pytest.mark.parametrize(
    ("assessment", "method"),
    [
        ("method: mcq", Method.RECALL),
        ("method: mcq, miller: knows-how", Method.WRITTEN),  # what the author states goes first
        ("miller: does", Method.PRACTICE),
        ("method: self-assessment, miller: shows-how", Method.SELF_REPORT),  # but saying so is not showing it
        ("instrument: ICCAS", Method.SELF_REPORT),
        ("title: Final", Method.UNKNOWN),
    ],
)
def test_a_stated_miller_level_goes_before_the_methods_name(case_of, assessment, method):
    case = case_of(f"outcomes: []\nassessments: [{{id: S1, {assessment}}}]\n")
    assert method_of(case.assessments["S1"]) is method

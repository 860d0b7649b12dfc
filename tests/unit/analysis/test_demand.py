"""Outcomes that ask for more than recall, and what their assessments can show."""

import pytest

from alignkit.analysis.demand import demands

BODY = "outcomes: [{{id: LO1, {outcome}}}]\nassessments: [{assessments}]\n"
MCQ = "{id: S1, method: mcq, outcomes: [LO1]}"


@pytest.mark.parametrize(
    ("outcome", "assessments", "found"),
    [
        ("text: Resolve, domain: skills", MCQ, [True]),
        ("text: Do, bloom: evaluate", MCQ, [True]),
        ("text: Critique a plan", MCQ, [True]),  # listed at evaluate only
        ("text: Design a plan", MCQ, [True]),  # listed at create only
        ("text: Assess needs", MCQ, []),  # listed at apply too: no conclusion
        ("text: Design a plan, bloom: remember", MCQ, []),  # what the author states goes first
        ("text: List roles", MCQ, []),
        ("text: List roles, domain: knowledge, bloom: remember", MCQ, []),
        ("text: Resolve, domain: skills", "", []),  # not assessed: another rule's business
        ("text: Resolve, domain: skills", MCQ.replace("mcq", "osce"), [False]),
        ("text: Resolve, domain: skills", MCQ.replace("mcq", "exam"), [False]),  # not recognised: no conclusion
        ("text: Resolve, domain: skills", MCQ.replace("mcq", "mcq, miller: knows-how"), [False]),
        ("text: Resolve, domain: skills", MCQ.replace("mcq", "exam, miller: knows"), [True]),
        ("text: Resolve, domain: skills", f"{MCQ}, {{id: S2, method: role-play, outcomes: [LO1]}}", [False]),
        ("text: Resolve, domain: skills", f"{MCQ}, {{id: S2, method: quiz, outcomes: [LO1]}}", [True]),
    ],
)
def test_recall_alone_does_not_show_a_skill_or_a_judgement(case_of, outcome, assessments, found):
    case = case_of(BODY.format(outcome=outcome, assessments=assessments))
    assert [demand.recall_only for demand in demands(case)] == found

"""How a curriculum and its credential are evaluated."""

import pytest

from alignkit.analysis import evaluation
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

HEAD = "alignkit: curriculum/1\nid: example\ntitle: Teams that listen\noutcomes: []\n"


def case_of(evaluations: str):
    text = f"{HEAD}evaluation: [{evaluations}]\n"
    return examine(Memory({"example.yaml": text}), ["example.yaml"]).curricula[0].case


@pytest.mark.parametrize(
    ("of", "course", "credential"),
    [
        ("{method: survey}", 1, 0),
        ("{of: course}", 1, 0),
        ("{of: credential}", 0, 1),
        ("{of: the micro-credential}", 0, 1),
        ("{of: Course and credential}", 1, 1),
    ],
)
def test_evaluation_is_of_the_course_unless_it_says_credential(of, course, credential):
    case = case_of(of)
    assert len(evaluation.course_evaluations(case)) == course
    assert len(evaluation.credential_evaluations(case)) == credential


def test_nearest_to_complete_is_the_one_that_says_most():
    case = case_of("{method: survey}, {method: survey, responsible: course lead}, {of: credential, when: yearly}")
    nearest = evaluation.nearest_to_complete(case)
    assert nearest is case.curriculum.evaluation[1]
    assert [str(each) for each in evaluation.missing_from(nearest)] == ["when"]


def test_nothing_is_nearest_where_nothing_is_evaluated():
    assert evaluation.nearest_to_complete(case_of("{of: credential}")) is None

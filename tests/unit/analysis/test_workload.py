"""Hours and weights, added up by hand."""

import pytest

from alignkit.analysis.weights import weights
from alignkit.analysis.workload import hours_check

HOURS = """\
workload: {{{workload}}}
outcomes: []
modules: [{{id: M1, activities: [{{id: T1, hours: {first}}}, {{id: T2, hours: {second}}}]}}]
assessments: [{assessments}]
"""


def check(case_of, workload, first=4, second=4, assessments=""):
    return hours_check(case_of(HOURS.format(workload=workload, first=first, second=second, assessments=assessments)))


@pytest.mark.parametrize(
    ("workload", "first", "second", "verdict"),
    [
        ("hours: 10", 5, 5, "fits"),
        ("hours: 10", 4.5, 4.5, "fits"),  # 9 is 10 less a tenth, exactly
        ("hours: 10", 4.5, 4.4, "too few"),  # 8.9
        ("hours: 10", 5.5, 5.5, "fits"),  # 11 is 10 and a tenth
        ("hours: 10", 5.5, 5.6, "too many"),
        ("hours: 0.3", 0.1, 0.2, "fits"),  # floats make 0.1 + 0.2 more than 0.3
        ("ects: 1", 12, 13, "fits"),  # 25 to 30 hours, 22.5 to 33 with the tolerance
        ("ects: 1", 11, 11.4, "too few"),
        ("ects: 1", 11, 11.5, "fits"),  # 22.5
        ("ects: 1", 16, 17.1, "too many"),
        ("hours: 10, ects: 1", 5, 5, "fits"),  # hours are believed before credits
    ],
)
def test_hours_are_compared_within_the_tolerance(case_of, workload, first, second, verdict):
    found = check(case_of, workload, first, second)
    assert found is not None
    assert (found.too_few, found.too_many) == {"fits": (0, 0), "too few": (1, 0), "too many": (0, 1)}[verdict]


def test_assessments_that_state_no_hours_may_make_up_for_what_is_missing(case_of):
    # 4 + 4 + 1 of 20 stated
    assert check(case_of, "hours: 20", assessments="{id: S1, hours: 1}").too_few
    assert not check(case_of, "hours: 20", assessments="{id: S1, hours: 1}, {id: S2}").too_few
    # but never for what is too much
    assert check(case_of, "hours: 2", assessments="{id: S2}").too_many


@pytest.mark.parametrize(
    "body",
    [
        "workload: {hours: 10}\noutcomes: []\n",  # nothing to add up
        "outcomes: []\nmodules: [{id: M1, activities: [{id: T1, hours: 2}]}]\n",  # nothing to compare with
        "workload: {weeks: 6}\noutcomes: []\nmodules: [{id: M1, activities: [{id: T1, hours: 2}]}]\n",
        "workload: {hours: 9}\noutcomes: []\nmodules: [{id: M1, activities: [{id: T1, hours: 2}, {id: T2}]}]\n",
    ],
)
def test_nothing_is_compared_where_something_is_not_stated(case_of, body):
    assert hours_check(case_of(body)) is None


SUMMATIVE = "{{id: S{}, purpose: summative, weight: {}}}"


def weights_of(case_of, assessments):
    return weights(case_of(f"outcomes: []\nassessments: [{assessments}]\n").assessments.values())


@pytest.mark.parametrize(
    ("stated", "total", "add_up"),
    [
        ((100,), "100", True),
        ((40, 50), "90", False),
        ((33.33, 33.33, 33.33), "99.99", True),  # meant to be thirds
        ((33.3, 33.3, 33.3), "99.9", False),
        ((50, 50.01), "100.01", True),
        ((50, 50.02), "100.02", False),
        ((0.1, 0.2, 99.7), "100", True),  # in floats 0.1 + 0.2 is not 0.3
        ((0,), "0", False),
        ((), "0", True),
    ],
)
def test_weights_make_a_hundred(case_of, stated, total, add_up):
    found = weights_of(case_of, ", ".join(SUMMATIVE.format(number, weight) for number, weight in enumerate(stated)))
    assert (found.total_text, found.add_up) == (total, add_up)


@pytest.mark.parametrize(
    ("others", "counted", "missing", "formative"),
    [
        ("{id: S2, purpose: summative}", ["S1"], ["S2"], []),  # must be passed, or was forgotten
        ("{id: S2, purpose: formative, weight: 40}", ["S1"], [], ["S2"]),
        ("{id: S2, weight: 40}", ["S1", "S2"], [], []),  # what has a weight counts
        ("{id: S2}, {id: S3, purpose: formative}", ["S1"], [], []),
    ],
)
def test_which_assessments_count(case_of, others, counted, missing, formative):
    found = weights_of(case_of, f"{SUMMATIVE.format(1, 60)}, {others}")
    named = [[each.id for each in group] for group in (found.counted, found.missing, found.formative)]
    assert named == [counted, missing, formative]

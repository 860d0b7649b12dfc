"""Plain data -> records."""

import pytest

from alignkit.exchange.plain import faults, record_of
from alignkit.model.curriculum import Curriculum

COURSE = {"alignkit": "curriculum/1", "id": "course1", "title": "A course", "learners": {"professions": ["nursing"]}}


@pytest.mark.parametrize("ects", [0.5, 33.333333333, 1.25])
def test_a_number_from_elsewhere_keeps_its_decimals(ects):
    record, _ = record_of({**COURSE, "workload": {"ects": ects}}, "course1.yaml")
    assert isinstance(record, Curriculum)
    assert record.workload
    assert record.workload.ects == ects


@pytest.mark.parametrize("number", [float("inf"), float("nan")])
def test_what_is_no_number_to_people_is_refused(number):
    assert list(faults("curriculum/1", "workload", {"ects": number})) != []

"""A row for each curriculum and framework item: every number worked out by hand in tests/counted.py."""

from typing import Any

import pytest
from tests.institution import institution

from alignkit.api.portfolio.places import plan
from alignkit.api.portfolio.portfolio import answered
from alignkit.api.portfolio.unit import PortfolioRequest
from alignkit.source.tree import Memory
from alignkit.views.portfolio.study import Study
from alignkit.views.portfolio.table import FIELDS, rows_of
from alignkit.views.portfolio.tally import Tally


def rows(files, *frameworks):
    """Return the rows of each curriculum by its file, as dicts by item."""
    work = plan(Memory(files), PortfolioRequest(frameworks=frameworks), "alignkit.yaml", rows=True)
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for answer in answered(work, Tally()):
        for within in answer.served:
            index = work.library.find(within.framework)
            assert isinstance(answer.study, Study)
            assert index
            columns = rows_of(answer.study, within, index)
            listed = [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]
            found.setdefault(answer.study.file, {}).update({row["ref"]: row for row in listed})
    return found


@pytest.fixture(scope="module")
def found():
    return rows(institution(1))


def told(row):
    names = ("step", "outcomes", "partial_outcomes", "activities", "assessments", "hours", "professions")
    return (row["in_scope"], *(row[name] for name in names))


def test_the_course_that_is_counted_by_hand(found):
    both: list[str] = ["nursing", "pharmacy"]
    nobody: list[str] = []
    course = found["courses/counted-0.yaml"]
    assert {ref: told(row) for ref, row in course.items()} == {
        "toy:A": (False, None, 0, 0, 0, 0, None, nobody),  # a domain: coverage is counted on leaves
        "toy:A1": (True, "evidenced", 2, 0, 2, 2, None, both),  # LO1 LO4; M1.A1 M2.A1; AS1 AS2
        "toy:A2": (True, "evidenced", 1, 0, 1, 1, None, both),  # LO1; M1.A1; AS1
        "toy:A3": (True, "taught", 1, 0, 1, 0, None, ["nursing"]),  # LO2; M1.A2, which nursing alone attends
        "toy:B": (False, None, 0, 0, 0, 0, None, nobody),
        "toy:B1": (True, "evidenced", 1, 0, 1, 1, None, both),
        "toy:B2": (True, "not claimed", 0, 1, 0, 0, None, nobody),  # LO2 in part
        "toy:B3": (True, "claimed", 1, 0, 0, 0, None, nobody),  # LO3, which nothing teaches
        "toy:B4": (True, "assessed", 1, 0, 2, 1, None, both),  # LO4; M1.A1 M2.A1; AS2 has no criteria
        "toy:B5": (False, None, 0, 0, 0, 0, None, nobody),  # out of scope
    }


def test_hours_are_added_where_they_are_stated(found):
    second = found["courses/second-0.yaml"]
    assert told(second["toy:A1"]) == (True, "taught", 1, 0, 1, 0, 2.5, ["nursing", "pharmacy"])
    assert told(second["toy:B5"]) == (True, "not claimed", 0, 1, 0, 0, None, [])


def test_what_a_row_says_of_curriculum_framework_and_item(found):
    row = found["courses/second-0.yaml"]["toy:B4"]
    assert list(row) == [field.name for field in FIELDS]
    assert {name: row[name] for name in list(row)[:19]} == {
        "file": "courses/second-0.yaml",
        "curriculum": "second-0",
        "curriculum_title": "The second",
        "curriculum_kind": "course",
        "curriculum_status": None,
        "curriculum_version": "2",
        "framework": "toy",
        "framework_title": "Toy framework of teamwork",
        "edition": "2026",
        "framework_status": "current",
        "role": "claim",
        "item": "B4",
        "ref": "toy:B4",
        "item_text": "Looks back together",
        "level": "competency",
        "depth": 1,
        "parent": "B",
        "leaf": True,
        "verified": False,
    }
    assert (row["step_number"], found["courses/second-0.yaml"]["toy:A1"]["step_number"]) == (0, 2)


def test_a_framework_that_is_asked_for_is_a_lens():
    found = rows(institution(1), "who-2010")
    assert {row["role"] for rows_ in found.values() for row in rows_.values()} == {"lens"}
    assert {row["framework"] for rows_ in found.values() for row in rows_.values()} == {"who-2010"}


def test_only_columns_that_say_so_are_ever_empty(found):
    empty = {name for each in found.values() for row in each.values() for name, value in row.items() if value is None}
    assert empty <= {field.name for field in FIELDS if field.nullable}

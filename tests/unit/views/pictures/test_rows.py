"""A framework's items as rows: leaves, branches where there are many, all of them in the table."""

import pytest
from tests.pictured import case_of
from tests.unit.analysis.conftest import FRAMEWORK

from alignkit.views.pictures.rows import row_notes, rows_of

BODY = "frameworks: [{use: toy}]\noutcomes: []\n"


def coverage(framework=FRAMEWORK):
    return case_of(BODY, framework).coverage[0]


@pytest.mark.parametrize(
    ("most", "codes"),
    [(7, ["A1", "A2", "A3", "A4", "B1", "B2", "C"]), (6, ["A", "B", "C"]), (3, ["A", "B", "C"])],
)
def test_rows_are_the_deepest_level_that_has_few_enough(most, codes):
    assert [row.label.code for row in rows_of(coverage(), most).rows] == codes


def test_branches_hold_their_leaves_and_a_leaf_at_the_top_holds_itself():
    found = rows_of(coverage(), 3)
    assert [row.leaves for row in found.rows] == [(0, 1, 2, 3), (4, 5), (6,)]
    assert not found.of_leaves
    assert [str(note) for note in row_notes(coverage(), found)] == ["each row counts the items of a branch: 7 in all"]


def test_where_the_top_branches_are_too_many_the_first_are_drawn_and_none_is_lost():
    found = rows_of(coverage(), 2)
    assert [row.label.code for row in found.drawn] == ["A", "B"]
    assert len(found.rows) == 3
    assert "the first 2 of 3 rows are drawn; the table has them all" in map(str, row_notes(coverage(), found))


def test_an_item_that_no_source_confirms_marks_its_row():
    doubtful = FRAMEWORK.replace("{code: A3}", "{code: A3, verified: false}")
    leaves, branches = (rows_of(coverage(doubtful), most) for most in (7, 3))
    assert [row.label.code for row in leaves.rows if not row.label.verified] == ["A3"]
    assert [row.label.code for row in branches.rows if not row.label.verified] == ["A"]
    assert any("no source confirms" in str(note) for note in row_notes(coverage(doubtful), leaves))

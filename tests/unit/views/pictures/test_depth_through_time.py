"""Depth through time as data; counted in tests/pictured.py."""

from tests.pictured import SMALL, case_of, large

from alignkit.views.pictures.depth_through_time import MOST_COUNTING_ROWS, depth_picture
from alignkit.views.pictures.parts import NOTHING

INTRODUCED, REINFORCED, MASTERED, UNSTATED = range(4)


def picture(body=SMALL, profession=""):
    case = case_of(body)
    return depth_picture(case, case.coverage[0], profession)


def depths(found):
    return {
        row.label.code: [[mark.depth for mark in marks] for marks in row.marks] for row in found.rows if any(row.marks)
    }


def test_marks_stand_in_each_module_that_addresses_the_outcome():
    assert depths(picture()) == {
        "A1": [[INTRODUCED], [INTRODUCED, MASTERED], [], []],
        "A2": [[REINFORCED], [REINFORCED], [], []],
        "B1": [[], [REINFORCED], [], []],
        "C": [[UNSTATED], [], [], []],
    }
    assert [row.label.code for row in picture().rows] == ["A1", "A2", "A3", "A4", "B1", "B2", "C"]


def test_for_a_profession_only_what_it_attends_has_marks():
    assert depths(picture(profession="pharmacy"))["A1"] == [[INTRODUCED], [], [], []]


def test_a_mastery_that_nothing_prepares_is_marked_in_its_module():
    late = SMALL.replace("depth: introduce", "depth: reinforce")
    marks = picture(late).rows[0].marks
    assert [[mark.early for mark in there] for there in marks] == [[False], [False, True], [], []]
    assert "Mastered before anything introduces them: 1." in str(picture(late).alt)
    assert [mark.early for mark in picture().rows[0].marks[1]] == [False, False]


def test_the_message_and_the_table_have_the_numbers():
    found = picture()
    assert str(found.alt) == (
        "Items of toy: 7. Introduced in some module: 1; reinforced: 2; mastered: 1; without a stated depth: 1; "
        "in no module: 3. Mastered before anything introduces them: 0."
    )
    assert [str(cell) for cell in found.table.rows[0].cells[1:]] == [
        "introduced",
        "introduced and mastered",
        NOTHING,
        NOTHING,
    ]
    assert [str(cell) for cell in picture(SMALL.replace("depth: introduce", "")).table.rows[0].cells[1:3]] == [
        "depth not stated",
        "mastered (before anything introduces it) and depth not stated",
    ]


def test_where_nothing_has_a_depth_the_picture_says_why():
    found = picture("frameworks: [{use: toy}]\noutcomes: []\n")
    assert "no activity addresses an outcome that aligns with one of the items" in map(str, found.notes)


def test_many_items_are_counted_by_branch():
    case = large(outcomes=120, modules=4, leaves=61)
    found = depth_picture(case, case.coverage[0])
    (row,) = found.rows
    assert (row.total, len(found.rows) <= MOST_COUNTING_ROWS) == (61, True)
    # Outcome n serves item n % 61 at depth n % 3 and is taught unless n % 5 is 0; the first of the modules' 12
    # activities has every twelfth of those taught, and so on: M0 has the first three of every twelve.
    taught = [n for n in range(120) if n % 5]
    in_m0 = {(n % 61, n % 3) for place, n in enumerate(taught) if place % 12 < 3}
    assert [(mark.depth, mark.items) for mark in row.marks[0]] == [
        (depth, sum(found == depth for _, found in in_m0)) for depth in range(3)
    ]
    assert str(found.table.rows[0].cells[1]).startswith(f"{row.marks[0][0].items} introduced, ")

"""The heat map as data; counted in tests/pictured.py."""

from tests.pictured import case_of, large

from alignkit.analysis.coverage import STEPS
from alignkit.analysis.through import coverage_through
from alignkit.views.pictures.heat_map import heat_map_picture
from alignkit.views.pictures.parts import NOTHING
from alignkit.views.pictures.rows import MOST_ROWS


def picture(profession=""):
    case = case_of()
    return heat_map_picture(case, coverage_through(case, ["toy"], profession)["toy"], profession)


def cells(found):
    return {row.label.code: ([cell.step for cell in row.cells], row.overall.step) for row in found.rows}


def test_a_cell_is_the_furthest_step_through_the_modules_activities():
    assert cells(picture()) == {
        "A1": ([3, 4, 0, 0], 4),
        "A2": ([3, 3, 0, 0], 3),
        "A3": ([0, 0, 0, 0], 1),  # a claim belongs to no module
        "A4": ([0, 0, 0, 0], 0),
        "B1": ([0, 0, 0, 0], 0),
        "B2": ([0, 0, 0, 0], 0),
        "C": ([2, 0, 0, 0], 2),
    }


def test_for_a_profession_only_the_activities_that_it_attends_count():
    found = cells(picture("medicine"))
    assert found["A1"] == ([3, 0, 0, 0], 3)
    assert found["C"] == ([0, 0, 0, 0], 1)


def test_rows_know_their_branch_and_what_is_claimed_only_in_part():
    rows = {row.label.code: row for row in picture().rows}
    assert [rows[code].branch.code for code in ("A1", "B2")] == ["A", "B"]
    assert rows["C"].branch is None
    assert [code for code, row in rows.items() if row.partial] == ["B1"]


def test_a_cell_knows_through_which_activities_for_whom_and_where_they_stand():
    cell = picture().rows[0].cells[1]
    assert (cell.activities, cell.professions) == (("M2.A1",), ("nursing",))
    assert (cell.at.file, cell.at.line) == ("example.yaml", 19)
    assert picture().rows[0].cells[2].at is None


def test_the_message_has_the_numbers():
    assert str(picture().alt) == (
        "Items of toy: 7. Taught in some module: 3; evidenced: 1; not claimed: 3. "
        "Most are taught in M1 Roles: 3; fewest in M3: 0."
    )
    assert [str(note) for note in picture().notes] == [
        "1 item is claimed only in part (~), which counts towards no step"
    ]


def test_the_table_says_the_same_in_words():
    table = picture().table
    assert [str(cell) for cell in table.header] == [
        "item",
        "M1 Roles",
        "M2 Conflict",
        "M3",
        "M4 To be filled",
        "overall",
    ]
    said = [[str(cell) for cell in row.cells] for row in table.rows]
    assert said[0] == [
        "A1 Explain what each profession answers for in a team",
        "assessed",
        "evidenced",
        NOTHING,
        NOTHING,
        "evidenced",
    ]
    assert said[2] == ["A3", NOTHING, NOTHING, NOTHING, NOTHING, "claimed"]
    assert said[4][-1] == "claimed in part"
    assert table.rows[0].at.file == "framework.yaml"


def test_where_every_module_teaches_as_much_the_message_says_so():
    body = (
        'frameworks: [{use: toy, scope: [C]}]\noutcomes: [{id: LO1, text: Plan, aligns: ["toy:C"]}]\n'
        "modules: [{id: M1, activities: [{id: A, outcomes: [LO1]}]}]\n"
    )
    case = case_of(body)
    assert "Taught in M1: 1, and as many" in str(heat_map_picture(case, case.coverage[0]).alt)


def test_without_modules_there_is_only_the_whole():
    case = case_of("frameworks: [{use: toy}]\noutcomes: []\n")
    found = heat_map_picture(case, case.coverage[0])
    assert (found.columns, len(found.rows)) == ((), 7)
    assert [str(note) for note in found.notes] == ["the curriculum describes no module"]
    assert str(found.alt) == "Items of toy: 7. Taught in some module: 0; evidenced: 0; not claimed: 7."


def test_a_scope_without_items_leaves_a_picture_that_says_so():
    case = case_of("frameworks: [{use: toy, scope: [Z]}]\noutcomes: []\n")
    found = heat_map_picture(case, case.coverage[0])
    assert found.rows == ()
    assert "no item of this framework is in scope" in [str(note) for note in found.notes]


def test_many_items_are_counted_by_branch_and_many_modules_share_columns():
    case = large(outcomes=200, modules=50, leaves=MOST_ROWS + 1)
    found = heat_map_picture(case, case.coverage[0])
    assert not found.of_leaves
    (row,) = found.rows
    assert (row.label.code, row.total) == ("X", 61)
    # 50 modules in at most 20 columns: three in each but the last, so 17.
    assert len(found.columns) == 17
    assert {cell.stopped[0] for cell in row.cells} == {0}  # no module teaches all of them
    assert [label.ref for label in found.columns[:: len(found.columns) - 1]] == ["M0 M1 M2", "M48 M49"]
    assert "50 modules are shown in 17 columns: modules that follow each other share one" in map(str, found.notes)
    assert "each row counts the items of a branch: 61 in all" in map(str, found.notes)
    assert row.overall.reached == tuple(map(case.coverage[0].reached, STEPS))
    assert row.overall.stopped == tuple(sorted({int(each.step) for each in case.coverage[0].items}))
    said = [str(cell) for cell in found.table.rows[0].cells]
    assert said[-1].startswith(f"{row.overall.reached[0]} of 61 claimed, ")
    assert said[1].startswith(f"{row.cells[0].reached[1]} of 61 taught, ")

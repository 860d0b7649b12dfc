"""Professions learning together as data; counted in tests/pictured.py."""

from tests.pictured import SMALL, case_of, large

from alignkit.views.pictures.parts import NOTHING
from alignkit.views.pictures.together import MOST_PROFESSIONS, together_picture

NURSING, PHARMACY, MEDICINE = range(3)


def test_pairs_share_hours_and_activities():
    found = {(each.first, each.second): each for each in together_picture(case_of()).meetings}
    assert {pair: (each.hours, len(each.activities)) for pair, each in found.items()} == {
        (NURSING, NURSING): ("3.5", 3),
        (PHARMACY, PHARMACY): ("7.5", 3),
        (MEDICINE, MEDICINE): ("6", 2),
        (NURSING, PHARMACY): ("3.5", 2),
        (NURSING, MEDICINE): ("2", 1),
        (PHARMACY, MEDICINE): ("6", 2),
    }
    assert found[PHARMACY, PHARMACY].share == 1
    assert found[NURSING, PHARMACY].share == 3.5 / 7.5
    assert found[NURSING, NURSING].silent == 1


def test_each_activity_says_who_attends():
    rows = {row.label.code: row for row in together_picture(case_of()).attending}
    assert {code: row.attended for code, row in rows.items()} == {
        "M1.A1": (1, 1, 1),
        "M1.A2": (1, 1, 0),
        "M2.A1": (1, 0, 0),
        "M3.A1": (0, 1, 1),
    }
    assert [row.hours for row in rows.values()] == ["2", "1.5", "", "4"]
    assert [str(word) for word in rows["M1.A1"].interaction] == ["about", "with"]
    assert rows["M3.A1"].modules == ("M3",)


def test_the_message_has_the_numbers():
    assert str(together_picture(case_of()).alt) == (
        "Professions: 3. Activities that two or more of them attend: 3 of 4. Most is shared by pharmacy and medicine: "
        "6 hours in 2 activities; least by nursing and medicine: 2 hours in 1 activity."
    )


def test_where_all_share_alike_the_message_says_so():
    body = SMALL.replace(", professions: nursing", "").replace(", professions: [medicine, pharmacy]", "")
    found = together_picture(case_of(body.replace(", professions: [nursing, pharmacy]", "")))
    assert "Every two of them share 7.5 hours in 4 activities (without stated hours: 1)." in str(found.alt)


def test_the_tables_say_the_same_in_words():
    found = together_picture(case_of())
    assert [str(cell) for cell in found.table.rows[0].cells] == [
        "M1.A1 Meet",
        "2",
        "attends",
        "attends",
        "attends",
        "about and with",
    ]
    assert [str(cell) for cell in found.table.rows[2].cells] == [
        "M2.A1 Play",
        NOTHING,
        "attends",
        NOTHING,
        NOTHING,
        NOTHING,
    ]
    assert [[str(cell) for cell in row.cells] for row in found.pairs.rows] == [
        ["nursing and pharmacy", "3.5", "2"],
        ["nursing and medicine", "2", "1"],
        ["pharmacy and medicine", "6", "2"],
    ]


def test_activities_without_hours_are_said_to_be_left_out():
    assert [str(note) for note in together_picture(case_of()).notes] == [
        "1 activity states no hours; it is counted, its hours are not"
    ]


def test_without_professions_or_with_one_there_are_no_pairs():
    none = together_picture(case_of("outcomes: []\n"))
    assert (none.meetings, [str(note) for note in none.notes]) == ((), ["no profession is named"])
    one = together_picture(case_of("learners: {professions: [nursing]}\noutcomes: []\n"))
    assert (len(one.meetings), one.pairs.rows) == (1, ())
    assert str(one.alt) == "Professions: 1. Activities that two or more of them attend: 0 of 0."


def test_many_activities_are_counted_by_module_and_of_many_professions_the_first_are_drawn():
    found = together_picture(large(outcomes=20, modules=20, professions=MOST_PROFESSIONS + 2))
    assert not found.of_activities
    assert (len(found.attending), found.attending[0].total, found.attending[0].attended[0]) == (20, 3, 3)
    assert found.attending[0].hours == "4.5"
    assert len(found.professions) == MOST_PROFESSIONS
    assert max(each.second for each in found.meetings) == MOST_PROFESSIONS - 1
    assert len(found.pairs.rows) == 16 * 15 // 2
    assert [str(note) for note in found.notes] == [
        "the first 14 of 16 professions are drawn; the tables have them all",
        "60 activities are counted by module",
    ]
    assert [str(cell) for cell in found.table.rows[0].cells][:3] == ["M0 Module number 0", "4.5", "3 of 3"]

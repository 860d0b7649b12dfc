"""Which professions learn together; counted in tests/pictured.py."""

from tests.pictured import case_of

from alignkit.analysis.together import Shared, attendance, attended_in_all, named_professions, shared_by_pairs

ONE = 10**9


def test_all_professions_attend_where_an_activity_names_none():
    assert attendance(case_of()) == {
        "M1.A1": ("nursing", "pharmacy", "medicine"),
        "M1.A2": ("nursing", "pharmacy"),
        "M2.A1": ("nursing",),
        "M3.A1": ("pharmacy", "medicine"),
    }


def test_a_profession_attends_so_many_hours_and_activities_without_hours_are_counted_apart():
    nursing, pharmacy, medicine = attended_in_all(case_of())
    # 2 + 1.5, and M2.A1, which states none
    assert nursing == Shared(("nursing",), ("M1.A1", "M1.A2", "M2.A1"), 3 * ONE + ONE // 2, 1)
    assert (pharmacy.hours, pharmacy.silent) == (7 * ONE + ONE // 2, 0)  # 2 + 1.5 + 4
    assert medicine.activities == ("M1.A1", "M3.A1")


def test_two_professions_share_what_both_attend():
    pairs = {each.professions: (each.hours / ONE, each.activities) for each in shared_by_pairs(case_of())}
    assert pairs == {
        ("nursing", "pharmacy"): (3.5, ("M1.A1", "M1.A2")),
        ("nursing", "medicine"): (2, ("M1.A1",)),
        ("pharmacy", "medicine"): (6, ("M1.A1", "M3.A1")),
    }


def test_all_is_no_profession_and_means_every_one_of_them():
    body = (
        "learners: {professions: [all, nursing]}\noutcomes: []\nmodules:\n"
        "  - {id: M1, activities: [{id: A, professions: all}, {id: B, professions: pharmacy}]}\n"
    )
    case = case_of(body)
    assert named_professions(case) == ("nursing", "pharmacy")
    assert attendance(case) == {"A": ("nursing", "pharmacy"), "B": ("pharmacy",)}


def test_where_no_profession_is_named_there_are_no_pairs():
    case = case_of("outcomes: []\nmodules: [{id: M1, activities: [{id: A}]}]\n")
    assert (shared_by_pairs(case), attended_in_all(case), attendance(case)) == ((), (), {"A": ()})

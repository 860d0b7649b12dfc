"""What rests on one activity or module, what a profession misses, and how much an outcome claims."""

import pytest

from alignkit.analysis.claims import claims, median
from alignkit.analysis.professions import missed_by_profession
from alignkit.analysis.support import carried_alone

BODY = """\
frameworks: [{{use: toy{use}}}]
learners: {{professions: [nursing, pharmacy]}}
outcomes:
  - {{id: LO1, text: Explain, aligns: ["toy:A1"]}}
  - {{id: LO2, text: Explain, aligns: ["toy:A2"]}}
  - {{id: LO3, text: Explain, aligns: ["toy:B1"]}}
modules:
{modules}"""


def carried(case):
    (coverage,) = case.coverage
    found = carried_alone(coverage, case)
    return [[covered.item.code for covered in items] for items in (found.by_activity, found.by_module)]


@pytest.mark.parametrize(
    ("modules", "expected"),
    [
        # A1 and A2 have two activities, B1 one: 1 of 3 is less than half
        (
            "  - {id: M1, activities: [{id: T1, outcomes: [LO1, LO2, LO3]}, {id: T2, outcomes: [LO1, LO2]}]}\n",
            [["B1"], []],
        ),
        # 2 of 3 rest on one activity: that is how the curriculum is built
        ("  - {id: M1, activities: [{id: T1, outcomes: [LO1, LO2, LO3]}, {id: T2, outcomes: [LO1]}]}\n", [[], []]),
        # a single activity, a single module: nothing stands out
        ("  - {id: M1, activities: [{id: T1, outcomes: [LO1, LO2, LO3]}]}\n", [[], []]),
        # B1 has two activities in one module, the others two modules
        (
            (
                "  - {id: M1, activities: [{id: T1, outcomes: [LO1, LO2, LO3]}, {id: T3, outcomes: [LO3]}]}\n"
                "  - {id: M2, activities: [{id: T2, outcomes: [LO1, LO2]}]}\n"
            ),
            [[], ["B1"]],
        ),
        # B1 has one activity, and therefore one module: it is named once
        (
            (
                "  - {id: M1, activities: [{id: T1, outcomes: [LO1, LO2, LO3]}]}\n"
                "  - {id: M2, activities: [{id: T2, outcomes: [LO1, LO2]}]}\n"
            ),
            [["B1"], []],
        ),
    ],
)
def test_only_what_has_less_support_than_most_is_named(case_of, modules, expected):
    assert carried(case_of(BODY.format(use="", modules=modules))) == expected


APART = """\
  - id: M1
    activities:
      - {id: T1, outcomes: [LO1, LO2], professions: [nursing]}
      - {id: T2, outcomes: [LO2, LO3], professions: [pharmacy]}
"""


@pytest.mark.parametrize(
    ("use", "modules", "expected"),
    [
        # nursing attends T1 (A1, A2) and misses B1; pharmacy attends T2 (A2, B1) and misses A1
        ("", APART, [("nursing", ["B1"], ("T2",)), ("pharmacy", ["A1"], ("T1",))]),
        (", for: pharmacy", APART, [("pharmacy", ["A1"], ("T1",))]),
        ("", APART.replace("professions: [nursing]", "professions: [all]"), [("nursing", ["B1"], ("T2",))]),
        ("", APART.replace(", professions: [nursing]", "").replace(", professions: [pharmacy]", ""), []),
    ],
)
def test_a_profession_misses_what_is_taught_where_it_is_not(case_of, use, modules, expected):
    case = case_of(BODY.format(use=use, modules=modules))
    assert [
        (missed.profession, [covered.item.code for covered in missed.items], missed.activities)
        for missed in missed_by_profession(case)
    ] == expected


def test_claims_count_each_leaf_once_and_no_parents(case_of):
    case = case_of(
        "outcomes:\n"
        '  - {id: LO1, text: Explain, aligns: ["toy:A1", "toy:A1", "toy:A", {to: "toy:A2", strength: partial}]}\n'
        '  - {id: LO2, text: Explain, aligns: ["toy:C", "nobody:X"]}\n'
    )
    assert claims(case) == {"toy": {"LO1": ("toy:A1", "toy:A2"), "LO2": ("toy:C",)}}


@pytest.mark.parametrize(
    ("numbers", "middle"), [([], "0"), ([4], "4"), ([1, 9], "5"), ([1, 2, 9], "2"), ([9, 1, 2, 3], "2.5")]
)
def test_median(numbers, middle):
    assert median(numbers) == middle

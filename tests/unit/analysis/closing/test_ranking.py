"""Gaps come in the order of keys that are written down; each case differs in one key from the next."""

from alignkit.analysis.closing.closing import closing
from alignkit.analysis.closing.ids import FreshIds
from alignkit.analysis.through import coverage_through

# eu-nursing-2013 is legislation for nurses. toy's target is missed: 0 of 7 assessed.
BODY = """\
learners: {professions: [nursing, pharmacy]}
frameworks:
  - {use: who-2010, role: lens, scope: [IPE.1]}
  - {use: cihc-2010, scope: [RC1]}
  - {use: eu-nursing-2013, for: nursing, scope: [a]}
  - {use: toy, targets: {assessed: 0.9}}
outcomes:
  - {id: LO1, text: Lead, aligns: ["toy:B1"]}
  - {id: LO2, text: Lead, aligns: ["toy:A1", "toy:A2"]}
modules: [{id: M1, activities: [{id: T1, outcomes: [LO1, LO2]}]}]
"""


def first_refs(case, coverages=None) -> list[str]:
    found = closing(case, case.coverage if coverages is None else coverages).gaps
    return [ranked.gap.lacks[0].ref for ranked in found]


def test_target_then_claim_then_law_then_number_then_step_then_the_publishers_order(case_of):
    case = case_of(BODY.replace("who-2010, role: lens, scope: [IPE.1]", "nmc-2018, role: lens, scope: ['1.1']"))
    assert first_refs(case) == [
        "toy:A1",  # a missed target; one assessment of LO2 closes two items
        "toy:B1",  # one of LO1 closes one
        "toy:A3",  # none closes these; the publisher's order
        "toy:A4",
        "toy:B2",
        "toy:C",
        "eu-nursing-2013:a",  # claimed, and the law for one of the professions
        "cihc-2010:RC1",  # claimed
        "nmc-2018:1.1",  # a lens, though a regulator's
    ]


def test_why_a_gap_stands_where_it_does_is_said_key_by_key(case_of):
    case = case_of(BODY.replace("who-2010, role: lens, scope: [IPE.1]", "nmc-2018, role: lens, scope: ['1.1']"))
    why = {
        ranked.gap.lacks[0].ref: [str(reason) for reason in ranked.rank.why]
        for ranked in closing(case, case.coverage).gaps
    }
    assert why["toy:A1"] == [
        "a declared target is missed",
        "the curriculum claims the framework",
        "one act takes 2 items there",
    ]
    assert why["toy:B1"][2] == "one act takes 1 item there"
    assert why["eu-nursing-2013:a"] == [
        "the curriculum claims the framework",
        "binding for nursing",
        "it takes more than one act",
    ]
    assert why["nmc-2018:1.1"] == [
        "the curriculum does not claim the framework",
        "binding for nursing",
        "it takes more than one act",
    ]


def test_a_lower_step_comes_before_a_higher_one(case_of):
    case = case_of(
        "frameworks: [toy]\noutcomes:\n"
        '  - {id: LO1, text: Lead, aligns: ["toy:A1"]}\n  - {id: LO2, text: Lead, aligns: ["toy:A2"]}\n'
        "modules: [{id: M1, activities: [{id: T1, outcomes: [LO1]}]}]\n"
        "assessments: [{id: S1, method: essay, outcomes: [LO2]}]\n"
    )
    # One act closes each: an activity for LO2, which is assessed already; an assessment for LO1.
    assert first_refs(case)[:2] == ["toy:A2", "toy:A1"]


def test_a_framework_that_is_not_declared_is_looked_at_as_a_whole_and_comes_last(case_of):
    case = case_of(BODY)
    found = first_refs(case, coverage_through(case, ["caipe-2011", "toy"]).values())
    assert found[0] == "toy:A1"
    assert found[-1].startswith("caipe-2011:")


def test_fresh_ids_follow_the_last_one_and_are_never_given_twice(case_of):
    case = case_of(
        "outcomes: [{id: LO1, text: Lead}, {id: LO3, text: Lead}, {id: O, text: Lead}]\n"
        "assessments: [{id: LO4}]\nevidence: [{id: O-1, citation: x}]\n"
    )
    ids = FreshIds(case)
    assert [ids.after(["LO1", "LO3"], "LO1") for _ in range(2)] == ["LO5", "LO6"]  # LO4 is an assessment
    assert ids.after([], "LO1") == "LO2"
    assert ids.after(["LO3", "O"], "LO1") == "O-2"
    assert ids.after([""], "AS1") == "AS1"

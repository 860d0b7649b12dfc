"""Who learns together, how, and towards which domains."""

import pytest

from alignkit.analysis import interprofessional
from alignkit.rules.examine import examine
from alignkit.source.tree import Memory

HEAD = "alignkit: curriculum/1\nid: example\ntitle: Teams that listen\n"


def case_of(text: str):
    return examine(Memory({"example.yaml": HEAD + text}), ["example.yaml"]).curricula[0].case


def with_activities(*activities: str, professions: str = "[]"):
    """Return a case with a module for each text of activities."""
    modules = ", ".join(f"{{id: M{number}, activities: [{each}]}}" for number, each in enumerate(activities, 1))
    return case_of(f"learners: {{professions: {professions}}}\noutcomes: []\nmodules: [{modules}]\n")


@pytest.mark.parametrize(
    ("learners", "activity", "stated", "joint"),
    [
        ("[]", "", (), ["A"]),  # nobody says: it may well be joint
        ("[nursing]", "", ("nursing",), []),
        ("[all]", "", ("all",), ["A"]),
        ("[nursing, pharmacy]", "", ("nursing", "pharmacy"), ["A"]),
        ("[nursing, pharmacy]", ", professions: nursing", ("nursing", "pharmacy"), []),
        ("[nursing]", ", professions: [nursing, pharmacy]", ("nursing", "pharmacy"), ["A"]),
        ("[]", ", professions: all", ("all",), ["A"]),
    ],
)
def test_activity_is_joint_where_two_professions_attend_or_none_is_stated(learners, activity, stated, joint):
    case = with_activities(f"{{id: A{activity}}}", professions=learners)
    assert interprofessional.stated_professions(case) == stated
    assert [each.id for each in interprofessional.joint_activities(case)] == joint


@pytest.mark.parametrize(
    ("activities", "telling"),
    [
        ("{id: A, interaction: with}, {id: B}", ["A"]),
        ("{id: A, type: lecture}, {id: B, type: video}", ["A", "B"]),
        ("{id: A, type: lecture}, {id: B, type: case-discussion}", []),
        ("{id: A}", []),
    ],
)
def test_activities_tell_whether_learners_interact_where_they_say_so_or_all_are_passive(activities, telling):
    assert [each.id for each in interprofessional.telling_activities(with_activities(activities))] == telling


@pytest.mark.parametrize(
    ("modules", "changes"),
    [
        (["{id: A, level: exposure}, {id: B, level: immersion}, {id: C, level: competence}"], []),
        (["{id: A, level: exposure}, {id: B}, {id: C, level: competence}"], [("A", "C", False)]),
        # The step was taken before: exposure to something new is no reason to start over.
        (["{id: A, level: immersion}, {id: B, level: exposure}, {id: C, level: competence}"], []),
        (["{id: A, level: immersion}", "{id: B, level: exposure}"], [("A", "B", True)]),
        (["{id: A, level: immersion}", "{id: B, level: exposure}, {id: C, level: immersion}"], []),
        (["{id: A, level: immersion}", "{id: B}", "{id: C, level: exposure}"], [("A", "C", True)]),
        (["{id: A, level: competence}"], []),  # where practising learners begin is the author's business
    ],
)
def test_level_changes_are_leaps_over_a_step_and_modules_that_fall_back(modules, changes):
    found = interprofessional.level_changes(with_activities(*modules))
    assert [(change.before.id, change.after.id, change.falls) for change in found] == changes


def test_stages_are_empty_where_no_module_of_theirs_is_joint():
    case = case_of(
        "outcomes: []\nstages: [Year 1, Year 2, Year 3]\nmodules:\n"
        "  - {id: M1, stage: year  1, activities: [{id: A}]}\n  - {id: M2, stage: Year 2}\n"
    )
    assert interprofessional.empty_stages(case) == (1, 2)


@pytest.mark.parametrize(
    ("use", "aligns", "without"),
    [
        ("{use: ipec-2023}", "[ipec-2023:TT5]", ["VE", "RR", "C"]),
        ("{use: ipec-2023, scope: [TT, C]}", "[ipec-2023:TT5]", ["C"]),
        ("{use: ipec-2023, scope: [TT, C]}", "[ipec-2023:C, {to: ipec-2023:TT5, strength: partial}]", []),
        ("{use: ipec-2023, role: lens}", "[]", []),
        ("{use: nmc-2018}", "[]", []),
    ],
)
def test_domains_are_those_in_scope_of_claimed_interprofessional_frameworks(use, aligns, without):
    case = case_of(f"frameworks: [{use}]\noutcomes: [{{id: LO1, text: Resolve a conflict, aligns: {aligns}}}]\n")
    found = interprofessional.domains(case)
    assert [domain.item.code for domain in found if not domain.has_outcome] == without

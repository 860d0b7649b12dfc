"""The commands beside `check`: what they print, and what they say when they cannot."""

import pytest

from alignkit.api.reference import explain_rule
from alignkit.render.reference.rule_text import render_rule
from alignkit.render.style import Style
from alignkit.rules.catalogue import every_rule

RULES = every_rule()
COURSE = """\
alignkit: curriculum/1
id: small
title: Small course
frameworks: [ipec-2023]
outcomes:
  - {id: LO1, text: Negotiate roles in a team, aligns: [ipec-2023:RR4, {to: "ipec-2023:TT5", strength: partial}]}
  - {id: LO2, text: Resolve a conflict, aligns: [ipec-2023:TT5]}
modules:
  - {id: M1, activities: [{id: A1, title: Who does what, outcomes: [LO1]}]}
assessments:
  - {id: AS1, title: Plan, purpose: summative, criteria: [Names every role], outcomes: [LO1]}
"""


@pytest.fixture
def course(tmp_path):
    (tmp_path / "small.yaml").write_text(COURSE)
    return "small.yaml"


def test_trace_shows_every_path_with_its_places(alignkit, course):
    done = alignkit("trace", "ipec-2023:RR4", course)
    assert done.status == 0
    assert "evidenced, through 1 outcome" in done.out
    for place in ("small.yaml:6:", "small.yaml:9:", "small.yaml:11:"):
        assert place in done.out


def test_trace_says_what_breaks_a_path(alignkit, course):
    done = alignkit("trace", "ipec-2023:TT5", course)
    assert "claimed, through 2 outcomes" in done.out
    assert "breaks here: the alignment is partial, so it does not count" in done.out
    assert "breaks here: no activity addresses LO2" in done.out


def test_trace_of_a_parent_names_its_leaves(alignkit, course):
    done = alignkit("trace", "ipec-2023:RR", course)
    assert "5 leaf items: RR1, RR2, RR3, RR4 and RR5" in done.out


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("ipec-2023:TT44", 'ipec-2023 has no item "TT44"'),
        ("ipec-2032:TT4", 'no framework is called "ipec-2032" (did you mean "ipec-2023"?)'),
        ("TT4", '"TT4" names no item'),
    ],
)
def test_trace_refuses_what_does_not_exist(alignkit, course, ref, said):
    done = alignkit("trace", ref, course)
    assert done.status == 2
    assert said in done.err
    assert done.out == ""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_rule_is_explained_with_its_reason_and_examples(rule):
    text = " ".join(render_rule(explain_rule(rule.code), Style(width=10_000)).split())
    for part in (rule.name, rule.why, *(work.citation for work in rule.literature)):
        assert " ".join(part.split()) in text


def test_a_rule_is_found_by_its_name_too(alignkit):
    assert alignkit("explain", "taught-not-assessed").out == alignkit("explain", "c103").out


def test_an_unknown_rule_gets_the_nearest(alignkit):
    done = alignkit("explain", "C1O3")
    assert done.status == 2
    assert '(did you mean "C103"?)' in done.err


def test_explain_shows_a_competency(alignkit):
    done = alignkit("explain", "ipec-2023:RR5")
    assert "Bring cultural humility into interprofessional teamwork." in done.out


def test_rules_lists_every_rule(alignkit):
    out = alignkit("rules").out
    assert [rule.code for rule in RULES if f"  {rule.code}  " not in out] == []


def test_frameworks_are_listed_with_how_much_is_verified(alignkit):
    out = alignkit("frameworks", "list").out
    assert "nmc-2018" in out
    assert "237 of 237 verified" in out


@pytest.mark.parametrize(
    ("options", "there", "absent"),
    [
        (("--jurisdiction", "IE"), "nmbi-2016", "nmc-2018"),
        (("--profession", "pharmacy"), "rps-2021", "nmc-2018"),
        (("--kind", "regulator"), "nmc-2018", "ipec-2023"),
    ],
)
def test_the_list_of_frameworks_can_be_narrowed(alignkit, options, there, absent):
    out = alignkit("frameworks", "list", *options).out
    assert there in out
    assert absent not in out


def test_a_framework_is_shown_with_its_source_and_tree(alignkit):
    out = alignkit("frameworks", "show", "eu-2005-36-art45").out
    for part in ("10 of 10 leaf items", "Directive 2005/36/EC", "Makes and tests medicines."):
        assert part in out


def test_a_branch_alone_can_be_shown(alignkit):
    out = alignkit("frameworks", "show", "ipec-2023", "RR").out
    assert "RR5" in out
    assert "─ TT1 " not in out


def test_the_project_s_own_names_work_everywhere(alignkit, tmp_path):
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\naliases: {caipc: caipe-2011}\n")
    assert alignkit("frameworks", "show", "caipc").out.startswith("caipe-2011")


def test_shipped_frameworks_can_be_checked_like_own_ones(alignkit, tmp_path):
    (tmp_path / "own.yaml").write_text(
        "alignkit: framework/1\nid: own\ntitle: Own\nkind: regulator\npublisher: {name: Us}\n"
        "items: [{code: A}, {code: A}]\n"
    )
    done = alignkit("frameworks", "check", "own.yaml")
    assert done.status == 1
    assert "F102" in done.out


@pytest.mark.usefixtures("course")
def test_frameworks_check_refuses_a_folder_without_any(alignkit):
    assert alignkit("frameworks", "check", ".").status == 2


def test_no_command_is_answered_with_help(alignkit):
    done = alignkit()
    assert "check" in done.out + done.err
    assert done.status == 2


def test_version(alignkit):
    assert alignkit("--version").out.startswith("alignkit 0.")


@pytest.mark.parametrize("command", [("frameworks", "show", "CAIPC"), ("trace", "caipc:V1", "small.yaml")])
@pytest.mark.usefixtures("course")
def test_caipc_gets_an_answer_of_its_own(alignkit, command):
    done = alignkit(*command)
    assert done.status == 2
    for part in (
        "names no published framework",
        "caipe-2011",
        "cihc-2010",
        "cihc-2024",
        "aliases: {caipc: caipe-2011}",
    ):
        assert part in done.err


def test_trace_says_so_where_nothing_or_only_a_part_is_claimed(alignkit, course, tmp_path):
    assert "not claimed: no outcome aligns with it" in alignkit("trace", "ipec-2023:VE1", course).out
    (tmp_path / course).write_text(
        COURSE.replace("  - {id: LO2, text: Resolve a conflict, aligns: [ipec-2023:TT5]}\n", "")
    )
    assert "claimed only in part: no outcome serves the whole of it" in alignkit("trace", "ipec-2023:TT5", course).out


def test_trace_says_so_where_the_framework_is_not_declared(alignkit, course):
    out = alignkit("trace", "cihc-2010:IC1", course).out
    assert "small does not list this framework under `frameworks:`" in out


def test_trace_tells_what_keeps_an_assessed_item_from_being_evidenced(alignkit, course, tmp_path):
    (tmp_path / course).write_text(COURSE.replace("purpose: summative", "purpose: formative"))
    assert (
        "breaks here: AS1: not summative, or without stated criteria" in alignkit("trace", "ipec-2023:RR4", course).out
    )


def test_the_project_may_not_point_outside_itself(alignkit, tmp_path):
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\ncurricula: [../elsewhere]\n")
    done = alignkit("check")
    assert done.status == 2
    assert '"../elsewhere" leaves the project' in done.err

"""`alignkit crosswalk` and `alignkit coverage`: what leads from one framework to another, direct and inferred apart."""

import json

import pytest

from alignkit.api.crosswalk import CoverageRequest, coverage
from alignkit.render.style import Style
from alignkit.render.through import render
from alignkit.source.tree import Folder

COURSE = """\
alignkit: curriculum/1
id: small
title: Small course
learners: {professions: [nursing, pharmacy]}
frameworks: [ipec-2016]
outcomes:
  - {id: LO1, text: Negotiate, aligns: [ipec-2016:RR5, ipec-2016:VE7, {to: "ipec-2016:TT8", strength: partial}]}
  - {id: LO2, text: Resolve a conflict, aligns: [ipec-2016:TT6, ipec-2016:VE2]}
modules:
  - id: M1
    activities:
      - {id: A1, title: Who does what, outcomes: [LO1]}
      - {id: A2, title: Conflict, professions: [nursing], outcomes: [LO2]}
assessments:
  - {id: AS1, title: Plan, purpose: summative, criteria: [Names every role], outcomes: [LO1]}
"""
# In ipec-2023, from what COURSE covers of ipec-2016: VE8 (exact, from VE7) and RR1 (close, from RR5), both evidenced
# through LO1; TT5 (close, from TT6), taught through LO2 to nurses only; VE3 only related (broad, from VE2). TT8 of 2016
# is claimed in part, so nothing follows from it for TT6 of 2023.
INFERRED = {"VE8": ("exact", "evidenced"), "RR1": ("close", "evidenced"), "TT5": ("close", "taught")}


@pytest.fixture
def course(tmp_path):
    (tmp_path / "small.yaml").write_text(COURSE)
    return "small.yaml"


def seen(alignkit, *arguments: str):
    done = alignkit("coverage", *arguments, "--format", "json")
    assert (done.status, done.err) == (0, "")
    (curriculum,) = json.loads(done.out)["curricula"]
    return {each["framework"]: each for each in curriculum["frameworks"]}


def test_direct_and_inferred_stand_apart(alignkit, course):
    found = seen(alignkit, course)
    assert found["ipec-2016"]["direct"] == {"claimed": 4, "taught": 4, "assessed": 2, "evidenced": 2}
    assert set(found["ipec-2016"]["inferred"].values()) == {0}
    assert set(found["ipec-2023"]["direct"].values()) == {0}
    assert found["ipec-2023"]["inferred"] == {"claimed": 3, "taught": 3, "assessed": 2, "evidenced": 2}
    items = {each["item"]: (each["relation"], each["step"]) for each in found["ipec-2023"]["inferred_items"]}
    assert items == {f"ipec-2023:{code}": how for code, how in INFERRED.items()}
    assert [each["item"] for each in found["ipec-2023"]["related_items"]] == ["ipec-2023:VE3"]


def test_what_is_aligned_with_directly_is_no_longer_inferred(alignkit, tmp_path):
    text = COURSE.replace("[ipec-2016:TT6, ipec-2016:VE2]", "[ipec-2016:TT6, ipec-2023:TT5]")
    (tmp_path / "both.yaml").write_text(text)
    found = seen(alignkit, "both.yaml")["ipec-2023"]
    assert found["direct"]["claimed"] == 1
    assert [each["item"] for each in found["inferred_items"]] == ["ipec-2023:VE8", "ipec-2023:RR1"]


def test_an_item_counts_for_a_profession_only_through_activities_that_it_attends(alignkit, course):
    rows = {each["profession"]: each for each in seen(alignkit, course)["ipec-2023"]["professions"]}
    assert rows["nursing"]["inferred"] == {"claimed": 3, "taught": 3, "assessed": 2, "evidenced": 2}
    assert rows["pharmacy"]["inferred"] == {"claimed": 3, "taught": 2, "assessed": 2, "evidenced": 2}
    alone = seen(alignkit, course, "--profession", "pharmacy", "--framework", "ipec-2023")["ipec-2023"]
    assert alone["inferred"] == rows["pharmacy"]["inferred"]
    assert alone["professions"] == []


def test_a_framework_for_one_profession_has_a_row_for_that_profession_only(alignkit, course):
    found = seen(alignkit, course, "--framework", "nmc-2018,psi-2013")
    assert {id_: [row["profession"] for row in each["professions"]] for id_, each in found.items()} == {
        "nmc-2018": ["nursing"],
        "psi-2013": ["pharmacy"],
    }


def test_a_jurisdiction_shows_every_framework_that_applies_there_covered_or_not(alignkit, course):
    found = seen(alignkit, course, "--jurisdiction", "ie")
    assert list(found) == ["nmbi-2016", "psi-2013"]
    assert all(set(each["direct"].values()) == {0} for each in found.values())
    both = seen(alignkit, course, "--jurisdiction", "IE,EU", "--profession", "nursing")
    assert {"nmbi-2016", "eu-nursing-2013"} <= both.keys()
    assert "psi-2013" not in both


def test_the_table_fits_80_columns_and_says_what_its_signs_mean(alignkit, course):
    done = alignkit("coverage", course)
    assert max(map(len, done.out.splitlines())) <= 80
    (row,) = (line for line in done.out.splitlines() if line.startswith("ipec-2023"))
    assert row.split()[-9:] == ["0", "+3", "0", "+3", "0", "+2", "0", "+2", "1"]
    words = " ".join(done.out.split())
    assert "They count towards no target and no verdict, and are no evidence." in words
    assert "ipec-2016--ipec-2023 (draft)" in words
    assert "ipec-2016: 1 item claimed only in part, not counted" in words
    assert "inferred as" not in words


def test_all_shows_each_inferred_item_with_its_path(alignkit, course):
    words = " ".join(alignkit("coverage", course, "--all").out.split())
    assert "RR1 inferred as evidenced, close" in words
    assert "ipec-2016:RR5 → close → ipec-2023:RR1 (ipec-2016--ipec-2023, draft)" in words
    assert "VE3 related to an item that is taught" in words
    # Two steps: an exact one, then a related one in another crosswalk.
    assert "ipec-2016:VE7 → exact → ipec-2023:VE8 → related → cihc-2010:TF7" in words


def test_check_counts_nothing_that_is_inferred(alignkit, tmp_path):
    (tmp_path / "small.yaml").write_text(COURSE.replace("[ipec-2016]", "[ipec-2016, ipec-2023]"))
    found = json.loads(alignkit("check", "small.yaml", "--format", "json").out)["curricula"][0]["coverage"]
    reached = {each["framework"]: [step["reached"] for step in each["steps"]] for each in found}
    assert reached == {"ipec-2016": [4, 4, 2, 2], "ipec-2023": [0, 0, 0, 0]}


def test_a_narrow_terminal_gets_words_instead_of_a_table(course, tmp_path):
    views = coverage(Folder(str(tmp_path)), CoverageRequest((course,), ("ipec-2023",)))
    text = render(views, Style(width=40, unicode=False), everything=True)
    assert max(map(len, text.splitlines())) <= 46
    assert "0 + 3 claimed, 0 + 3 taught" in text
    assert text.isascii()


@pytest.mark.usefixtures("course")
def test_a_projects_own_crosswalk_and_framework_are_followed(alignkit, tmp_path):
    (tmp_path / "ours").mkdir()
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\nframeworks: [ours]\ncurricula: [small.yaml]\n")
    (tmp_path / "ours/uni.yaml").write_text(
        "alignkit: framework/1\nid: uni\ntitle: Our university\nkind: professional-body\npublisher: {name: Uni}\n"
        "professions: [all]\nsource: {citation: Us}\nitems: [{code: G1, text: Knows the team}]\n"
    )
    (tmp_path / "ours/map.yaml").write_text(
        "alignkit: crosswalk/1\nid: ipec-2016--uni\nfrom: ipec-2016\nto: uni\nmethod: published\nstatus: reviewed\n"
        "mappings: [{from: RR5, to: G1, relation: exact}]\n"
    )
    assert seen(alignkit, "--framework", "uni")["uni"]["inferred"]["evidenced"] == 1
    done = alignkit("crosswalk", "ipec-2016", "uni")
    assert "ipec-2016--uni: reviewed; 1 mapping" in done.out
    assert "G1 inferred as evidenced, exact" in done.out
    assert alignkit("frameworks", "check", "ours").status == 0


def test_crosswalk_shows_each_mapping_with_its_reason_and_what_has_none(alignkit):
    done = alignkit("crosswalk", "ipec-2016", "ipec-2023")
    assert (done.status, done.err) == (0, "")
    assert max(map(len, done.out.splitlines())) <= 80
    words = " ".join(done.out.split())
    assert "ipec-2016--ipec-2023: draft, 2026-11; 49 mappings" in words
    assert "not IPEC's own" in words
    assert "exact VE8 Bring high ethical and quality standards" in words
    assert "high ethical and quality standards in one's part of team care, in both" in words
    assert "ipec-2016: 1 of 39 leaf items not mapped: CC8" in words
    assert "ipec-2023: 4 of 33 leaf items not mapped: VE10, VE11, TT8 and TT9" in words


def test_read_backwards_broad_is_narrow(alignkit):
    forward, backward = (
        " ".join(alignkit("crosswalk", *pair).out.split())
        for pair in (("ipec-2016", "ipec-2023"), ("ipec-2023", "ipec-2016"))
    )
    assert "1 exact, 20 close, 3 broad, 1 narrow and 24 related" in forward
    assert "1 exact, 20 close, 1 broad, 3 narrow and 24 related" in backward
    assert "narrow VE2 Respect patients' dignity" in backward


def test_crosswalk_says_what_a_curriculum_would_infer(alignkit, course):
    words = " ".join(alignkit("crosswalk", "ipec-2016", "ipec-2023", "--curriculum", course).out.split())
    assert "small (small.yaml) through ipec-2023 Of 33 leaf items, 0 claimed directly, 3 inferred and 1 only" in words
    assert "TT5 inferred as taught, close" in words
    assert "small (small.yaml) through ipec-2016 Of 39 leaf items, 4 claimed directly, 0 inferred" in words


def test_a_third_framework_may_lead_from_one_to_the_other(alignkit):
    done = alignkit("crosswalk", "ipec-2016", "cihc-2010")
    words = " ".join(done.out.split())
    assert "No crosswalk leads from one to the other directly" in words
    assert "ipec-2016:VE7 → exact → ipec-2023:VE8 → related → cihc-2010:TF7" in words
    # CC4 to C5 is close, and so is C5 to IC2: two close steps lead nowhere.
    assert "→ close → ipec-2023:C5 → close →" not in words


@pytest.mark.usefixtures("course")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("crosswalk", "rps-2021", "cihc-2024"), "no crosswalk leads from rps-2021 to cihc-2024"),
        (("crosswalk", "ipec-2061", "ipec-2023"), 'no framework is called "ipec-2061"'),
        (("crosswalk", "ipec-2023", "ipec-2023"), "ipec-2023 is one framework"),
        (("crosswalk", "ipec-2016", "ipec-2023", "--curriculum", "none.yaml"), "none.yaml cannot be read"),
        (("coverage", "none.yaml"), "none.yaml cannot be read"),
        (("coverage", "small.yaml", "--framework", "ipec-2032"), '(did you mean "ipec-2023"?)'),
        (("coverage", "small.yaml", "--jurisdiction", "XX"), "the library has no framework in XX"),
        (("coverage", "small.yaml", "--profession", "medicine"), 'no learner here is of "medicine"'),
        (("coverage", "small.yaml", "--profession", "nurse"), "nursing"),
    ],
)
def test_what_is_not_there_is_refused(alignkit, arguments, said):
    done = alignkit(*arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_output_is_written_in_one_piece(alignkit, course, tmp_path):
    done = alignkit("coverage", course, "--format", "json", "--output", "matrix.json")
    assert (done.status, done.out) == (0, "")
    assert json.loads((tmp_path / "matrix.json").read_text())["format"] == "alignkit-coverage/1"

"""`alignkit gaps`: what is missing, ranked, and where to close it."""

import json
from collections.abc import Iterable
from pathlib import Path
from time import process_time

import pytest
from tests.pasting import pasted

from alignkit.api.check import CheckRequest, check
from alignkit.api.crosswalk import CoverageRequest, coverage
from alignkit.api.gaps import GapsRequest, gaps
from alignkit.source.pastes import Paste, Way
from alignkit.source.tree import Memory
from alignkit.views.gap import PasteView, ProposalView

COURSE = Path(__file__).parents[1] / "golden/gaps/input/course.yaml"
ROOT = Path(__file__).parents[2]
EMPTY = "alignkit: curriculum/1\nid: empty\ntitle: Empty course\nframeworks: [ipec-2023]\noutcomes: []\n"


@pytest.fixture
def course(tmp_path):
    (tmp_path / "course.yaml").write_text(COURSE.read_text())
    return "course.yaml"


def seen(alignkit, *arguments: str):
    done = alignkit("gaps", *arguments, "--format", "json")
    assert (done.status, done.err) == (0, "")
    (curriculum,) = json.loads(done.out)["curricula"]
    return curriculum


def steps(text: str) -> dict[tuple[str, str], tuple[int, ...]]:
    """Return the number of items at each step, by framework and profession, "" for all of them."""
    (view,) = coverage(Memory({"c.yaml": text}), CoverageRequest(("c.yaml",)))
    return {
        (framework.id, name): ladder.direct
        for framework in view.frameworks
        for name, ladder in (("", framework.ladder), *framework.professions)
    }


def objections(text: str) -> set[str]:
    """Return the rules on structure and references that have something to say."""
    view = check(Memory({"c.yaml": text}), CheckRequest(("c.yaml",), select=("S", "R")))
    return {each.finding.code for each in view.findings}


def found_in(text: str, step: str):
    (view,) = gaps(Memory({"c.yaml": text}), GapsRequest(("c.yaml",), step=step))
    return view.gaps


def paste_of(paste: PasteView) -> Paste:
    return Paste(Way(paste.way), paste.at, paste.text)


def each_grows(text: str, proposals: Iterable[ProposalView]) -> None:
    before = steps(text)
    for proposal in proposals:
        changed = pasted({"c.yaml": text}, map(paste_of, proposal.pastes))["c.yaml"]
        after = steps(changed)
        assert sum(map(sum, after.values())) > sum(map(sum, before.values()))
        assert all(one >= other for key in before for one, other in zip(after[key], before[key], strict=True))
        assert objections(changed) <= objections(text) | {"R109"}  # that a text is unverified may be new


@pytest.mark.parametrize("step", ["", "evidenced"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_every_snippet_pasted_where_it_says_lets_coverage_grow_and_breaks_nothing(step, ends):
    text = COURSE.read_text().replace("\n", ends)
    proposals = [proposal for gap in found_in(text, step) for proposal in gap.proposals]
    assert len(proposals) > 8
    each_grows(text, proposals)


@pytest.mark.parametrize(
    "name", ["curricula/uit-sso-3113", "curricula/prep-ip-2023", "examples/faults", "examples/starter"]
)
def test_so_does_every_kind_of_snippet_for_the_files_that_come_with_alignkit(name):
    text = (ROOT / f"{name}.yaml").read_text()
    kinds = {proposal.kind: proposal for gap in found_in(text, "evidenced") for proposal in gap.proposals}
    each_grows(text, kinds.values())


def test_the_course_has_a_gap_of_each_kind_and_most_kinds_of_proposals():
    found = [gap for step in ("", "evidenced") for gap in found_in(COURSE.read_text(), step)]
    assert {gap.step for gap in found} == {"not claimed", "claimed", "taught", "assessed"}
    assert {gap.profession for gap in found} == {"", "medicine"}
    assert {proposal.kind for gap in found for proposal in gap.proposals} == {
        "widen-alignment",
        "align-outcome",
        "write-outcome",
        "add-to-activity",
        "new-activity",
        "add-to-assessment",
        "make-summative",
        "open-activity",
    }


def test_a_course_without_outcomes_is_told_to_begin_with_them(alignkit, tmp_path):
    (tmp_path / "empty.yaml").write_text(EMPTY)
    done = alignkit("gaps", "empty.yaml")
    words = " ".join(done.out.split())
    assert (done.status, done.err) == (0, "")
    assert "The curriculum states no outcomes: they come first" in words
    assert "ipec-2023 †: 33 of 33 items not assessed" in words
    assert "Write an outcome, and keep those of the 8 items that it serves" in words


def test_that_nothing_is_missing_is_said_plainly(alignkit):
    done = alignkit("gaps", "examples/complete.yaml", folder=ROOT)
    assert done.status == 0
    words = " ".join(done.out.split())
    assert "planning hospital discharge across professions: nothing is missing" in words
    assert "ipec-2023 †: all of its 9 items are assessed" in words
    assert "eu-2005-36-art45: its 1 item is assessed" in words
    assert "here because" not in words
    assert "Proposals" not in words


def test_a_course_that_declares_no_framework_is_told_how_to_name_one(alignkit, tmp_path):
    (tmp_path / "bare.yaml").write_text(EMPTY.replace("frameworks: [ipec-2023]\n", ""))
    assert "It declares no framework and aligns with none; --for ID names one." in alignkit("gaps", "bare.yaml").out
    (tmp_path / "lens.yaml").write_text(
        EMPTY.replace("frameworks: [ipec-2023]\n", "").replace(
            "[]", '[{id: LO1, text: Lead, aligns: ["ipec-2023:TT4"]}]'
        )
    )
    assert [each["framework"] for each in seen(alignkit, "lens.yaml")["frameworks"]] == ["ipec-2023"]


def test_frameworks_are_those_named_or_of_a_jurisdiction_for_these_learners_and_in_force(alignkit, course):
    named = seen(alignkit, course, "--for", "cihc-2010,nmc-2018", "--for", "ipec-2023")
    assert [(each["framework"], each["role"]) for each in named["frameworks"]] == [
        ("cihc-2010", ""),
        ("nmc-2018", ""),
        ("ipec-2023", "claim"),
    ]
    # In Ireland NMBI is in force for nurses; PSI's edition for pharmacists is superseded.
    irish = seen(alignkit, course, "--jurisdiction", "ie")
    assert [each["framework"] for each in irish["frameworks"]] == ["nmbi-2016"]
    both = seen(alignkit, course, "--jurisdiction", "IE", "--for", "ipec-2023")
    assert [each["framework"] for each in both["frameworks"]] == ["ipec-2023", "nmbi-2016"]


def test_a_jurisdiction_of_others_leaves_nothing_to_look_at(alignkit, tmp_path):
    text = EMPTY.replace("title: Empty course\n", "title: Empty course\nlearners: {professions: [law]}\n")
    (tmp_path / "law.yaml").write_text(text)
    assert seen(alignkit, "law.yaml", "--jurisdiction", "IE")["frameworks"] == []


def test_unverified_items_are_marked_and_the_mark_is_explained(alignkit, course):
    out = alignkit("gaps", course).out
    assert "ipec-2023:C5 † Listen actively" in out
    assert "eu-nursing-2013:g Communicate fully" in out
    assert "†: no source confirms the text yet" in out


def test_ten_are_shown_unless_more_or_fewer_are_asked_for_and_the_rest_is_counted(alignkit, course):
    call = ("gaps", course, "--for", "nmc-2018")
    total = seen(alignkit, course, "--for", "nmc-2018")["total"]
    shown = [alignkit(*call, *more).out for more in ((), ("--limit", "3"), ("--all",))]
    assert [out.count("here because") for out in shown] == [10, 3, total]
    assert f"{total - 3} more gaps, ranked lower" in shown[1]
    limited = seen(alignkit, course, "--for", "nmc-2018", "--limit", "2")
    assert (len(limited["gaps"]), limited["left_out"], limited["total"]) == (2, total - 2, total)


def test_a_gap_with_many_items_is_cut_unless_all_are_asked_for(alignkit, tmp_path):
    aligned = ", ".join(f'"ipec-2023:{code}"' for code in [f"VE{n}" for n in range(1, 12)] + ["C1", "C2", "C3"])
    text = EMPTY.replace("[]", f"[{{id: LO1, text: Lead, aligns: [{aligned}]}}]")
    (tmp_path / "many.yaml").write_text(text)
    assert "and 2 more: --all lists them" in alignkit("gaps", "many.yaml").out
    assert "--all lists them" not in alignkit("gaps", "many.yaml", "--all").out


def test_snippets_can_be_written_as_yaml_with_comments_on_where_each_goes(alignkit, course, tmp_path):
    done = alignkit("gaps", course, "--format", "yaml", "--output", "todo.yaml")
    assert (done.status, done.out) == (0, "")
    lines = (tmp_path / "todo.yaml").read_text().split("\n")
    place = lines.index("#    course.yaml:51:78, in place of `outcomes:` and its value:")
    assert lines[place + 1] == "outcomes: [LO2, LO3]"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--for", "nothing"), 'no framework is called "nothing"'),
        (("--jurisdiction", "XX"), 'the library has no framework of "XX"'),
        (("--all", "--limit", "3"), "--all and --limit contradict each other"),
        (("--limit", "0"), "'--limit'"),
        (("--step", "done"), "'done' is not one of"),
        (("--format", "docx"), "'docx' is not one of"),
        (("nowhere.yaml",), "nowhere.yaml"),
    ],
)
def test_a_call_that_does_not_fit_is_refused(alignkit, course, arguments, said):
    done = alignkit("gaps", course, *arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err


def test_a_module_in_a_file_of_its_own_is_where_its_snippets_go(alignkit, tmp_path):
    (tmp_path / "modules").mkdir()
    (tmp_path / "curriculum.yaml").write_text(EMPTY.replace("[]", "[{id: LO1, text: Lead, aligns: ['ipec-2023:TT4']}]"))
    (tmp_path / "modules/m1.yaml").write_text("alignkit: module/1\nid: M1\nactivities:\n  - {id: A1}\n")
    (gap,) = (gap for gap in seen(alignkit, ".")["gaps"] if gap["step"] == "claimed")
    assert gap["proposals"][0]["snippets"][0]["at"]["file"] == "modules/m1.yaml"


WORDS = ("roles", "values", "conflict", "care", "team", "patient", "plan", "review", "safety", "home", "risk")


def _sentence(number: int) -> str:
    return f"Explain {WORDS[number % 11]} and {WORDS[number // 11 % 11]} and {WORDS[number * 5 % 11]}"


def test_the_work_stays_short_for_600_outcomes_and_a_large_framework():
    items = "".join(
        f"  - code: D{branch}\n    items:\n"
        + "".join(f"      - {{code: D{branch}.{n}, text: {_sentence(n)}}}\n" for n in range(branch, 1000, 20))
        for branch in range(20)
    )
    outcomes = "".join(
        f'  - {{id: LO{n}, text: {_sentence(n)}, domain: skills, aligns: ["own:D{n % 20}.{n}"]}}\n' for n in range(600)
    )
    modules = "".join(
        f"  - {{id: M{n}, activities: [{{id: M{n}.A1, outcomes: [LO{n}]}}, {{id: M{n}.A2, outcomes: [LO{n * 7}]}}]}}\n"
        for n in range(80)
    )
    head = "alignkit: curriculum/1\nid: c\ntitle: C\nframeworks: [own, nmc-2018]\n"
    own = "alignkit: framework/1\nid: own\ntitle: Own\nkind: interprofessional\npublisher: {name: N}\n"
    files = {"c.yaml": f"{head}outcomes:\n{outcomes}modules:\n{modules}", "own.yaml": f"{own}items:\n{items}"}
    begun = process_time()
    (view,) = gaps(Memory(files), GapsRequest(("c.yaml", "own.yaml")))
    assert sum(len(gap.items) for gap in view.gaps) == 1237
    # About a second of work; comparing every pair of texts with difflib would take minutes.
    assert process_time() - begun < 10

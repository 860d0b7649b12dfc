"""The library as a user works with it: searching, comparing, moving on, and frameworks of one's own."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLDEN = ROOT / "tests" / "golden" / "migration" / "input"
MOVE = ("--from", "ipec-2016", "--to", "ipec-2023")
OWN = """\
alignkit: framework/1
id: faculty-2026
title: What our faculty expects
kind: professional-body
publisher: {name: Our faculty}
source: {citation: "Our faculty (2026).", licence: ours, text: codes-only}
items:
  - code: T
    title: Teams
    items: [{code: T1}, {code: T2}, {code: T3, title: Conflict}]
"""
COURSE = """\
alignkit: curriculum/1
id: c
title: C
frameworks: [faculty-2026, {use: aacn-2021, scope: ["1.1"]}]
outcomes:
  - {id: LO1, text: Negotiate roles in a team, aligns: [faculty-2026:T1, aacn-2021:1.1a]}
modules:
  - {id: M1, activities: [{id: A1, outcomes: [LO1]}]}
"""
OVERLAY = """\
alignkit: overlay/1
of: aacn-2021
licence: Licensed to us in 2026
texts: {1.1a: Our licensed wording of this statement}
"""


@pytest.fixture
def project(tmp_path):
    """Return a project with a framework of its own, licensed wording for another, and a course aligned with both."""
    files = {
        "alignkit.yaml": "alignkit: project/1\ncurricula: [curricula/]\nframeworks: [frameworks/]\n",
        "frameworks/faculty-2026.yaml": OWN,
        "frameworks/wording.yaml": OVERLAY,
        "curricula/c.yaml": COURSE,
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


# Searching.


def first_refs(out: str) -> list[str]:
    return [
        line.split()[0] for line in out.splitlines() if line and not line.startswith(" ") and ":" in line.split()[0]
    ]


def test_search_finds_words_with_what_stands_above_them(alignkit):
    done = alignkit("frameworks", "search", "conflict", "--framework", "ipec-2023")
    assert done.status == 0
    assert first_refs(done.out) == ["ipec-2023:TT5", "ipec-2023:C7"]
    assert "    TT Teams and Teamwork\n    Manage interprofessional conflict" in done.out
    assert "2 items found in 1 framework" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_search_takes_other_forms_of_a_word_and_codes(alignkit):
    assert alignkit("frameworks", "search", "conflicts").out == alignkit("frameworks", "search", "Conflict").out
    codes = first_refs(alignkit("frameworks", "search", "tt4", "--kind", "interprofessional").out)
    assert codes == ["ipec-2023:TT4", "ipec-2011:TT4", "ipec-2016:TT4"]
    assert first_refs(alignkit("frameworks", "search", "ipec-2016:TT4").out) == ["ipec-2016:TT4"]


def test_search_can_be_narrowed_and_cut(alignkit):
    narrow = alignkit("frameworks", "search", "team", "--jurisdiction", "ie", "--profession", "nursing", "--limit", "0")
    frameworks = {ref.partition(":")[0] for ref in first_refs(narrow.out)}
    assert "nmbi-2016" in frameworks
    assert not frameworks & {"ipec-2023", "nmc-2018"}
    short = alignkit("frameworks", "search", "team", "--limit", "2")
    assert len(first_refs(short.out)) == 2
    assert "more: --limit 0 shows all" in short.out


def test_search_as_data(alignkit):
    done = alignkit("frameworks", "search", "sharing leadership", "--framework", "ipec-2023", "--format", "json")
    document = json.loads(done.out)
    assert (document["format"], document["searched"]) == ("alignkit-search/1", 1)
    best = document["rows"][0]
    assert (best["ref"], best["path"], best["words"]) == (
        "ipec-2023:TT4",
        [{"code": "TT", "title": "Teams and Teamwork"}],
        ["leadership", "sharing"],
    )


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("conflcit",), 1, 'no item has "conflcit" (did you mean "conflict"?)'),
        (("with", "the"), 2, '"with the" has no word to look for'),
        (("team", "--limit", "-1"), 2, "--limit is -1"),
        (("team", "--profession", "nurse"), 2, 'no profession is called "nurse" (did you mean "nursing"?)'),
        (("team", "--framework", "ipec-2032"), 2, 'did you mean "ipec-2023"?'),
        (("team", "--jurisdiction", "IE", "--framework", "nmc-2018"), 2, "no framework fits these options"),
    ],
)
def test_search_says_why_there_is_nothing(alignkit, arguments, status, said):
    done = alignkit("frameworks", "search", *arguments)
    assert done.status == status
    assert said in done.out + done.err


def test_a_list_to_which_nothing_belongs_says_so(alignkit):
    assert "no framework fits" in alignkit("frameworks", "list", "--kind", "accreditor", "--profession", "law").out


# Comparing editions.


def test_diff_says_what_it_rests_on_and_what_became_of_each_item(alignkit):
    done = alignkit("frameworks", "diff", "ipec-2016", "ipec-2023")
    assert done.status == 0
    flat = " ".join(done.out.split())
    assert "This rests on the crosswalk ipec-2016--ipec-2023: an expert's, status draft." in flat
    assert "sub-competency: 39 → 33" in flat
    assert "VE7 Hold one's part in team care to high ethical and quality standards. → VE8 Bring" in flat
    for heading in ("same: says the same", "reworded: one item", "withdrawn: nothing stands for it", "new: stands for"):
        assert f"\n{heading}" in done.out
    assert max(map(len, done.out.splitlines())) <= 80


def test_diff_as_data_adds_up(alignkit):
    view = json.loads(alignkit("frameworks", "diff", "ipec-2016", "ipec-2023", "--format", "json").out)
    assert view["format"] == "alignkit-editions/1"
    assert view["basis"] == {
        "crosswalk": "ipec-2016--ipec-2023",
        "method": "expert",
        "status": "draft",
        "turned": False,
    }
    assert sum(number for change, number in view["counts"].items() if change != "new") == 39
    assert view["leaves"] == [39, 33]


def test_diff_without_a_crosswalk_says_so_and_reads_one_backwards(alignkit):
    said = " ".join(alignkit("frameworks", "diff", "bn2020-nl", "bn2030-nl").out.split())
    assert "This rests on no crosswalk" in said
    assert "each pair is a guess to check" in said
    assert "read backwards" in " ".join(alignkit("frameworks", "diff", "ipec-2023", "ipec-2016").out.split())


@pytest.mark.parametrize(
    ("pair", "said"), [(("ipec-2016", "ipec-2016"), "both are"), (("ipec-2016", "ipec-20"), "no framework is")]
)
def test_diff_refuses_what_cannot_be_compared(alignkit, pair, said):
    done = alignkit("frameworks", "diff", *pair)
    assert (done.status, said in done.err) == (2, True)


# Moving to another edition.


@pytest.fixture
def programme(tmp_path):
    shutil.copytree(GOLDEN / "programme", tmp_path / "programme")
    return tmp_path / "programme" / "curriculum.yaml"


def test_migrate_shows_a_patch_that_git_applies_and_writes_nothing(alignkit, programme, tmp_path):
    before = programme.read_bytes()
    done = alignkit("frameworks", "migrate", "programme", *MOVE)
    assert (done.status, programme.read_bytes()) == (0, before)
    (tmp_path / "out.patch").write_text(done.out)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "out.patch"], cwd=tmp_path, check=True)
    by_git = programme.read_bytes()
    programme.write_bytes(before)
    assert alignkit("frameworks", "migrate", "programme", *MOVE, "--write").status == 0
    assert programme.read_bytes() == by_git != before


def test_migrate_changes_only_what_is_safe_and_adds_only_its_comments(alignkit, programme):
    before = programme.read_text().splitlines()
    alignkit("frameworks", "migrate", "programme", *MOVE, "--write")
    after = [
        line for line in programme.read_text().splitlines() if not line.lstrip().startswith("# alignkit: migrate?")
    ]
    changed = [(one, other) for one, other in zip(before, after, strict=True) if one != other]
    assert len(before) == len(after)
    assert changed == [
        ("      - 'ipec-2016:VE7'", "      - 'ipec-2023:VE8'"),
        (
            '      - {to: "ipec-2016:VE7", reviewed: [{by: A. Nurse, date: 2019-05-01}]}',
            '      - {to: "ipec-2023:VE8", reviewed: [{by: A. Nurse, date: 2019-05-01}]}',
        ),
    ]


@pytest.mark.usefixtures("programme")
def test_questions_excuse_nothing_and_hide_no_excuse(alignkit):
    def excused() -> tuple[int, list[str]]:
        report = json.loads(alignkit("check", "programme", "--format", "json").out)
        return report["summary"]["waived"], [
            f["code"] for f in report["findings"] if f["code"] in ("S011", "S012", "S013")
        ]

    before = excused()
    alignkit("frameworks", "migrate", "programme", *MOVE, "--write")
    assert excused() == before == (1, [])


def test_migrating_again_asks_nothing_twice(alignkit, programme):
    alignkit("frameworks", "migrate", "programme", *MOVE, "--write")
    once = programme.read_bytes()
    again = alignkit("frameworks", "migrate", "programme", *MOVE, "--write")
    assert "Nothing to change." in again.out
    assert programme.read_bytes() == once


def test_once_the_questions_are_answered_the_declaration_moves(alignkit, tmp_path):
    course = tmp_path / "c.yaml"
    text = (
        (GOLDEN / "small.yaml").read_text().replace("aligns: ipec-2016:VE7", "aligns: [ipec-2016:VE7, ipec-2016:TT6]")
    )
    course.write_text(text)
    alignkit("frameworks", "migrate", "c.yaml", *MOVE, "--write")
    assert "frameworks: [ipec-2016]" in course.read_text()
    course.write_text(course.read_text().replace("ipec-2016:TT6]", "ipec-2023:TT5]"))
    done = alignkit("frameworks", "migrate", "c.yaml", *MOVE, "--write")
    assert "`use: ipec-2016` becomes ipec-2023." in done.out
    assert "frameworks: [ipec-2023]" in course.read_text()


def test_migrate_keeps_line_ends_byte_order_marks_and_links(alignkit, tmp_path):
    text = (GOLDEN / "small.yaml").read_text().replace("\n", "\r\n")
    (tmp_path / "real.yaml").write_bytes(b"\xef\xbb\xbf" + text.encode())
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    assert alignkit("frameworks", "migrate", "link.yaml", *MOVE, "--write").status == 0
    moved = text.replace("frameworks: [ipec-2016]", "frameworks: [ipec-2023]").replace("ipec-2016:VE7", "ipec-2023:VE8")
    assert (tmp_path / "real.yaml").read_bytes() == b"\xef\xbb\xbf" + moved.encode()
    assert (tmp_path / "link.yaml").is_symlink()


def test_a_scope_moves_only_where_each_of_its_codes_does(alignkit, project):
    walk = "alignkit: crosswalk/1\nid: w\nfrom: faculty-2026\nto: new-2027\nmethod: published\nmappings:\n"
    (project / "frameworks" / "new-2027.yaml").write_text(
        OWN.replace("faculty-2026", "new-2027").replace("T1}, {code: T2}", "N1}, {code: N2}")
    )
    (project / "curricula" / "c.yaml").write_text(
        COURSE.replace("frameworks: [faculty-2026,", "frameworks: [{use: faculty-2026, scope: [T1, T2]},")
    )
    migrate = ("frameworks", "migrate", "curricula/c.yaml", "--from", "faculty-2026", "--to", "new-2027")
    (project / "frameworks" / "w.yaml").write_text(walk + "  - {from: T1, to: N1, relation: exact}\n")
    out = alignkit(*migrate).out
    assert "scope T2 -> nothing (the crosswalk has nothing in new-2027 that stands for it)" in out
    assert "use faculty-2026 -> new-2027 (what stands for T2 of its scope has to be decided first)" in out
    (project / "frameworks" / "w.yaml").write_text(
        walk + "  - {from: T1, to: N1, relation: exact}\n  - {from: T2, to: N2, relation: exact}\n"
    )
    assert "+frameworks: [{use: new-2027, scope: [N1, N2]}," in alignkit(*migrate).out


def test_without_a_crosswalk_everything_is_a_question(alignkit, tmp_path):
    (tmp_path / "c.yaml").write_text((GOLDEN / "small.yaml").read_text())
    done = alignkit("frameworks", "migrate", "c.yaml", "--from", "ipec-2016", "--to", "caipe-2011")
    assert "0 of 1 alignment with ipec-2016 moved" in done.out
    assert "This rests on no crosswalk" in done.out
    assert "+  # alignkit: migrate? ipec-2016:VE7 -> " in done.out


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("alignkit: [", MOVE, "cannot read c.yaml"),
        ("a: b\n", MOVE, "there is no curriculum in c.yaml"),
        (None, MOVE, "cannot read c.yaml"),
        (COURSE, ("--from", "ipec-2016", "--to", "ipec-2016"), "--from and --to are both ipec-2016"),
        (COURSE, ("--from", "ipec-2016", "--to", "ipec-2032"), 'did you mean "ipec-2023"?'),
    ],
)
def test_migrate_refuses_what_it_cannot_do(alignkit, tmp_path, text, arguments, said):
    if text is not None:
        (tmp_path / "c.yaml").write_text(text)
    done = alignkit("frameworks", "migrate", "c.yaml", *arguments)
    assert (done.status, said in done.err) == (2, True), done


def test_migrate_says_so_where_nothing_is_aligned_with_the_old_edition(alignkit, project):
    done = alignkit("frameworks", "migrate", "curricula", *MOVE)
    assert done.status == 0
    assert "nothing here is aligned with ipec-2016" in done.out
    assert "Nothing to change." in done.out
    assert project


# Starting a framework.


LIST = 'Nr;Statement;Parent;Owner\nA;Teams that listen;;x\nA 1;"Listen; then ""answer""";A;x\n;Say: no #1;A;x\n'


def test_new_starts_a_framework_that_lacks_only_what_a_person_must_add(alignkit, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    done = alignkit("frameworks", "new", "frameworks/our-2026.yaml", "--from", "list.csv", "--title", "Ours: 2026")
    assert done.status == 0
    assert "2 items on level 2" in done.out
    assert 'Codes hold no spaces, commas, colons or brackets: "A 1" is A-1.' in " ".join(done.out.split())
    report = alignkit("frameworks", "check", "frameworks/our-2026.yaml").out
    codes = {line.partition("[")[2][:4] for line in report.splitlines() if line.startswith(("error[", "warning["))}
    assert codes == {"S006", "F104"}
    file = tmp_path / "frameworks" / "our-2026.yaml"
    text = file.read_text()
    assert text.count("verified: false") == 3
    for key, value in {
        "kind:": "kind: professional-body",
        "  name:": "  name: Us",
        "  citation:": "  citation: Us (2026).",
        "  licence:": "  licence: our own",
    }.items():
        text = "\n".join(value if line.startswith(f"{key}  #") else line for line in text.split("\n"))
    file.write_text(text)
    assert alignkit("frameworks", "check", "frameworks/our-2026.yaml").status == 0
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\nframeworks: [frameworks/]\n")
    shown = alignkit("frameworks", "show", "our-2026").out
    for part in ("Ours: 2026", 'A-1  Listen; then "answer" †', "A.2  Say: no #1 †", "0 of 2 leaf items"):
        assert part in shown


def test_new_takes_indented_text_and_what_is_said_on_the_way(alignkit, tmp_path):
    (tmp_path / "outline.txt").write_text("VE Values\n\tVE1 Respect dignity\n\tVE2 Keep secrets\n")
    said = ("--id", "us-1", "--title", "T", "--kind", "accreditor", "--publisher", "Us")
    done = alignkit("frameworks", "new", "us.yaml", "--from", "outline.txt", *said)
    assert "To fill in: source: citation and source: licence." in done.out
    text = (tmp_path / "us.yaml").read_text()
    assert "id: us-1\n" in text
    assert "codes: official" in text
    assert '      - {code: VE2, text: "Keep secrets", verified: false}\n' in text


def test_new_never_overwrites(alignkit, tmp_path):
    (tmp_path / "list.csv").write_text(LIST)
    (tmp_path / "us.yaml").write_text("mine\n")
    done = alignkit("frameworks", "new", "us.yaml", "--from", "list.csv")
    assert (done.status, (tmp_path / "us.yaml").read_text()) == (2, "mine\n")
    assert "us.yaml is there already" in done.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("us.txt", "--from", "list.csv"), "no name of a framework file"),
        (("Our List.yaml", "--from", "list.csv"), '"Our List" is no id'),
        (("us.yaml", "--from", "none.csv"), "none.csv: cannot read it"),
        (("us.yaml", "--from", "."), "it is a folder"),
        (("us.yaml", "--from", "list.csv", "--kind", "regulater"), 'did you mean "regulator"?'),
        (("list.csv/us.yaml", "--from", "list.csv"), "cannot make the folder list.csv"),
    ],
)
def test_new_says_what_does_not_fit_and_leaves_nothing_behind(alignkit, tmp_path, arguments, said):
    (tmp_path / "list.csv").write_text(LIST)
    done = alignkit("frameworks", "new", *arguments)
    assert (done.status, said in done.err) == (2, True), done
    assert [path.name for path in tmp_path.iterdir()] == ["list.csv"]


# Frameworks of one's own.


def test_an_own_framework_of_codes_alone_works_everywhere(alignkit, project):
    assert "own\n  faculty-2026" in alignkit("frameworks", "list").out
    assert "─ T3  Conflict" in alignkit("frameworks", "show", "faculty-2026").out
    assert "T1" in alignkit("explain", "faculty-2026:T1").out
    assert "taught, through 1 outcome" in alignkit("trace", "faculty-2026:T1").out
    assert "(codes only)" in alignkit("frameworks", "search", "faculty-2026:T1").out
    checked = alignkit("check", "--all").out
    assert "faculty-2026 (faculty-2026): 3 items" in checked
    assert "faculty-2026:T1 and aacn-2021:1.1a" in " ".join(checked.split())
    assert alignkit("frameworks", "check", "frameworks").status == 0
    assert "only in faculty-2026" in alignkit("frameworks", "diff", "faculty-2026", "ipec-2023").out
    assert "faculty-2026" in alignkit("coverage", "curricula/c.yaml").out
    assert project


def test_licensed_wording_is_shown_wherever_the_item_is(alignkit, project):
    shown = alignkit("frameworks", "show", "aacn-2021", "1.1").out
    assert "1.1a  Our licensed wording of this statement" in shown
    assert "the wording of 1 item is from frameworks/wording.yaml" in shown
    for command in (
        ("trace", "aacn-2021:1.1a"),
        ("explain", "aacn-2021:1.1a"),
        ("frameworks", "search", "licensed statement"),
    ):
        assert "Our licensed wording of this statement" in alignkit(*command).out
    (project / "frameworks" / "wording.yaml").unlink()
    assert "Our licensed wording" not in alignkit("frameworks", "show", "aacn-2021", "1.1").out


def test_two_own_frameworks_of_one_id_are_an_error_at_the_second(alignkit, project):
    (project / "frameworks" / "second.yaml").write_text(OWN.replace("What our faculty expects", "Another"))
    for command in (
        ("check",),
        ("frameworks", "check", "frameworks"),
        ("frameworks", "check", "frameworks/second.yaml"),
    ):
        done = alignkit(*command)
        assert done.status == 1
        assert "error[F109] duplicate-framework-id" in done.out
        assert "→ frameworks/second.yaml:2:5" in done.out
        assert "is taken already by frameworks/faculty-2026.yaml, line 2" in " ".join(done.out.split())


def test_an_own_framework_in_the_place_of_a_shipped_one_is_told(alignkit, project):
    (project / "frameworks" / "ipec.yaml").write_text(OWN.replace("faculty-2026", "ipec-2023"))
    done = alignkit("frameworks", "check", "frameworks/ipec.yaml")
    assert "warning[F109]" in done.out
    assert done.status == 0
    shutil.copy(ROOT / "frameworks" / "interprofessional" / "ipec-2023.yaml", project / "frameworks" / "ipec.yaml")
    assert "F109" not in alignkit("frameworks", "check", "frameworks/ipec.yaml").out


@pytest.mark.parametrize(
    ("overlay", "said"),
    [
        (OVERLAY.replace("1.1a:", "1.1z:"), 'aacn-2021 has no item "1.1z"'),
        (OVERLAY.replace("aacn-2021", "aacn-2012"), 'the overlay is of "aacn-2012", and no framework is called so'),
        (OVERLAY, "aacn-2021 has its wording already, from frameworks/wording.yaml, line 2"),
    ],
)
def test_wording_that_nobody_would_see_is_an_error(alignkit, project, overlay, said):
    (project / "frameworks" / "x.yaml").write_text(overlay)
    done = alignkit("frameworks", "check", "frameworks/x.yaml")
    assert done.status == 1
    assert said in " ".join(done.out.split())


def test_an_overlay_of_an_own_framework_is_checked_against_the_project(alignkit, project):
    (project / "frameworks" / "x.yaml").write_text("alignkit: overlay/1\nof: faculty-2026\ntexts: {T1: Listen}\n")
    assert alignkit("frameworks", "check", "frameworks/x.yaml").status == 0

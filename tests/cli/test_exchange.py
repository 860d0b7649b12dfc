"""`alignkit import` and `alignkit export` as a user runs them: what is written where, what is said, what is refused."""

import json
import re
import socket
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.books import Rows, workbook, xlsx
from tests.loaded import loaded_by

from alignkit.cli.entry import main

MAP = """\
Outcome ID,Learning outcome,Framework item,Depth,Comment
LO1,Explain roles,ipec-2023:VE1,I,later
LO1,Explain roles,ipec-2023:ZZ1,I,
LO2,Negotiate a plan,ipec-2023:C1,R,
"""
COURSE = """\
# Our course.
alignkit: curriculum/1
id: small
title: Small course
frameworks: [ipec-2023]
outcomes:
  - id: LO1   # agreed in May
    text: Explain roles
    aligns: [ipec-2023:VE1, ipec-2023:TT1]
  - {id: LO9, text: Lead}
"""


class Done(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str


@pytest.fixture
def alignkit(tmp_path, monkeypatch, capsys):
    """Return a function that runs a command in a folder, in this process: most of a short run is starting Python."""

    def run(*arguments: str, folder: Path = tmp_path) -> Done:
        monkeypatch.chdir(folder)
        with pytest.raises(SystemExit) as left:
            main(arguments)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        assert isinstance(left.value.code, int)
        return Done(left.value.code, out, err)

    return run


@pytest.fixture
def here(tmp_path):
    (tmp_path / "map.csv").write_text(MAP)
    (tmp_path / "course.yaml").write_text(COURSE)
    return tmp_path


def words(text: str) -> str:
    return " ".join(text.split())


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.usefixtures("here")
def test_the_document_goes_to_stdout_and_the_account_beside_it(alignkit):
    done = alignkit("import", "map.csv")
    assert done.status == 0
    assert done.out.startswith("alignkit: curriculum/1\nid: map\ntitle: map\n")
    assert '{to: "ipec-2023:VE1", depth: introduce}' in done.out
    said = words(done.err)
    assert "map.csv: read as a table in plain text (CSV)." in said
    assert "Marks: I as introduce and R as reinforce" in said
    assert "map.yaml (curriculum/1): 2 outcomes and 2 alignments" in said
    assert "Not carried over: 2 things" in said
    assert "C3: ipec-2023:ZZ1: ipec-2023 has no such item" in said
    assert 'E1:E2: "Comment" and "later": it is outside of what was understood' in said


def test_output_is_a_file_or_a_folder_and_never_written_over(alignkit, here):
    assert alignkit("import", "map.csv", "--output", "new/one.yaml").status == 0
    done = alignkit("import", "map.csv", "--output", "folder")
    assert done.status == 0
    assert done.out.endswith("Wrote folder/map.yaml.\n")
    assert done.err == ""
    assert files(here) == {"map.csv", "course.yaml", "new/one.yaml", "folder/map.yaml"}
    (here / "folder/map.yaml").write_text("mine")
    refused = alignkit("import", "map.csv", "--output", "folder")
    assert (refused.status, refused.out) == (2, "")
    assert "folder/map.yaml is there already" in refused.err
    assert (here / "folder/map.yaml").read_text() == "mine"
    assert alignkit("import", "map.csv", "--output", "folder", "--force").status == 0
    assert (here / "folder/map.yaml").read_text() == (here / "new/one.yaml").read_text()


def test_what_the_rules_say_has_its_place_in_the_file_that_was_written(alignkit, tmp_path):
    (tmp_path / "plan.csv").write_text("Assessment,Outcomes assessed\nExam,LO7\nEssay,LO7\n")
    done = alignkit("import", "plan.csv", "--output", "curricula/plan-2026.yaml")
    assert done.status == 1
    (line,) = re.findall(r"curricula/plan-2026\.yaml:(\d+):\d+: error R103", words(done.out))
    written = (tmp_path / "curricula" / "plan-2026.yaml").read_text(encoding="utf-8").splitlines()
    assert "LO7" in written[int(line) - 1]


def test_what_was_imported_can_be_checked(alignkit, here):
    alignkit("import", "map.csv", "--output", "map.yaml")
    assert alignkit("check", "map.yaml", "--select", "S,R,F", "--fail-on", "warning").status == 0
    assert files(here) == {"map.csv", "course.yaml", "map.yaml"}


def test_a_dry_run_writes_nothing(alignkit, here):
    done = alignkit("import", "map.csv", "--output", "folder", "--dry-run")
    assert (done.status, done.err) == (0, "")
    assert "Understood" in done.out
    assert "Wrote" not in done.out
    assert files(here) == {"map.csv", "course.yaml"}


def test_losses_are_written_as_json(alignkit, here):
    assert alignkit("import", "map.csv", "--dry-run", "--losses", "lost.json").status == 0
    report = json.loads((here / "lost.json").read_text())
    assert (report["format"], report["subject"]) == ("alignkit-losses/1", "map.csv")
    assert [loss["where"] for loss in report["losses"]] == ["C3", "E1:E2"]
    assert all(loss["what"] and loss["why"] for loss in report["losses"])
    assert any("a table of 3 rows" in sentence for sentence in report["understood"])
    assert alignkit("export", "ipec-2023", "--format", "moodle", "--output", "m.csv", "--losses", "x.json").status == 0
    assert "publisher" in [loss["what"] for loss in json.loads((here / "x.json").read_text())["losses"]]


def test_what_the_rules_find_is_said_and_fails(alignkit, here):
    (here / "bare.csv").write_text("Assessment,Outcomes\nEssay,LO1\n")
    done = alignkit("import", "bare.csv", "--dry-run")
    assert done.status == 1
    assert re.search(r"bare\.yaml:\d+:\d+: error R103", words(done.out))


def test_a_file_in_which_nothing_was_understood_is_unusable(alignkit, tmp_path):
    (tmp_path / "letter.csv").write_text("Dear colleague\n")
    done = alignkit("import", "letter.csv", "--output", "x.yaml", "--losses", "lost.json")
    assert (done.status, done.err) == (2, "")
    assert "Nothing in it was understood as a curriculum or a framework." in words(done.out)
    assert "no table or matrix was recognised" in words(done.out)
    assert files(tmp_path) == {"letter.csv", "lost.json"}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("import", "none.csv"), "none.csv: cannot read it: there is no such file"),
        (("import", "."), "it is a folder"),
        (("import", "course.yaml"), "course.yaml: it is in no format that alignkit recognises"),
        (("import", "map.csv", "--format", "xslx"), 'no format is called "xslx" (did you mean "xlsx"?)'),
        (("import", "map.csv", "--format", "canvas"), "canvas can be written, but not read"),
        (("import", "map.csv", "--format", "xlsx"), "damaged, or no zip archive"),
        (("import", "map.csv", "--framework", "ipec-2032"), 'no framework is called "ipec-2032"'),
        (("import", "map.csv", "--mapping", "course.yaml"), "it is no import-mapping/1 that can be read"),
        (("import", "m.csv", "--format", "moodle", "--framework", "ipec-2023"), "moodle needs no --mapping"),
        (("import", "map.csv", "--into", "course.yaml", "--output", "x"), "--into and --output exclude each other"),
        (("import", "map.csv", "--into", "none.yaml"), "none.yaml cannot be read"),
        (("import", "m.csv", "--format", "moodle", "--into", "course.yaml"), "it holds no curricula"),
        (("export", "ipec-2032", "--format", "moodle"), '(did you mean "ipec-2023"?)'),
        (("export", "ipec-2023", "--format", "xlsx"), "a framework cannot be written as xlsx"),
        (("export", "ipec-2016--ipec-2023", "--format", "moodle"), "a crosswalk cannot be written as moodle"),
        (("export", "course.yaml", "--format", "ods"), "a curriculum cannot be written as ods"),
        (("export", "map.csv", "--format", "csv"), "map.csv"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(alignkit, here, arguments, said):
    alignkit("export", "ipec-2023", "--format", "moodle", "--output", "m.csv")
    before = files(here)
    done = alignkit(*arguments)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert files(here) == before


def test_a_curriculum_is_brought_up_to_date_by_ids(alignkit, here):
    dry = alignkit("import", "map.csv", "--into", "course.yaml", "--dry-run")
    assert dry.status == 0
    assert (here / "course.yaml").read_text() == COURSE
    assert '+    aligns: [{to: "ipec-2023:VE1", depth: introduce}, ipec-2023:TT1]' in dry.out
    (here / "p.patch").write_text(dry.out.partition("map.csv: read")[0])
    done = alignkit("import", "map.csv", "--into", "course.yaml")
    assert done.status == 0
    text = (here / "course.yaml").read_text()
    assert text == COURSE.replace(
        "[ipec-2023:VE1, ipec-2023:TT1]", '[{to: "ipec-2023:VE1", depth: introduce}, ipec-2023:TT1]'
    ) + ('  - id: LO2\n    text: Negotiate a plan\n    aligns:\n      - {to: "ipec-2023:C1", depth: reinforce}\n')
    said = words(done.out)
    assert "outcomes › LO9: {id: LO9, text: Lead}" in said  # noqa: RUF001
    assert "outcomes › LO1 › aligns › ipec-2023:TT1: ipec-2023:TT1" in said  # noqa: RUF001
    assert said.endswith("Wrote course.yaml.")
    again = alignkit("import", "map.csv", "--into", "course.yaml")
    assert "Nothing to change" in again.out
    assert (here / "course.yaml").read_text() == text


def test_the_patch_of_a_dry_run_is_what_would_be_written(alignkit, here):
    out = alignkit("import", "map.csv", "--into", "course.yaml", "--dry-run").out
    (here / "p.patch").write_text(out.partition("map.csv: read")[0])
    subprocess.run(["git", "apply", "p.patch"], cwd=here, check=True)
    patched = (here / "course.yaml").read_text()
    (here / "course.yaml").write_text(COURSE)
    alignkit("import", "map.csv", "--into", "course.yaml")
    assert (here / "course.yaml").read_text() == patched


def test_a_module_with_a_file_of_its_own_is_changed_there(alignkit, tmp_path):
    (tmp_path / "c/modules").mkdir(parents=True)
    (tmp_path / "c/curriculum.yaml").write_text(COURSE)
    (tmp_path / "c/modules/m1.yaml").write_text(
        "alignkit: module/1\nid: M1\ntitle: Old\nactivities:\n  - {id: A1, outcomes: [LO1]}  # kept\n"
    )
    (tmp_path / "t.csv").write_text(
        "Module ID,Module,Activity ID,Activity,Outcomes\nM1,New,A1,Meet,LO1; LO9\nM2,Two,B1,Write,LO9\n"
    )
    done = alignkit("import", "t.csv", "--into", "c")
    assert done.status == 0
    assert (tmp_path / "c/modules/m1.yaml").read_text() == (
        "alignkit: module/1\nid: M1\ntitle: New\nactivities:\n  - {id: A1, outcomes: [LO1, LO9], title: Meet}  # kept\n"
    )
    assert "- {id: B1, title: Write, outcomes: [LO9]}" in (tmp_path / "c/curriculum.yaml").read_text()


def test_ids_of_a_map_without_ids_are_those_of_the_curriculum(alignkit, here):
    (here / "t.csv").write_text("Learning outcome,Framework item\nLead,ipec-2023:C1\nSomething new,ipec-2023:C2\n")
    alignkit("import", "t.csv", "--into", "course.yaml")
    text = (here / "course.yaml").read_text()
    assert '- {id: LO9, text: Lead, aligns: ["ipec-2023:C1"]}' in text
    assert '- {id: LO2, text: Something new, aligns: ["ipec-2023:C2"]}' in text


def test_a_file_that_cannot_be_changed_safely_stays(alignkit, here):
    text = COURSE.replace("text: Explain roles", "text: &a Explain roles")
    (here / "course.yaml").write_text(text)
    done = alignkit("import", "map.csv", "--into", "course.yaml")
    assert done.status == 2
    assert "it is written in a way that cannot be changed safely" in done.err
    assert (here / "course.yaml").read_text() == text


def test_export_writes_bytes_to_a_pipe_and_the_account_beside(alignkit, here):
    done = subprocess.run(
        [sys.executable, "-m", "alignkit", "export", "course.yaml", "--format", "xlsx"],
        cwd=here,
        capture_output=True,
        check=True,
    )
    assert done.stdout.startswith(b"PK\x03\x04")
    assert b"small: written as an Excel workbook." in done.stderr
    assert alignkit("export", "course.yaml", "--format", "xlsx", "--output", "c.xlsx").status == 0
    assert (here / "c.xlsx").read_bytes() == done.stdout
    again = alignkit("export", "course.yaml", "--format", "xlsx", "--output", "c.xlsx")
    assert again.status == 2
    assert "c.xlsx is there already" in again.err


def test_a_table_exported_and_imported_changes_nothing(alignkit, here):
    for format_ in ("xlsx", "csv"):
        alignkit("export", "course.yaml", "--format", format_, "--output", f"c.{format_}")
        done = alignkit("import", f"c.{format_}", "--into", "course.yaml")
        assert "Nothing to change" in done.out
        assert "Everything was carried over." in done.out
    assert (here / "course.yaml").read_text() == COURSE


def test_a_framework_of_a_file_is_exported(alignkit, tmp_path):
    (tmp_path / "uni.yaml").write_text(
        "alignkit: framework/1\nid: uni\ntitle: Uni\nkind: professional-body\npublisher: {name: Uni}\n"
        "items: [{code: G1, text: Knows the team}]\n"
    )
    done = alignkit("export", "uni.yaml", "--format", "canvas")
    assert done.status == 0
    assert "uni:G1,outcome,Knows the team" in done.out


def test_old_workbooks_are_pointed_out(alignkit, tmp_path):
    (tmp_path / "old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100))
    done = alignkit("import", "old.xls")
    assert done.status == 2
    assert "Save an old .xls as .xlsx" in done.err


def test_names_in_a_file_lead_nowhere_else(alignkit, tmp_path):
    (tmp_path / "m.csv").write_text(
        "Parent ID number,ID number,Short name,Description,Description format,Scale values,Scale configuration,"
        "Rule type,Rule outcome,Rule config,Cross-referenced,Exported ID,Is framework,Taxonomy\n"
        ",../../evil,Evil,,1,,,,,,,,1,\n,A,Area,,1,,,,,,,,,\n"
    )
    done = alignkit("import", "m.csv", "--output", "out")
    assert done.status == 1
    assert files(tmp_path) == {"m.csv", "out/evil.yaml"}


def test_a_project_is_started_from_a_map(alignkit, here):
    done = alignkit("init", "new", "--from", "map.csv")
    assert done.status == 0
    assert "Not carried over: 2 things" in done.out
    assert files(here / "new") == {
        "alignkit.yaml",
        ".alignkit/curriculum.schema.json",
        ".alignkit/project.schema.json",
        "curricula/map.yaml",
    }
    text = (here / "new/curricula/map.yaml").read_text()
    assert '      - {to: "ipec-2023:VE1", depth: introduce}\n' in text
    assert "# Fill this in from top to bottom" in text
    # What the map does not say, the starter does not claim.
    assert "professions:\n" in text
    assert alignkit("check", "curricula", "--select", "S,R", folder=here / "new").status == 0
    again = alignkit("init", "new", "--from", "map.csv")
    assert (again.status, "is there already" in again.err) == (2, True)


def test_a_project_is_not_started_from_what_is_no_map(alignkit, tmp_path):
    (tmp_path / "letter.csv").write_text("Dear colleague\n")
    done = alignkit("init", "new", "--from", "letter.csv")
    assert (done.status, done.out) == (2, "")
    assert "it holds no curriculum that could be understood" in done.err
    assert files(tmp_path) == {"letter.csv"}


def test_init_repeats_no_advice_that_stands_in_the_map_itself(alignkit, tmp_path):
    (tmp_path / "letter.csv").write_text("Dear colleague of --framework\n")
    done = alignkit("init", "new", "--from", "letter.csv")
    assert "a mapping file says how an unusual layout is to be read" in done.err


def test_init_asks_for_the_framework_where_that_is_all_that_is_missing(alignkit, here):
    (here / "codes.csv").write_text("Outcome,VE1,RR4\nLO1 Explain,I,\nLO2 Negotiate,,R\n")
    done = alignkit("init", "new", "--from", "codes.csv")
    assert (done.status, done.out) == (2, "")
    assert "say which with --framework; `alignkit import` says what is in it" in done.err
    assert alignkit("init", "new", "--from", "codes.csv", "--framework", "ipec-2023").status == 0


@pytest.mark.parametrize("missing", ["openpyxl", "defusedxml", "xlsxwriter"])
def test_a_missing_package_is_named_with_the_way_to_get_it(alignkit, here, monkeypatch, missing):
    (here / "map.xlsx").write_bytes(xlsx({"A": [["x"]]}))
    (here / "map.ods").write_bytes(b"PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
    monkeypatch.setitem(sys.modules, missing, None)
    calls = {
        "openpyxl": ("import", "map.xlsx"),
        "defusedxml": ("import", "map.ods"),
        "xlsxwriter": ("export", "course.yaml", "--format", "xlsx"),
    }
    status, out, err = alignkit(*calls[missing])
    assert (status, out) == (2, "")
    assert f"needs the package {missing}, which is not installed" in err
    assert "pip install 'alignkit[sheets]'" in err


def test_nothing_is_asked_of_the_network(alignkit, here, monkeypatch):
    def refused(*_: object) -> None:
        raise AssertionError("a socket was opened")

    rows: Rows = [["Outcome", "ipec-2023:VE1"], ["LO1 Explain", "I"]]
    book = workbook({"A": rows})
    book.worksheets[0]["A2"].hyperlink = "http://example.org/x"
    book.save(here / "map.xlsx")
    monkeypatch.setattr(socket, "socket", refused)
    assert alignkit("import", "map.xlsx", "--output", "m.yaml")[0] == 0
    assert alignkit("export", "m.yaml", "--format", "xlsx", "--output", "n.xlsx")[0] == 0


def test_only_what_a_format_needs_is_loaded(here):
    heavy = {"openpyxl", "xlsxwriter", "defusedxml", "networkx"}
    assert loaded_by(["import", "map.csv", "--dry-run"], here) & heavy == set()
    assert loaded_by(["export", "course.yaml", "--format", "csv"], here) & heavy == set()


def test_the_files_of_one_export_are_named_alike(alignkit, here):
    assert alignkit("export", "course.yaml", "--format", "graph-csv", "--output", "graph.csv").status == 0
    assert alignkit("export", "course.yaml", "--format", "graph-csv", "--output", "g-nodes.csv").status == 0
    assert {"graph.csv", "graph-edges.csv", "g-nodes.csv", "g-edges.csv"} <= files(here)


@pytest.mark.usefixtures("here")
def test_what_cannot_go_to_standard_output_is_refused_before_anything_is_said(alignkit):
    done = alignkit("export", "course.yaml", "--format", "graph-csv")
    assert (done.status, done.out) == (2, "")
    assert "written as" not in done.err


SCHEME = """\
<http://e.org/{0}> a skos:ConceptScheme ; skos:prefLabel "Number {0}"@en ; skos:hasTopConcept <http://e.org/{0}/a> .
<http://e.org/{0}/a> a skos:Concept ; skos:notation "A" ; skos:prefLabel "A"@en .
"""


def test_a_dry_run_of_a_file_with_several_documents_needs_no_folder(alignkit, tmp_path):
    text = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n" + SCHEME.format(1) + SCHEME.format(2)
    (tmp_path / "two.ttl").write_text(text, encoding="utf-8")
    dry = alignkit("import", "two.ttl", "--dry-run")
    assert "number-1.yaml" in dry.out
    assert "number-2.yaml" in dry.out
    assert "it holds 2 documents" in alignkit("import", "two.ttl").err
    assert files(tmp_path) == {"two.ttl"}


@pytest.mark.usefixtures("here")
def test_a_mapping_file_that_is_not_there_is_said_to_be_so(alignkit):
    done = alignkit("import", "map.csv", "--mapping", "nowhere.yaml")
    assert (done.status, done.err) == (
        2,
        "alignkit: nowhere.yaml: cannot read the mapping file: there is no such file\n",
    )


@pytest.mark.usefixtures("here")
def test_a_project_begun_from_a_map_gives_no_places_in_a_file_that_is_not_there(alignkit):
    done = alignkit("init", "begun", "--from", "map.csv")
    assert done.status == 0
    assert "map.yaml:" not in done.out

"""The harness times what it says it times, on files that are as they should be."""

import subprocess
import sys
from math import isnan
from pathlib import Path

import pytest
from bench.contenders import PEERS, peers
from bench.run import rows
from bench.sizes import CORPORA
from bench.traceability import content_of, write_doorstop, write_shacl, write_sphinx_needs, write_strictdoc

from alignkit.api.check import CheckRequest, check
from alignkit.source.tree import Folder
from bench import portfolio, regress


@pytest.mark.parametrize(("name", "outcomes"), [("small", 50), ("100", 100), ("100-one", 100), ("100-mixed", 100)])
def test_a_corpus_has_the_outcomes_it_promises_in_files_that_read_well(name, outcomes, tmp_path):
    files = CORPORA[name](tmp_path / "project")
    view = check(Folder(str(tmp_path / "project")), CheckRequest(), "alignkit.yaml")
    assert sum(curriculum.size["outcomes"] for curriculum in view.curricula) == outcomes
    assert view.files == len(files)
    assert [each.finding for each in view.findings if each.finding.code.startswith(("S", "F"))] == []


@pytest.mark.parametrize("name", ["100", "100-mixed"])
def test_a_corpus_is_the_same_each_time(name, tmp_path):
    first, second = CORPORA[name](tmp_path / "one"), CORPORA[name](tmp_path / "two")
    assert [file.read_bytes() for file in first] == [file.read_bytes() for file in second]


def test_a_mixed_corpus_has_trees_modules_and_mistakes_as_life_has_them(tmp_path):
    CORPORA["1000-mixed"](tmp_path)
    view = check(Folder(str(tmp_path)), CheckRequest(), "alignkit.yaml")
    assert any(len(curriculum.files) > 1 for curriculum in view.curricula)
    assert len({curriculum.size["outcomes"] for curriculum in view.curricula}) > 4
    assert {"R106", "C101", "C103"} <= {each.finding.code for each in view.findings}


def test_the_yardstick_and_both_ways_of_checking_are_timed():
    yardstick, cold, warm = rows("100", 1, with_peers=False, programs="")
    assert yardstick.startswith("| 100 (0.")
    assert "| 1 |" in yardstick
    assert cold.startswith("|  | alignkit 0")
    assert warm.startswith("|  | alignkit, nothing changed")


def test_other_tools_get_the_same_content(tmp_path):
    CORPORA["100-mixed"](tmp_path / "project")
    content = content_of(tmp_path / "project")
    assert len(content.outcomes) == 100
    assert all(each.serves for each in content.outcomes)
    links = sum(len(each.serves) for each in content.outcomes)
    for name, write in (
        ("doorstop", write_doorstop),
        ("strictdoc", write_strictdoc),
        ("sphinx", write_sphinx_needs),
        ("shacl", write_shacl),
    ):
        (tmp_path / name).mkdir()
        write(content, tmp_path / name)
    assert len(list((tmp_path / "doorstop" / "LO").glob("LO*.yml"))) == 100
    assert (tmp_path / "strictdoc" / "LO.sdoc").read_text().count("TYPE: Parent") == links
    assert (tmp_path / "sphinx" / "LO.rst").read_text().count("FW_") == links
    assert (tmp_path / "shacl" / "data.ttl").read_text().count(":aligns") == links


def test_only_tools_that_are_installed_take_part(tmp_path):
    files = CORPORA["100"](tmp_path / "project")
    here = str(Path(sys.executable).parent)
    assert {each.name for each in peers(tmp_path / "project", tmp_path, files, here)} <= {peer.name for peer in PEERS}


def test_a_tool_that_fails_says_so_in_its_row(tmp_path):
    (tmp_path / "yamllint").write_text(f"#!{sys.executable}\nraise SystemExit(3)\n")
    (tmp_path / "yamllint").chmod(0o755)
    *_, failed = (row for row in rows("100", 1, with_peers=True, programs=str(tmp_path)) if "yamllint" in row)
    assert failed.split("|")[2].endswith(", exit status 3 ")


def test_a_portfolio_that_is_not_written_says_so_in_its_row():
    parsed, failed = portfolio.rows(10, ["1"], "nonsense")
    assert "exit status" not in parsed
    assert failed.split("|")[2] == " portfolio --jobs 1, exit status 2 "


def test_a_check_that_is_not_made_is_no_fast_one(tmp_path):
    assert isnan(regress._cpu([sys.executable, "-c", "raise SystemExit(3)"], tmp_path, {}))  # noqa: SLF001


@pytest.mark.parametrize("command", ["run", "regress HEAD", "portfolio"])
def test_a_corpus_that_is_not_there_is_told(command):
    done = subprocess.run(
        [sys.executable, "-m", *f"bench.{command} huge".split()], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "no corpus is called huge" in done.stderr


def test_two_revisions_are_compared(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda *_: None)
    monkeypatch.setattr(regress, "_PAIRS", 1)
    if not regress.exists("HEAD"):
        pytest.skip("these sources are no git repository")
    head, cold, warm = regress.compare("HEAD", ["100"])
    assert "CPU seconds" in head
    assert cold.startswith("| 100 | 0.")
    assert warm.startswith("| 100, nothing changed | 0.")


def test_without_a_revision_there_is_nothing_to_compare_with():
    command = [sys.executable, "-m", "bench.regress", "no-such-revision"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "there is no revision no-such-revision here, so there is nothing to compare with\n"


@pytest.mark.parametrize("runs", ["0", "-1", "many"])
def test_no_run_at_all_compares_nothing(runs):
    done = subprocess.run(
        [sys.executable, "-m", "bench.run", "small", f"--runs={runs}"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "one run at least" in done.stderr

"""`alignkit report` and `alignkit portfolio` as a user runs them."""

import json
import shutil
from pathlib import Path

import pytest
from tests.counted import COURSE, FRAMEWORK, REACHED

ROOT = Path(__file__).parents[2]


@pytest.fixture
def project(tmp_path):
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\ncurricula: [courses]\nframeworks: [own]\n")
    (tmp_path / "courses").mkdir()
    (tmp_path / "courses" / "counted.yaml").write_text(COURSE)
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "toy.yaml").write_text(FRAMEWORK)
    return tmp_path


def test_one_command_and_a_file_is_there(alignkit, project):
    done = alignkit("report", "--format", "md")
    assert (done.status, done.out, done.err) == (0, "Written: counted-report.md\n", "")
    text = (project / "counted-report.md").read_text(encoding="utf-8")
    assert text.startswith("# Counted by hand\n")


def test_a_report_that_somebody_may_be_working_in_is_not_replaced_unless_it_is_named(alignkit, project):
    (project / "counted-report.md").write_text("our own notes")
    done = alignkit("report", "--format", "md")
    assert done.status == 2
    assert "to replace it, say so: --output counted-report.md" in done.err
    assert (project / "counted-report.md").read_text() == "our own notes"
    assert alignkit("report", "--output", "counted-report.md").status == 0
    assert (project / "counted-report.md").read_text(encoding="utf-8").startswith("# Counted")


def test_the_format_follows_from_the_name(alignkit, project):
    assert alignkit("report", "-o", "r.json").status == 0
    document = json.loads((project / "r.json").read_text(encoding="utf-8"))
    assert document["format"] == "alignkit-report/1"
    (chapter,) = document["chapters"]
    assert {step["step"]: step["reached"] for step in chapter["coverage"]["steps"]} == REACHED
    done = alignkit("report", "-o", "r.odt")
    assert (done.status, "which format is meant" in done.err) == (2, True)


def test_standard_output_is_a_file_too(alignkit, project):
    done = alignkit("report", "--format", "json", "--output", "-", "--for", "toy", "--date", "2026-11")
    assert json.loads(done.out)["asked"]["day"] == "2026-11"
    assert list(project.glob("*report*")) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--for", "toi"), 'no framework is called "toi"'),
        (("--jurisdiction", "xx"), 'no framework of "XX"'),
        (("--rubric", "none"), 'no rubric is called "none"'),
        (("--language", "xx"), 'no reports in "xx"'),
        (("--date", "yesterday"), '"yesterday" is not a date'),
        (("--template", "t.docx"), "--template is for docx, not for md"),
        (("no/such.yaml",), "no/such.yaml cannot be read"),
    ],
)
def test_what_does_not_fit_is_refused_in_words(alignkit, project, arguments, says):
    done = alignkit("report", "--format", "md", *arguments)
    assert (done.status, says in done.err, done.out) == (2, True, "")
    assert list(project.glob("*.md")) == []


def test_a_report_whose_curriculum_has_a_strange_id_stays_in_this_folder(alignkit, project):
    course = COURSE.replace("id: counted", "id: ../../etc/passwd")
    (project / "courses" / "counted.yaml").write_text(course)
    assert alignkit("report", "--format", "json").out == "Written: etc-passwd-report.json\n"


def test_the_same_report_wherever_and_whenever(alignkit, project, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "deep"
    shutil.copytree(project, elsewhere)
    for name in ("md", "json"):
        one = alignkit("report", "--format", name, "-o", "-", TZ="UTC", PYTHONHASHSEED="0", LC_ALL="C")
        other = alignkit(
            "report",
            "--format",
            name,
            "-o",
            "-",
            folder=elsewhere,
            TZ="Asia/Tokyo",
            PYTHONHASHSEED="5",
            LC_ALL="C.UTF-8",
        )
        assert one.out == other.out


def test_many_curricula_in_one_page(alignkit, project):
    (project / "courses" / "bad.yaml").write_text("alignkit: curriculum/1\nid: [")
    done = alignkit("portfolio", "--format", "md")
    assert done.status == 2
    assert done.out == "Written: portfolio.md\n"
    assert done.err.startswith("alignkit: left out: courses/bad.yaml:2:")
    text = (project / "portfolio.md").read_text(encoding="utf-8")
    assert "Counted by hand" in text
    assert "courses/bad.yaml" in text


@pytest.mark.usefixtures("project")
def test_a_portfolio_as_data(alignkit):
    done = alignkit("portfolio", "courses", "--format", "json", "-o", "-", "--for", "toy")
    assert (done.status, done.err) == (0, "")
    document = json.loads(done.out)
    assert document["format"] == "alignkit-portfolio/1"
    assert [each["id"] for each in document["curricula"]] == ["counted"]


def test_the_shipped_example_has_a_report(alignkit):
    done = alignkit("report", str(ROOT / "examples" / "complete.yaml"), "--format", "md", "-o", "-")
    assert done.status == 0
    assert "9 (100%)" in done.out


def test_a_format_whose_package_is_not_there_says_how_to_get_it(alignkit, project):
    """Each heavy format is refused before any work where its package is missing; the light ones need nothing."""
    blocked = project / "blocked"
    for package in ("docx", "typst", "xlsxwriter", "pikepdf"):
        (blocked / package).mkdir(parents=True)
        (blocked / package / "__init__.py").write_text("raise ImportError")
    for name in ("docx", "pdf", "xlsx"):
        done = alignkit("report", "--format", name, PYTHONPATH=str(blocked))
        assert done.status == 2
        assert f"pip install 'alignkit[{name}]' brings it" in done.err
    for name in ("html", "md", "json"):
        assert alignkit("report", "--format", name, PYTHONPATH=str(blocked)).status == 0

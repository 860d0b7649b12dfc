"""`--format` and `--output`: one or several, where each goes, and what is refused."""

import json

import pytest

COURSE = """\
alignkit: curriculum/1
id: small
title: Small course
frameworks: [ipec-2023]
outcomes:
  - {id: LO1, text: Resolve a conflict, aligns: [ipec-2023:TT5], colour: blue}
"""
FORMATS = ("text", "json", "sarif", "junit", "github", "gitlab", "markdown", "rdjson")


@pytest.fixture
def course(tmp_path):
    (tmp_path / "small.yaml").write_text(COURSE)
    return "small.yaml"


@pytest.mark.parametrize("name", FORMATS)
def test_the_exit_status_does_not_depend_on_the_format(alignkit, course, name):
    assert alignkit("check", course, "--format", name).status == 1
    assert alignkit("check", course, "--format", name, "--fail-on", "never").status == 0
    assert alignkit("check", "absent.yaml", "--format", name).status == 2


def test_several_formats_each_to_its_own_place(alignkit, course, tmp_path):
    two = ("--format", "sarif", "-o", "a.sarif", "--format", "markdown", "-o", "-")
    done = alignkit("check", course, *two, "--format=json", "--output=a.json")
    assert done.status == 1
    assert done.out == alignkit("check", course, "--format", "markdown").out
    for name, file in (("sarif", "a.sarif"), ("json", "a.json")):
        assert (tmp_path / file).read_text(encoding="utf-8") == alignkit("check", course, "--format", name).out
        json.loads((tmp_path / file).read_text(encoding="utf-8"))


def test_an_output_alone_holds_the_text(alignkit, course, tmp_path):
    alignkit("check", course, "--output", "a.txt")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == alignkit("check", course).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "text", "--format", "sarif"), "2 formats and 0 outputs do not go together"),
        (("--format", "text", "--format", "sarif", "-o", "a"), "2 formats and 1 output do not go together"),
        (("--format", "text", "-o", "a", "-o", "b"), "1 format and 2 outputs do not go together"),
        (("--format", "json", "-o", "a", "--format", "sarif", "-o", "a"), "two formats would go to one output"),
        (("--format", "json", "-o", "-", "--format", "sarif", "-o", "-"), "two formats would go to one output"),
    ],
)
def test_an_unclear_call_is_refused_before_anything_is_written(alignkit, course, tmp_path, arguments, said):
    done = alignkit("check", course, *arguments)
    assert done.status == 2
    assert said in done.err
    assert done.out == ""
    assert [path.name for path in tmp_path.iterdir()] == [course]


def test_an_unknown_format_is_answered_with_those_there_are(alignkit, course):
    done = alignkit("check", course, "--format", "xml")
    assert done.status == 2
    for name in FORMATS:
        assert name in done.err


def test_a_name_of_another_encoding_is_written_whole(alignkit, tmp_path):
    (tmp_path / "kürs.yaml").write_text(COURSE.replace("Resolve", "Lösen"), encoding="utf-8")
    for name in FORMATS:
        assert alignkit("check", "kürs.yaml", "--format", name, "--output", "out", PYTHONIOENCODING="ascii").status == 1
        (tmp_path / "out").read_text(encoding="utf-8")

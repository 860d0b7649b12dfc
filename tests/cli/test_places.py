"""Where files are read from: not from where a project file, or a link in it, would lead somebody who trusts neither."""

import os

import pytest

COURSE = "alignkit: curriculum/1\nid: {id}\ntitle: T\nframeworks: [ipec-2023]\noutcomes: []\n"
PROJECT = "alignkit: project/1\n"


@pytest.fixture
def project(tmp_path):
    """Return a project with a course, and a folder beside it that is none of its business."""
    for name in ("project/courses", "secret", "project/deep/er"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "project" / "courses" / "c.yaml").write_text(COURSE.format(id="ours"))
    (tmp_path / "secret" / "c.yaml").write_text(COURSE.format(id="secret"))
    (tmp_path / "secret" / "b.yaml").write_text("alignkit: baseline/1\naccepted: []\n")
    return tmp_path / "project"


SETTINGS = {
    "two dots": "curricula: [../secret]",
    "two dots in the middle": "curricula: [courses/../../secret]",
    "a path from the root": "frameworks: [/etc]",
    "a link to a folder": "curricula: [out]",
    "a folder behind a link": "frameworks: [out/]",
    "a file behind a link": "curricula: [out/c.yaml]",
    "a link in a folder": "curricula: [deep/out]",
    "a baseline behind a link": "baseline: out/b.yaml",
    "a baseline that is a link": "baseline: b.yaml",
}


@pytest.mark.parametrize("folder", [".", "deep/er"])
@pytest.mark.parametrize("settings", SETTINGS.values(), ids=SETTINGS)
def test_what_a_project_file_names_lies_in_the_project(alignkit, project, settings, folder):
    (project / "out").symlink_to("../secret")
    (project / "deep" / "out").symlink_to(project.parent / "secret")
    (project / "b.yaml").symlink_to("../secret/b.yaml")
    (project / "alignkit.yaml").write_text(f"{PROJECT}{settings}\n")
    done = alignkit("check", "--no-cache", folder=project / folder)
    assert done.status == 2
    assert "leaves the project" in done.err
    assert "secret:" not in done.out


def folder_named_so(path):
    path.mkdir()


NO_PROJECTS = {
    "a link out of the project": (lambda path: path.symlink_to("../secret/settings.yaml"), "leads out of the project"),
    "a broken link": (lambda path: path.symlink_to("gone.yaml"), "there is no such file"),
    "a link to itself": (lambda path: path.symlink_to(path.name), "leads back to itself"),
    "a folder": (folder_named_so, "it is a folder"),
    "a pipe": (os.mkfifo, "it is not a file"),
}


@pytest.mark.parametrize("words", ["check --no-cache", "check courses/c.yaml --no-cache"])
@pytest.mark.parametrize(("make", "cause"), NO_PROJECTS.values(), ids=NO_PROJECTS)
def test_a_project_file_that_is_none_is_missed(alignkit, project, make, cause, words):
    (project.parent / "secret" / "settings.yaml").write_text("password: hunter2\n")
    make(project / "alignkit.yaml")
    for folder in (project, project / "deep"):
        done = alignkit(*words.replace("courses", str(project / "courses")).split(), "--quiet", folder=folder)
        assert done.status == 2
        assert "alignkit.yaml:1:1: error S001" in done.out
        assert cause in done.out
        assert "password" not in done.out + done.err


@pytest.mark.parametrize("kind", ["curriculum/1", "baseline/1"])
def test_a_project_file_that_says_it_is_something_else_is_missed(alignkit, project, kind):
    (project / "alignkit.yaml").write_text(f"alignkit: {kind}\nid: x\ntitle: T\noutcomes: []\naccepted: []\n")
    done = alignkit("check", "courses/c.yaml", "--quiet", "--no-cache", folder=project)
    assert 'alignkit.yaml:1:1: error S010 this is no project file (did you mean "project/1"?)' in done.out


def test_a_link_within_the_project_may_be_named_from_anywhere_in_it(alignkit, project):
    (project / "here").symlink_to("courses")
    (project / "alignkit.yaml").write_text(f"{PROJECT}curricula: [here]\n")
    for folder in (".", "deep/er"):
        done = alignkit("check", "--no-cache", folder=project / folder)
        assert done.status in (0, 1)
        assert "1 curriculum" in done.out


def test_links_among_the_files_of_a_folder_that_lead_out_are_passed_over(alignkit, project):
    (project / "courses" / "out.yaml").symlink_to(project.parent / "secret" / "c.yaml")
    (project / "courses" / "out").symlink_to(project.parent / "secret")
    assert "1 curriculum" in alignkit("check", folder=project).out


def test_a_user_may_point_anywhere(alignkit, project):
    (project / "out").symlink_to("../secret")
    for path in ("../secret/c.yaml", "out/c.yaml"):
        assert "1 curriculum" in alignkit("check", path, folder=project).out


@pytest.mark.parametrize("what", ["/dev/zero", "pipe"])
@pytest.mark.parametrize(
    "words",
    [
        "check {}",
        "import {} --format csv",
        "import {} --format case",
        "init new --from {}",
        "frameworks new new.yaml --from {}",
        "report courses/c.yaml --format docx --template {}",
        "credential verify {}",
        "trace ipec-2023:VE1 {}",
        "baseline courses/c.yaml --reason r --output {}",
    ],
)
def test_a_device_or_a_pipe_is_not_waited_for(alignkit, project, words, what):
    os.mkfifo(project / "pipe")
    done = alignkit(*words.format(what).split(), folder=project)
    assert done.status == 2
    said = done.out + done.err
    assert any(each in said for each in ("not a file", "cannot be read", "something other than a baseline"))

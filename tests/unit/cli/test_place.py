"""Paths are shown as a user would type them, and the project file is found above."""

import os

import pytest

from alignkit.cli.place import find_project, typed_path


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "alignkit.yaml").write_text("alignkit: project/1\n")
    (tmp_path / "a" / "b").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "a" / "b")
    return tmp_path


@pytest.mark.usefixtures("project")
def test_the_project_file_is_found_in_the_nearest_folder_above():
    assert find_project() == "../../alignkit.yaml"


def test_the_search_ends_at_the_root_of_a_repository(project):
    (project / "a" / ".git").mkdir()
    assert find_project() == ""


def test_the_project_file_here_has_a_plain_name(project, monkeypatch):
    monkeypatch.chdir(project)
    assert find_project() == "alignkit.yaml"


@pytest.mark.usefixtures("project")
def test_an_absolute_path_inside_the_working_folder_is_shown_as_relative():
    assert typed_path(os.path.join(os.getcwd(), "x", "..", "y.yaml")) == "y.yaml"  # noqa: PTH109, PTH118


def test_a_path_outside_the_working_folder_is_shown_as_typed(project):
    outside = str(project / "c.yaml")
    assert typed_path(outside) == outside.replace(os.sep, "/")

"""A run reads what its paths hold, and with a curriculum its modules, whichever of them is named."""

from itertools import permutations
from pathlib import Path

import pytest

from alignkit.library.workspace import Workspace, gather, project_of, read_file
from alignkit.source.limits import Limits
from alignkit.source.tree import Folder, Memory

CURRICULUM = "alignkit: curriculum/1\nid: {id}\ntitle: t\noutcomes: []\n"
COURSE = CURRICULUM.format(id="course")
FILES = {
    "course/curriculum.yaml": COURSE,
    "course/modules/m1.yaml": "alignkit: module/1\nid: M1\n",
    "course/modules/year2/m2.yaml": "alignkit: module/1\nid: M2\n",
    "other.yaml": CURRICULUM.format(id="other"),
    "ci.yaml": "jobs: [test]\n",
}


def gathered(files: dict[str, str], *paths: str, own: tuple[str, ...] = ()) -> Workspace:
    return gather(Memory(files), paths, own)


def whole(workspace: Workspace) -> dict[str, list[str]]:
    """Return the ids of the modules in files of their own, by curriculum."""
    return {each.curriculum.id: [module.id for module in each.modules] for each in workspace.curricula}


def names(workspace: Workspace) -> list[str]:
    return [file.file for file in workspace.files]


def problems(workspace: Workspace) -> list[tuple[str, str]]:
    return [(file.file, problem.kind) for file in workspace.files for problem in file.problems]


@pytest.mark.parametrize(
    "path",
    ["course", "course/", "course/curriculum.yaml", "course/modules", "course/modules/m1.yaml", "course/modules/year2"],
)
def test_a_curriculum_comes_with_its_modules_whichever_of_its_files_is_named(path):
    workspace = gathered(FILES, path)
    assert whole(workspace) == {"course": ["M1", "M2"]}
    assert problems(workspace) == []


def test_a_folder_holds_every_curriculum_below_it():
    assert whole(gathered(FILES, ".")) == {"course": ["M1", "M2"], "other": []}


def test_a_curriculum_at_the_top_has_its_modules_at_the_top():
    files = {name.removeprefix("course/"): text for name, text in FILES.items()}
    assert whole(gathered(files, "modules/m1.yaml")) == {"course": ["M1", "M2"]}


def test_folders_called_modules_may_hold_courses_with_modules():
    files = {
        "modules/a/curriculum.yaml": CURRICULUM.format(id="a"),
        "modules/a/modules/m.yaml": "alignkit: module/1\nid: M\n",
    }
    for path in (".", "modules/a/modules/m.yaml", "modules/a/curriculum.yaml"):
        workspace = gathered(files, path)
        assert (whole(workspace), problems(workspace)) == ({"a": ["M"]}, [])


def test_only_curriculum_yaml_has_modules_beside_it():
    workspace = gathered({"course.yaml": COURSE, "modules/m1.yaml": "alignkit: module/1\nid: M1\n"}, ".")
    assert whole(workspace) == {"course": []}
    assert problems(workspace) == [("modules/m1.yaml", "module-without-curriculum")]


@pytest.mark.parametrize(
    ("module", "facts"),
    [
        ("course/modules/m1.yaml", {"expected": "course/curriculum.yaml", "place": ""}),
        ("course/m1.yaml", {"expected": "course/curriculum.yaml", "place": "course/modules/m1.yaml"}),
        ("m1.yaml", {"expected": "curriculum.yaml", "place": "modules/m1.yaml"}),
    ],
)
def test_a_module_without_a_curriculum_says_where_it_is_expected(module, facts):
    workspace = gathered({module: "alignkit: module/1\nid: M1\n"}, module)
    (file,) = workspace.files
    assert [(problem.kind, problem.facts) for problem in file.problems] == [("module-without-curriculum", facts)]


@pytest.mark.parametrize("path", [".", "course/m9.yaml"])
def test_a_module_beside_its_curriculum_belongs_in_the_folder_modules(path):
    workspace = gathered({**FILES, "course/m9.yaml": "alignkit: module/1\nid: M9\n"}, path)
    assert ("course/m9.yaml", "module-without-curriculum") in problems(workspace)


def test_what_stands_in_place_of_a_curriculum_is_no_curriculum():
    workspace = gathered({**FILES, "course/curriculum.yaml": "alignkit: overlay/1\nof: a\ntexts: {}\n"}, "course")
    assert [kind for _, kind in problems(workspace)] == ["module-without-curriculum"] * 2


@pytest.mark.parametrize("broken", ["alignkit: curriculum/1\nid: [\n", "alignkit: curiculum/1\n"])
def test_a_module_whose_curriculum_cannot_be_read_is_not_blamed_too(broken):
    workspace = gathered({**FILES, "course/curriculum.yaml": broken}, "course")
    assert [file for file, _ in problems(workspace)] == ["course/curriculum.yaml"]


def test_a_file_in_the_folder_modules_that_does_not_say_what_it_is_is_not_overlooked():
    files = {**FILES, "course/modules/m3.yaml": "id: M3\n"}
    for path in ("course", "course/curriculum.yaml", "."):
        assert problems(gathered(files, path)) == [("course/modules/m3.yaml", "unknown-format")]


# --- what is not ours, and what cannot be read


def test_yaml_that_is_not_ours_is_passed_over_and_listed():
    workspace = gathered(FILES, ".")
    assert workspace.passed_over == ("ci.yaml",)
    assert "ci.yaml" not in names(workspace)


def test_a_file_named_is_read_even_if_it_is_not_ours():
    for paths in (["ci.yaml"], ["ci.yaml", "."], [".", "ci.yaml"]):
        workspace = gathered(FILES, *paths)
        assert ("ci.yaml", "unknown-format") in problems(workspace)
        assert workspace.passed_over == ()


def test_a_broken_file_of_ours_in_a_folder_is_a_problem_and_hides_no_other():
    workspace = gathered({**FILES, "broken.yaml": "alignkit: curriculum/1\nid: [\n", "bad.yaml": "a: [\n"}, ".")
    assert problems(workspace) == [("broken.yaml", "yaml-syntax")]
    assert workspace.unparsed == ("broken.yaml",)
    assert workspace.passed_over == ("bad.yaml", "ci.yaml")
    assert set(whole(workspace)) == {"course", "other"}


def test_a_broken_file_has_nothing_excused():
    broken = read_file(Memory({"a.yaml": "a: [\n# alignkit: ignore[S002] later\n"}), "a.yaml")
    assert (broken.parsed, broken.suppressions) == (False, ())


def test_a_path_to_nothing_is_a_problem():
    assert problems(gathered(FILES, "none.yaml")) == [("none.yaml", "unreadable-file")]


def test_nothing_to_read_is_an_empty_workspace():
    assert gathered({"ci.yaml": "a: b\n"}, ".") == Workspace((), (), ("ci.yaml",))
    assert gathered({}) == Workspace((), (), ())


# --- order, limits, links


@pytest.mark.parametrize("paths", list(permutations([".", "course/modules", "other.yaml", "course/curriculum.yaml"])))
def test_the_order_of_paths_makes_no_difference(paths):
    assert gathered(FILES, *paths) == gathered(FILES, ".")


def test_every_file_is_read_once():
    workspace = gathered(FILES, ".", "course", "course/curriculum.yaml", own=("course",))
    assert names(workspace) == sorted(set(names(workspace))) == sorted(FILES.keys() - {"ci.yaml"})


@pytest.mark.parametrize("paths", [(".",), ("course/curriculum.yaml", "other.yaml", "ci.yaml")])
def test_the_limit_of_files_is_named_where_it_is_passed(paths):
    workspace = gather(Memory(FILES), paths, limits=Limits(files=3))
    (problem,) = [problem for file in workspace.files for problem in file.problems]
    assert (problem.kind, problem.facts) == ("limit-exceeded", {"limit": "files in one run", "most": "3"})
    assert workspace.unparsed == (problem.at.file,)
    assert len(workspace.files) + len(workspace.passed_over) == 3 + 1


def write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def test_neither_a_curriculum_nor_its_modules_are_followed_out_of_the_folder(tmp_path):
    write(tmp_path, {"secret/curriculum.yaml": COURSE, "secret/modules/m.yaml": "alignkit: module/1\nid: M\n"})
    inside = tmp_path / "inside"
    write(inside, {"a/modules/m1.yaml": "alignkit: module/1\nid: M1\n", "b/curriculum.yaml": COURSE})
    (inside / "a" / "curriculum.yaml").symlink_to(tmp_path / "secret" / "curriculum.yaml")
    (inside / "b" / "modules").symlink_to(tmp_path / "secret" / "modules")
    workspace = gather(Folder(str(inside)), ["."])
    assert names(workspace) == ["a/modules/m1.yaml", "b/curriculum.yaml"]


def test_a_link_within_the_folder_is_followed(tmp_path):
    write(tmp_path, {"a/modules/m1.yaml": "alignkit: module/1\nid: M1\n", "shared.yaml": COURSE})
    (tmp_path / "a" / "curriculum.yaml").symlink_to(tmp_path / "shared.yaml")
    assert whole(gather(Folder(str(tmp_path)), ["a/modules/m1.yaml"])) == {"course": ["M1"]}


# --- a project


def test_the_projects_own_frameworks_overlays_and_rubrics_are_among_the_files():
    files = {
        "own/f.yaml": "alignkit: framework/1\nid: f\ntitle: t\nkind: regulator\npublisher: {name: n}\nitems: []\n",
        "own/o.yaml": "alignkit: overlay/1\nof: f\ntexts: {}\n",
        "own/r.yaml": "alignkit: rubric/1\nid: r\ntitle: t\ncharacteristics: []\n",
        "course.yaml": COURSE,
    }
    workspace = gathered(files, "course.yaml", own=("own",))
    assert [record.origin.file for record in workspace.own] == ["own/f.yaml", "own/o.yaml", "own/r.yaml"]


def test_a_project_file_is_read_once_and_only_when_it_is_the_projects():
    tree = Memory({"alignkit.yaml": "alignkit: project/1\nfail_on: info\n", "course.yaml": COURSE})
    project = read_file(tree, "alignkit.yaml")
    settings = project_of(project)
    assert settings
    assert settings.fail_on == "info"
    assert names(gather(tree, ["."])) == ["course.yaml"]
    assert names(gather(tree, ["."], project=project)) == ["alignkit.yaml", "course.yaml"]


def test_a_project_file_that_cannot_be_read_is_a_problem_once():
    tree = Memory({"alignkit.yaml": "alignkit: project/1\nrules: [\n", "course.yaml": COURSE})
    workspace = gather(tree, ["."], project=read_file(tree, "alignkit.yaml"))
    assert problems(workspace) == [("alignkit.yaml", "yaml-syntax")]


@pytest.mark.parametrize("name", ["course.yaml", "none.yaml"])
def test_a_file_that_is_no_project_file_has_no_settings(name):
    assert project_of(read_file(Memory({"course.yaml": COURSE}), name)) is None
    assert project_of(None) is None

"""What travels with a curriculum is all that is looked at: the workspace is the same as beside its files."""

import pytest
from tests.institution import institution

from alignkit.library.packing import packed_curriculum, packed_project
from alignkit.library.workspace import gather
from alignkit.source.tree import Folder, Memory

FILES = {**institution(1), "x/modules/deep/m2.yaml": "alignkit: module/1\nid: M2\n", "x/curriculum.yaml": "a: 1\n"}
CURRICULA = sorted(name for name in FILES if name.startswith(("courses/", "x/")))


@pytest.mark.parametrize("file", [*CURRICULA, "gone.yaml"])
def test_a_packed_curriculum_is_read_as_in_its_tree(file):
    tree = Memory(FILES)
    there, here = gather(tree, (file,)), gather(packed_curriculum(tree, file), (file,))
    assert there.files == here.files
    assert there.curricula == here.curricula


def test_a_folder_on_disk_is_read_the_same(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    tree = Folder(str(tmp_path))
    for file in CURRICULA:
        assert gather(tree, (file,)).files == gather(packed_curriculum(tree, file), (file,)).files


def test_links_that_leave_the_folder_are_not_followed(tmp_path):
    (tmp_path / "away" / "modules").mkdir(parents=True)
    (tmp_path / "away" / "modules" / "m.yaml").write_text("alignkit: module/1\nid: SECRET\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "curriculum.yaml").write_text("alignkit: curriculum/1\nid: c\n")
    (tmp_path / "in" / "modules").symlink_to(tmp_path / "away" / "modules")
    packed = packed_curriculum(Folder(str(tmp_path / "in")), "curriculum.yaml")
    assert [name for name, _ in packed.contents] == ["curriculum.yaml"]


def test_a_project_is_its_files_and_what_is_below_its_folders():
    packed = packed_project(Memory(FILES), ("alignkit.yaml", "frameworks", "baseline.yaml"))
    assert [name for name, _ in packed.contents] == ["alignkit.yaml", "frameworks/toy.yaml"]
    assert packed.kind("baseline.yaml") == ""

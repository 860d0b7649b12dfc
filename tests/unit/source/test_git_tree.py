"""A git revision read as a tree: names as a user types them, nothing but what the commit holds."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from alignkit.errors import NoGit, NoRevision
from alignkit.source.git_tree import GitTree, is_revision, resolve
from alignkit.source.limits import LIMITS

FILES = {
    "a.yaml": "a: 1\n",
    "kurs å/m ø.yaml": "b: 2\n",
    "line\nbreak.yaml": "c: 3\n",
    "sub/deep/x.yml": "d: 4\n",
    "sub/notes.txt": "no\n",
    "sub/.hidden/y.yaml": "no: 1\n",
    ".hidden.yaml": "no: 1\n",
}


def git(folder: Path, *arguments: str) -> None:
    plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    who = {f"GIT_{role}_{what}": "a@b.example" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    command = ["git", "-c", "commit.gpgsign=false", "-c", "protocol.file.allow=always", *arguments]
    subprocess.run(command, cwd=folder, env={**plain, **who}, check=True, capture_output=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "link.yaml").symlink_to("sub/deep/x.yml")
    (tmp_path / "out.yaml").symlink_to("/etc/hostname")
    (tmp_path / "round.yaml").symlink_to("round.yaml")
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "one")
    git(tmp_path, "tag", "autumn")
    return tmp_path


@pytest.fixture
def tree(folder) -> Iterator[GitTree]:
    with GitTree("main", str(folder)) as tree:
        yield tree


def test_it_names_the_yaml_files_of_the_commit_whatever_they_are_called(tree):
    assert list(tree.names(".")) == ["a.yaml", "kurs å/m ø.yaml", "line\nbreak.yaml", "link.yaml", "sub/deep/x.yml"]
    assert list(tree.names("sub/")) == ["sub/deep/x.yml"]
    assert list(tree.names("nowhere")) == []


def test_it_reads_the_commit_and_not_the_disk(tree, folder):
    (folder / "a.yaml").write_text("a: 2\n")
    (folder / "new.yaml").write_text("a: 2\n")
    assert tree.read("a.yaml") == tree.read("./sub/../a.yaml") == b"a: 1\n"
    assert [tree.read(name) for name in ("kurs å/m ø.yaml", "line\nbreak.yaml")] == [b"b: 2\n", b"c: 3\n"]
    with pytest.raises(FileNotFoundError):
        tree.read("new.yaml")
    with pytest.raises(IsADirectoryError):
        tree.read("sub")


def test_a_link_leads_only_to_files_of_the_commit(tree):
    assert tree.read("link.yaml") == b"d: 4\n"
    assert [tree.kind(name) for name in ("link.yaml", "out.yaml", "round.yaml")] == ["file", "", ""]
    assert [tree.leaves(name) for name in ("link.yaml", "out.yaml", "a.yaml")] == [False, True, False]


def test_it_tells_files_from_folders(tree):
    assert [tree.kind(name) for name in (".", "sub", "sub/deep/", "a.yaml", "b.yaml", "../x")] == [
        "folder",
        "folder",
        "folder",
        "file",
        "",
        "",
    ]


def test_names_are_seen_from_the_working_folder(folder):
    with GitTree("autumn", str(folder / "sub")) as tree:
        assert list(tree.names(".")) == ["deep/x.yml"]
        assert tree.read("../a.yaml") == b"a: 1\n"
        assert tree.kind("../a.yaml") == "file"


def test_a_submodule_is_left_out(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    git(other, "init", "--quiet")
    (other / "z.yaml").write_text("z: 1\n")
    git(other, "add", "--all")
    git(other, "commit", "--quiet", "--message", "one")
    git(folder, "submodule", "--quiet", "add", f"file://{other}", "module")
    git(folder, "commit", "--quiet", "--message", "two")
    with GitTree("HEAD", str(folder)) as tree:
        assert [name for name in tree.names(".") if "module" in name] == []
        assert tree.kind("module") == ""


def test_no_more_is_read_of_a_file_than_the_limit_and_the_next_one_is_whole(folder):
    (folder / "big.yaml").write_bytes(b"#" * (LIMITS.file_bytes + 5000))
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "big")
    with GitTree("HEAD", str(folder)) as tree:
        assert len(tree.read("big.yaml")) == LIMITS.file_bytes + 1
        assert tree.read("a.yaml") == b"a: 1\n"


def test_three_dots_are_where_two_revisions_parted(folder):
    before = resolve("main", str(folder))
    git(folder, "checkout", "--quiet", "-b", "branch")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "two")
    assert resolve("main...branch", str(folder)) == resolve("main...", str(folder)) == before
    assert resolve("branch", str(folder)) != before


def test_histories_with_nothing_in_common_are_told(folder):
    git(folder, "checkout", "--quiet", "--orphan", "alone")
    git(folder, "commit", "--quiet", "--message", "alone")
    with pytest.raises(NoRevision, match="have no commit in common"):
        resolve("main...alone", str(folder))


@pytest.mark.parametrize("name", ["mainn", "MAIN", "autum", "-h", "", "main:a.yaml", "HEAD~7"])
def test_what_names_no_commit_is_refused(name, folder):
    assert not is_revision(name, str(folder))
    with pytest.raises(NoRevision):
        GitTree(name, str(folder))


def test_the_nearest_name_is_offered(folder):
    with pytest.raises(NoRevision, match='did you mean "autumn"'):
        resolve("autmn", str(folder))


def test_a_folder_outside_a_repository_is_told(tmp_path_factory, monkeypatch):
    outside = tmp_path_factory.mktemp("outside")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(outside.parent))
    with pytest.raises(NoGit, match="not in a git repository"):
        GitTree("main", str(outside))
    assert not is_revision("main", str(outside))

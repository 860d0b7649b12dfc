"""The two sides of a comparison, as a user names them: a git revision, a folder or file, or the working tree."""

import os
from contextlib import ExitStack

from alignkit.api.diff import Side, project_in
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.errors import BadRequest
from alignkit.source.git_tree import GitTree, is_revision
from alignkit.source.tree import Folder

_WORKING_TREE = "the working tree"
_PROJECT_FILE = "alignkit.yaml"


def revision_side(revision: str, paths: tuple[str, ...], open_trees: ExitStack) -> Side:
    """Return a revision as a side, seen from the working folder; its tree is closed with `open_trees`."""
    tree = open_trees.enter_context(GitTree(revision))
    return Side(revision, tree, paths, project_in(tree, tree.prefix.count("/")))


def working_side(paths: tuple[str, ...]) -> Side:
    """Return the working tree as a side."""
    return Side(_WORKING_TREE, tree_here(), paths, find_project())


def two_sides(base: str, head: str, open_trees: ExitStack) -> tuple[Side, Side]:
    """Return the sides that two names mean; without a second one it is the working tree.

    As in git, `A..B` are the two revisions, and with three dots the first side is where the second left A.
    """
    if not _exists(base) and ".." in base:
        base, head = _from_range(base, head)
    first = _side(base, open_trees)
    return first, _side(head, open_trees) if head else working_side(())


def _from_range(base: str, head: str) -> tuple[str, str]:
    dots = "..." if "..." in base else ".."
    one, _, other = base.partition(dots)
    if head and other:
        raise BadRequest(f'"{base}" names two revisions already, and "{head}" a third', hint="leave one of them out")
    later = head or other
    return (f"{one}...{later}" if dots == "..." else one or "HEAD"), later


def _side(name: str, open_trees: ExitStack) -> Side:
    if not _exists(name):
        return revision_side(name, (), open_trees)
    if not name.startswith((".", os.sep)) and not name.endswith("/") and is_revision(name):
        hint = f"write ./{name} for what is on disk, or refs/heads/{name} for the branch"
        raise BadRequest(f'"{name}" is both a revision and a file or folder', hint=hint)
    folder, file = (name, "") if os.path.isdir(name) else os.path.split(name)  # noqa: PTH112
    project = find_project(folder)
    paths = (file,) if file else () if project == _PROJECT_FILE else (".",)
    return Side(typed_path(name), Folder(folder or "."), paths, project)


def _exists(name: str) -> bool:
    return os.path.exists(name)  # noqa: PTH110 - pathlib is slow to load

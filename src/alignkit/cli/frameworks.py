"""`alignkit frameworks`: the library, as a list, as one tree, and checked."""

from alignkit.api.check import check_library
from alignkit.api.library import known
from alignkit.api.reference import open_library
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.findings.text import Detail, render
from alignkit.render.reference.library_text import render_page, render_rows
from alignkit.views.library import Wanted, framework_page, framework_rows


def run_list(jurisdiction: str, profession: str, kind: str) -> int:
    """Print the frameworks that fit."""
    shelf = open_library(tree_here(), find_project())
    wanted = known(Wanted(jurisdiction.upper(), profession.lower(), kind.lower()))
    put(render_rows(framework_rows(shelf.library, wanted), style_of_stdout()))
    return 0


def run_show(name: str, branch: str) -> int:
    """Print one framework with its tree, or one branch of it."""
    shelf = open_library(tree_here(), find_project())
    framework = shelf.framework(name)
    if branch:
        shelf.item(f"{name}:{branch}")
    put(render_page(framework_page(framework, shelf.library, branch), style_of_stdout()))
    return 0


def run_check_library(paths: tuple[str, ...]) -> int:
    """Check framework and rubric files, and return the exit status."""
    view = check_library(tree_here(), tuple(typed_path(path) for path in paths), find_project())
    put(render(view, style_of_stdout(), Detail()))
    return view.status

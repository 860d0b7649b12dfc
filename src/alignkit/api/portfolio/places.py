"""Which curricula a portfolio is about, and what goes with each."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from alignkit.api.portfolio.unit import Bench, PortfolioRequest, Setting, Unit
from alignkit.api.report import frameworks_of
from alignkit.api.scope import all_is_read, beside, paths_to_check
from alignkit.errors import NothingToCheck
from alignkit.library.library import Library
from alignkit.library.packing import packed_curriculum, packed_project
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import home_of, is_ours, project_of, read_project
from alignkit.model.documents import kind_of
from alignkit.model.project import Project
from alignkit.source.packed import Packed
from alignkit.source.tree import Tree, load
from alignkit.wording import listed

# What a file of alignkit's usually says near its top: then it need not be parsed to know what it is.
_HEADER = re.compile(rb"^alignkit:[ \t]*([\w-]+)/", re.MULTILINE)


class Plan(Struct, frozen=True):
    """The work of a run: the setting, the curricula by file, sorted, and YAML in folders that is not alignkit's."""

    tree: Tree
    setting: Setting
    files: tuple[str, ...]
    passed_over: tuple[str, ...]
    library: Library

    def units(self) -> Iterator[Unit]:
        """Yield each curriculum with its files, read when it is its turn."""
        return (Unit(file, packed_curriculum(self.tree, file)) for file in self.files)


def plan(tree: Tree, request: PortfolioRequest, project_file: str = "", *, rows: bool = False) -> Plan:
    """Return what is to be done.

    BadRequest where a framework or a rubric that is asked for is not there, or a file of the project cannot be read;
    NothingToCheck where no curriculum is.
    """
    project = read_project(tree, project_file)
    settings = project_of(project)
    setting = Setting(request, _project(tree, settings, project_file), project_file if settings else "", rows)
    bench = Bench(setting)
    unread = [project_file] if project and not project.parsed else bench.unread
    # A curriculum among the project's frameworks is named when it is its turn.
    all_is_read([name for name in unread if _header(setting.project, name) != b"curriculum"])
    _known(request, bench.library)
    files, passed_over = _curricula(tree, paths_to_check(tree, request.paths, settings, project_file))
    return Plan(tree, setting, files, passed_over, bench.library)


def _project(tree: Tree, settings: Project | None, project_file: str) -> Packed:
    """Return the project file, the folders of its own frameworks and its baseline."""
    if settings is None:
        return Packed()
    baseline = (settings.baseline,) if settings.baseline else ()
    return packed_project(tree, (project_file, *beside(tree, project_file, (*settings.frameworks, *baseline))))


def _known(request: PortfolioRequest, library: Library) -> None:
    shelf = Shelf(library)
    for name in request.frameworks:
        shelf.framework(name)
    for name in request.rubrics:
        shelf.rubric(name)
    for place in request.jurisdictions:
        frameworks_of(library, place)


def _curricula(tree: Tree, paths: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the curricula that paths name or hold, sorted, and the YAML files in folders that are not alignkit's."""
    files: set[str] = set()
    passed_over: set[str] = set()
    for path in paths:
        if tree.kind(path) != "folder":
            files.add(path)
            continue
        for name in tree.names(path):
            found = _is_curriculum(tree, name)
            if found:
                files.add(name)
            elif found is None:
                passed_over.add(name)
    if not files:
        where = listed(["this folder" if path == "." else path for path in paths], "or")
        raise NothingToCheck(f"there is no curriculum in {where}", hint="name a curriculum file, or a folder with some")
    return tuple(sorted(files)), tuple(sorted(passed_over))


def _is_curriculum(tree: Tree, name: str) -> bool | None:
    """Say whether a file found in a folder is a curriculum, or may be one and cannot be read; None if not ours."""
    if header := _header(tree, name):
        return header == b"curriculum"
    document = load(tree, name)
    if document.root is None:
        # A module that cannot be read is named with its curriculum.
        return (is_ours(document) and not home_of(name)) or None
    kind = kind_of(document)
    return kind.startswith("curriculum/") if kind else None


def _header(tree: Tree, name: str) -> bytes:
    """Return what a file says it is, where it says so in the usual way, else b""."""
    try:
        found = _HEADER.search(tree.read(name))
    except OSError:
        return b""
    return found[1] if found else b""

"""What a run looks at: the paths asked for, or what the project file names."""

from collections.abc import Iterable, Sequence
from posixpath import dirname, isabs, join, normpath

from alignkit.errors import BadRequest, NothingToCheck
from alignkit.library.workspace import ReadFile, project_of
from alignkit.model.project import Project
from alignkit.rules.examine import Examination, examine
from alignkit.source.tree import Tree
from alignkit.wording import listed


def examine_paths(
    tree: Tree, paths: Sequence[str], project: ReadFile | None, lenses: Iterable[str] = ()
) -> Examination:
    """Return the examination of the paths, together with the project's own frameworks."""
    settings = project_of(project)
    own = beside(tree, project.file, settings.frameworks) if project and settings else ()
    return examine(tree, paths, project=project, own=own, lenses=lenses)


def paths_to_check(tree: Tree, asked: Sequence[str], settings: Project | None, project_file: str) -> tuple[str, ...]:
    """Return what to look at: the paths asked for, else the project's curricula, else this folder."""
    if asked or settings is None:
        return tuple(asked) or (".",)
    return beside(tree, project_file, settings.curricula) or (dirname(project_file) or ".",)


def beside(tree: Tree, project_file: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return paths that a project file names as seen from here; BadRequest where one leaves the project.

    It may leave by its words, or by a link: whoever wrote the project file need not be whoever runs alignkit.
    """
    home = dirname(project_file)
    for name in names:
        if isabs(name) or normpath(name).split("/")[0] == ".." or _leads_out(tree, home, normpath(name)):
            hint = "name files and folders inside the project, as seen from the project file"
            raise BadRequest(f'"{name}" leaves the project', where=project_file, hint=hint)
    return tuple(normpath(join(home, name)) for name in names)


def _leads_out(tree: Tree, home: str, name: str) -> bool:
    """Say whether any part of a path below the project is a link to what lies outside."""
    parts = name.split("/")
    return any(tree.leaves(join(home, *parts[:number])) for number in range(1, len(parts) + 1))


def all_is_read(unparsed: Sequence[str]) -> None:
    """Refuse a run in which these files could not be read, where what they hold would be missed."""
    if unparsed:
        raise BadRequest(f"{listed(unparsed, most=3)} cannot be read", hint="`alignkit check` says why, and where")


def something_to_check(examination: Examination, paths: Sequence[str], tree: Tree) -> None:
    """Refuse a run over nothing: a green result would say what nobody has looked at."""
    workspace = examination.workspace
    folders = [path for path in paths if tree.kind(path) == "folder"]
    if workspace.curricula or workspace.unparsed or not folders:
        return
    found = f" (passed over, since they do not say `alignkit:`: {listed(workspace.passed_over, most=3)})"
    hint = "name a curriculum file, or run `alignkit init` to start one"
    where = listed(["this folder" if path == "." else path for path in folders], "or")
    raise NothingToCheck(f"there is no curriculum in {where}{found if workspace.passed_over else ''}", hint=hint)

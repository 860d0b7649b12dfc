"""`import --into`: a curriculum brought up to date with what a file says of it, by ids; nothing is taken out."""

from collections.abc import Mapping, Sequence
from typing import Any

from alignkit.analysis.case import Case
from alignkit.api.exchange import FAMILIES, ForeignFile, ImportRequest, read_foreign, shown
from alignkit.api.scope import all_is_read, examine_paths
from alignkit.errors import BadRequest
from alignkit.exchange.formats import Imported
from alignkit.findings import Finding
from alignkit.library.workspace import ReadFile, read_project
from alignkit.source.edits import Edited, NotEditable
from alignkit.source.merging import Merged, Touched, merge
from alignkit.source.tree import Tree
from alignkit.views.exchange import PatchedFile, TouchedView, UpdateView

# What a curriculum is called is its own; a table that was made from it may have been renamed.
_ITS_OWN = ("alignkit", "id", "title", "kind")


def import_into(tree: Tree, file: ForeignFile, request: ImportRequest, path: str, project_file: str = "") -> UpdateView:
    """Return the files of a curriculum as they would be with what a file says of it; nothing is written.

    Raises BadRequest where there is not one curriculum on each side, or where one is written in a way that cannot be
    changed safely.
    """
    project = read_project(tree, project_file)
    case = _case(tree, path, project)
    imported = read_foreign(tree, file, request, project_file, case)
    data = _curriculum(imported, file)
    done = {name: _merged(tree, name, part) for name, part in _by_file(case, data).items() if part}
    texts = {name: merged.text for name, merged in done.items()}
    before = examine_paths(tree, (path,), project).findings
    after = examine_paths(Edited(tree, texts), (path,), project).findings
    return UpdateView(
        file=file.name,
        format=file.title,
        curriculum=case.curriculum.id,
        understood=imported.understood,
        losses=tuple(shown(imported.losses)),
        files=tuple(PatchedFile(name, _text(tree, name), merged.text) for name, merged in done.items()),
        added=tuple(_views(merged.added for merged in done.values())),
        changed=tuple(_views(merged.changed for merged in done.values())),
        kept=tuple(_views(merged.kept for merged in done.values())),
        findings=tuple(_new(before, after)),
    )


def _case(tree: Tree, path: str, project: ReadFile | None) -> Case:
    examination = examine_paths(tree, (path,), project)
    all_is_read(examination.workspace.unparsed)
    if len(examination.curricula) != 1:
        hint = "name the file of one curriculum with --into"
        raise BadRequest(f"it holds {len(examination.curricula)} curricula", where=path, hint=hint)
    return examination.curricula[0].case


def _curriculum(imported: Imported, file: ForeignFile) -> Mapping[str, Any]:
    found = [data for data in imported.documents.values() if data.get("alignkit") == "curriculum/1"]
    if len(found) != 1:
        hint = "--into takes a file that holds one, such as a curriculum map"
        raise BadRequest(f"it holds {len(found) or 'no'} curricula", where=file.name, hint=hint)
    return {key: value for key, value in found[0].items() if key not in _ITS_OWN}


def _by_file(case: Case, data: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return what goes where: a module that has a file of its own there, everything else into the curriculum's."""
    homes = {module.id: module.origin.file for module in case.modules if module not in case.curriculum.modules}
    modules = data.get("modules") or []
    apart = {homes[module["id"]]: module for module in modules if module["id"] in homes}
    rest = [module for module in modules if module["id"] not in homes]
    main = {**data, "modules": rest}
    kept = {key: value for key, value in main.items() if value}
    return {case.curriculum.origin.file: kept, **apart}


def _text(tree: Tree, name: str) -> str:
    return tree.read(name).decode()


def _merged(tree: Tree, name: str, data: Mapping[str, Any]) -> Merged:
    try:
        return merge(_text(tree, name), name, data)
    except NotEditable:
        hint = "write one entry on each line, or import into a new file and move what is new by hand"
        raise BadRequest("it is written in a way that cannot be changed safely", where=name, hint=hint) from None


def _views(groups: Any) -> Sequence[TouchedView]:
    return [_view(each) for group in groups for each in group]


def _view(each: Touched) -> TouchedView:
    return TouchedView(" › ".join(each.path), each.at, each.before, each.after)  # noqa: RUF001


def _new(before: Sequence[Finding], after: Sequence[Finding]) -> Sequence[Finding]:
    """Return what the rules on files and references say only now."""
    known = {(each.code, each.subject, each.message) for each in before}
    return [each for each in after if each.code[0] in FAMILIES and (each.code, each.subject, each.message) not in known]

"""`lsp`: what is found in a file as it stands in an editor, and what its names mean."""

import re
from collections.abc import Collection

from alignkit.api.check import CheckRequest, run_on
from alignkit.api.scope import beside
from alignkit.findings import Finding
from alignkit.library.library import Library
from alignkit.library.shipped import PREFIX, shipped_tree
from alignkit.library.workspace import gather, project_of, read_project
from alignkit.model.curriculum import Curriculum, Module
from alignkit.source.tree import Tree, load
from alignkit.triage.triage import triage
from alignkit.views.editor import Surroundings

# A CI job may be called alignkit as well; then no word follows on the line.
_SAYS_SO = re.compile(r"^\ufeff?alignkit:[ \t]*[\"']?[\w-]", re.MULTILINE)
_NEAR_THE_TOP = 4000


def found_in(tree: Tree, file: str, project_file: str, opened: Collection[str]) -> dict[str, tuple[Finding, ...]]:
    """Return what a check of the file shows, by the files of its curriculum; () for those without a finding.

    Of the project's own frameworks, which are read as well, only those that are open have a place in the answer.
    """
    run = run_on(tree, CheckRequest(paths=(file,)), project_file)
    checked = triage(run.examination, run.selection, run.baseline)
    found: dict[str, list[Finding]] = {
        read.file: []
        for read in run.examination.workspace.files
        if read.file in opened or isinstance(read.record, Curriculum | Module) or not read.parsed
    }
    for finding in checked.shown:
        if finding.at.file in found:
            found[finding.at.file].append(finding)
    return {name: tuple(findings) for name, findings in found.items()}


def is_ours(text: str) -> bool:
    """Say whether a text says, near its top, that it is alignkit's business."""
    return bool(_SAYS_SO.search(text[:_NEAR_THE_TOP]))


def parses(tree: Tree, file: str) -> bool:
    """Say whether the file can be read, whatever is wrong with what it says."""
    return load(tree, file).root is not None


def surroundings(tree: Tree, file: str, project_file: str) -> Surroundings:
    """Return what names in the file can mean."""
    project = read_project(tree, project_file)
    settings = project_of(project)
    own = beside(tree, project_file, settings.frameworks) if settings else ()
    workspace = gather(tree, (file,), own, project)
    library = Library(workspace.own, settings.aliases if settings else {})
    return Surroundings(library, next((whole.curriculum for whole in workspace.curricula), None))


def shipped_path(file: str) -> str:
    """Return where on this machine a shipped file is, by the name that findings and items give it; "" for another."""
    if not file.startswith(PREFIX):
        return ""
    return f"{shipped_tree().root}/{file.removeprefix(PREFIX)}"

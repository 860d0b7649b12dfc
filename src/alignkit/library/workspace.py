"""The files of one run, read and typed: curricula with their modules, and a project's own frameworks."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.findings import Span
from alignkit.model.curriculum import Curriculum, Module
from alignkit.model.documents import kind_of, typed
from alignkit.model.framework import Framework
from alignkit.model.located import Located
from alignkit.model.overlay import Overlay
from alignkit.model.project import Project
from alignkit.model.rubric import Rubric
from alignkit.source.comments import Suppression, suppressions
from alignkit.source.limits import LIMITS
from alignkit.source.problem import Problem
from alignkit.source.reader import Document
from alignkit.source.tree import Tree, load

CURRICULUM_FILE = "curriculum.yaml"
_MODULES = "modules"
# What a file that is ours says near its top; other YAML in a folder is not alignkit's business.
_OURS = "alignkit:"


class ReadFile(Struct, frozen=True):
    """One file of the run: what it holds, its problems, and the findings that its author excuses."""

    file: str
    text: str
    record: Located | None
    problems: tuple[Problem, ...]
    suppressions: tuple[Suppression, ...]
    parsed: bool


class Whole(Struct, frozen=True):
    """A curriculum together with those of its modules that have files of their own."""

    curriculum: Curriculum
    modules: tuple[Module, ...]


class Workspace(Struct, frozen=True):
    """Everything that one run reads; `passed_over` are YAML files in a folder that are not alignkit's."""

    files: tuple[ReadFile, ...]
    curricula: tuple[Whole, ...]
    passed_over: tuple[str, ...]

    @property
    def own(self) -> tuple[Framework | Overlay | Rubric, ...]:
        """Return the frameworks, overlays and rubrics among the files."""
        return tuple(file.record for file in self.files if isinstance(file.record, (Framework, Overlay, Rubric)))

    @property
    def unparsed(self) -> tuple[str, ...]:
        """Return the files that could not be read at all."""
        return tuple(file.file for file in self.files if not file.parsed)


def read_file(tree: Tree, name: str) -> ReadFile:
    """Return the file of that name, whatever is wrong with it."""
    return _read(load(tree, name))


def _read(document: Document) -> ReadFile:
    record, problems = typed(document)
    parsed = document.root is not None
    # A file that could not be read has nothing to excuse yet.
    excuses = suppressions(document) if parsed else ()
    return ReadFile(document.file, document.text, record, problems, excuses, parsed)


def gather(tree: Tree, paths: Iterable[str], own: Iterable[str] = (), project: ReadFile | None = None) -> Workspace:
    """Return what the paths hold: each file named, and alignkit's files below each folder named.

    `own` are folders of a project's frameworks: everything in them is read.
    """
    documents: dict[str, Document] = {}
    passed_over: list[str] = []
    for path in (*own, *paths):
        folder = tree.kind(path) == "folder"
        for name in tree.names(path) if folder else (path,):
            if name in documents or len(documents) >= LIMITS.files:
                continue
            document = load(tree, name)
            if folder and not _is_ours(document):
                passed_over.append(name)
            else:
                documents[name] = document
                _add_neighbours(tree, name, document, documents)
    files = {name: _read(document) for name, document in sorted(documents.items()) if not _is_project(document)}
    curricula, files = _assemble(files)
    read = ((project,) if project else ()) + tuple(files.values())
    return Workspace(read, curricula, tuple(passed_over))


def _is_ours(document: Document) -> bool:
    return bool(kind_of(document)) or _OURS in document.text[:4000] or (not document.text and document.root is None)


def _is_project(document: Document) -> bool:
    return kind_of(document).startswith("project/")


def _add_neighbours(tree: Tree, name: str, document: Document, documents: dict[str, Document]) -> None:
    """Read the module files of a curriculum, or the curriculum of a module file."""
    folder, _, file = name.rpartition("/")
    kind = kind_of(document)
    if kind == "curriculum/1" and file == CURRICULUM_FILE:
        modules = f"{folder}/{_MODULES}" if folder else _MODULES
        if tree.kind(modules) == "folder":
            for module in tree.names(modules):
                documents.setdefault(module, load(tree, module))
    elif kind == "module/1":
        home = _home_of(name)
        if home not in documents and tree.kind(home) == "file":
            documents[home] = load(tree, home)
            _add_neighbours(tree, home, documents[home], documents)


def _home_of(module_file: str) -> str:
    """Return where the curriculum of a module file is: `curriculum.yaml` beside the folder `modules`."""
    parts = module_file.split("/")
    above = parts[: parts.index(_MODULES)] if _MODULES in parts[:-1] else parts[:-1]
    return "/".join([*above, CURRICULUM_FILE])


def _assemble(files: dict[str, ReadFile]) -> tuple[tuple[Whole, ...], dict[str, ReadFile]]:
    """Return the curricula with their modules in the order of their files; a module without one is a problem."""
    modules: dict[str, list[Module]] = {}
    complete = dict(files)
    for name, file in files.items():
        if isinstance(file.record, Module):
            home = files.get(_home_of(name))
            if home and isinstance(home.record, Curriculum):
                modules.setdefault(home.file, []).append(file.record)
            elif home is None or home.record:
                complete[name] = _orphaned(file)
    whole = [
        Whole(file.record, tuple(modules.get(name, ())))
        for name, file in files.items()
        if isinstance(file.record, Curriculum)
    ]
    return tuple(whole), complete


def _orphaned(file: ReadFile) -> ReadFile:
    facts = {"expected": _home_of(file.file)}
    problem = Problem("module-without-curriculum", Span(file.file), facts)
    return ReadFile(file.file, file.text, file.record, (*file.problems, problem), file.suppressions, file.parsed)


def project_of(file: ReadFile | None) -> Project | None:
    """Return the settings in a project file, where it holds any."""
    return file.record if file and isinstance(file.record, Project) else None

"""The files of one run, read and typed: curricula with their modules, and a project's own frameworks."""

import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from alignkit.findings import Span
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.curriculum import Curriculum, Module
from alignkit.model.documents import kind_of, typed
from alignkit.model.framework import Framework
from alignkit.model.located import Located
from alignkit.model.overlay import Overlay
from alignkit.model.project import Project
from alignkit.model.rubric import Rubric
from alignkit.source.comments import Suppression, suppressions
from alignkit.source.limits import LIMITS, Limits
from alignkit.source.problem import Problem
from alignkit.source.reader import Document
from alignkit.source.tree import Tree, load

CURRICULUM_FILE = "curriculum.yaml"
MODULES = "modules"
# What a file that is ours says near its top; other YAML in a folder is not alignkit's business.
_OURS = r"^alignkit:[ \t]*[\w-]+/"
_NEAR_THE_TOP = 4000


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


class Workspace(Struct, frozen=True, dict=True):
    """Everything that one run reads; `passed_over` are YAML files in a folder that are not alignkit's."""

    files: tuple[ReadFile, ...]
    curricula: tuple[Whole, ...]
    passed_over: tuple[str, ...]

    @property
    def own(self) -> tuple[Framework | Overlay | Rubric | Crosswalk, ...]:
        """Return the frameworks, overlays, rubrics and crosswalks among the files."""
        kinds = (Framework, Overlay, Rubric, Crosswalk)
        return tuple(file.record for file in self.files if isinstance(file.record, kinds))

    @cached_property
    def unparsed(self) -> tuple[str, ...]:
        """Return the files that could not be read at all."""
        return tuple(file.file for file in self.files if not file.parsed)

    def lacks_modules(self, curriculum: Curriculum) -> bool:
        """Say whether a module file of the curriculum could not be read, so that absence in it means nothing."""
        return any(home_of(file) == curriculum.origin.file for file in self.unparsed)


def read_file(tree: Tree, name: str) -> ReadFile:
    """Return the file of that name, whatever is wrong with it."""
    return _read(load(tree, name))


def _read(document: Document) -> ReadFile:
    record, problems = typed(document)
    parsed = document.root is not None
    # A file that could not be read has nothing to excuse yet.
    excuses = suppressions(document) if parsed else ()
    return ReadFile(document.file, document.text, record, problems, excuses, parsed)


def gather(
    tree: Tree,
    paths: Iterable[str],
    own: Iterable[str] = (),
    project: ReadFile | None = None,
    limits: Limits = LIMITS,
) -> Workspace:
    """Return what the paths hold: each file named, and alignkit's files below each folder named.

    `own` are folders of a project's frameworks. The order of paths makes no difference.
    """
    gathering = _Gathering(tree, limits.files)
    try:
        for path in (*own, *paths):
            gathering.follow(path)
    except _Enough:
        pass  # it is among the files as a problem
    settings = {project.file} if project else set()
    files = {name: file for name, file in sorted(gathering.taken.items()) if file and name not in settings}
    curricula, files = _assemble(_told_apart(files))
    read = ((project,) if project else ()) + tuple(files.values())
    return Workspace(read, curricula, tuple(sorted(gathering.passed_over - gathering.taken.keys())))


def _told_apart(files: dict[str, ReadFile]) -> dict[str, ReadFile]:
    """Return the files, with a problem in each whose name another has where capitals and accents are one."""
    first: dict[str, str] = {}
    told = dict(files)
    for name, file in files.items():
        other = first.setdefault(_name_elsewhere(name), name)
        if other != name:
            cause = f"where capitals do not count, {other} has the same name, and one of the two is lost; rename one"
            problem = Problem("unreadable-file", Span(name), {"cause": cause})
            told[name] = replace(file, problems=(*file.problems, problem))
    return told


def _name_elsewhere(name: str) -> str:
    """Return what is left of a name on a machine that makes no difference between capitals, or kinds of accents."""
    if name.isascii():
        return name.lower()
    from unicodedata import normalize  # noqa: PLC0415 - hardly ever needed

    return normalize("NFC", normalize("NFC", name).casefold())


class _Enough(Exception):
    """A run reads no more files than this."""


class _Gathering:
    """The files of a run while they are being read, and the YAML that was passed over."""

    def __init__(self, tree: Tree, most: int) -> None:
        self.tree = tree
        self.most = most
        self.taken: dict[str, ReadFile | None] = {}
        """Each file that is taken; None for a project file, which is none of those that are checked."""
        self.passed_over: set[str] = set()

    def follow(self, path: str) -> None:
        """Take the file of that name, or look at each file below the folder."""
        if self.tree.kind(path) == "folder":
            for name in self.tree.names(path):
                self.look_at(name)
        else:
            self.take(path)

    def look_at(self, name: str) -> None:
        """Read a file found in a folder, and take it if it is one of ours."""
        if name in self.taken or name in self.passed_over:
            return
        document = self._load(name)
        if is_ours(document):
            self._add(document)
        else:
            self.passed_over.add(name)

    def take(self, name: str) -> None:
        """Read a file and take it, whatever it is."""
        if name not in self.taken:
            self._add(self._load(name))

    def _load(self, name: str) -> Document:
        if len(self.taken) + len(self.passed_over) >= self.most:
            limit = {"limit": "files in one run", "most": f"{self.most:,}"}
            self.taken[name] = _read(Document(name, "", None, (Problem("limit-exceeded", Span(name), limit),)))
            raise _Enough
        return load(self.tree, name)

    def _add(self, document: Document) -> None:
        """Take a file, and with a curriculum the files in its folder `modules`, with a module its curriculum."""
        # Given its types while its nodes are at hand: a large project does not fit into a processor's cache.
        self.taken[document.file] = None if _is_project(document) else _read(document)
        kind = kind_of(document)
        folder, _, name = document.file.rpartition("/")
        if kind == "curriculum/1" and name == CURRICULUM_FILE:
            modules = f"{folder}/{MODULES}" if folder else MODULES
            if self.tree.kind(modules) == "folder" and not self.tree.leaves(modules):
                for module in self.tree.names(modules):
                    self.take(module)
        elif kind == "module/1":
            home = home_of(document.file)
            if self.tree.kind(home) == "file" and not self.tree.leaves(home):
                self.take(home)


def is_ours(document: Document) -> bool:
    """Say whether a file found in a folder is alignkit's: it says so, or cannot be read and looks as if it would."""
    if document.root is not None:
        return bool(kind_of(document))
    return not document.text or bool(re.search(_OURS, document.text[:_NEAR_THE_TOP], re.MULTILINE))


def _is_project(document: Document) -> bool:
    return kind_of(document).startswith("project/")


def home_of(module_file: str) -> str:
    """Return where the curriculum of a module is, `curriculum.yaml` beside the folder `modules`, or "" outside one."""
    parts = module_file.split("/")[:-1]
    while parts:
        if parts.pop() == MODULES:
            return "/".join([*parts, CURRICULUM_FILE])
    return ""


def _assemble(files: dict[str, ReadFile]) -> tuple[tuple[Whole, ...], dict[str, ReadFile]]:
    """Return the curricula with their modules in the order of their files; a module without one is a problem."""
    modules: dict[str, list[Module]] = {}
    complete = dict(files)
    for name, file in files.items():
        if isinstance(file.record, Module):
            home = files.get(home_of(name))
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
    folder, _, name = file.file.rpartition("/")
    place = f"{folder}/{MODULES}/{name}" if folder else f"{MODULES}/{name}"
    home = home_of(file.file)
    facts = {"expected": home or home_of(place), "place": "" if home else place}
    problem = Problem("module-without-curriculum", Span(file.file), facts)
    return ReadFile(file.file, file.text, file.record, (*file.problems, problem), file.suppressions, file.parsed)


def read_project(tree: Tree, name: str) -> ReadFile | None:
    """Return the project file of that name, None for ""; it has a problem where it is no settings of this project.

    Whoever wrote a link need not be whoever runs alignkit: one that leads out of the project is not followed.
    """
    if not name:
        return None
    if tree.leaves(name):
        cause = "it is a link that leads out of the project"
        return _read(Document(name, "", None, (Problem("unreadable-file", Span(name), {"cause": cause}),)))
    file = read_file(tree, name)
    if file.record is None or isinstance(file.record, Project):
        return file
    found = {"found": "this is no project file", "formats": "project/1", "meant": "project/1"}
    return replace(file, problems=(*file.problems, Problem("unknown-format", Span(name), found)))


def project_of(file: ReadFile | None) -> Project | None:
    """Return the settings in a project file, where it holds any."""
    return file.record if file and isinstance(file.record, Project) else None

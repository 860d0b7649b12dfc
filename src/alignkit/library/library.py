"""Frameworks by id, read when first asked for, with a project's own files and wording before the shipped ones."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from alignkit.library.index import FrameworkIndex, Placed
from alignkit.library.shipped import PREFIX, shipped_tree
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.documents import typed
from alignkit.model.framework import Framework, Item
from alignkit.model.overlay import Overlay
from alignkit.model.rubric import Rubric
from alignkit.source.tree import Tree, load
from alignkit.wording import nearest, plain, slip

_RUBRICS = "rubrics/"
_CROSSWALKS = "crosswalks/"
_OTHER_FOLDERS = (_RUBRICS, _CROSSWALKS)
# What people put between a framework and a code, and what neither of the two holds.
_SEPARATORS = " :-./#|"
_NEVER_WITHIN = ' \t\n:,;"'


class Reference(Struct, frozen=True):
    """What `framework-id:code` was found to mean: `framework` and `item` are None where there is none such."""

    framework_id: str
    code: str
    framework: FrameworkIndex | None
    item: Placed | None

    @property
    def readable(self) -> bool:
        """Say whether it has the form of a reference: an id, a colon and a code, without spaces or quotation marks."""
        if self.item:
            return True
        parts = (self.framework_id, self.code)
        return all(part and part == plain(part) and not any(sign in part for sign in _NEVER_WITHIN) for part in parts)


class Library:
    """The shipped frameworks, rubrics and crosswalks, a project's own, and a project's names for them."""

    def __init__(
        self,
        own: Iterable[Framework | Overlay | Rubric | Crosswalk] = (),
        aliases: Mapping[str, str] | None = None,
        shipped: Tree | None = None,
    ) -> None:
        """Take a project's own documents and aliases; shipped ones are listed now and read when asked for."""
        self._shipped = shipped or shipped_tree()
        names = tuple(self._shipped.names(""))
        self._files = {_id_of(name): name for name in names if not name.startswith(_OTHER_FOLDERS)}
        self._rubric_files = {_id_of(name): name for name in names if name.startswith(_RUBRICS)}
        self._crosswalk_files = {_id_of(name): name for name in names if name.startswith(_CROSSWALKS)}
        self._own: dict[str, Framework] = {}
        self._own_namesakes: dict[str, list[Framework]] = {}
        self._own_rubrics: dict[str, Rubric] = {}
        self._own_crosswalks: dict[str, Crosswalk] = {}
        self._overlays: dict[str, Overlay] = {}
        for document in own:
            if isinstance(document, Framework):
                self._own.setdefault(document.id, document)
                self._own_namesakes.setdefault(document.id, []).append(document)
            elif isinstance(document, Overlay):
                self._overlays.setdefault(document.of, document)
            elif isinstance(document, Crosswalk):
                self._own_crosswalks.setdefault(document.id, document)
            else:
                self._own_rubrics.setdefault(document.id, document)
        self.aliases = dict(aliases or {})
        self._aliases = {name.casefold(): id_ for name, id_ in self.aliases.items()}
        self._read: dict[str, FrameworkIndex | None] = {}
        self._rubrics: dict[str, Rubric | None] = dict(self._own_rubrics)
        self._crosswalks: tuple[Crosswalk, ...] | None = None
        self._resolved: dict[str, Reference] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the id of every framework, sorted."""
        return tuple(sorted(self._files.keys() | self._own.keys()))

    @property
    def rubric_ids(self) -> tuple[str, ...]:
        """Return the id of every rubric, sorted."""
        return tuple(sorted(self._rubric_files.keys() | self._own_rubrics.keys()))

    def group(self, framework_id: str) -> str:
        """Return the folder that a shipped framework is in, or "own"."""
        name = self._files.get(framework_id, "")
        return "own" if framework_id in self._own else name.partition("/")[0]

    def id_of(self, name: str) -> str:
        """Return the id that a name stands for: a project's own name in whatever case, or the id itself."""
        return self._aliases.get(name.casefold(), name)

    def find(self, name: str) -> FrameworkIndex | None:
        """Return the framework of that id or alias, or None."""
        id_ = self.id_of(name)
        if id_ not in self._read and (id_ in self._own or id_ in self._files):
            framework = self._own.get(id_) or self._shipped_framework(id_)
            overlay = self._overlays.get(id_)
            if framework and overlay:
                framework = _with_wording(framework, overlay)
            self._read[id_] = FrameworkIndex(framework) if framework else None
        return self._read.get(id_)

    def overlay(self, framework_id: str) -> Overlay | None:
        """Return the wording that the project brings for a framework, or None."""
        return self._overlays.get(framework_id)

    def namesakes(self, framework: Framework) -> tuple[Framework, ...]:
        """Return the other frameworks of that id: the project's own, and the shipped one where there is one."""
        own = [other for other in self._own_namesakes.get(framework.id, ()) if other is not framework]
        shipped = self._shipped_framework(framework.id)
        return (*own, shipped) if shipped else tuple(own)

    def rubric(self, rubric_id: str) -> Rubric | None:
        """Return the rubric of that id, or None."""
        if rubric_id not in self._rubrics:
            name = self._rubric_files.get(rubric_id)
            document = self._document(name) if name else None
            self._rubrics[rubric_id] = document if isinstance(document, Rubric) else None
        return self._rubrics[rubric_id]

    def crosswalks(self, *frameworks: str) -> tuple[Crosswalk, ...]:
        """Return the crosswalks between two of the frameworks, or every one where none is named, by id.

        A project's own stands for the shipped one of that id. None is read before it is asked for.
        """
        if self._crosswalks is None:
            found = {id_: self._shipped_crosswalk(name) for id_, name in self._crosswalk_files.items()}
            known = {**found, **self._own_crosswalks}
            self._crosswalks = tuple(crosswalk for _, crosswalk in sorted(known.items()) if crosswalk)
        wanted = {self.id_of(name) for name in frameworks}
        return tuple(each for each in self._crosswalks if not wanted or self.ends_of(each) <= wanted)

    def ends_of(self, crosswalk: Crosswalk) -> frozenset[str]:
        """Return the ids of the two frameworks between which the crosswalk leads."""
        return frozenset((self.id_of(crosswalk.from_), self.id_of(crosswalk.to)))

    def _shipped_crosswalk(self, name: str) -> Crosswalk | None:
        document = self._document(name)
        return document if isinstance(document, Crosswalk) else None

    def _shipped_framework(self, id_: str) -> Framework | None:
        document = self._document(self._files[id_]) if id_ in self._files else None
        return document if isinstance(document, Framework) else None

    def _document(self, name: str) -> object:
        source = load(self._shipped, name)
        return typed(replace(source, file=PREFIX + name))[0]

    def resolve(self, text: str) -> Reference:
        """Return what a reference to an item means, as far as it means anything.

        What means something is remembered; of what does not, there may be any number.
        """
        known = self._resolved.get(text)
        if known:
            return known
        framework_id, _, code = text.partition(":")
        framework = self.find(framework_id) if code else None
        item = framework.items.get(code) if framework else None
        reference = Reference(framework_id, code, framework, item)
        if item:
            self._resolved[text] = reference
        return reference

    def successor(self, framework_id: str) -> FrameworkIndex | None:
        """Return the newest edition that took the framework's place, or None where none at hand says so."""
        newest, seen = None, {framework_id}
        while (following := self._replacement(framework_id)) and following.id not in seen:
            newest, framework_id = following, following.id
            seen.add(framework_id)
        return newest

    def _replacement(self, framework_id: str) -> FrameworkIndex | None:
        own = [framework.id for framework in self._own.values() if framework.supersedes == framework_id]
        # To read every framework takes longer than a whole check, so only those that name the id are read.
        word = framework_id.encode()
        shipped = [id_ for id_, name in self._files.items() if word in self._shipped.read(name)]
        found = (self.find(id_) for id_ in (*own, *shipped))
        return next((index for index in found if index and index.framework.supersedes == framework_id), None)

    def nearest_reference(self, text: str, among: Iterable[FrameworkIndex] = ()) -> str:
        """Return the reference that was most likely meant, or "".

        Where the text names no framework, its code is looked for in those given as `among`.
        """
        framework_id, code = self._split(plain(text))
        named = self.find(framework_id) or self.find(self.nearest_id(framework_id)) if framework_id else None
        for framework in (named,) if named else among:
            likely = code if code in framework.items else nearest(code, framework.items)
            if likely:
                return f"{framework.id}:{likely}"
        return ""

    def _split(self, text: str) -> tuple[str, str]:
        """Return the framework and the code in a text that joins them with a colon or with something else."""
        before, colon, after = text.partition(":")
        if colon:
            return before.strip(), after.strip()
        typed = text.casefold().replace(" ", "-")
        names = [name for name in (*self.ids, *self.aliases) if typed.startswith(name.casefold())]
        framework_id = max(names, key=len, default="")
        return framework_id, text[len(framework_id) :].strip(_SEPARATORS)

    def nearest_ids(self, name: str) -> tuple[str, ...]:
        """Return the ids that may have been meant: a slip's alone, else the nearest and its publisher's others."""
        first = self.nearest_id(name)
        if first and first == slip(name, self.ids):
            return (first,)
        publisher = (first or plain(name)).casefold().partition("-")[0]
        editions = [id_ for id_ in reversed(self.ids) if id_.partition("-")[0] == publisher and id_ != first]
        return (first, *editions) if first else tuple(editions)

    def nearest_id(self, name: str) -> str:
        """Return the framework id that was most likely meant, or ""."""
        return nearest(name, frozenset((*self.ids, *self.aliases)))


def _id_of(name: str) -> str:
    return name.rpartition("/")[2].rpartition(".")[0]


def _with_wording(framework: Framework, overlay: Overlay) -> Framework:
    """Return the framework with the overlay's texts in place of ours."""

    def reworded(item: Item) -> Item:
        text = overlay.texts.get(item.code)
        below = tuple(reworded(child) for child in item.items)
        return replace(item, items=below, text=text or item.text, verified=bool(text) or item.verified)

    return replace(framework, items=tuple(reworded(item) for item in framework.items))

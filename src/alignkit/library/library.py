"""Frameworks by id, read when first asked for, with a project's own files and wording before the shipped ones."""

from collections.abc import Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from alignkit.library.index import FrameworkIndex, Placed
from alignkit.library.shipped import PREFIX, shipped_tree
from alignkit.model.documents import typed
from alignkit.model.framework import Framework, Item
from alignkit.model.overlay import Overlay
from alignkit.model.rubric import Rubric
from alignkit.source.tree import Tree, load
from alignkit.wording import nearest, plain

_RUBRICS = "rubrics/"
# Not frameworks, though they are shipped beside them.
_OTHER_FOLDERS = (_RUBRICS, "crosswalks/")


class Reference(Struct, frozen=True):
    """What `framework-id:code` was found to mean: `framework` and `item` are None where there is none such."""

    framework_id: str
    code: str
    framework: FrameworkIndex | None
    item: Placed | None


class Library:
    """The shipped frameworks and rubrics, a project's own, and a project's names for them."""

    def __init__(
        self,
        own: Iterable[Framework | Overlay | Rubric] = (),
        aliases: Mapping[str, str] | None = None,
        shipped: Tree | None = None,
    ) -> None:
        """Take a project's own documents and aliases; shipped ones are listed now and read when asked for."""
        self._shipped = shipped or shipped_tree()
        self._files = {_id_of(name): name for name in self._shipped.names("")}
        self._own: dict[str, Framework] = {}
        self._own_rubrics: dict[str, Rubric] = {}
        self._overlays: dict[str, Overlay] = {}
        for document in own:
            if isinstance(document, Framework):
                self._own.setdefault(document.id, document)
            elif isinstance(document, Overlay):
                self._overlays.setdefault(document.of, document)
            else:
                self._own_rubrics.setdefault(document.id, document)
        self.aliases = dict(aliases or {})
        self._read: dict[str, FrameworkIndex | None] = {}

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the id of every framework, sorted."""
        shipped = {id_ for id_, name in self._files.items() if not name.startswith(_OTHER_FOLDERS)}
        return tuple(sorted(shipped | self._own.keys()))

    @property
    def rubric_ids(self) -> tuple[str, ...]:
        """Return the id of every rubric, sorted."""
        shipped = {id_ for id_, name in self._files.items() if name.startswith(_RUBRICS)}
        return tuple(sorted(shipped | self._own_rubrics.keys()))

    def group(self, framework_id: str) -> str:
        """Return the folder that a shipped framework is in, or "own"."""
        name = self._files.get(framework_id, "")
        return "own" if framework_id in self._own else name.partition("/")[0]

    def find(self, name: str) -> FrameworkIndex | None:
        """Return the framework of that id or alias, or None."""
        id_ = self.aliases.get(name, name)
        if id_ not in self._read:
            framework = self._own.get(id_) or self._shipped_framework(id_)
            overlay = self._overlays.get(id_)
            if framework and overlay:
                framework = _with_wording(framework, overlay)
            self._read[id_] = FrameworkIndex(framework) if framework else None
        return self._read[id_]

    def rubric(self, rubric_id: str) -> Rubric | None:
        """Return the rubric of that id, or None."""
        if rubric_id in self._own_rubrics:
            return self._own_rubrics[rubric_id]
        name = self._files.get(rubric_id, "")
        document = self._document(name) if name.startswith(_RUBRICS) else None
        return document if isinstance(document, Rubric) else None

    def _shipped_framework(self, id_: str) -> Framework | None:
        document = self._document(self._files[id_]) if id_ in self._files else None
        return document if isinstance(document, Framework) else None

    def _document(self, name: str) -> object:
        source = load(self._shipped, name)
        return typed(replace(source, file=PREFIX + name))[0]

    def resolve(self, text: str) -> Reference:
        """Return what a reference to an item means, as far as it means anything."""
        framework_id, _, code = text.partition(":")
        framework = self.find(framework_id) if code else None
        item = framework.items.get(code) if framework else None
        return Reference(framework_id, code, framework, item)

    def nearest_reference(self, text: str) -> str:
        """Return the reference that was most likely meant, or ""."""
        framework_id, _, code = plain(text).replace(" ", "").partition(":")
        framework = self.find(framework_id) or self.find(self.nearest_id(framework_id))
        if framework is None:
            return ""
        code = code if code in framework.items else nearest(code, framework.items)
        return f"{framework.id}:{code}" if code else ""

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

"""What is shown of an import or an export: what was understood, what came of it, and what was not carried over."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from alignkit.findings import Finding, Span


class LossView(Struct, frozen=True):
    """One thing that was not carried over, its place on the side that it comes from, why, and the option that helps."""

    where: str
    what: str
    why: str
    helps: str = ""


class DocumentView(Struct, frozen=True):
    """A file of alignkit's that came of an import: its name, its text, what it holds, and how much of it."""

    name: str
    kind: str
    text: str
    data: Mapping[str, Any]
    amounts: tuple[tuple[int, str], ...] = ()


class ImportView(Struct, frozen=True):
    """Everything that `import` says; `findings` are what the rules on files and references say of the documents."""

    file: str
    format: str
    understood: tuple[str, ...] = ()
    documents: tuple[DocumentView, ...] = ()
    losses: tuple[LossView, ...] = ()
    findings: tuple[Finding, ...] = ()


class TouchedView(Struct, frozen=True):
    """A value that an update added, changed or kept: what leads to it, its place, how it was and how it is."""

    path: str
    at: Span
    before: str
    after: str


class PatchedFile(Struct, frozen=True):
    """A file of a curriculum, as it is and as it becomes."""

    name: str
    before: str
    after: str


class UpdateView(Struct, frozen=True):
    """Everything that `import --into` says; `findings` are what the rules say only now."""

    file: str
    format: str
    curriculum: str
    understood: tuple[str, ...]
    losses: tuple[LossView, ...]
    files: tuple[PatchedFile, ...]
    added: tuple[TouchedView, ...]
    changed: tuple[TouchedView, ...]
    kept: tuple[TouchedView, ...]
    findings: tuple[Finding, ...]

    @property
    def patched(self) -> tuple[PatchedFile, ...]:
        """Return the files that become others."""
        return tuple(file for file in self.files if file.before != file.after)


class ExportView(Struct, frozen=True):
    """Everything that `export` says and writes; `beside` are further files, by what their names end in."""

    subject: str
    format: str
    suffix: str
    data: bytes
    losses: tuple[LossView, ...] = ()
    beside: dict[str, bytes] = {}


def document_view(name: str, data: Mapping[str, Any], text: str) -> DocumentView:
    """Return how a document is shown: what it is, and how many parts of each sort it has."""
    return DocumentView(name, str(data.get("alignkit", "")), text, data, tuple(_amounts(data)))


# Where the parts are that a reader counts, and what each is called.
_PARTS = {
    ("outcomes",): "outcome",
    ("outcomes", "aligns"): "alignment",
    ("modules",): "module",
    ("modules", "activities"): "activity",
    ("assessments",): "assessment",
    ("items",): "item",
    ("mappings",): "mapping",
}


def _amounts(data: Mapping[str, Any]) -> list[tuple[int, str]]:
    found = [(_number(data, path), noun) for path, noun in _PARTS.items()]
    return [(number, noun) for number, noun in found if number]


def _number(data: Mapping[str, Any], path: tuple[str, ...]) -> int:
    """Return how many entries stand at the end of the path; items are counted with all below them."""
    entries = data.get(path[0]) or ()
    if path[1:]:
        return sum(_number(entry, path[1:]) for entry in entries if isinstance(entry, Mapping))
    if path == ("items",):
        return len(entries) + sum(_number(entry, path) for entry in entries if isinstance(entry, Mapping))
    return len(entries)

"""`import`: somebody else's file as documents of ours, what was not carried over, and what the rules say of them."""

import re
from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.api.reference import open_library
from alignkit.api.scope import examine_paths
from alignkit.errors import BadRequest
from alignkit.exchange.formats import MODULES, Format, Imported, Importer, Surroundings, format_named
from alignkit.exchange.losses import Loss
from alignkit.library.workspace import read_file, read_project
from alignkit.model.import_mapping import ImportMapping
from alignkit.source.edits import Edited
from alignkit.source.tree import Tree, foreign_bytes
from alignkit.source.writer import document_text
from alignkit.views.exchange import ImportView, LossView, document_view
from alignkit.wording import did_you_mean, listed, told_apart

# As much of a file as it takes to recognise it.
_BEGINNING = 65_536
# Whether a document can be read and its references lead somewhere; what is weak in it, `check` says.
FAMILIES = ("S", "R", "F")
_LONGEST_NAME = 100


class ForeignFile(Struct, frozen=True):
    """A file that is not alignkit's, and the format that it is in."""

    name: str
    data: bytes
    format: str
    title: str
    importer: Importer


class ImportRequest(Struct, frozen=True):
    """What is said of a file that is to be imported: a mapping file, and the frameworks whose codes are in it."""

    mapping: str = ""
    frameworks: tuple[str, ...] = ()


def open_foreign(tree: Tree, name: str, asked: str = "") -> ForeignFile:
    """Return a file and its format: the one asked for, else the one that it is recognised as.

    Raises BadRequest where it cannot be read, or is in no format that alignkit reads.
    """
    data = foreign_bytes(tree, name)
    chosen = asked or _recognised(name, data[:_BEGINNING])
    known = known_format(chosen)
    if known.importer is None:
        raise BadRequest(f"{chosen} can be written, but not read", hint=f"alignkit reads {listed(_readable())}")
    return ForeignFile(name, data, chosen, known.title, known.importer)


def known_format(name: str) -> Format:
    """Return the format of that name; BadRequest where there is none."""
    if name not in MODULES:
        hint = f"there is {listed(MODULES)}; docs/exchange.md says what each holds"
        raise BadRequest(f'no format is called "{name}"{did_you_mean(name, MODULES)}', hint=hint)
    return format_named(name)


def _readable() -> tuple[str, ...]:
    return tuple(name for name in MODULES if format_named(name).importer)


def _recognised(name: str, beginning: bytes) -> str:
    """Return the format that the file is in; one that asks for more than others comes first."""
    importers = {format_: found for format_ in MODULES if (found := format_named(format_).importer)}
    fitting = [format_ for format_, importer in importers.items() if importer.recognises(name, beginning)]
    chosen = next((format_ for format_ in fitting if not importers[format_].general), "") or "".join(fitting[:1])
    if not chosen:
        hint = f"alignkit reads {listed(importers)}; --format says which it is. Save an old .xls as .xlsx."
        raise BadRequest("it is in no format that alignkit recognises", where=name, hint=hint)
    return chosen


def import_file(
    tree: Tree, file: ForeignFile, request: ImportRequest, project_file: str = "", target: str = ""
) -> ImportView:
    """Return what a file holds as documents of ours, with what was not carried over; nothing is written.

    `target` is the file that it is for, where that is one: what the rules say has its place there.
    Raises BadRequest where the request does not fit, and NotImported where the file is refused.
    """
    imported = read_foreign(tree, file, request, project_file)
    names = (target,) if target and len(imported.documents) == 1 else _file_names(imported.documents)
    documents = tuple(
        document_view(name, data, document_text(data))
        for name, data in zip(names, imported.documents.values(), strict=True)
    )
    texts = {document.name: document.text for document in documents}
    project = read_project(tree, project_file)
    findings = examine_paths(Edited(tree, texts), tuple(texts), project).findings if texts else ()
    return ImportView(
        file=file.name,
        format=file.title,
        understood=imported.understood,
        documents=documents,
        losses=tuple(shown(imported.losses)),
        findings=tuple(each for each in findings if each.at.file in texts and each.code[0] in FAMILIES),
    )


def _file_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names as files can have them, each once: they are made of what stands in somebody else's file."""
    plain = (re.sub(r"[^a-z0-9._-]+", "-", name.lower().removesuffix(".yaml"))[:_LONGEST_NAME] for name in names)
    return tuple(f"{name}.yaml" for name in told_apart(name.strip("-.") or "imported" for name in plain))


def read_foreign(
    tree: Tree, file: ForeignFile, request: ImportRequest, project_file: str = "", into: Case | None = None
) -> Imported:
    """Return what the importer of the file's format finds in it, or finds in it for a curriculum that is there."""
    if not file.importer.placed:
        if request.mapping or request.frameworks:
            raise BadRequest(f"{file.format} needs no --mapping and no --framework", hint="leave them out")
        return file.importer.read(file.name, file.data)
    shelf = open_library(tree, project_file)
    mapping = _mapping(tree, request.mapping) if request.mapping else None
    named = (*request.frameworks, *(mapping.frameworks if mapping else ()))
    frameworks = tuple(dict.fromkeys(shelf.framework(name).id for name in named))
    return file.importer.read(file.name, file.data, Surroundings(shelf.library, frameworks, mapping, into))


def _mapping(tree: Tree, name: str) -> ImportMapping:
    read = read_file(tree, name)
    unreadable = next((problem.facts["cause"] for problem in read.problems if problem.kind == "unreadable-file"), "")
    if unreadable:
        raise BadRequest(f"cannot read the mapping file: {unreadable}", where=name)
    if read.problems or not isinstance(read.record, ImportMapping):
        hint = "docs/formats/import-mapping.md lists its keys; `alignkit check` on it says what is wrong, and where"
        place = read.problems[0].at if read.problems else name
        raise BadRequest("it is no import-mapping/1 that can be read", where=str(place), hint=hint)
    return read.record


def shown(losses: Iterable[Loss]) -> Iterable[LossView]:
    """Yield the losses as they are shown."""
    return (LossView(loss.where, loss.what, loss.why, loss.helps) for loss in losses)

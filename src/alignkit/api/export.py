"""`export`: a framework, a crosswalk or a curriculum in somebody else's format, and what that could not hold."""

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.api.exchange import known_format, shown
from alignkit.api.reference import open_library
from alignkit.api.scope import all_is_read, examine_paths
from alignkit.errors import BadRequest
from alignkit.exchange.formats import MODULES, Exporter, format_named
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.library.workspace import read_file, read_project
from alignkit.model.crosswalk import Crosswalk
from alignkit.model.framework import Framework
from alignkit.source.tree import Tree
from alignkit.views.exchange import ExportView
from alignkit.wording import did_you_mean, listed


class Subject(Struct, frozen=True):
    """What is to be exported, in the words and with the arguments of an exporter."""

    of: str
    id: str
    arguments: tuple[Case] | tuple[FrameworkIndex, Library] | tuple[Crosswalk, Library]


def export(subject: Subject, format_name: str) -> ExportView:
    """Return a framework, a crosswalk or a curriculum as written in a format.

    Raises BadRequest where there is no such format, and NotExported where the other side would drop or confuse parts.
    """
    exporter = exporter_of(format_name, subject.of)
    written = exporter.write(*subject.arguments)
    title = known_format(format_name).title
    return ExportView(
        subject.id, title, exporter.suffix, written.data, tuple(shown(written.losses)), dict(written.beside)
    )


def exporter_of(format_name: str, of: str) -> Exporter:
    """Return how a format is written from a kind of thing; BadRequest where it is not."""
    found = next((each for each in known_format(format_name).exporters if each.of == of), None)
    if found is None:
        able = [name for name in MODULES if any(each.of == of for each in format_named(name).exporters)]
        hint = f"a {of} can be written as {listed(able, 'or')}" if able else "docs/exchange.md says what can be written"
        raise BadRequest(f"a {of} cannot be written as {format_name}", hint=hint)
    return found


def find_subject(tree: Tree, what: str, project_file: str = "") -> Subject:
    """Return what a name means: a file or folder where there is one, else an id of the library."""
    if tree.kind(what):
        return _in_file(tree, what, project_file)
    library = open_library(tree, project_file).library
    index = library.find(what)
    if index:
        return Subject("framework", index.id, (index, library))
    crosswalks = {each.id: each for each in library.crosswalks()}
    if what in crosswalks:
        return Subject("crosswalk", what, (crosswalks[what], library))
    names = (*library.ids, *crosswalks)
    hint = "name a curriculum file, or the id of a framework or a crosswalk: `alignkit frameworks list`"
    raise BadRequest(f'there is no file and no framework or crosswalk "{what}"{did_you_mean(what, names)}', hint=hint)


def _in_file(tree: Tree, path: str, project_file: str) -> Subject:
    """Return the one curriculum, framework or crosswalk that a path holds."""
    examination = examine_paths(tree, (path,), read_project(tree, project_file))
    all_is_read(examination.workspace.unparsed)
    library = examination.library
    found = [Subject("curriculum", each.case.curriculum.id, (each.case,)) for each in examination.curricula]
    if not found and tree.kind(path) == "file":
        record = read_file(tree, path).record
        if isinstance(record, Framework):
            found = [Subject("framework", record.id, (FrameworkIndex(record), library))]
        if isinstance(record, Crosswalk):
            found = [Subject("crosswalk", record.id, (record, library))]
    if len(found) != 1:
        several = f"{len(found)} curricula: {listed((each.id for each in found), most=5)}"
        hint = "name the file of one curriculum, framework or crosswalk"
        raise BadRequest(f"it holds {several if found else 'none of these'}", where=path, hint=hint)
    return found[0]

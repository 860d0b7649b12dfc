"""`alignkit import` and `alignkit export`: files of other programs in and out, losses named."""

import os
import sys
from collections.abc import Mapping

from msgspec import Struct

from alignkit.api.exchange import ForeignFile, ImportRequest, import_file, open_foreign
from alignkit.api.export import export, exporter_of, find_subject
from alignkit.api.import_into import import_into
from alignkit.cli.extras import need
from alignkit.cli.files import make_folder, write_together
from alignkit.cli.output import put, put_data, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.cli.stdout import say_bytes, warn
from alignkit.errors import BadRequest, FileExists
from alignkit.findings import Severity
from alignkit.render.exchange import render_export, render_import, render_losses, render_update
from alignkit.render.style import Style
from alignkit.views.exchange import ExportView, ImportView, UpdateView
from alignkit.wording import count

# The input could not be used: nothing in it was understood.
_NOTHING = 2
_OURS = (".yaml", ".yml")


class ImportCall(Struct, frozen=True):
    """A call of `alignkit import`, as typed."""

    file: str
    format: str = ""
    output: str = ""
    dry_run: bool = False
    mapping: str = ""
    framework: tuple[str, ...] = ()
    losses: str = ""
    into: str = ""
    force: bool = False


class ExportCall(Struct, frozen=True):
    """A call of `alignkit export`, as typed."""

    what: str
    format: str
    output: str = ""
    losses: str = ""
    force: bool = False


def run_import(call: ImportCall) -> int:
    """Read the file, write what came of it, and say what was understood and what was not carried over."""
    tree = tree_here()
    file = opened(typed_path(call.file), call.format)
    request = ImportRequest(typed_path(call.mapping) if call.mapping else "", call.framework)
    if call.into:
        return _run_into(call, file, request)
    target = typed_path(call.output) if call.output.endswith(_OURS) else ""
    view = import_file(tree, file, request, find_project(), target)
    texts = {} if call.dry_run else _places(view, call.output)
    written = _write_all({name: text.encode() for name, text in texts.items()}, call.force)
    _write_losses(call.losses, view.file, view.format, view)
    to_stdout = not (call.output or call.dry_run)
    _tell(render_import(view, _style(to_stdout), written), to_stdout)
    if to_stdout:
        put_data("".join(document.text for document in view.documents))
    if not view.documents:
        return _NOTHING
    return 1 if any(each.severity is Severity.ERROR for each in view.findings) else 0


def _run_into(call: ImportCall, file: ForeignFile, request: ImportRequest) -> int:
    """Bring a curriculum up to date, or show the patch that would."""
    if call.output:
        raise BadRequest("--into and --output exclude each other", hint="--into changes the curriculum where it is")
    view = import_into(tree_here(), file, request, typed_path(call.into), find_project())
    if not call.dry_run:
        write_together({each.name: each.after.encode() for each in view.patched})
    _write_losses(call.losses, view.file, view.format, view)
    put(render_update(view, style_of_stdout(), written=not call.dry_run))
    return 1 if any(each.severity is Severity.ERROR for each in view.findings) else 0


def opened(name: str, format_name: str) -> ForeignFile:
    """Return the file, once what its format needs is known to be installed."""
    file = open_foreign(tree_here(), name, format_name)
    _ready(file.importer.needs, f"reading {file.format}")
    return file


def _ready(needs: tuple[str, str], what: str) -> None:
    if needs[0]:
        need(*needs, what)


def _places(view: ImportView, output: str) -> dict[str, str]:
    """Return where each document goes: one into the file named, several into the folder."""
    documents = view.documents
    one_file = output.endswith(_OURS)
    if len(documents) > 1 and (one_file or not output):
        hint = "name a folder for them: --output imported/"
        raise BadRequest(f"it holds {count(len(documents), 'document')}", where=view.file, hint=hint)
    if not (documents and output):
        return {}
    if one_file:
        return {output: documents[0].text}
    return {os.path.join(output, document.name): document.text for document in documents}  # noqa: PTH118


def _write_all(contents: Mapping[str, bytes], force: bool) -> list[str]:  # noqa: FBT001 - an option of the call
    """Write the files, none over one that is there unless that is wanted, and return their names as shown."""
    taken = next((name for name in contents if os.path.lexists(name)), "")
    if taken and not force:
        hint = "choose another name; --force writes over it, --into brings a curriculum up to date"
        raise FileExists(f"{typed_path(taken)} is there already", hint=hint)
    for name in contents:
        make_folder(os.path.dirname(name))  # noqa: PTH120
    write_together(contents)
    return [typed_path(name) for name in contents]


def _write_losses(file: str, subject: str, format_: str, view: ImportView | UpdateView | ExportView) -> None:
    if file:
        understood = () if isinstance(view, ExportView) else view.understood
        put(render_losses(subject, format_, understood, view.losses), file)


def _style(to_stdout: bool) -> Style:  # noqa: FBT001 - says where the document goes
    return Style() if to_stdout else style_of_stdout()


def _tell(account: str, to_stdout: bool) -> None:  # noqa: FBT001 - the same
    """Say the account beside the document: on standard error where the document goes to standard output."""
    if to_stdout:
        warn(account)
    else:
        put(account)


def run_export(call: ExportCall) -> int:
    """Write the thing named in the format, and say what that could not hold."""
    subject = find_subject(tree_here(), typed_path(call.what), find_project())
    _ready(exporter_of(call.format, subject.of).needs, f"writing {call.format}")
    view = export(subject, call.format)
    if not call.output:
        _refuse_stdout(view)
    written = _write_all(_contents(view, call.output), call.force) if call.output else []
    _write_losses(call.losses, view.subject, view.format, view)
    _tell(render_export(view, _style(not call.output), written), not call.output)
    if not call.output:
        say_bytes(view.data)
    return 0


def _contents(view: ExportView, output: str) -> dict[str, bytes]:
    # The files of one export are named alike: graph.csv has graph-edges.csv beside it.
    stem = output.removesuffix(view.suffix) if output.endswith(view.suffix) else os.path.splitext(output)[0]  # noqa: PTH122
    return {output: view.data, **{f"{stem}{ending}": data for ending, data in view.beside.items()}}


def _refuse_stdout(view: ExportView) -> None:
    """Refuse what cannot go to standard output."""
    hint = f"name a file: --output {view.subject}{view.suffix}"
    if view.beside:
        raise BadRequest(f"{view.format} is {count(1 + len(view.beside), 'file')}", hint=hint)
    if b"\0" in view.data and sys.stdout.isatty():
        raise BadRequest(f"{view.format} is not for a terminal", hint=hint)

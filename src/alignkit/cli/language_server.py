"""What an editor is told of the files that it has open; the only module that knows the Language Server Protocol."""

import asyncio
import logging
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from lsprotocol import types as lsp
from msgspec import Struct
from pygls import uris
from pygls.lsp.server import LanguageServer

from alignkit import __version__
from alignkit.api.editor import found_in, is_ours, parses, shipped_path, surroundings
from alignkit.cli.crash import report_crash
from alignkit.cli.place import find_project
from alignkit.errors import AlignkitError
from alignkit.findings import Finding, Related, Severity, Span
from alignkit.render.style import safe
from alignkit.source.cursor import Cursor, cursor_at
from alignkit.source.open_tree import OpenTree
from alignkit.source.reader import with_plain_breaks
from alignkit.source.tree import Folder
from alignkit.views.editor import Choice, Surroundings, choices_at, definition_at, meaning_at

_Answer = TypeVar("_Answer")
_Question = lsp.HoverParams | lsp.DefinitionParams | lsp.CompletionParams
# So long nothing is typed before the files are checked: a check at each letter would be of half words.
_PAUSE = 0.15
_SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}


class Home(Struct, frozen=True):
    """The folder that names of a file's findings are relative to, the file's name there, and the project file's."""

    root: str
    name: str
    project: str


def home_of(path: str) -> Home:
    """Return the project that a file is in; without one, the folder that holds its curriculum."""
    folder = os.path.dirname(path)  # noqa: PTH120
    project = find_project(folder)
    if project:
        root = os.path.normpath(os.path.join(folder, os.path.dirname(project)))  # noqa: PTH118, PTH120
    else:
        # The curriculum of a module is beside the folder `modules`.
        root = f"{folder}{os.sep}".partition(f"{os.sep}modules{os.sep}")[0].rstrip(os.sep) or os.sep
    return Home(root, _relative(path, root), os.path.basename(project))  # noqa: PTH119


def _relative(path: str, root: str) -> str:
    return os.path.relpath(path, root).replace(os.sep, "/")


class AlignkitServer(LanguageServer):
    """The open files of one editor, checked together with what is saved beside them."""

    def __init__(self) -> None:
        """Say what the editor can ask for."""
        super().__init__("alignkit", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        # What goes wrong is told in words; pygls would log a traceback, which editors show.
        logging.getLogger("pygls").setLevel(logging.CRITICAL + 1)
        self.said_goodbye = False
        self._readable: dict[str, tuple[str, str | None]] = {}
        self._marked: set[str] = set()
        self._waiting: asyncio.TimerHandle | None = None
        for feature in (
            lsp.TEXT_DOCUMENT_DID_OPEN,
            lsp.TEXT_DOCUMENT_DID_CHANGE,
            lsp.TEXT_DOCUMENT_DID_SAVE,
            lsp.TEXT_DOCUMENT_DID_CLOSE,
        ):
            self._on(feature, self._check_soon)
        self._on(lsp.TEXT_DOCUMENT_HOVER, self._hover)
        self._on(lsp.TEXT_DOCUMENT_DEFINITION, self._definition)
        triggers = lsp.CompletionOptions(trigger_characters=[":", "[", ",", " "])
        self._on(lsp.TEXT_DOCUMENT_COMPLETION, self._completion, triggers)
        self._on(lsp.SHUTDOWN, self._goodbye)

    def _on(self, feature: str, answer: Callable[[Any], Any], options: Any = None) -> None:
        # pygls writes on the function that it is given, which a method does not allow.
        self.feature(feature, options)(lambda params: answer(params))  # noqa: PLW0108

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002 - pygls calls it so
        """Log what the editor sent and could not be understood; a message on the screen would help nobody."""
        self._log(f"a message of the editor was not understood ({type(error).__name__})")

    def _goodbye(self, _params: None) -> None:
        self.said_goodbye = True

    def _log(self, text: str) -> None:
        self.window_log_message(lsp.LogMessageParams(lsp.MessageType.Error, safe(text)))

    def _answer(self, work: Callable[[], _Answer], otherwise: _Answer) -> _Answer:
        """Return what the work comes to; where it fails, this answer is lost and the server goes on."""
        try:
            return work()
        except AlignkitError as error:
            self._log(f"{error.message}. {error.hint}")
        except Exception as error:  # noqa: BLE001 - the last resort, as in cli.guard
            self._log(report_crash(error))
        return otherwise

    # What is open

    def _open(self) -> dict[str, str]:
        """Return the text of each open file by its path."""
        documents = self.workspace.text_documents.values()
        paths = ((_path_of(document.uri), document.source) for document in documents)
        return {path: text for path, text in paths if path}

    def _uri(self, path: str) -> str:
        """Return the address of a file as the editor writes it."""
        written = (uri for uri in self.workspace.text_documents if _path_of(uri) == path)
        # pygls knows no address for a name that is no UTF-8; any bytes can be a file's name.
        return next(written, "") or Path(path).as_uri()

    def _tree(self, root: str, texts: dict[str, str]) -> OpenTree:
        inside = {path: text for path, text in texts.items() if path.startswith(root.rstrip(os.sep) + os.sep)}
        return OpenTree(Folder(root), {_relative(path, root): text for path, text in inside.items()})

    def _last_readable(self) -> dict[str, str]:
        """Return the open texts, each as it last could be read: what is being typed is often no YAML yet."""
        texts = self._open()
        for path, text in texts.items():
            seen, readable = self._readable.get(path, ("", None))
            if seen != text or path not in self._readable:
                good = parses(OpenTree(Folder("."), {"open.yaml": text}), "open.yaml")
                self._readable[path] = (text, text if good else readable)
        self._readable = {path: self._readable[path] for path in texts}
        return {path: readable for path, (_, readable) in self._readable.items() if readable is not None}

    # Findings

    def _check_soon(self, _params: Any) -> None:
        if self._waiting:
            self._waiting.cancel()
        self._waiting = asyncio.get_running_loop().call_later(_PAUSE, self._check)

    def _check(self) -> None:
        self._waiting = None
        self._answer(self._publish, None)

    def _publish(self) -> None:
        self._last_readable()
        texts = self._open()
        marks: dict[str, list[lsp.Diagnostic]] = {}
        for path, text in texts.items():
            if path not in marks and is_ours(text):
                marks.update(self._marks(path, texts))
        by_uri = {self._uri(path): found for path, found in marks.items()}
        for uri in sorted(self._marked - by_uri.keys()):
            self._show(uri, [])
        for uri, diagnostics in by_uri.items():
            self._show(uri, diagnostics)
        self._marked = set(by_uri)

    def _show(self, uri: str, diagnostics: list[lsp.Diagnostic]) -> None:
        document = self.workspace.text_documents.get(uri)
        version = document.version if document else None
        params = lsp.PublishDiagnosticsParams(uri=uri, diagnostics=diagnostics, version=version)
        self.text_document_publish_diagnostics(params)

    def _marks(self, path: str, texts: dict[str, str]) -> dict[str, list[lsp.Diagnostic]]:
        """Return what is found in the file and in the others of its curriculum."""
        home = home_of(path)
        tree = self._tree(home.root, texts)
        opened = {_relative(other, home.root) for other in texts}
        try:
            found = found_in(tree, home.name, home.project, opened)
        except AlignkitError as error:
            return {path: [_stopped(error)]}
        places = Places(self.workspace.position_codec.client_num_units, home.root, tree)
        return {
            places.path(name): [self._diagnostic(finding, places) for finding in findings]
            for name, findings in found.items()
        }

    def _diagnostic(self, finding: Finding, places: "Places") -> lsp.Diagnostic:
        return lsp.Diagnostic(
            range=places.range(finding.at),
            message=_shown(f"{finding.message}\n{finding.fix}"),
            severity=_SEVERITIES[finding.severity],
            code=finding.code,
            source="alignkit",
            related_information=list(self._related(finding.related, places)),
        )

    def _related(self, related: Iterable[Related], places: "Places") -> Iterator[lsp.DiagnosticRelatedInformation]:
        for each in related:
            at = lsp.Location(self._uri(places.path(each.at.file)), places.range(each.at))
            yield lsp.DiagnosticRelatedInformation(at, _shown(each.note))

    # Questions

    def _hover(self, params: lsp.HoverParams) -> lsp.Hover | None:
        return self._answer(lambda: self._hover_at(params), None)

    def _hover_at(self, params: lsp.HoverParams) -> lsp.Hover | None:
        asked = self._asked(params)
        text = meaning_at(asked.cursor, asked.around) if asked else ""
        if not asked or not text:
            return None
        contents = lsp.MarkupContent(lsp.MarkupKind.PlainText, _shown(text))
        return lsp.Hover(contents, asked.range(asked.cursor.start, asked.cursor.end))

    def _definition(self, params: lsp.DefinitionParams) -> lsp.Location | None:
        return self._answer(lambda: self._definition_at(params), None)

    def _definition_at(self, params: lsp.DefinitionParams) -> lsp.Location | None:
        asked = self._asked(params)
        at = definition_at(asked.cursor, asked.around) if asked else None
        if not asked or not at:
            return None
        return lsp.Location(self._uri(asked.places.path(at.file)), asked.places.range(at))

    def _completion(self, params: lsp.CompletionParams) -> lsp.CompletionList:
        return self._answer(lambda: self._completion_at(params), lsp.CompletionList(is_incomplete=False, items=[]))

    def _completion_at(self, params: lsp.CompletionParams) -> lsp.CompletionList:
        asked = self._asked(params)
        if not asked:
            return lsp.CompletionList(is_incomplete=False, items=[])
        found = choices_at(asked.cursor, asked.around)
        replaced = asked.range(found.start, found.end)
        items = [_item(choice, order, replaced) for order, choice in enumerate(found.choices)]
        return lsp.CompletionList(is_incomplete=False, items=items)

    def _asked(self, params: _Question) -> "Asked | None":
        """Return what the editor asks about, or None where the file is none of ours."""
        path = _path_of(params.text_document.uri)
        text = self._open().get(path)
        if text is None or not is_ours(text):
            return None
        home = home_of(path)
        tree = self._tree(home.root, self._last_readable())
        # Places are counted in the text on the screen, even where it cannot be read.
        places = Places(self.workspace.position_codec.client_num_units, home.root, self._tree(home.root, self._open()))
        line = params.position.line + 1
        column = places.column(home.name, line, params.position.character)
        cursor = cursor_at(with_plain_breaks(text), line, column)
        return Asked(home.name, cursor, surroundings(tree, home.name, home.project), places)


class Places:
    """Places as editors count them: lines and columns from 0, columns in units that were agreed upon."""

    def __init__(self, units: Callable[[str], int], root: str, tree: OpenTree) -> None:
        """Take how many units a text has, and the files."""
        self._units = units
        self._root = root
        self._tree = tree
        self._lines: dict[str, list[str]] = {}

    def path(self, file: str) -> str:
        """Return where a file is on this machine."""
        return shipped_path(file) or os.path.normpath(os.path.join(self._root, file))  # noqa: PTH118

    def range(self, at: Span) -> lsp.Range:
        """Return a place as a range."""
        start = self._position(at.file, at.line, at.column)
        return lsp.Range(start, self._position(at.file, at.end_line, at.end_column))

    def _position(self, file: str, line: int, column: int) -> lsp.Position:
        return lsp.Position(line - 1, self._units(self._line(file, line)[: column - 1]))

    def column(self, file: str, line: int, units: int) -> int:
        """Return the column, from 1 and in characters, at so many units from the beginning of a line."""
        column = 1
        for letter in self._line(file, line):
            units -= self._units(letter)
            if units < 0:
                break
            column += 1
        return column

    def _line(self, file: str, line: int) -> str:
        if file not in self._lines:
            self._lines[file] = self._read(file).split("\n")
        lines = self._lines[file]
        return lines[line - 1] if line <= len(lines) else ""

    def _read(self, file: str) -> str:
        shipped = shipped_path(file)
        tree = Folder(os.path.dirname(shipped)) if shipped else self._tree  # noqa: PTH120
        try:
            data = tree.read(os.path.basename(shipped) if shipped else file)  # noqa: PTH119
        except OSError:
            return ""
        return with_plain_breaks(data.decode(errors="replace"))


class Asked(Struct, frozen=True):
    """What an editor asks about: the place, what names mean there, and how places are counted."""

    file: str
    cursor: Cursor
    around: Surroundings
    places: Places

    def range(self, start: int, end: int) -> lsp.Range:
        """Return the range between two columns of the line."""
        line = self.cursor.line
        return self.places.range(Span(self.file, line, start, line, end))


def _path_of(uri: str) -> str:
    """Return the file that an address names, or "" where it is no file: what was never saved has no curriculum."""
    path = uris.to_fs_path(uri) if uri.startswith("file:") else ""
    return os.path.normpath(path) if path else ""


def _shown(text: str) -> str:
    """Return the text as an editor may show it, line by line: some run in a terminal, and all turn text round."""
    return "\n".join(safe(line) for line in text.split("\n"))


def _stopped(error: AlignkitError) -> lsp.Diagnostic:
    """Return what stops a check, at the top of the file."""
    top = lsp.Position(0, 0)
    where = f"{error.where}: " if error.where else ""
    message = _shown(f"{where}{error.message}\n{error.hint}".rstrip())
    severity = lsp.DiagnosticSeverity.Error
    return lsp.Diagnostic(lsp.Range(top, top), message, severity=severity, code=error.slug, source="alignkit")


def _item(choice: Choice, order: int, replaced: lsp.Range) -> lsp.CompletionItem:
    """Return a choice as an editor lists it, in our order."""
    return lsp.CompletionItem(
        label=_shown(choice.name),
        kind=lsp.CompletionItemKind.Reference,
        detail=_shown(choice.what),
        documentation=lsp.MarkupContent(lsp.MarkupKind.PlainText, _shown(choice.text)) if choice.text else None,
        sort_text=f"{order:05}",
        text_edit=lsp.TextEdit(replaced, choice.name),
    )

"""What is fuzzed: functions that take any bytes, and raise only where alignkit would crash or break its word."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache, partial
from json import loads
from pathlib import Path

import yaml
from tests.books import library
from tests.fuzz.campaign import no_hang

from alignkit.api.check import CheckRequest, check
from alignkit.api.exchange import ForeignFile, ImportRequest, import_file
from alignkit.api.report import ReportRequest, report
from alignkit.errors import AlignkitError
from alignkit.exchange.formats import MODULES, format_named
from alignkit.model.documents import typed
from alignkit.render.findings import FORMATS
from alignkit.render.findings.text import Detail, render
from alignkit.render.report.chapters.document import fingerprint_of, report_document
from alignkit.render.report.formats import FORMATS as FORMATS_OF_REPORTS
from alignkit.render.report.json import data as report_data
from alignkit.render.report.language import language
from alignkit.render.style import Style
from alignkit.source.comments import suppressions
from alignkit.source.reader import Document, parse
from alignkit.source.tree import Memory, load
from alignkit.triage.suppress import suppress
from alignkit.views.check import CheckView

COURSE = """\
alignkit: curriculum/1
id: course
title: Course
frameworks: [{use: ipec-2023, scope: [TT5], targets: {claimed: 1.0}}]
outcomes:
  - {id: LO1, text: Resolve a conflict, aligns: [ipec-2023:TT5]}
"""


class Raw(Memory):
    """A tree of texts in which one file has any bytes."""

    def __init__(self, name: str, data: bytes, others: Mapping[str, str]) -> None:
        super().__init__({**others, name: ""})
        self.name = name
        self.data = data

    def read(self, name: str) -> bytes:
        """Return the bytes of the one file, or the text of another."""
        return self.data if name == self.name else super().read(name)


@contextmanager
def or_refused() -> Iterator[None]:
    """Let an error for people pass that says what is wrong, and can be written."""
    try:
        yield
    except AlignkitError as error:
        if not error.message.encode():
            raise


def load_bytes(data: bytes) -> None:
    """Read a file: it has a root or a problem, and each problem lies within it."""
    document = load(Raw("f.yaml", data, {}), "f.yaml")
    assert document.root is not None or document.problems
    record, problems = typed(document)
    assert record is not None or problems
    lines = document.text.count("\n") + 1 if document.text else data.count(b"\n") + data.count(b"\r") + 1
    for problem in problems:
        for at in (problem.at, *(related.at for related in problem.related)):
            assert 1 <= at.line <= lines
            assert (at.line, at.column) <= (at.end_line, at.end_column)
    read_excuses(document)


def excuse_bytes(data: bytes) -> None:
    """Read a course with these bytes in its comments: each excuse names a line of the file, and is used or told."""
    text = COURSE + data.decode("utf-8", "replace")
    read_excuses(parse(text, "f.yaml"))
    view = view_of({"c.yaml": text.encode("utf-8", "replace")})
    assert view.status in (0, 1, 2)


def read_excuses(document: Document) -> None:
    """Fail unless each excuse names a line of the file and stands on one."""
    lines = document.text.split("\n")
    for each in suppressions(document):
        assert 1 <= each.line <= len(lines)
        assert lines[each.at.line - 1][each.at.column - 1] == "#"
        assert each.code == each.code.upper()
    assert suppress((), suppressions(document)).kept == ()


def view_of(files: Mapping[str, bytes], project: str = "") -> CheckView:
    """Return what `check` says of one file of any bytes, and of a project's beside it."""
    (name, data), *others = files.items()
    tree = Raw(name, data, {each: text.decode() for each, text in others})
    paths = tuple(each for each in files if each != project)
    return check(tree, CheckRequest(paths=paths, describe=True), project)


def check_bytes(data: bytes) -> None:
    """Check a file, and render what is said of it in every format of findings."""
    with or_refused():
        render_all(view_of({"c.yaml": data}))


def project_bytes(data: bytes) -> None:
    """Check a course under a project file of any bytes."""
    with or_refused():
        render_all(view_of({"alignkit.yaml": data, "c.yaml": COURSE.encode()}, "alignkit.yaml"))


def render_all(view: CheckView) -> None:
    """Fail unless each format of findings is text that UTF-8 can hold, and nothing steers a terminal."""
    for renderer in FORMATS.values():
        assert "\0" not in renderer(view).encode().decode()
    for detail in (Detail(), Detail(everything=True), Detail(quiet=True)):
        shown = render(view, Style(), detail)
        assert all(line.isprintable() for line in shown.split("\n"))


def report_bytes(data: bytes) -> None:
    """Write the report on a curriculum in every format that needs no other program."""
    with or_refused():
        view, say = report(Raw("c.yaml", data, {}), ReportRequest("c.yaml")), language("en")
        assert all(FORMATS_OF_REPORTS[name].renderer()(report_document(view, say), say) for name in QUICK)
        assert loads(report_data("alignkit-report/1", view, fingerprint_of(view), say))


def import_bytes(format_name: str, data: bytes) -> None:
    """Import a file: it is refused in words, or becomes documents that our own reader takes."""
    importer = format_named(format_name).importer
    assert importer is not None
    name = f"file.{SUFFIXES[format_name]}"
    importer.recognises(name, data[:65_536])
    with or_refused():
        view = import_file(Memory({}), ForeignFile(name, data, format_name, format_name, importer), ImportRequest())
        for document in view.documents:
            assert "/" not in document.name
            assert parse(document.text, document.name).problems == ()
            assert yaml.safe_load(document.text)["alignkit"]


# PDF and Word take a second each: tests/render does those.
QUICK = ("html", "md", "xlsx")
SUFFIXES = {
    "case": "json",
    "skos": "ttl",
    "skos-jsonld": "jsonld",
    "opensalt": "xlsx",
    "ctdl-asn": "json",
    "xlsx": "xlsx",
    "ods": "ods",
    "csv": "csv",
    "moodle": "csv",
}


@cache
def importers() -> tuple[str, ...]:
    """Return the formats that are read, as the code lists them."""
    library()
    return tuple(name for name in MODULES if format_named(name).importer)


def targets() -> dict[str, Callable[[bytes], None]]:
    """Return every target by the name of its folder in the corpus."""
    imports = {f"import-{name}": partial(import_bytes, name) for name in importers()}
    own = {
        "load": load_bytes,
        "excuses": excuse_bytes,
        "project": project_bytes,
        "check": check_bytes,
        "report": report_bytes,
    }
    return {**own, **imports}


def run(target: str, data: bytes) -> None:
    """Give the bytes to the target, which must come to an end."""
    with no_hang():
        targets()[target](data)


def corpus() -> Iterator[tuple[str, str, bytes]]:
    """Yield each kept input: its target, its name, its bytes."""
    for path in sorted((Path(__file__).parent / "corpus").glob("*/*")):
        yield path.parent.name, path.name, path.read_bytes()

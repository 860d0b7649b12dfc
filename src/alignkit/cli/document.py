"""What the commands that write documents share: which format, to which file, and what a format needs."""

import os
import re
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from tempfile import TemporaryFile
from typing import BinaryIO

from msgspec import Struct

from alignkit.cli.extras import need
from alignkit.cli.files import whole
from alignkit.cli.output import put
from alignkit.cli.place import tree_here
from alignkit.cli.stdout import copy_to_stdout
from alignkit.errors import BadRequest, FileExists
from alignkit.render.report.blocks import Document
from alignkit.render.report.formats import FORMATS, PORTFOLIO_SUFFIXES, SUFFIXES, TABLES
from alignkit.render.report.language import Language
from alignkit.source.tree import foreign_bytes
from alignkit.wording import listed

_STDOUT = "-"
_USUAL = "html"
# An id may be anything that its author typed; a file named after it stays in this folder and in sight.
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


class Target(Struct, frozen=True):
    """Where a document goes: in which format, to which file ("" for one named after it, "-" for standard output)."""

    format: str
    file: str
    template: str = ""


def target_of(format_: str, output: str, template: str = "", suffixes: Mapping[str, str] = SUFFIXES) -> Target:
    """Return the target that options name; the format follows from the file's name where it is left out.

    `suffixes` are the formats that the command knows, with the ending of each.

    Raises BadRequest where no format has such a name, or a template is given to a format that takes none, and
    MissingExtra where the format needs a package that is not there: before any work is done.
    """
    name = format_ or _of_suffix(output, suffixes)
    if template and name != "docx":
        raise BadRequest(f"--template is for docx, not for {name}", hint="add --format docx, or leave the template out")
    known = FORMATS.get(name) or TABLES.get(name)
    for module in known.needs if known else ():
        need(module, known.extra if known else "", f"--format {name}")
    if known and known.binary and output == _STDOUT and sys.stdout.isatty():
        raise BadRequest(f"{name} is no text for a terminal", hint="name a file with --output")
    return Target(name, output, template)


def _of_suffix(output: str, suffixes: Mapping[str, str]) -> str:
    suffix = os.path.splitext(output)[1].lower()  # noqa: PTH122
    if not output or output == _STDOUT:
        return _USUAL
    found = next((name for name, known in suffixes.items() if suffix == known), "")
    if not found:
        hint = f"add --format: {listed(suffixes, 'or')}"
        raise BadRequest(f'"{output}" does not say which format is meant', hint=hint)
    return found


def rendered(document: Document, say: Language, target: Target, date: str = "") -> bytes:
    """Return the document in the target's format, in the user's own Word file where one is named.

    BadRequest where that file cannot be read; the date is for a place that it may keep for one.
    """
    if not target.template:
        return FORMATS[target.format].renderer()(document, say)
    from alignkit.render.report.docx import render  # noqa: PLC0415 - needs python-docx

    return render(document, say, _template(target.template), date)


def _template(file: str) -> bytes:
    try:
        return foreign_bytes(tree_here(), file)
    except BadRequest as error:
        hint = error.hint or "name a Word file (.docx)"
        raise BadRequest(f"the template: {error.message}", where=error.where, hint=hint) from None


def on_paper(target: Target) -> bool:
    """Say whether the format's pictures bring their colours along."""
    return target.format in FORMATS and FORMATS[target.format].on_paper


def write(target: Target, name: str, data: bytes) -> None:
    """Write the document, and say where it is; to a file of that name in this folder where none was named.

    FileExists where that is there already: people go on working in reports, and did not name it.
    """
    with opened(target, name) as out:
        out.write(data)


@contextmanager
def opened(target: Target, name: str) -> Iterator[BinaryIO]:
    """Give a stream whose content is the document once it is whole, and say where it is; see `write`.

    If anything is raised meanwhile, nothing is written anywhere.
    """
    if target.file == _STDOUT:
        with TemporaryFile() as out:
            yield out
            out.seek(0)
            copy_to_stdout(out)
        return
    file = target.file or f"{_UNSAFE.sub('-', name).strip('-.')}{PORTFOLIO_SUFFIXES[target.format]}"
    if not target.file and os.path.lexists(file):
        hint = f"to replace it, say so: --output {file}"
        raise FileExists(f"{file} is there already", hint=hint)
    with whole(file) as out:
        yield out
    put(f"Written: {file}\n")

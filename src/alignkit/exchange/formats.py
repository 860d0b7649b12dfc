"""Which formats alignkit reads and writes, by name; a format's module is loaded when the format is asked for."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.exchange.losses import Loss, Written
from alignkit.library.library import Library
from alignkit.model.import_mapping import ImportMapping


class Imported(Struct, frozen=True):
    """What a foreign document was found to hold, in our own formats.

    `documents` are whole files as plain data, keys in the order of docs/formats, by the name that each should get:
    `{"x-2026.yaml": {"alignkit": "framework/1", "id": "x-2026", …}}`. `understood` says in sentences what was taken
    for what.
    """

    documents: dict[str, dict[str, Any]]
    understood: tuple[str, ...] = ()
    losses: tuple[Loss, ...] = ()


class Surroundings(Struct, frozen=True):
    """What is known besides the file: the frameworks at hand, and what the author says of it.

    `frameworks` are the ids of those that the file's codes are of, by the author's word; `mapping` says how an
    unusual layout is to be read; `into` is the curriculum that is to be brought up to date, whose ids stay.
    """

    library: Library
    frameworks: tuple[str, ...] = ()
    mapping: ImportMapping | None = None
    into: Case | None = None


class Exporter(Struct, frozen=True):
    """A format that something of ours is written in.

    `of` says what it is given: "framework" (FrameworkIndex, Library), "crosswalk" (Crosswalk, Library) or "curriculum"
    (Case). `needs` is the module of an optional extra and the extra's name.
    """

    of: str
    suffix: str
    write: Callable[..., Written]
    needs: tuple[str, str] = ("", "")


class Importer(Struct, frozen=True):
    """A format that is read: `recognises` looks at a file's name and its first bytes, `read` at name and content.

    `placed`: `read` is also given the Surroundings, in which it looks up codes. `general`: any file of the kind is
    recognised, so that formats which ask for more are asked first.
    """

    recognises: Callable[[str, bytes], bool]
    read: Callable[..., Imported]
    needs: tuple[str, str] = ("", "")
    placed: bool = False
    general: bool = False


class Format(Struct, frozen=True):
    """What a format's module offers under the name `FORMAT`."""

    title: str
    exporters: tuple[Exporter, ...] = ()
    importer: Importer | None = None


# Name, as typed after --format -> the module that knows it.
MODULES: dict[str, str] = {
    "open-badge": "open_badge",
    "elm": "elm",
    "case": "case",
    "skos": "skos",
    "skos-jsonld": "skos_jsonld",
    "opensalt": "opensalt",
    "ctdl-asn": "ctdl_asn",
    "graphml": "graphml",
    "graph-csv": "graph_csv",
    "xlsx": "sheets.xlsx",
    "ods": "sheets.ods",
    "csv": "sheets.csv",
    "moodle": "lms.moodle",
    "canvas": "lms.canvas",
}


def format_named(name: str) -> Format:
    """Return a format by its name in MODULES."""
    found = import_module(f"alignkit.exchange.{MODULES[name]}").FORMAT
    if not isinstance(found, Format):
        raise TypeError(f"{MODULES[name]}.FORMAT is no format")
    return found

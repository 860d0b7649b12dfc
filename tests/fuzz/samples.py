"""What campaigns begin with: a whole file of each format that is read, real ones first."""

import json
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook
from tests.books import saved
from tests.made import LIBRARY, crosswalk, framework, index

from alignkit.api.export import find_subject
from alignkit.exchange.formats import format_named
from alignkit.source.tree import Memory

_ROOT = Path(__file__).parents[1]
_SAMPLES = _ROOT / "samples"
COMPLETE = (_ROOT.parent / "examples" / "complete.yaml").read_text(encoding="utf-8")
_MAP: list[list[str | None]] = [
    ["BS Nursing: curriculum map"],
    ["I = Introduced, R = Reinforced, M = Mastery"],
    ["Learning outcomes", "NURS 101", "NURS 210", "VE1", "Assessment"],
    ["PLO1: Explain the roles of three professions", "I", "R", "X", "Essay (40%)"],
    ["PLO2: Communicate with patients and colleagues", None, "I, M", "ipec-2023:CC1", "OSCE"],
]
_ODS = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
<office:body><office:spreadsheet><table:table table:name="Map">%s</table:table></office:spreadsheet></office:body>
</office:document-content>"""
_BASE = "https://registry.example/resources/ce-00000000-0000-4000-8000-00000000000"


@cache
def originals(format_name: str) -> tuple[bytes, ...]:
    """Return whole files of a format that is read."""
    return tuple(dict.fromkeys((*_real(format_name), *_written(format_name), *_made(format_name))))


def _real(format_name: str) -> list[bytes]:
    patterns = {"case": "opensalt/*.json", "opensalt": "opensalt-csv/*.xlsx", "csv": "opensalt-csv/*.csv"}
    return [path.read_bytes() for path in sorted(_SAMPLES.glob(patterns.get(format_name, "none/*")))]


def _written(format_name: str) -> list[bytes]:
    """Return what alignkit itself writes in the format."""
    arguments = {
        "framework": (index(framework(notes=["A note."], levels=[["domain"], ["competency"]])), LIBRARY),
        "crosswalk": (crosswalk(), LIBRARY),
        "curriculum": find_subject(Memory({"c.yaml": COMPLETE}), "c.yaml").arguments,
    }
    return [each.write(*arguments[each.of]).data for each in format_named(format_name).exporters]


def _made(format_name: str) -> list[bytes]:
    if format_name == "ods":
        return [_ods()]
    if format_name == "xlsx":
        return [_xlsx()]
    if format_name == "csv":
        return ["\n".join(";".join(each or "" for each in row) for row in _MAP).encode("cp1252")]
    return [_ctdl()] if format_name == "ctdl-asn" else []


def _xlsx() -> bytes:
    book = Workbook()
    sheet = book.worksheets[0]
    for row in _MAP:
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    return saved(book)


def _ods() -> bytes:
    rows = "".join(f"<table:table-row>{''.join(_cell(each) for each in row)}</table:table-row>" for row in _MAP)
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS % rows)
    return out.getvalue()


def _cell(text: str | None) -> str:
    if text is None:
        return '<table:table-cell table:number-columns-repeated="1"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'


def _ctdl() -> bytes:
    """Return a framework of two competencies as the Credential Registry has them."""
    part = {"ceasn:isPartOf": f"{_BASE}0", "@type": "ceasn:Competency"}
    graph = [
        {
            "@id": f"{_BASE}0",
            "@type": "ceasn:CompetencyFramework",
            "ceasn:name": {"en-us": "Core activities", "es": "Actividades"},
            "ceasn:hasTopChild": [f"{_BASE}1"],
        },
        {**part, "@id": f"{_BASE}1", "ceasn:competencyText": {"en-us": "Care"}, "ceasn:hasChild": [f"{_BASE}2"]},
        {**part, "@id": f"{_BASE}2", "ceasn:competencyText": "Listen", "ceasn:codedNotation": "C1.1"},
    ]
    return json.dumps({"@context": "https://credreg.net/ctdlasn/schema/context/json", "@graph": graph}).encode()

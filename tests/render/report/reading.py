"""What LibreOffice makes of a document: another program's reading of it."""

import os
import subprocess
import sys
from pathlib import Path

from openxml_audit import OpenXmlValidator
from tests.tools import tool

_OPTIONAL = ("/fontTable", "/theme")


def converted(data: bytes, kind: str, to: str, folder: Path) -> bytes:
    """Return the document, of that kind ("docx"), as LibreOffice writes it in the other one ("pdf", "txt:Text")."""
    soffice = tool("soffice")
    file = folder / f"report.{kind}"
    file.write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", to, "--outdir", str(folder / "out"), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    (made,) = (folder / "out").iterdir()
    return made.read_bytes()


def pdf_text(data: bytes, folder: Path) -> str:
    """Return the text of a PDF as poppler reads it."""
    file = folder / "read.pdf"
    file.write_bytes(data)
    command = [tool("pdftotext"), "-layout", str(file), "-"]
    return subprocess.run(command, check=True, capture_output=True, timeout=60).stdout.decode()


def audited(data: bytes, kind: str, folder: Path) -> list[str]:
    """Return what a validator of Office Open XML finds in the document."""
    file = folder / f"audited.{kind}"
    file.write_bytes(data)
    found = [str(each.description) for each in OpenXmlValidator().validate(file).errors]
    # ISO 29500-1, 11.3.5 and 14.2.7: a document has at most one of either, and need not have one.
    return [each for each in found if not ("is missing" in each and each.split("'")[1].endswith(_OPTIONAL))]


_CODE = """
import sys
from importlib import import_module
from alignkit.render.report.language import language
from tests.render.report.paper import report
render = import_module("alignkit.render.report." + sys.argv[1]).render
sys.stdout.buffer.write(render(report(), language("en")))
"""


def elsewhere(format_: str, folder: Path) -> set[bytes]:
    """Return what the sample is in that format for two other processes, in another folder and two other time zones."""
    made = set()
    for seed, zone in enumerate(("Pacific/Auckland", "America/Lima")):
        around = {**os.environ, "TZ": zone, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(Path.cwd()), "LC_ALL": "C"}
        command = [sys.executable, "-c", _CODE, format_]
        made.add(subprocess.run(command, cwd=folder, env=around, check=True, capture_output=True, timeout=120).stdout)
    return made

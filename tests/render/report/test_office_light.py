"""What a format needs is loaded when it is written, not before."""

import subprocess
import sys

import pytest

_CODE = """
import sys
from importlib import import_module
import_module("alignkit.render.report." + sys.argv[1])
print(sorted({"docx", "lxml", "pikepdf", "typst", "xlsxwriter"} & set(sys.modules)))
"""


@pytest.mark.parametrize("format_", ["docx", "pdf", "xlsx"])
def test_a_format_can_be_known_without_what_it_needs(format_):
    run = subprocess.run([sys.executable, "-c", _CODE, format_], check=True, capture_output=True, text=True, timeout=60)
    assert run.stdout.strip() == "[]"

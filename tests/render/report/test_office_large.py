"""A report of 2,000 rows, and one of none."""

from importlib import import_module
from time import process_time

import pytest
from tests.render.report.paper import report

from alignkit.render.report.language import language

ENGLISH = language("en")
# Each takes from 2 to 15 seconds of a processor; what grows with the square of the rows takes minutes.
_SECONDS = 60


@pytest.mark.parametrize("format_", ["docx", "pdf", "xlsx"])
def test_two_thousand_rows_are_written_while_one_waits(format_):
    render = import_module(f"alignkit.render.report.{format_}").render
    begin = process_time()
    assert len(render(report(rows=2_000), ENGLISH)) > 50_000
    assert process_time() - begin < _SECONDS


@pytest.mark.parametrize("format_", ["docx", "pdf", "xlsx"])
def test_no_row_is_a_report_too(format_):
    assert import_module(f"alignkit.render.report.{format_}").render(report(rows=0, modules=0), ENGLISH)

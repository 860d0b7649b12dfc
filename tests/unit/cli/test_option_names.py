"""The names that options of Typer list, which it wants in an Enum of its own, are those that the code knows."""

from enum import Enum

import pytest

from alignkit.cli.commands.checking import CheckFormat
from alignkit.cli.commands.reporting import PortfolioFormatName, ReportFormatName
from alignkit.render.findings import FORMATS
from alignkit.render.report.formats import PORTFOLIO_SUFFIXES, SUFFIXES

KNOWN: list[tuple[type[Enum], list[str]]] = [
    (CheckFormat, ["text", *FORMATS]),
    (ReportFormatName, [*SUFFIXES]),
    (PortfolioFormatName, [*PORTFOLIO_SUFFIXES]),
]


@pytest.mark.parametrize(("listed", "known"), KNOWN, ids=lambda value: getattr(value, "__name__", ""))
def test_an_option_lists_what_there_is_in_its_order(listed, known):
    assert [each.value for each in listed] == known

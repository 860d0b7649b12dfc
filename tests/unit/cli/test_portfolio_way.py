"""Which way the work is shared follows from the options."""

import pytest

from alignkit.api.portfolio.here import one_by_one
from alignkit.cli import portfolio
from alignkit.cli.portfolio import PortfolioCall
from alignkit.views.portfolio.study import Unread


@pytest.mark.parametrize(("jobs", "cores", "alone"), [(1, 8, True), (0, 1, True), (0, 8, False), (2, 1, False)])
def test_one_process_needs_no_others(monkeypatch, jobs, cores, alone):
    monkeypatch.setattr(portfolio, "_cores", lambda: cores)
    assert (portfolio._way(PortfolioCall(jobs=jobs)) is one_by_one) is alone  # noqa: SLF001 - the choice is the point


def test_every_core_that_this_process_may_use_counts():
    assert portfolio._cores() >= 1  # noqa: SLF001


def test_many_files_that_are_left_out_are_named_in_part(capsys):
    unread = [Unread("a.yaml", "a.yaml:2:1: it is empty"), *(Unread(f"{n}.yaml", "it is a folder") for n in range(22))]
    portfolio._tell(unread)  # noqa: SLF001
    lines = capsys.readouterr().err.splitlines()
    assert lines[:2] == ["alignkit: left out: a.yaml:2:1: it is empty", "alignkit: left out: 0.yaml: it is a folder"]
    assert lines[20:] == ["alignkit: left out: 3 more"]

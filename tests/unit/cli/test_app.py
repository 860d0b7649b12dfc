"""Typer's ways to leave become ours."""

import sys
from types import ModuleType

import pytest

from alignkit.cli.app import run_app


class Interrupted(ModuleType):
    """A module during whose loading somebody pressed Ctrl-C."""

    def __getattr__(self, name: str) -> object:
        """Interrupt."""
        raise KeyboardInterrupt


def test_an_interruption_while_a_command_is_loaded_is_told_as_any_other(monkeypatch):
    monkeypatch.setitem(sys.modules, "alignkit.cli.portfolio", Interrupted("alignkit.cli.portfolio"))
    with pytest.raises(KeyboardInterrupt):
        run_app(["portfolio"])


@pytest.mark.parametrize(("call", "status"), [(["--version"], 0), (["portfolio", "--jobs", "-1"], 2), (["none"], 2)])
def test_a_call_that_typer_answers_keeps_its_status(call, status):
    assert run_app(call) == status

"""The light way into `check` and the Typer command take the same options and come to the same call."""

from typing import Any, get_type_hints

import pytest
from typer.main import get_command

from alignkit.cli import app
from alignkit.cli.commands import checking, options
from alignkit.cli.light import CHOICES, LISTS, OPTIONS, REPEATED, CheckCall, parse_check

CALLS = [
    [],
    ["a.yaml", "b"],
    ["--select", "C103,q3", "--select", "M", "a.yaml"],
    ["--ignore=C1"],
    ["--fail-on", "warning", "--format", "json", "-o", "out.json"],
    ["--framework", "ipec-2023", "--rubric", "hpac-2019", "--all"],
    ["-q", "a.yaml"],
    ["--quiet", "--output=x"],
    ["--cache-dir", "x", "--no-cache", "--cache-dir=y"],
    ["--format", "sarif", "--output", "a,b.sarif", "--format=text", "-o", "-"],
    ["-o", "one", "--format", "junit", "--output=two", "--format", "markdown", "a.yaml"],
]
NOT_PLAIN = [
    ["--help"],
    ["-h"],
    ["--nope"],
    ["--format", "xml"],
    ["--format"],
    ["--sel", "C"],
    ["--quiet=yes"],
    ["--fail-on", "fatal"],
    ["--select", "--all"],
    ["--", "-a.yaml"],
]


def _group() -> Any:
    return get_command(app.app)


def typer_options() -> dict[str, str]:
    """Return each option of the Typer command with the field of the call that it fills."""
    check = _group().commands["check"]
    options = [parameter for parameter in check.params if parameter.name not in ("paths", "help")]
    return {flag: parameter.name.removesuffix("_") for parameter in options for flag in parameter.opts}


def test_both_ways_know_the_same_options():
    assert typer_options() == OPTIONS


def test_both_ways_know_the_same_choices():
    assert tuple(choice.value for choice in options.FailOn) == CHOICES["fail_on"]
    assert tuple(choice.value for choice in checking.CheckFormat) == CHOICES["format"]


def test_every_list_of_the_call_is_a_list_option():
    assert set(LISTS) == {"select", "ignore", "framework", "rubric"}
    assert {field for field, kind in get_type_hints(CheckCall).items() if kind == tuple[str, ...]} == {
        *LISTS,
        *REPEATED,
        "paths",
    }
    assert {*OPTIONS.values(), "paths"} == set(CheckCall.__struct_fields__)


@pytest.mark.parametrize("arguments", CALLS, ids=" ".join)
def test_both_ways_come_to_the_same_call(arguments, monkeypatch):
    calls = []

    def note(call: CheckCall) -> int:
        calls.append(call)
        return 0

    monkeypatch.setattr("alignkit.cli.check.run_check", note)
    assert app.run_app(["check", *arguments]) == 0
    assert calls == [parse_check(arguments)]


@pytest.mark.parametrize("arguments", NOT_PLAIN, ids=" ".join)
def test_what_is_not_plain_is_left_to_typer(arguments):
    assert parse_check(arguments) is None

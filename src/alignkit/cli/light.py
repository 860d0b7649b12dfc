"""Reads the plain calls of `check` without Typer; whatever it does not know, help included, is left to Typer.

A test holds this table equal to the options of the Typer command.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from alignkit.render.findings import FORMATS

CHOICES = {
    "format": ("text", *FORMATS),
    "fail_on": ("error", "warning", "info", "never"),
}


class CheckCall(Struct, frozen=True):
    """A call of `alignkit check`, as typed."""

    paths: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    framework: tuple[str, ...] = ()
    rubric: tuple[str, ...] = ()
    fail_on: str = ""
    format: tuple[str, ...] = ()
    output: tuple[str, ...] = ()
    all: bool = False
    quiet: bool = False
    against: str = ""
    no_baseline: bool = False
    cache_dir: str = ""
    no_cache: bool = False


# Option -> the field that it fills.
OPTIONS = {
    "--select": "select",
    "--ignore": "ignore",
    "--framework": "framework",
    "--rubric": "rubric",
    "--fail-on": "fail_on",
    "--format": "format",
    "--output": "output",
    "-o": "output",
    "--all": "all",
    "--quiet": "quiet",
    "-q": "quiet",
    "--against": "against",
    "--no-baseline": "no_baseline",
    "--cache-dir": "cache_dir",
    "--no-cache": "no_cache",
}
_SWITCHES = ("all", "quiet", "no_baseline", "no_cache")
LISTS = ("select", "ignore", "framework", "rubric")
# May be given again and again, each time with one value.
REPEATED = ("format", "output")
_STDOUT = "-"


def parse_check(arguments: Sequence[str]) -> CheckCall | None:
    """Return the call, or None where anything in it is not plain: a help, an abbreviation, a mistake."""
    values: dict[str, object] = {}
    paths: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("-"):
            paths.append(word)
            continue
        name, equals, value = word.partition("=")
        field = OPTIONS.get(name)
        if field is None or (field in _SWITCHES and equals) or (field not in _SWITCHES and not (equals or waiting)):
            return None
        if field in _SWITCHES:
            values[field] = True
            continue
        given = value if equals else waiting.pop(0)
        if (given.startswith("-") and given != _STDOUT) or given not in CHOICES.get(field, (given,)):
            return None
        values[field] = _added(values.get(field, ()), field, given)
    # OPTIONS names only fields of CheckCall, which a test holds; mypy cannot see that through a dict.
    return CheckCall(paths=tuple(paths), **values)  # type: ignore[arg-type]


def _added(earlier: Any, field: str, given: str) -> object:
    """Return the value of a field with what is given now: a list grows, of a single value the last one stays."""
    if field in LISTS:
        return (*earlier, *split(given))
    return (*earlier, given) if field in REPEATED else given


def split(text: str) -> tuple[str, ...]:
    """Return the words of a list typed with commas: `C101,Q3`."""
    return tuple(word.strip() for word in text.split(",") if word.strip())

"""Where a file stops being YAML, and the most likely reason, for the person who typed it."""

from typing import Any

import yaml

from alignkit.findings import Related, Span
from alignkit.source.problem import Problem


def explain_syntax_error(error: Any, text: str, file: str) -> Problem:
    """Return the place of the likely mistake, the cause, and what to type instead.

    `error` is a MarkedYAMLError; its wording is kept only where no likelier cause is seen.
    """
    from alignkit.source.mistakes import Stop, likely_mistake  # noqa: PLC0415 - only a broken file needs them

    lines = text.split("\n")
    at = _place(error.problem_mark or error.context_mark, lines)
    began = _place(error.context_mark or error.problem_mark, lines)
    complaint = f"{error.context or ''}: {error.problem or ''}"
    found = likely_mistake(Stop(complaint, lines, at, began, _quoted_before(text, at[0])))
    related: tuple[Related, ...] = ()
    if found.at == at and began[0] != at[0] and began[1]:
        related = (Related(_one_character(began, file), "its neighbours begin here"),)
    return Problem("yaml-syntax", _one_character(found.at, file), {"cause": found.cause, "fix": found.fix}, related)


def _place(mark: Any, lines: list[str]) -> tuple[int, int]:
    """Return the line and column of a mark, from 0; libyaml puts the end of a text one line past its last."""
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _one_character(at: tuple[int, int], file: str) -> Span:
    return Span(file, at[0] + 1, at[1] + 1, at[0] + 1, at[1] + 2)


def _quoted_before(text: str, line: int) -> Any:
    """Return the last value that could be read, if it is in quotation marks and ends on the line."""
    last: Any = None
    try:
        for event in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            last = event
    except yaml.MarkedYAMLError:
        if isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"') and _ends_on(last, line):
            return last
    return None


def _ends_on(event: Any, line: int) -> bool:
    return bool(event.end_mark.line == line)

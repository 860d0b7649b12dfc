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
    last, opened = _read_before(text)
    quoted = last if _is_quoted(last, at[0]) else None
    found = likely_mistake(Stop(complaint, lines, at, began, quoted, _innermost_bracket(opened, lines)))
    related: tuple[Related, ...] = ()
    if found.at == at and began[0] != at[0] and began[1]:
        related = (Related(_one_character(began, file), "its neighbours begin here"),)
    return Problem("yaml-syntax", _one_character(found.at, file), {"cause": found.cause, "fix": found.fix}, related)


def _place(mark: Any, lines: list[str]) -> tuple[int, int]:
    """Return the line and column of a mark, from 0; libyaml puts the end of a text one line past its last."""
    return (mark.line, mark.column) if mark.line < len(lines) else (len(lines) - 1, len(lines[-1]))


def _one_character(at: tuple[int, int], file: str) -> Span:
    return Span(file, at[0] + 1, at[1] + 1, at[0] + 1, at[1] + 2)


def _read_before(text: str) -> tuple[Any, list[Any]]:
    """Return the last event before the stop, and the marks of the lists and mappings that are still open there."""
    last: Any = None
    opened: list[Any] = []
    try:
        for last in yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(last, yaml.CollectionStartEvent):
                opened.append(last.start_mark)
            elif isinstance(last, yaml.CollectionEndEvent):
                opened.pop()
    except yaml.MarkedYAMLError:
        pass  # it is being explained
    return last, opened


def _is_quoted(event: Any, line: int) -> bool:
    """Say whether the event is a text in quotation marks that ends on the line."""
    kind = event.__class__
    return kind is yaml.ScalarEvent and event.style in ("'", '"') and event.end_mark.line == line


def _innermost_bracket(opened: list[Any], lines: list[str]) -> tuple[int, int] | None:
    """Return the place of the last bracket opened; a list or mapping may also have begun without one."""
    places = (_place(start, lines) for start in reversed(opened))
    return next((place for place in places if lines[place[0]][place[1] : place[1] + 1] in ("[", "{")), None)

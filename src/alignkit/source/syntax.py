"""What a YAML parser's complaint means to the person who typed the file."""

from typing import Any

from alignkit.findings import Related, Span
from alignkit.source.problem import Problem


def explain_syntax_error(error: Any, text: str, file: str) -> Problem:
    """Return the place where parsing stopped, the likely cause and what to type instead.

    `error` is a MarkedYAMLError; its wording is kept only where no likelier cause is seen.
    """
    lines = text.split("\n")
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    line = min(line, len(lines) - 1)
    at, cause, fix = _likely_cause(error, lines, line, column)
    start = Span(file, at[0] + 1, at[1] + 1, at[0] + 1, at[1] + 2)
    related: tuple[Related, ...] = ()
    if error.context_mark and error.context_mark.line not in (at[0], line):
        opened = error.context_mark
        there = Span(file, opened.line + 1, opened.column + 1, opened.line + 1, opened.column + 2)
        related = (Related(there, "it began here"),)
    return Problem("yaml-syntax", start, {"cause": cause, "fix": fix}, related)


def _likely_cause(error: Any, lines: list[str], line: int, column: int) -> tuple[tuple[int, int], str, str]:
    """Return the place (from 0), the cause and the fix."""
    here = (line, column)
    complaint = f"{error.context or ''} {error.problem or ''}"
    typed = lines[line]
    tab = _tab_in_indent(lines, line)
    if tab is not None:
        return tab, "a tab is used to indent", "indent with spaces: two for each level"
    if "quoted scalar" in complaint:
        opened = error.context_mark
        return (opened.line, opened.column), "a quotation mark is opened and never closed", _CLOSE_QUOTE
    if "mapping values are not allowed" in complaint:
        return here, "a colon and a space inside a text look like a new key", _QUOTE_TEXT
    if "flow sequence" in complaint or "flow mapping" in complaint:
        bracket = "[" if "sequence" in complaint else "{"
        closing = "]" if bracket == "[" else "}"
        opened = error.context_mark or error.problem_mark
        fix = f"close it with {closing}, and put a comma between its entries"
        return (opened.line, opened.column), f"the bracket {bracket} is not closed as expected", fix
    if "could not find expected ':'" in complaint:
        place = (error.context_mark.line, error.context_mark.column) if error.context_mark else here
        return place, "a key is not followed by a colon and a space", "write it as `key: value`"
    if "cannot start any token" in complaint:
        sign = typed[column : column + 1]
        return here, f"a value cannot begin with {sign}", f'put the value in quotation marks: "{sign}…"'
    if "did not find expected key" in complaint or "block collection" in complaint or "block mapping" in complaint:
        return here, "this line does not fit the lines around it", _FIX_INDENT
    return here, (error.problem or "it is not valid YAML").strip(), "compare this line with an example file"


_CLOSE_QUOTE = "close it with the same mark; a mark inside the text is doubled"
_QUOTE_TEXT = 'put the whole text in quotation marks: "…: …"'
_FIX_INDENT = (
    "indent it like its neighbours (two spaces a level), begin each list entry with `- `, "
    "and put a text that holds quotation marks or a colon in quotation marks"
)


def _tab_in_indent(lines: list[str], line: int) -> tuple[int, int] | None:
    """Return where a tab indents the line or the one before it."""
    for number in (line, line - 1):
        if number < 0:
            continue
        typed = lines[number]
        indent = typed[: len(typed) - len(typed.lstrip())]
        if "\t" in indent:
            return number, indent.index("\t")
    return None

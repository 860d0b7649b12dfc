"""Snippets pasted where they say: what a person does in an editor, for tests."""

from collections.abc import Iterable, Mapping

from alignkit.findings import Span
from alignkit.source.edits import Edit, Source
from alignkit.source.pastes import Paste, Way


def pasted(texts: Mapping[str, str], pastes: Iterable[Paste]) -> dict[str, str]:
    """Return the files with each text at its place; pastes may be of several files."""
    edits: dict[str, list[Edit]] = {}
    for paste in pastes:
        edits.setdefault(paste.at.file, []).append(edit_of(Source(texts[paste.at.file]), paste))
    return {**texts, **{file: Source(texts[file]).edited(found) for file, found in edits.items()}}


def edit_of(source: Source, paste: Paste) -> Edit:
    """Return what a person types in the file."""
    text = paste.text.replace("\n", source.line_end)
    if paste.way is not Way.BELOW:
        return Edit(paste.at, text)
    end = Span("", paste.at.line, len(source.line(paste.at.line)) + 1)
    return Edit(Span("", end.line, end.column, end.line, end.column), source.line_end + text)

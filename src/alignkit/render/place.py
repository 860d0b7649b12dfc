"""A place in a file as data, the same in every JSON that alignkit writes."""

from typing import Any

from alignkit.findings import Span


def place(at: Span) -> dict[str, Any]:
    """Return the file, and where in it: lines and columns count from 1, the end is exclusive."""
    return {
        "file": at.file,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
    }

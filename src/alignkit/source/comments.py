"""The comments by which an author excuses a finding, with the line they speak of."""

import re

from msgspec import Struct

from alignkit.findings import Span
from alignkit.source.node import Node
from alignkit.source.reader import Document

_MARK = "# alignkit:"
_COMMENT = re.compile(r"# alignkit:\s*ignore\[(?P<what>[^\]]*)\](?P<reason>.*)")
_ENTRY = re.compile(r"(?P<code>[A-Za-z]\w*)(?:@(?P<subject>\S+))?")


class Suppression(Struct, frozen=True):
    """One `# alignkit: ignore[C101@VE2] reason`: which rule, about what ("" for anything), on which line."""

    code: str
    subject: str
    reason: str
    line: int
    at: Span


def suppressions(document: Document) -> tuple[Suppression, ...]:
    """Return the document's suppressions; a comment alone on its line speaks of the next line that is not one."""
    if _MARK not in document.text:
        return ()
    lines = document.text.split("\n")
    found = []
    for number, line in enumerate(lines, 1):
        match = _COMMENT.search(line) if _MARK in line else None
        if match is None or _inside_text(document.root, number, match.start() + 1):
            continue
        alone = not line[: match.start()].strip()
        target = _next_content(lines, number) if alone else number
        at = Span(document.file, number, match.start() + 1, number, len(line) + 1)
        reason = match["reason"].strip()
        found += [
            Suppression(entry["code"].upper(), entry["subject"] or "", reason, target, at)
            for entry in _ENTRY.finditer(match["what"])
        ]
    return tuple(found)


def _next_content(lines: list[str], number: int) -> int:
    for later in range(number, len(lines)):
        if lines[later].strip() and not lines[later].lstrip().startswith("#"):
            return later + 1
    return number


def _inside_text(root: Node | None, line: int, column: int) -> bool:
    """Say whether the place lies within a text of the file, where `#` is no comment."""
    waiting = [root] if root else []
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, dict):
            waiting += node.value.values()
        elif isinstance(node.value, list):
            waiting += node.value
        elif node.value is not None and (node.line, node.column) <= (line, column) < (node.end_line, node.end_column):
            return True
    return False

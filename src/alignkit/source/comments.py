"""The comments by which an author excuses a finding, with the line they speak of."""

import re
from collections.abc import Collection, Iterator

from msgspec import Struct

from alignkit.findings import Span
from alignkit.source.node import Node
from alignkit.source.reader import Document

_MARK = "ignore"
# Found without its brackets too, lest an author believe that something is excused; a reason ends at another comment.
_COMMENT = re.compile(r"#\s*alignkit:\s*ignore\b(?:\[(?P<what>[^\]]*)\])?(?P<reason>(?:(?!\s#\s).)*)")
_ENTRY = re.compile(r"(?P<code>[^\s,@]+)(?:@(?P<subject>[^\s,]+))?")


class Suppression(Struct, frozen=True):
    """One `# alignkit: ignore[C101@VE2] reason`: which rule, about what ("" for anything), on which line.

    `code` is "" where the comment names no rule.
    """

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
    marked = {number: _COMMENT.search(line) for number, line in enumerate(lines, 1) if _MARK in line}
    texts = _texts(document.root, marked.keys())
    contents = _next_contents(lines)
    return tuple(
        suppression
        for number, match in marked.items()
        if match and not any(_holds(text, number, match.start() + 1) for text in texts.get(number, ()))
        for suppression in _suppressions(document.file, number, match, contents)
    )


def _suppressions(file: str, number: int, match: re.Match[str], contents: list[int]) -> Iterator[Suppression]:
    alone = not match.string[: match.start()].strip()
    target = contents[number] if alone else number
    at = Span(file, number, match.start() + 1, number, match.end() + 1)
    reason = match["reason"].strip()
    entries = [(entry["code"].upper(), entry["subject"] or "") for entry in _ENTRY.finditer(match["what"] or "")]
    for code, subject in entries or [("", "")]:
        yield Suppression(code, subject, reason, target, at)


def _next_contents(lines: list[str]) -> list[int]:
    """Return for each line (from 1; the first entry is the file's top) the next that is no comment, or itself."""
    found = list(range(len(lines) + 1))
    following = 0
    for number in range(len(lines), 0, -1):
        found[number] = following or number
        if lines[number - 1].strip() and not lines[number - 1].lstrip().startswith("#"):
            following = number
    return found


def _texts(root: Node | None, lines: Collection[int]) -> dict[int, list[Node]]:
    """Return the texts, keys among them, that lie on each of the lines: within them `#` is no comment."""
    found: dict[int, list[Node]] = {}
    waiting = [root] if root else []
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, dict):
            waiting += node.value.values()
            waiting += [child.key for child in node.value.values() if child.key]
        elif isinstance(node.value, list):
            waiting += node.value
        elif node.value is not None and _MARK in node.value:
            for line in range(node.line, node.end_line + 1):
                if line in lines:
                    found.setdefault(line, []).append(node)
    return found


def _holds(node: Node, line: int, column: int) -> bool:
    return (node.line, node.column) <= (line, column) < (node.end_line, node.end_column)

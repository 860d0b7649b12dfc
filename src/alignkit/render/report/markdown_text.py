"""The pieces of a report in Markdown: runs, anchors, lines to copy."""

import re

from alignkit.render.markdown_text import escaped
from alignkit.render.report.blocks import Run, Runs
from alignkit.render.style import safe

_NO_TARGET = re.compile(r"[\s<>()\\]")
_FENCES = re.compile(r"`{3,}")


def line_of(runs: Runs) -> str:
    """Return runs as one line."""
    return "".join(map(_run, runs)).strip()


def _run(run: Run) -> str:
    text = escaped(run.text)
    before, after = (" " if sign.isspace() else "" for sign in (run.text[:1], run.text[-1:]))
    if not text:
        return before or after
    if run.tone == "strong":
        text = f"**{text}**"
    if run.link:
        text = f"[{text}]({_target(run.link)})"
    return f"{before}{text}{after}"


def _target(link: str) -> str:
    return _NO_TARGET.sub(lambda sign: f"%{ord(sign[0]):02X}", safe(link))


def anchored(name: str) -> str:
    """Return a place that links lead to."""
    return f'<a id="{name}"></a>'


def code_block(text: str) -> str:
    """Return lines to copy, fenced by more backquotes than stand in them."""
    plain = "\n".join(map(safe, text.split("\n")))
    fence = "`" * max([3, *(len(found) + 1 for found in _FENCES.findall(plain))])
    return f"{fence}yaml\n{plain}\n{fence}"

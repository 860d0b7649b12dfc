"""Text in Markdown as it stands: no markup, no HTML, nobody mentioned, no link made."""

import re

from alignkit.render.style import safe

_MARKUP = re.compile(r"([\\`*_\[\]<>|~$])")
# A comment between them keeps GitHub from reading a mention, the number of an issue, or an address.
_CALLS = re.compile(r"(@(?=\w)|#(?=\d)|:(?=//)|www(?=\.))")
# What makes a heading, a list or a rule of a line that begins with it.
_OPENING = re.compile(r"^(\d*)([#+\-=.)])(?=[\s#+\-=]|$)")


def escaped(text: str) -> str:
    """Return the text on one line such that Markdown shows it as it is, within a line or a table."""
    marked = _MARKUP.sub(r"\\\1", " ".join(safe(text).replace("&", "&amp;").split()))
    return _CALLS.sub(r"\1<!-- -->", marked)


def opened(line: str) -> str:
    """Return an escaped line such that it opens a paragraph, not a heading or a list."""
    return _OPENING.sub(r"\1\\\2", line)

"""Descriptions in HTML, as Moodle keeps them, as plain text."""

import re
from html.parser import HTMLParser

# What Moodle writes for a description in HTML; it is what is meant where nothing stands there.
_HTML = ("", "1")
_BLOCKS = ("p", "br", "div", "li", "ul", "ol", "td", "tr", "script", "h1", "h2", "h3", "h4", "h5", "h6")


class _Text(HTMLParser):
    """Gathers the text of HTML, and whether it had any markup but paragraphs."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.markup = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - HTMLParser's
        self.parts.append(" " if tag in _BLOCKS else "")
        self.markup = self.markup or tag not in ("p", "br")

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(" " if tag in _BLOCKS else "")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def plain_text(text: str, format_: str) -> tuple[str, bool]:
    """Return a description as plain text, and whether markup was left out."""
    if format_ not in _HTML or not re.search(r"[<&]", text):
        return text, False
    parser = _Text()
    parser.feed(text)
    parser.close()
    return " ".join("".join(parser.parts).split()), parser.markup

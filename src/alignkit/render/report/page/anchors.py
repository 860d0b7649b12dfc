"""Where links lead: ids that are given once, and addresses that a reader may be sent to."""

import re

from alignkit.render.report.blocks import Document, Picture, Section, Table, tables, walk

_ADDRESS = re.compile(r"https?://[^\s\x00-\x20\x7f]+")


class Ids:
    """Gives each id of a page once."""

    def __init__(self) -> None:
        """Begin with none given."""
        self._given: set[str] = set()

    def __call__(self, name: str) -> str:
        """Return the name, with a number where it has been given before: links lead to the first."""
        free, number = name, 1
        while free in self._given:
            number += 1
            free = f"{name}-{number}"
        self._given.add(free)
        return free


class Links:
    """Knows which links of a document lead somewhere that is safe to go to."""

    def __init__(self, document: Document) -> None:
        """Take the anchors that there are in the document."""
        parts = (block for block, _ in walk(document.sections) if isinstance(block, (Section, Table, Picture)))
        rows = (row for table in tables(document) for row in table.rows if row.anchor)
        self._anchors = {
            *(part.id for part in parts),
            *(table.id for table in tables(document)),
            *(row.anchor for row in rows),
        }

    def __call__(self, link: str) -> str:
        """Return the link if it is an anchor of the document or an address on the web, else ""."""
        if link.startswith("#"):
            return link if link[1:] in self._anchors else ""
        return link if _ADDRESS.fullmatch(link) else ""

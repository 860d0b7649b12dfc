"""OpenSALT's CSV of items, whose columns name what each item is a child of, precedes or matches -> a CASE package."""

from collections.abc import Iterator
from typing import Any

from alignkit.exchange.opensalt.columns import LINKS, plain
from alignkit.exchange.opensalt.package import UNNAMED
from alignkit.exchange.opensalt.sheet import Row, Sheet

# The columns, by the attributes of CASE that they hold.
COLUMNS = (
    "identifier", "fullStatement", "humanCodingScheme", "sequenceNumber", "abbreviatedStatement", "conceptKeywords",
    "notes", "language", "educationLevel", "CFItemType", "license", "CFAssociationGroupIdentifier",
)  # fmt: skip
_NOT_OF_ITEMS = ("identifier", "sequenceNumber")


def package_of_items(title: str, items: Sheet) -> dict[str, Any]:
    """Return the package of the items; the file says nothing of the document but its name."""
    identifiers = {row.number: row.text("identifier") or f"{UNNAMED}{row.number}" for row in items.rows}
    keys = ("identifier", "humanCodingScheme")
    known = {row.text(key): identifiers[row.number] for key in keys for row in items.rows}
    document = f"{UNNAMED}1"
    associations = []
    for row in items.rows:
        links = list(_links(row, known))
        if not any(type_ == "isChildOf" for type_, _ in links):
            links.append(("isChildOf", document))
        associations += [_association(row, identifiers[row.number], type_, other) for type_, other in links]
    return {
        "CFDocument": {"identifier": document, "title": title},
        "CFItems": [_item(row, identifiers[row.number]) for row in items.rows],
        "CFAssociations": associations,
    }


def _item(row: Row, identifier: str) -> dict[str, Any]:
    said = {key: text for key, text in row.texts.items() if plain(key) not in LINKS and key not in _NOT_OF_ITEMS}
    return {"identifier": identifier, **said}


def _links(row: Row, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the type and the other end of each association in the row; several codes in a cell have commas between."""
    for key, text in row.texts.items():
        if plain(key) in LINKS:
            for part in [text] if text in known else text.split(","):
                if part.strip():
                    yield LINKS[plain(key)], known.get(part.strip(), part.strip())


def _association(row: Row, origin: str, type_: str, other: str) -> dict[str, Any]:
    number = row.text("sequenceNumber")
    order = {"sequenceNumber": number} if type_ == "isChildOf" and number else {}
    ends = {"originNodeURI": {"identifier": origin}, "destinationNodeURI": {"identifier": other}}
    return {"associationType": type_, **ends, **order}

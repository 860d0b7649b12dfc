"""Several documents that came in one file, each under a name of its own."""

from collections.abc import Iterable
from itertools import count
from typing import Any


def together(documents: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the documents by the names of their files; a second one of an id has a number behind its own."""
    found: dict[str, dict[str, Any]] = {}
    for document in documents:
        ids = (document["id"] if n == 1 else f"{document['id']}-{n}" for n in count(1))
        id_ = next(id_ for id_ in ids if f"{id_}.yaml" not in found)
        found[f"{id_}.yaml"] = {**document, "id": id_}
    return found

"""Several documents that came in one file, each under a name of its own."""

from collections.abc import Iterable
from typing import Any


def together(documents: Iterable[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return the documents by the names of their files; a second one of an id has a number behind its own."""
    found: dict[str, dict[str, Any]] = {}
    last: dict[str, int] = {}
    for document in documents:
        id_ = own = document["id"]
        while f"{id_}.yaml" in found:
            last[own] = last.get(own, 1) + 1
            id_ = f"{own}-{last[own]}"
        found[f"{id_}.yaml"] = {**document, "id": id_}
    return found

"""What alignkit keeps in one text of JSON, since SKOS has no terms for it."""

import json
from typing import Any

from alignkit.exchange.skos.graph_in import Statements
from alignkit.exchange.tally import Tally


def more_of(statements: Statements, iri: str, tally: Tally) -> dict[str, Any]:
    """Return the object that the text of a node holds, an empty one where there is none or it is no JSON."""
    text = statements.text(iri, "alignkit:more")
    try:
        given = json.loads(text or "{}")
    except (ValueError, RecursionError):
        given = None
    if isinstance(given, dict):
        return given
    tally.lose(f"<{iri}>", "`alignkit:more`", "it is no JSON object")
    return {}

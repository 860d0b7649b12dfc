"""Columns whose name alone does not say what they hold, such as Domain or Type: what stands in them tells."""

from alignkit.exchange.sheets.grid import Grid, Place
from alignkit.model.vocabulary import DOMAINS, PURPOSES

# The name of a column, the role that it has where all its values are these words, and the words.
_BY_CONTENT = {"domain": ("domain", frozenset(DOMAINS.words)), "type": ("purpose", frozenset(PURPOSES.words))}


def settled(role: str, grid: Grid, head: Place) -> str:
    """Return the role of a column: by its contents where its name may mean several."""
    known = _BY_CONTENT.get(grid.texts.get(head, "").strip().casefold())
    if known is None or role not in ("", "item"):
        return role
    texts = {text.casefold() for (row, column), text in grid.texts.items() if column == head[1] and row > head[0]}
    return known[0] if texts <= known[1] else role

"""A column called Domain: that of a framework, or knowledge, skills and attitudes; what stands in it tells."""

from alignkit.exchange.sheets.grid import Grid, Place
from alignkit.model.vocabulary import DOMAINS


def settled(role: str, grid: Grid, head: Place) -> str:
    """Return the role of a column, by its contents where its name is Domain."""
    if role != "item" or grid.texts.get(head, "").strip().casefold() != "domain":
        return role
    texts = {text.casefold() for (row, column), text in grid.texts.items() if column == head[1] and row > head[0]}
    return "domain" if texts <= set(DOMAINS.words) else "item"

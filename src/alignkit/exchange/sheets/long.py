"""A curriculum as one long table in CSV: a row for each alignment, so that a line is one fact."""

from collections.abc import Iterator

from alignkit.analysis.case import Case
from alignkit.exchange.behind import frameworks_left, keys_left, sections_left
from alignkit.exchange.losses import Loss, Written
from alignkit.exchange.sheets.outcomes import OUTCOME_KEYS, OWN_HEADER, Told, own_values, told
from alignkit.exchange.sheets.text_table import table_bytes

_HEADER = [*OWN_HEADER, "Framework item", "Item text", "Depth", "Strength", "Why"]
_LINK_KEYS = ("to", "depth", "strength", "why")


def write_long(case: Case) -> Written:
    """Return the outcomes and what they serve as CSV."""
    shown = told(case)
    return Written(table_bytes([_HEADER, *_rows(shown)]), tuple(_losses(case, shown)))


def _rows(shown: Told) -> Iterator[list[str]]:
    for outcome in shown.outcomes:
        own = list(own_values(outcome))
        for link in shown.links.get(outcome.id, ()):
            item = link.reference.item
            alignment = link.alignment
            words = item.item.words if item else ""
            yield [*own, alignment.to, words, alignment.depth, alignment.strength, alignment.why]
        if not shown.links.get(outcome.id):
            yield [*own, "", "", "", "", ""]


def _losses(case: Case, shown: Told) -> Iterator[Loss]:
    yield from sections_left(case.curriculum, ("outcomes", "frameworks"))
    yield from frameworks_left(case.curriculum)
    yield from shown.losses
    for outcome in shown.outcomes:
        yield from keys_left(outcome, outcome.id, OUTCOME_KEYS)
        for link in shown.links.get(outcome.id, ()):
            yield from keys_left(link.alignment, f"{outcome.id} on {link.alignment.to}", _LINK_KEYS)

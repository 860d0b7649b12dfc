"""A framework's items in the order in which lists of an LMS need them: each parent before what is below it."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.errors import NotExported
from alignkit.exchange.losses import Loss
from alignkit.exchange.sheets.text_table import guarded
from alignkit.model.framework import Framework, Item
from alignkit.model.located import Located
from alignkit.wording import count, shortened

_GUARD = "a spreadsheet would take it for a formula, so an apostrophe was put in front"


class Placed(Struct, frozen=True):
    """An item with the code of the one above it ("" at the top) and its depth, from 0."""

    item: Item
    parent: str
    depth: int


def items_in(framework: Framework) -> tuple[Placed, ...]:
    """Return every item with its parent, in the publisher's order.

    Raises NotExported where an item has no code, or two have one: the other side would drop one of them.
    """
    above: list[str] = []
    found = []
    for item, depth in framework.walk():
        del above[depth:]
        found.append(Placed(item, above[-1] if above else "", depth))
        above.append(item.code)
    _told_apart((placed.item.code, placed.item) for placed in found)
    return tuple(found)


def _told_apart(named: Iterable[tuple[str, Located]]) -> None:
    seen: set[str] = set()
    for code, record in named:
        if not code or code in seen:
            cause = f'two items have the code "{code}"' if code else "an item has no code"
            hint = "the other side would drop one without a word: give each item a code of its own"
            raise NotExported(cause, where=str(record.at), hint=hint)
        seen.add(code)


def refuse(cause: str, record: Located, limit: str) -> NotExported:
    """Return the error that says what the other side would drop, and by which limit of its own."""
    return NotExported(cause, where=str(record.at), hint=limit)


def names(item: Item, most: int) -> tuple[str, str]:
    """Return a name of at most so many characters for an item, and a description, "" where the name says it all."""
    name = next((text for text in (item.title, item.text) if text.strip()), item.code)
    cut = shortened(name, most)
    return cut, item.text or (name if cut != name else "")


def cut_titles(placed: Iterable[Placed], most: int) -> Iterator[Loss]:
    """Yield the titles that are longer than the other side takes."""
    for each in placed:
        if len(each.item.title) > most:
            yield Loss(str(each.item.at), f"the end of the title of {each.item.code}", f"names are cut at {most}")


def said_of_items(placed: Iterable[Placed], carried: Iterable[str]) -> Iterator[Loss]:
    """Yield one loss for each key that items have and the other side has no place for, with how many have it."""
    found: dict[str, list[Item]] = {}
    for each in placed:
        given = each.item.origin.node.value
        for key in given if isinstance(given, dict) else ():
            if key not in carried:
                found.setdefault(key, []).append(each.item)
    for key, items in sorted(found.items()):
        yield Loss(str(items[0].at), f"{key} of {count(len(items), 'item')}", "there is no place for it")


def guarded_row(row: dict[str, str], record: Located, losses: list[Loss]) -> dict[str, str]:
    """Return a row with each cell guarded that a spreadsheet would take for a formula, and name those."""
    safe = {key: guarded(value) for key, value in row.items()}
    losses += [Loss(str(record.at), shortened(row[key], 40), _GUARD) for key in row if safe[key] != row[key]]
    return safe

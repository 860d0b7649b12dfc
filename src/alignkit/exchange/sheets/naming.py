"""Which frameworks the codes in a file are of: as its author says, or as the file names them itself."""

from collections.abc import Mapping
from pathlib import PurePath

from alignkit.exchange.formats import Surroundings
from alignkit.exchange.sheets.codes import Codes, Found
from alignkit.exchange.sheets.facts import Facts
from alignkit.exchange.sheets.grid import Book
from alignkit.exchange.sheets.names import Names
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.wording import listed

_LONGEST = 300
_MOST = 5_000


def codes_of(name: str, book: Book, surroundings: Surroundings, facts: Facts) -> Codes:
    """Return the codes of the frameworks that a file speaks of, and say how they are known."""
    library = surroundings.library
    names = Names(library)
    items = surroundings.mapping.items if surroundings.mapping else {}
    frameworks = _as_said(surroundings, facts) or _as_named(name, book, (library, names, items), facts)
    return Codes(library, names, frameworks, items)


def _as_said(surroundings: Surroundings, facts: Facts) -> tuple[FrameworkIndex, ...]:
    """Return the frameworks that the author names, or that the curriculum to be brought up to date uses."""
    said = tuple(index for id_ in surroundings.frameworks if (index := surroundings.library.find(id_)))
    used = tuple(index for _, index in surroundings.into.uses) if surroundings.into else ()
    if said or used:
        why = "as you said" if said else "as the curriculum says"
        facts.understood.append(f"Codes are of {listed(index.id for index in said or used)}, {why}.")
    return said or used


def _as_named(
    name: str, book: Book, known: tuple[Library, Names, Mapping[str, str]], facts: Facts
) -> tuple[FrameworkIndex, ...]:
    """Return the frameworks that the file names; of a name's editions the one that has more of the codes."""
    library, names, items = known
    short = [text for grid in book.grids for text in grid.texts.values() if len(text) <= _LONGEST]
    cells = list(dict.fromkeys(short))[:_MOST]
    texts = [PurePath(name).stem.replace("_", " "), *(grid.name for grid in book.grids), *cells]
    found = names.named_in(texts)
    if found:
        facts.understood.append(f"Codes are of {listed(index.id for index in found)}, which the file names.")
        return found
    editions = names.editions_in(texts)
    has = {index.id: _found_in(cells, Codes(library, names, (index,), items)) for index in editions}
    best = [each for each in editions if all(has[each.id] > has[other.id] for other in editions if other is not each)]
    if best and has[best[0].id]:
        others = listed((index.id for index in editions if index is not best[0]), "or")
        fewer = f", and {others} has fewer of them" if others else ""
        facts.understood.append(f"Codes are of {best[0].id}: the file names no edition{fewer}.")
        return (best[0],)
    return ()


def _found_in(cells: list[str], codes: Codes) -> set[str]:
    """Return the texts that name an item."""
    return {text for cell in cells for text in codes.several(cell) if isinstance(codes.find(text), Found)}

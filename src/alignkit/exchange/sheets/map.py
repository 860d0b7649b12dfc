"""A file with curriculum maps -> one curriculum: what each sheet was understood as, and every cell that was not."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from unicodedata import normalize

from alignkit.exchange.formats import Imported, Surroundings
from alignkit.exchange.losses import Loss
from alignkit.exchange.sheets.codes import Codes, Found
from alignkit.exchange.sheets.crossing import read_matrix
from alignkit.exchange.sheets.depths import legend_in
from alignkit.exchange.sheets.document import curriculum
from alignkit.exchange.sheets.facts import Facts
from alignkit.exchange.sheets.grid import Book, Grid, Place, column_letters, spread
from alignkit.exchange.sheets.matrix import find_matrix
from alignkit.exchange.sheets.records import read_table
from alignkit.exchange.sheets.table import find_table
from alignkit.library.index import FrameworkIndex
from alignkit.library.library import Library
from alignkit.model.import_mapping import ImportMapping, SheetMapping
from alignkit.wording import listed, shortened

_LONGEST_NAME = 300
_SHORT = 60
_LONGEST_ID = 60


def read_map(name: str, book: Book, surroundings: Surroundings) -> Imported:
    """Return the curriculum that the sheets of a file amount to."""
    mapping = surroundings.mapping
    facts = Facts(surroundings.into)
    facts.understood += book.remarks
    facts.losses += book.losses
    codes = _codes(name, book, surroundings, facts)
    title = mapping.title if mapping else ""
    for grid in book.grids:
        said = _said(mapping, grid)
        used = _read_sheet(grid, said, codes, mapping, facts)
        heading = _heading(grid, used) if used and not title else None
        if heading:
            title = " ".join(grid.texts[heading].split())
            facts.understood.append(f'{grid.address(heading)}: the title, "{shortened(title, _SHORT)}".')
        if used:
            facts.losses += _left_over(grid, used | ({heading} if heading else set()))
    stem = PurePath(name).stem
    id_ = (mapping.id if mapping else "") or _id_of(stem)
    if not (facts.outcomes or facts.modules or facts.assessments):
        return Imported({}, tuple(facts.understood), tuple(facts.losses))
    document = curriculum(facts, id_, title or stem)
    return Imported({f"{id_}.yaml": document}, tuple(facts.understood), tuple(facts.losses))


def _said(mapping: ImportMapping | None, grid: Grid) -> SheetMapping | None:
    sheets = mapping.sheets if mapping else ()
    return next((sheet for sheet in sheets if sheet.sheet in ("", grid.name)), None)


def _id_of(stem: str) -> str:
    plain = normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-") or "imported"


def _codes(name: str, book: Book, surroundings: Surroundings, facts: Facts) -> Codes:
    """Return the codes of the frameworks that the author names, else of those that the file names itself."""
    library, mapping = surroundings.library, surroundings.mapping
    items = mapping.items if mapping else {}
    said = tuple(index for id_ in surroundings.frameworks if (index := library.find(id_)))
    used = tuple(index for _, index in surroundings.into.uses) if surroundings.into and not said else ()
    if said or used:
        why = "as you said" if said else "as the curriculum says"
        facts.understood.append(f"Codes are of {listed(index.id for index in said or used)}, {why}.")
        return Codes(library, said or used, items)
    texts = [PurePath(name).stem.replace("_", " "), *(grid.name for grid in book.grids), *_short_texts(book)]
    known = Codes(library, (), items)
    found = known.named_in(texts)
    if found:
        facts.understood.append(f"Codes are of {listed(index.id for index in found)}, which the file names.")
        return Codes(library, found, items)
    editions = known.editions_in(texts)
    found = _one_edition(editions, _short_texts(book), library)
    if found:
        others = listed((index.id for index in editions if index not in found), "or")
        facts.understood.append(
            f"Codes are of {found[0].id}: the file names no edition, and {others} has fewer of them."
        )
    return Codes(library, found, items)


def _short_texts(book: Book) -> list[str]:
    return [text for grid in book.grids for text in grid.texts.values() if len(text) <= _LONGEST_NAME]


def _one_edition(
    editions: tuple[FrameworkIndex, ...], texts: list[str], library: Library
) -> tuple[FrameworkIndex, ...]:
    """Return the edition that has every code of the others and more, where a name such as IPEC may mean several."""
    found = {index.id: _texts_found(Codes(library, (index,)), texts) for index in editions}
    best = [each for each in editions if all(found[each.id] > found[other.id] for other in editions if other != each)]
    return tuple(best) if best and found[best[0].id] else ()


def _texts_found(codes: Codes, texts: list[str]) -> set[str]:
    """Return the texts that name an item, by references of their own not counted."""
    return {text for cell in texts for text in codes.several(cell) if isinstance(codes.find(text), Found)}


def _read_sheet(
    grid: Grid, said: SheetMapping | None, codes: Codes, mapping: ImportMapping | None, facts: Facts
) -> frozenset[Place]:
    """Add what a sheet says to the facts, and return the cells that were understood."""
    if said and said.layout == "skip":
        facts.understood.append(f"Sheet {grid.name}: left out, as you said.")
        return frozenset()
    shown = spread(grid)
    _say_hidden(grid, facts)
    letters = dict(mapping.letters) if mapping else {}
    matrix = None if said and said.layout == "table" else find_matrix(shown, said)
    if matrix and read_matrix(shown, matrix, codes, letters, facts):
        return matrix.used | _legend(grid)
    table = None if said and said.layout == "matrix" else find_table(shown, codes, said)
    if table:
        read_table(shown, table, codes, letters, facts)
        return table.used | _legend(grid)
    if grid.texts and not matrix:
        why = "no table or matrix was recognised in it: say in a mapping file how it is to be read"
        facts.lose(grid.name, "the whole sheet", why)
    return frozenset()


def _legend(grid: Grid) -> frozenset[Place]:
    return frozenset(place for place, text in grid.texts.items() if legend_in((text,)))


def _say_hidden(grid: Grid, facts: Facts) -> None:
    rows = sorted({row for row, _ in grid.texts if row in grid.hidden_rows})
    columns = sorted({column for _, column in grid.texts if column in grid.hidden_columns})
    hidden = [f"row {row}" for row in rows] + [f"column {column_letters(column)}" for column in columns]
    if hidden:
        sheet = f"Sheet {grid.name}: " if grid.name else ""
        facts.understood.append(f"{sheet}{listed(hidden, most=8)} hidden, and read all the same.")


def _heading(grid: Grid, used: frozenset[Place]) -> Place | None:
    """Return the cell with the title: the first text above what was understood."""
    top = min(row for row, _ in used)
    above = sorted(place for place in grid.texts if place[0] < top and place not in used)
    return above[0] if above else None


def _left_over(grid: Grid, used: frozenset[Place] | set[Place]) -> Iterator[Loss]:
    """Yield what stands in cells that were not understood, a run of cells in one column at a time."""
    places = sorted((place for place in grid.texts if place not in used), key=lambda place: (place[1], place[0]))
    runs: list[list[Place]] = []
    for place in places:
        if runs and runs[-1][-1][1] == place[1] and place[0] - runs[-1][-1][0] == 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    for run in sorted(runs):
        texts = listed((f'"{shortened(grid.texts[place], _SHORT // 2)}"' for place in run), most=2)
        yield Loss(grid.area(run[0], run[-1]), texts, "it is outside of what was understood")

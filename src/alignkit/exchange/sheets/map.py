"""A file with curriculum maps -> one curriculum: what each sheet was understood as, and every cell that was not."""

import re
from collections.abc import Iterator
from pathlib import PurePath
from unicodedata import normalize

from alignkit.exchange.formats import Imported, Surroundings
from alignkit.exchange.losses import Loss
from alignkit.exchange.sheets.codes import Codes
from alignkit.exchange.sheets.crossing import can_be_read, kinds_of, lose_matrix, read_matrix
from alignkit.exchange.sheets.depths import legend_in
from alignkit.exchange.sheets.document import curriculum
from alignkit.exchange.sheets.facts import Facts
from alignkit.exchange.sheets.grid import Book, Grid, Place, column_letters, spread
from alignkit.exchange.sheets.matrix import find_matrix
from alignkit.exchange.sheets.naming import codes_of
from alignkit.exchange.sheets.page import Page
from alignkit.exchange.sheets.records import read_table
from alignkit.exchange.sheets.table import find_table
from alignkit.model.import_mapping import ImportMapping, SheetMapping
from alignkit.wording import listed, shortened

_SHORT = 60
_LONGEST_ID = 60
_MOST_HIDDEN = 8


def read_map(name: str, book: Book, surroundings: Surroundings) -> Imported:
    """Return the curriculum that the sheets of a file amount to."""
    mapping = surroundings.mapping
    facts = Facts(surroundings.into)
    facts.understood += book.remarks
    facts.losses += book.losses
    codes = codes_of(name, book, surroundings, facts)
    titles = [mapping.title] if mapping and mapping.title else []
    for grid in book.grids:
        titles += _read_sheet((name, grid), mapping, codes, facts)
    if facts.programme:
        facts.understood.append("The map names courses, so that the whole is a programme.")
    stem = PurePath(name).stem
    id_ = (mapping.id if mapping else "") or _id_of(stem)
    documents = {}
    if facts.outcomes or facts.modules or facts.assessments:
        documents[f"{id_}.yaml"] = curriculum(facts, id_, next(iter(titles), stem))
    return Imported(documents, tuple(facts.understood), tuple(dict.fromkeys(facts.losses)))


def _id_of(stem: str) -> str:
    plain = normalize("NFKD", stem).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-") or "imported"


def _read_sheet(sheet: tuple[str, Grid], mapping: ImportMapping | None, codes: Codes, facts: Facts) -> Iterator[str]:
    """Add what a sheet says to the facts, name the cells that were not understood, and yield its title if any."""
    name, grid = sheet
    said = next((each for each in (mapping.sheets if mapping else ()) if each.sheet in ("", grid.name)), None)
    if said and said.layout == "skip":
        facts.understood.append(f"Sheet {grid.name}: left out, as you said.")
        return
    _say_hidden(grid, facts)
    page = Page(spread(grid, name), codes, mapping.letters if mapping else {}, facts)
    used = _understood(page, said)
    if not used:
        return
    used |= {place for place, text in grid.texts.items() if legend_in((text,))}
    heading = _heading(grid, used)
    if heading:
        used.add(heading)
        title = " ".join(grid.texts[heading].split())
        facts.understood.append(f'{grid.address(heading)}: the title, "{shortened(title, _SHORT)}".')
        yield title
    facts.losses += _left_over(grid, used)


def _understood(page: Page, said: SheetMapping | None) -> set[Place]:
    """Return the cells of a sheet that were understood: as a matrix, else as a table, else none."""
    layout = said.layout if said else ""
    matrix = find_matrix(page.grid, said) if layout != "table" else None
    kinds = kinds_of(matrix, page.codes) if matrix else ("", "")
    if matrix and can_be_read(kinds):
        read_matrix(page, matrix, kinds)
        return set(matrix.used)
    table = find_table(page.grid, page.codes, said) if layout != "matrix" else None
    if table:
        read_table(page, table)
        return set(table.used)
    if matrix:
        lose_matrix(page, matrix, kinds)
    elif page.grid.texts:
        why = "no table or matrix was recognised in it: say in a mapping file how it is to be read"
        page.facts.lose(page.grid.name, "the whole sheet", why)
    return set()


def _say_hidden(grid: Grid, facts: Facts) -> None:
    rows = sorted({row for row, _ in grid.texts if row in grid.hidden_rows})
    columns = sorted({column for _, column in grid.texts if column in grid.hidden_columns})
    hidden = [f"row {row}" for row in rows] + [f"column {column_letters(column)}" for column in columns]
    if hidden:
        sheet = f"Sheet {grid.name}: " if grid.name else ""
        facts.understood.append(f"{sheet}{listed(hidden, most=_MOST_HIDDEN)} hidden, and read all the same.")


def _heading(grid: Grid, used: set[Place]) -> Place | None:
    """Return the cell with the title: the first text above what was understood."""
    top = min(row for row, column in used if (row, column) in grid.texts)
    return min((place for place in grid.texts if place[0] < top and place not in used), default=None)


def _left_over(grid: Grid, used: set[Place]) -> Iterator[Loss]:
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

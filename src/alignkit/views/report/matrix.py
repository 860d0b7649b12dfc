"""The curriculum map in the convention of the field: items by modules, introduced, reinforced, mastered."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case, Link
from alignkit.analysis.coverage import Coverage
from alignkit.findings import Span
from alignkit.model.vocabulary import DEPTHS

# What maps of curricula write in a cell; X: addressed, without a depth that is stated.
LETTERS = {"introduce": "I", "reinforce": "R", "master": "M", "": "X"}
_ORDER = (*DEPTHS.words, "")


class MatrixRowView(Struct, frozen=True):
    """An item, and for each module the letters of the depths to which its activities take it."""

    ref: str
    code: str
    words: str
    verified: bool
    cells: tuple[tuple[str, ...], ...]
    at: Span


class MatrixView(Struct, frozen=True):
    """One framework's items in scope by the curriculum's modules, each module with its id and title."""

    modules: tuple[tuple[str, str], ...]
    rows: tuple[MatrixRowView, ...]


def matrix_view(case: Case, coverage: Coverage) -> MatrixView:
    """Return the map of one framework; a partial alignment counts, since the cell says depth, not coverage."""
    links: dict[str, list[Link]] = {}
    for link in case.links:
        if link.reference.item:
            links.setdefault(link.reference.item.ref, []).append(link)
    return MatrixView(
        modules=tuple((module.id, module.title) for module in case.modules),
        rows=tuple(
            MatrixRowView(
                ref=covered.item.ref,
                code=covered.item.code,
                words=covered.item.item.words,
                verified=covered.item.item.verified,
                cells=_cells(case, links.get(covered.item.ref, ())),
                at=covered.item.item.at,
            )
            for covered in coverage.items
        ),
    )


def _cells(case: Case, links: Iterable[Link]) -> tuple[tuple[str, ...], ...]:
    found: dict[int, set[str]] = {}
    position = {id(module): number for number, module in enumerate(case.modules)}
    for link in links:
        for activity in case.activities_of.get(link.outcome.id, ()):
            found.setdefault(position[id(case.module_of[activity])], set()).add(link.alignment.depth)
    return tuple(
        tuple(LETTERS[depth] for depth in _ORDER if depth in found.get(number, ()))
        for number in range(len(case.modules))
    )

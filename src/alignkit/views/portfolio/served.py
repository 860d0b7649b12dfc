"""What one curriculum does for the items of a framework, as rows that any table can be made from."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, Links, Step, cover_item, scope_of
from alignkit.analysis.shares import ONE, billionths
from alignkit.library.index import FrameworkIndex, Placed


class Served(Struct, frozen=True):
    """An item that an outcome aligns with; `step` counts only where it is a leaf in scope."""

    code: str
    step: int
    outcomes: int
    partial: int
    activities: int
    assessments: int
    hours: float | None
    professions: tuple[str, ...]


class FrameworkServed(Struct, frozen=True):
    """A framework in a curriculum: its role there, the branches to which it is limited, and the items it serves.

    `in_scope` are the codes of the leaves that count; None where all of them do.
    """

    framework: str
    role: str
    in_scope: frozenset[str] | None
    items: tuple[Served, ...]


def served(case: Case, coverages: Iterable[Coverage]) -> tuple[FrameworkServed, ...]:
    """Return what the curriculum does for each framework, in their order."""
    links = case.links_for()
    attended = {profession: case.attended_by(profession) for profession in case.professions}
    return tuple(_framework(case, each, links, attended) for each in coverages)


def _framework(case: Case, coverage: Coverage, links: Links, attended: dict[str, frozenset[str]]) -> FrameworkServed:
    index = coverage.framework
    scope = scope_of(coverage.use)
    leaves = frozenset(covered.item.code for covered in coverage.items) if scope else None
    items = tuple(_served(case, item, links, attended) for item in _aligned(index, links))
    return FrameworkServed(index.id, coverage.use.role, leaves, items)


def _aligned(index: FrameworkIndex, links: Links) -> list[Placed]:
    """Return the items of the framework that an outcome aligns with, in the publisher's order."""
    codes = {ref.partition(":")[2] for ref in (*links.full, *links.partial) if ref.partition(":")[0] == index.id}
    return sorted((index.items[code] for code in codes), key=lambda item: item.order)


def _served(case: Case, item: Placed, links: Links, attended: dict[str, frozenset[str]]) -> Served:
    covered = cover_item(item, links)
    hours = [hours for name in covered.activities if (hours := case.activities[name].hours) is not None]
    return Served(
        code=item.code,
        step=int(covered.step),
        outcomes=len(links.full.get(item.ref, ())),
        partial=len(links.partial.get(item.ref, ())),
        activities=len(covered.activities),
        assessments=len(covered.assessments),
        hours=sum(map(billionths, hours)) / ONE if hours else None,
        professions=tuple(sorted(name for name, theirs in attended.items() if theirs.intersection(covered.activities)))
        if covered.step >= Step.TAUGHT
        else (),
    )

"""`gaps`: what is missing in curricula, ranked, with places at which to close it."""

from collections.abc import Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import STEPS, Coverage
from alignkit.analysis.through import coverage_through, frameworks_aligned_with
from alignkit.api.crosswalk import examined_curricula
from alignkit.errors import BadRequest
from alignkit.library.library import Library
from alignkit.library.shelf import Shelf
from alignkit.source.tree import Tree
from alignkit.views.gaps import GapsView, gaps_view
from alignkit.views.library import FrameworkRow, Wanted, framework_rows


class GapsRequest(Struct, frozen=True):
    """What `gaps` is asked for; () and "" leave it to what the curriculum declares; no limit shows every gap."""

    paths: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    step: str = ""
    limit: int | None = None


def gaps(tree: Tree, request: GapsRequest, project_file: str = "") -> tuple[GapsView, ...]:
    """Return what is missing in each curriculum, by the frameworks asked for or else by those that it declares.

    Raises BadRequest where the request names a framework or a jurisdiction that is not there.
    """
    examination = examined_curricula(tree, request.paths, project_file)
    shelf = Shelf(examination.library)
    named = tuple(dict.fromkeys(shelf.framework(name).id for name in request.frameworks))
    there = [row for place in request.jurisdictions for row in _applying(place, shelf.library)]
    step = next((step for step in STEPS if step.word == request.step), None)
    return tuple(
        gaps_view(examined.case, _coverages(examined.case, named, there), step=step, limit=request.limit)
        for examined in examination.curricula
    )


def _applying(place: str, library: Library) -> list[FrameworkRow]:
    """Return the current frameworks that apply there; BadRequest where the library has none of that place."""
    # What HPAC and the EU say of the quality of courses is for rubrics; no outcome aligns with it.
    rows = [row for row in framework_rows(library, Wanted(place)) if row.kind != "quality"]
    if not rows:
        hint = "`alignkit frameworks list` shows where each applies"
        raise BadRequest(f'the library has no framework of "{place}"', hint=hint)
    return [row for row in rows if row.status == "current"]


def _coverages(case: Case, named: Sequence[str], there: Sequence[FrameworkRow]) -> tuple[Coverage, ...]:
    """Return the coverage of what was asked for, of a jurisdiction only what is for these learners; else of its own."""
    learners = {*case.professions, "all"}
    anybody = not case.professions or "all" in case.professions
    fitting = [row.id for row in there if anybody or learners.intersection(row.professions)]
    declared = tuple(index.id for _, index in case.uses)
    own = () if named or there else declared or frameworks_aligned_with(case)
    return tuple(coverage_through(case, dict.fromkeys((*named, *fitting, *own))).values())

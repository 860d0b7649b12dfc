"""`crosswalk` and `coverage`: what leads from one framework to another, and a curriculum through many of them."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.api.reference import open_library
from alignkit.api.scope import all_is_read, examine_paths, paths_to_check, something_to_check
from alignkit.errors import BadRequest
from alignkit.library.library import Library
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import project_of, read_project
from alignkit.rules.examine import Examination
from alignkit.source.tree import Tree
from alignkit.views.crosswalk import CrosswalkView, crosswalk_view
from alignkit.views.library import Wanted, framework_rows
from alignkit.views.through import Asked, MatrixView, matrix_view
from alignkit.wording import did_you_mean, listed


def crosswalk(tree: Tree, one: str, other: str, curricula: Sequence[str] = (), project_file: str = "") -> CrosswalkView:
    """Return the crosswalks between two frameworks, and what they would infer for the curricula.

    Where no curriculum is named, for those of the project file, if it names any. Raises BadRequest where a framework
    is not there, or nothing leads from the one to the other.
    """
    shelf, cases = _open(tree, curricula, project_file)
    first, second = shelf.framework(one), shelf.framework(other)
    if first.id == second.id:
        raise BadRequest(f"{first.id} is one framework", hint="name the two between which a crosswalk leads")
    view = crosswalk_view(first, second, shelf.library, cases)
    if view is None:
        raise BadRequest(f"no crosswalk leads from {first.id} to {second.id}", hint=_there_are(shelf.library))
    return view


def _open(tree: Tree, curricula: Sequence[str], project_file: str) -> tuple[Shelf, tuple[Case, ...]]:
    settings = project_of(read_project(tree, project_file))
    if not curricula and not (settings and settings.curricula):
        return open_library(tree, project_file), ()
    examination = examined_curricula(tree, curricula, project_file)
    return Shelf(examination.library), tuple(examined.case for examined in examination.curricula)


def _there_are(library: Library) -> str:
    pairs = "; ".join(f"{each.from_}, {each.to}" for each in library.crosswalks())
    return f"there are crosswalks between {pairs}. docs/crosswalks.md says how to write one."


class CoverageRequest(Struct, frozen=True):
    """What `coverage` is asked for; () and "" leave it to what the curriculum aligns with and what is inferred."""

    paths: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    profession: str = ""


def coverage(tree: Tree, request: CoverageRequest, project_file: str = "") -> tuple[MatrixView, ...]:
    """Return each curriculum through the frameworks that are asked for, side by side.

    Raises BadRequest where the request names a framework, a jurisdiction or a profession that is not there.
    """
    examination = examined_curricula(tree, request.paths, project_file)
    shelf, cases = Shelf(examination.library), tuple(examined.case for examined in examination.curricula)
    named = tuple(dict.fromkeys(shelf.framework(name).id for name in request.frameworks))
    fitting = _fitting(shelf.library, request, named)
    _learn_here(request.profession, cases)
    asked = Asked(named, fitting, ", ".join(request.jurisdictions), request.profession)
    return tuple(matrix_view(case, asked) for case in cases)


def examined_curricula(tree: Tree, paths: Sequence[str], project_file: str) -> Examination:
    """Return the examination of the paths; BadRequest where a file of theirs cannot be read."""
    project = read_project(tree, project_file)
    asked = paths_to_check(tree, paths, project_of(project), project_file)
    examination = examine_paths(tree, asked, project)
    something_to_check(examination, asked, tree)
    all_is_read(examination.workspace.unparsed)
    if not examination.curricula:
        raise BadRequest(f"{listed(asked, most=3)}: there is no curriculum", hint="name a curriculum file or a folder")
    return examination


def _fitting(library: Library, request: CoverageRequest, named: Sequence[str]) -> tuple[str, ...] | None:
    """Return the frameworks of the library that fit, or None where nothing narrows them down."""
    if not (request.jurisdictions or request.profession):
        return None
    found = [
        row
        for place in request.jurisdictions or ("",)
        for row in framework_rows(library, Wanted(place, request.profession))
        # What HPAC and the EU say of the quality of courses is for rubrics; no outcome aligns with it.
        if row.kind != "quality"
    ]
    if not (found or named):
        for_whom = f" for {request.profession}" if request.profession else ""
        where = f" in {listed(request.jurisdictions, 'or')}" if request.jurisdictions else ""
        hint = "`alignkit frameworks list` shows where each applies, and for whom"
        raise BadRequest(f"the library has no framework{for_whom}{where}", hint=hint)
    return tuple(dict.fromkeys(row.id for row in found))


def _learn_here(profession: str, cases: Iterable[Case]) -> None:
    """Refuse a profession that is among the learners of none of the curricula."""
    known = {name: None for case in cases for name in case.professions or ("all",)}
    if profession and profession not in known and "all" not in known:
        hint = f"the learners are of {listed(known)}"
        raise BadRequest(f'no learner here is of "{profession}"{did_you_mean(profession, known)}', hint=hint)

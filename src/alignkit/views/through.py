"""What is shown of one curriculum seen through many frameworks: each framework's ladder, direct and inferred apart."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import STEPS, Coverage, Step
from alignkit.analysis.crosswalk import Inferred, legs
from alignkit.analysis.professions import concerns
from alignkit.analysis.through import coverage_through, frameworks_aligned_with, inferred_items
from alignkit.views.crosswalk import InferredView, inferred_view


class LadderView(Struct, frozen=True):
    """How many items got to each step, claimed to evidenced: directly, and inferred from other frameworks' items."""

    direct: tuple[int, ...]
    inferred: tuple[int, ...]
    related: int
    """Items to which only a related one leads: worth a look, counted nowhere."""


class ThroughView(Struct, frozen=True):
    """One framework as the curriculum covers it: for all its learners, then for each profession."""

    id: str
    name: str
    role: str
    """claim, lens (declared as one), or "" where the curriculum does not declare it."""
    jurisdictions: tuple[str, ...]
    scope: tuple[str, ...]
    total: int
    partial_only: int
    unverified: int
    ladder: LadderView
    professions: tuple[tuple[str, LadderView], ...]
    inferred: tuple[InferredView, ...]
    related: tuple[InferredView, ...]


class MatrixView(Struct, frozen=True):
    """A curriculum side by side through frameworks."""

    id: str
    title: str
    file: str
    profession: str
    jurisdiction: str
    apart: tuple[str, ...]
    """The professions that are shown apart, since not every activity is for all of them."""
    learners: tuple[str, ...]
    frameworks: tuple[ThroughView, ...]
    crosswalks: tuple[tuple[str, str], ...]
    """The crosswalks on the paths, each with its status."""


class Asked(Struct, frozen=True):
    """Which frameworks, and for whom.

    `named` are shown whatever they are; else `fitting` are, those that the curriculum aligns with first. Where both
    leave it open, what it declares, aligns with or is inferred.
    """

    named: tuple[str, ...] = ()
    fitting: tuple[str, ...] | None = None
    jurisdiction: str = ""
    profession: str = ""


def matrix_view(case: Case, asked: Asked) -> MatrixView:
    """Return the curriculum through each framework that is asked for."""
    leading = legs(case.library.crosswalks(), case.library)
    inferred = inferred_items(case, leading, asked.profession)
    ids = _ids(case, asked, inferred)
    apart = _apart(case) if not asked.profession else ()
    by_profession = {name: (coverage_through(case, ids, name), inferred_items(case, leading, name)) for name in apart}
    coverages = coverage_through(case, ids, asked.profession)
    views = tuple(_through(case, each, inferred, by_profession) for each in coverages.values())
    used = {leg.crosswalk for view in views for row in (*view.inferred, *view.related) for leg in row.path.legs}
    return MatrixView(
        id=case.curriculum.id,
        title=case.curriculum.title,
        file=case.curriculum.origin.file,
        profession=asked.profession,
        jurisdiction=asked.jurisdiction,
        apart=apart,
        learners=case.professions,
        frameworks=views,
        crosswalks=tuple((each.id, each.status) for each in case.library.crosswalks() if each.id in used),
    )


def _ids(case: Case, asked: Asked, inferred: dict[str, Inferred]) -> tuple[str, ...]:
    if asked.named:
        return asked.named
    declared = (index.id for _, index in case.uses)
    touched = (*declared, *frameworks_aligned_with(case), *sorted(ref.partition(":")[0] for ref in inferred))
    if asked.fitting is None:
        return tuple(dict.fromkeys(touched))
    first = (id_ for id_ in touched if id_ in asked.fitting)
    return tuple(dict.fromkeys((*first, *asked.fitting)))


def _apart(case: Case) -> tuple[str, ...]:
    """Return the professions that need rows of their own: none where every activity is for all learners."""
    restricted = any(activity.professions for activity in case.activities.values())
    return tuple(name for name in case.professions if name != "all") if restricted else ()


def _through(
    case: Case,
    coverage: Coverage,
    inferred: dict[str, Inferred],
    by_profession: dict[str, tuple[dict[str, Coverage], dict[str, Inferred]]],
) -> ThroughView:
    framework = coverage.framework.framework
    declared = any(index.id == framework.id for _, index in case.uses)
    found = [inferred[each.item.ref] for each in coverage.items if each.item.ref in inferred]
    professions = tuple(
        (name, _ladder(covers[framework.id], theirs))
        for name, (covers, theirs) in by_profession.items()
        if concerns(coverage, name)
    )
    return ThroughView(
        id=framework.id,
        name=framework.name,
        role=coverage.use.role if declared else "",
        jurisdictions=framework.jurisdictions,
        scope=tuple(mention.name for mention in coverage.use.scope),
        total=coverage.total,
        partial_only=len(coverage.partial_only),
        unverified=sum(not each.item.item.verified for each in coverage.items),
        ladder=_ladder(coverage, inferred),
        professions=professions,
        inferred=tuple(inferred_view(each, case.library) for each in found if each.counts),
        related=tuple(inferred_view(each, case.library) for each in found if not each.counts),
    )


def _ladder(coverage: Coverage, inferred: dict[str, Inferred]) -> LadderView:
    found = [inferred[each.item.ref] for each in coverage.items if each.item.ref in inferred]
    counted = [each.step for each in found if each.counts]
    return LadderView(
        direct=tuple(coverage.reached(step) for step in STEPS),
        inferred=tuple(_reached(counted, step) for step in STEPS),
        related=len(found) - len(counted),
    )


def _reached(steps: Iterable[Step], step: Step) -> int:
    return sum(reached >= step for reached in steps)

"""How far items get through a part of the activities: those of one module, or of several."""

from collections.abc import Collection
from itertools import islice

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, Links, cover


def activities_by_module(case: Case) -> tuple[tuple[str, ...], ...]:
    """Return the ids of each module's activities, in the order of modules; a module without any has ()."""
    names = iter(case.activities)
    return tuple(tuple(islice(names, len(module.activities))) for module in case.modules)


def coverage_within(coverage: Coverage, links: Links, activities: Collection[str]) -> Coverage:
    """Return how far each item gets through these activities alone.

    An item is taught there where one of them addresses an outcome that serves the whole of it; assessed and evidenced
    where such an outcome is. Assessments belong to no module, so they count for every module that teaches the outcome.
    What is only claimed stays claimed: a claim belongs to no activity. Over all modules of a curriculum, the furthest
    step of an item is the one that it reaches overall, from taught up.
    """
    kept = {outcome: tuple(name for name in names if name in activities) for outcome, names in links.taught.items()}
    within = Links(
        full=links.full,
        partial=links.partial,
        taught={outcome: names for outcome, names in kept.items() if names},
        assessed=links.assessed,
        evidencing=links.evidencing,
    )
    return cover(coverage.use, coverage.framework, within)

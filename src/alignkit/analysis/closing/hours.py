"""The hours that a curriculum states and has not planned yet, and the module that has the fewest."""

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.shares import billionths
from alignkit.analysis.workload import stated_hours
from alignkit.model.curriculum import Module

ONE = billionths(1)


class Room(Struct, frozen=True):
    """What is left of the hours stated, in billionths of an hour.

    `free` is None where it cannot be told: no workload is stated, or an activity does not say how long it takes.
    `usual` is the hours of the activity in the middle, by hours; 0 where none states any.
    """

    free: int | None
    stated: int
    usual: int
    silent: int
    """How many assessments do not say how long they take, so that less may be free."""

    @property
    def hours(self) -> float:
        """Return how long one more activity can be: as long as is usual, or as what is free; 0 where nobody knows."""
        known = [hours for hours in (self.free, self.usual) if hours]
        return 0 if self.is_full else min(known, default=0) / ONE

    @property
    def is_full(self) -> bool:
        """Say whether every hour that is stated is planned."""
        return self.free is not None and self.free <= 0


def room(case: Case) -> Room:
    """Return the room that a curriculum has for one more activity."""
    activities = [activity.hours for activity in case.activities.values()]
    assessments = [assessment.hours for assessment in case.assessments.values()]
    known = sorted(billionths(hours) for hours in activities if hours is not None)
    stated = stated_hours(case)
    told = stated is not None and len(known) == len(activities)
    listed = sum(known) + sum(billionths(hours) for hours in assessments if hours is not None)
    return Room(
        free=stated - listed if told and stated is not None else None,
        stated=stated or 0,
        usual=known[(len(known) - 1) // 2] if known else 0,
        silent=assessments.count(None),
    )


def emptiest(case: Case) -> Module | None:
    """Return the module with the fewest hours, of equal ones that with the fewest activities, then the first."""
    named = [module for module in case.modules if module.id]
    return min(named, key=lambda module: (hours_of(module), len(module.activities)), default=None)


def hours_of(module: Module) -> int:
    """Return the hours of a module's activities, in billionths, as far as they are stated."""
    return sum(billionths(activity.hours) for activity in module.activities if activity.hours is not None)

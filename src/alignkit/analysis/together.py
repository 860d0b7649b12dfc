"""Which professions learn together: who attends each activity, and what each two professions share."""

from collections.abc import Mapping
from itertools import combinations

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.interprofessional import stated_professions
from alignkit.analysis.shares import billionths


class Shared(Struct, frozen=True):
    """The activities that one profession attends, or two professions attend both, and the hours that they take.

    Hours are in billionths of an hour; `silent` counts the activities that state none.
    """

    professions: tuple[str, ...]
    activities: tuple[str, ...]
    hours: int
    silent: int


def named_professions(case: Case) -> tuple[str, ...]:
    """Return the professions that learners or activities name, each once; "all" is no profession."""
    return tuple(name for name in stated_professions(case) if name != "all")


def attendance(case: Case) -> dict[str, tuple[str, ...]]:
    """Return which of the named professions attend each activity; all do where it names none."""
    attended = {profession: case.attended_by(profession) for profession in named_professions(case)}
    return {name: tuple(who for who, theirs in attended.items() if name in theirs) for name in case.activities}


def attended_in_all(case: Case) -> tuple[Shared, ...]:
    """Return what each profession attends, whether with others or not."""
    who = attendance(case)
    return tuple(_shared(case, who, (name,)) for name in named_professions(case))


def shared_by_pairs(case: Case) -> tuple[Shared, ...]:
    """Return what each two professions attend both, in the order in which they are named."""
    who = attendance(case)
    return tuple(_shared(case, who, pair) for pair in combinations(named_professions(case), 2))


def _shared(case: Case, who: Mapping[str, tuple[str, ...]], professions: tuple[str, ...]) -> Shared:
    activities = tuple(name for name, there in who.items() if all(each in there for each in professions))
    known = [hours for name in activities if (hours := case.activities[name].hours) is not None]
    return Shared(professions, activities, sum(map(billionths, known)), len(activities) - len(known))

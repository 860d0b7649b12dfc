"""What the learners of one profession miss of what the curriculum covers."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, ItemCoverage, Step


class Missed(Struct, frozen=True):
    """A profession, a framework, and its items that are taught, but in no activity that the profession attends."""

    profession: str
    coverage: Coverage
    items: tuple[ItemCoverage, ...]

    @property
    def activities(self) -> tuple[str, ...]:
        """Return the activities that teach them to others."""
        return tuple(dict.fromkeys(activity for covered in self.items for activity in covered.activities))


def concerns(coverage: Coverage, profession: str) -> bool:
    """Say whether a framework is for learners of the profession: as the curriculum uses it, else by what it says."""
    use, framework = coverage.use, coverage.framework.framework
    for_whom = {use.for_} if use.for_ else set(framework.professions) or {"all"}
    return not for_whom.isdisjoint((profession, "all"))


def missed_by_profession(case: Case) -> Iterator[Missed]:
    """Yield what each profession of the learners misses; nothing where no activity is for some of them only.

    A framework that is used for one profession is looked at for that profession alone.
    """
    if not any(activity.professions for activity in case.activities.values()):
        return
    for profession in case.professions:
        if profession == "all":
            continue
        for whole, own in zip(case.coverage, case.coverage_for(profession), strict=True):
            if whole.use.for_ in ("", "all", profession):
                pairs = zip(whole.items, own.items, strict=True)
                items = tuple(every for every, theirs in pairs if theirs.step < Step.TAUGHT <= every.step)
                if items:
                    yield Missed(profession, whole, items)

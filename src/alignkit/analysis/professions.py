"""What the learners of one profession miss of what the curriculum covers."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, ItemCoverage, Step, cover


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
    return missed_in(case.coverage, case)


def missed_in(coverages: Iterable[Coverage], case: Case) -> Iterator[Missed]:
    """Yield the same for any coverages, of frameworks that the curriculum declares or does not."""
    every = tuple(coverages)
    if not any(activity.professions for activity in case.activities.values()):
        return
    for profession in case.professions:
        if profession == "all":
            continue
        links = case.links_for(profession)
        for whole in every:
            if whole.use.for_ in ("", "all", profession):
                pairs = zip(whole.items, cover(whole.use, whole.framework, links).items, strict=True)
                items = tuple(item for item, theirs in pairs if theirs.step < Step.TAUGHT <= item.step)
                if items:
                    yield Missed(profession, whole, items)

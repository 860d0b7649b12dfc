"""Many curricula together: programmes by frameworks, where each item is taught, what rests on one of them alone."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from alignkit import __version__
from alignkit.analysis.coverage import Step
from alignkit.library.index import FrameworkIndex, Placed
from alignkit.phrase import Day
from alignkit.views.portfolio.study import Study, Unread


class AcrossView(Struct, frozen=True):
    """One leaf item across the curricula: where in their list those stand that claim, teach, assess, evidence it."""

    ref: str
    code: str
    words: str
    verified: bool
    claimed: tuple[int, ...]
    taught: tuple[int, ...]
    assessed: tuple[int, ...]
    evidenced: tuple[int, ...]
    activities: int

    @property
    def single(self) -> bool:
        """Say whether one curriculum alone teaches it: nothing is left where that one ends or changes."""
        return len(self.taught) == 1


class FrameworkAcrossView(Struct, frozen=True):
    """One framework across the curricula: which of them look through it, and each of its leaf items."""

    id: str
    name: str
    title: str
    used_by: tuple[int, ...]
    items: tuple[AcrossView, ...]

    @property
    def nowhere(self) -> tuple[AcrossView, ...]:
        """Return the items that no curriculum teaches."""
        return tuple(item for item in self.items if not item.taught)

    @property
    def single(self) -> tuple[AcrossView, ...]:
        """Return the items that one curriculum alone teaches."""
        return tuple(item for item in self.items if item.single)

    @property
    def repeated(self) -> tuple[AcrossView, ...]:
        """Return the items that several curricula teach: those that most do first, else in the publisher's order."""
        return tuple(sorted((item for item in self.items if len(item.taught) > 1), key=lambda item: -len(item.taught)))


class PortfolioView(Struct, frozen=True):
    """Everything that is shown of the curricula, which are sorted by file."""

    alignkit: str
    curricula: tuple[Study, ...]
    frameworks: tuple[FrameworkAcrossView, ...]
    unread: tuple[Unread, ...]
    passed_over: tuple[str, ...]
    day: Day | None = None


def portfolio_view(
    studies: Iterable[Study],
    unread: Iterable[Unread],
    passed_over: Sequence[str],
    library: Mapping[str, FrameworkIndex],
    day: Day | None = None,
) -> PortfolioView:
    """Return the portfolio; `library` has each framework that a study names, in the order in which they are shown."""
    curricula = tuple(sorted(studies, key=lambda each: each.file))
    return PortfolioView(
        alignkit=__version__,
        curricula=curricula,
        frameworks=tuple(_framework(index, curricula) for index in library.values()),
        unread=tuple(sorted(unread, key=lambda each: each.file)),
        passed_over=tuple(sorted(passed_over)),
        day=day,
    )


def _framework(index: FrameworkIndex, curricula: tuple[Study, ...]) -> FrameworkAcrossView:
    used_by = []
    steps: dict[str, dict[int, int]] = {}
    activities: dict[str, int] = {}
    for number, curriculum in enumerate(curricula):
        for framework in curriculum.frameworks:
            if framework.id == index.id:
                used_by.append(number)
                for item in framework.items:
                    steps.setdefault(item.ref, {})[number] = item.step
                    activities[item.ref] = activities.get(item.ref, 0) + item.activities
    framework_ = index.framework
    items = tuple(_across(leaf, steps.get(leaf.ref, {}), activities.get(leaf.ref, 0)) for leaf in index.leaves)
    return FrameworkAcrossView(index.id, framework_.name, framework_.title, tuple(used_by), items)


def _across(leaf: Placed, steps: Mapping[int, int], activities: int) -> AcrossView:
    return AcrossView(
        ref=leaf.ref,
        code=leaf.code,
        words=leaf.item.words,
        verified=leaf.item.verified,
        claimed=_at_least(Step.CLAIMED, steps),
        taught=_at_least(Step.TAUGHT, steps),
        assessed=_at_least(Step.ASSESSED, steps),
        evidenced=_at_least(Step.EVIDENCED, steps),
        activities=activities,
    )


def _at_least(step: Step, steps: Mapping[int, int]) -> tuple[int, ...]:
    return tuple(number for number, reached in steps.items() if reached >= step)

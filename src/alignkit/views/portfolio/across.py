"""One framework across many curricula, as counts: they are as small for ten thousand curricula as for ten."""

from collections.abc import Mapping

from msgspec import Struct

from alignkit.analysis.coverage import STEPS, Step
from alignkit.library.index import FrameworkIndex, Placed
from alignkit.views.portfolio.study import FrameworkStudy, Study

# More names than anybody reads in a cell.
NAMED = 8


class NamedCurriculum(Struct, frozen=True):
    """A curriculum by name, with its place among all of them."""

    place: int
    title: str
    file: str


class AcrossView(Struct, frozen=True):
    """One leaf item: how many curricula claim, teach, assess, evidence it, and the first that teach it."""

    ref: str
    code: str
    words: str
    verified: bool
    claimed: int
    taught: int
    assessed: int
    evidenced: int
    activities: int
    taught_in: tuple[NamedCurriculum, ...]

    @property
    def single(self) -> bool:
        """Say whether one curriculum alone teaches it: nothing is left where that one ends or changes."""
        return self.taught == 1


class FrameworkAcrossView(Struct, frozen=True):
    """One framework: how many of the curricula look through it, and each of its leaf items."""

    id: str
    name: str
    title: str
    used_by: int
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
        return tuple(sorted((item for item in self.items if item.taught > 1), key=lambda item: -item.taught))


class FrameworkTally:
    """A framework while curricula are counted."""

    def __init__(self) -> None:
        """Begin with none."""
        self.used_by = 0
        self._items: dict[str, _ItemTally] = {}

    def add(self, framework: FrameworkStudy, place: int, curriculum: Study) -> None:
        """Count what one more curriculum does."""
        self.used_by += 1
        for item in framework.items:
            tally = self._items.get(item.ref)
            if tally is None:
                tally = self._items[item.ref] = _ItemTally()
            for step in STEPS[: item.step]:
                tally.reached[step] += 1
            tally.activities += item.activities
            if item.step >= Step.TAUGHT and len(tally.taught_in) < NAMED:
                tally.taught_in.append(NamedCurriculum(place, curriculum.title, curriculum.file))

    def view(self, index: FrameworkIndex) -> FrameworkAcrossView:
        """Return what was counted, item by item in the publisher's order."""
        items = tuple(_across(leaf, self._items) for leaf in index.leaves)
        return FrameworkAcrossView(index.id, index.framework.name, index.framework.title, self.used_by, items)


class _ItemTally:
    def __init__(self) -> None:
        self.reached = dict.fromkeys(STEPS, 0)
        self.activities = 0
        self.taught_in: list[NamedCurriculum] = []


def _across(leaf: Placed, tallies: Mapping[str, _ItemTally]) -> AcrossView:
    tally = tallies.get(leaf.ref) or _ItemTally()
    return AcrossView(
        ref=leaf.ref,
        code=leaf.code,
        words=leaf.item.words,
        verified=leaf.item.verified,
        claimed=tally.reached[Step.CLAIMED],
        taught=tally.reached[Step.TAUGHT],
        assessed=tally.reached[Step.ASSESSED],
        evidenced=tally.reached[Step.EVIDENCED],
        activities=tally.activities,
        taught_in=tuple(tally.taught_in),
    )

"""The curricula of a portfolio counted one after the other: what is kept does not grow with their number."""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from msgspec import Struct
from msgspec.structs import replace

from alignkit import __version__
from alignkit.library.index import FrameworkIndex
from alignkit.phrase import Day
from alignkit.rubrics.verdicts import Verdict
from alignkit.views.portfolio.across import FrameworkAcrossView, FrameworkTally
from alignkit.views.portfolio.portfolio import PortfolioView, VerdictCount
from alignkit.views.portfolio.study import Study, Unread


class Most(Struct, frozen=True):
    """How much of a portfolio a page shows one by one; everything is counted, whatever is shown."""

    curricula: int = 500
    frameworks: int = 24


MOST = Most()


class Tally:
    """What is counted so far."""

    def __init__(self, most: Most = MOST) -> None:
        """Begin with no curriculum."""
        self._most = most
        self._hash = sha256()
        self._listed: list[Study] = []
        self._frameworks: dict[str, FrameworkTally] = {}
        self._verdicts: dict[tuple[str, str, str], dict[str, int]] = {}
        self.unread: list[Unread] = []
        self.total = 0
        self.outcomes = 0

    @property
    def frameworks(self) -> tuple[str, ...]:
        """Return the id of each framework that a curriculum looks through, sorted."""
        return tuple(sorted(self._frameworks))

    def add(self, found: Study | Unread) -> None:
        """Count one more curriculum, or a file that is left out; they come sorted by file."""
        self._hash.update(f"{found!r}\n".encode("utf-8", "replace"))
        if isinstance(found, Unread):
            self.unread.append(found)
            return
        for framework in found.frameworks:
            self._frameworks.setdefault(framework.id, FrameworkTally()).add(framework, self.total, found)
        self._judge(found)
        if self.total < self._most.curricula:
            self._listed.append(_without_items(found))
        self.total += 1
        self.outcomes += found.outcomes

    def _judge(self, found: Study) -> None:
        for each in found.verdicts:
            counts = self._verdicts.setdefault((each.rubric, each.characteristic, each.title), {})
            counts[each.verdict] = counts.get(each.verdict, 0) + 1

    def view(
        self, library: Mapping[str, FrameworkIndex], passed_over: Sequence[str] = (), day: Day | None = None
    ) -> PortfolioView:
        """Return the portfolio; `library` has each framework that is used, in the order in which they are shown."""
        frameworks = tuple(self._frameworks[id_].view(index) for id_, index in library.items())
        return PortfolioView(
            alignkit=__version__,
            fingerprint=self._fingerprint(frameworks, passed_over, day),
            total=self.total,
            outcomes=self.outcomes,
            curricula=tuple(self._listed),
            frameworks=frameworks,
            in_full=_most_used(frameworks, self._most.frameworks),
            quality=tuple(VerdictCount(*key, _every_verdict(found)) for key, found in self._verdicts.items()),
            unread=tuple(self.unread),
            passed_over=tuple(sorted(passed_over)),
            day=day,
        )

    def _fingerprint(
        self, frameworks: tuple[FrameworkAcrossView, ...], passed_over: Sequence[str], day: Day | None
    ) -> str:
        whole = self._hash.copy()
        for each in (*frameworks, *sorted(passed_over), day, __version__):
            whole.update(f"{each!r}\n".encode("utf-8", "replace"))
        return whole.hexdigest()


def _every_verdict(found: Mapping[str, int]) -> dict[str, int]:
    return {verdict.value: found.get(verdict.value, 0) for verdict in Verdict}


def _without_items(found: Study) -> Study:
    return replace(found, frameworks=tuple(replace(each, items=()) for each in found.frameworks))


def _most_used(frameworks: tuple[FrameworkAcrossView, ...], most: int) -> tuple[FrameworkAcrossView, ...]:
    """Return the frameworks that most curricula use, in the order in which they came."""
    used = sorted(frameworks, key=lambda each: (-each.used_by, each.id))[:most]
    return tuple(each for each in frameworks if each in used)

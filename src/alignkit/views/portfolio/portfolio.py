"""Many curricula together: programmes by frameworks, where each item is taught, what rests on one of them alone."""

from msgspec import Struct

from alignkit.phrase import Day
from alignkit.views.portfolio.across import FrameworkAcrossView
from alignkit.views.portfolio.study import Study, Unread


class VerdictCount(Struct, frozen=True):
    """One characteristic of a rubric across the curricula: how many have each verdict."""

    rubric: str
    characteristic: str
    title: str
    verdicts: dict[str, int]


class PortfolioView(Struct, frozen=True):
    """What is shown of the curricula, which are sorted by file; `total` of them, of which the first are listed.

    Everything is counted on all of them. `in_full` are the frameworks whose items are shown: those that most use.
    """

    alignkit: str
    fingerprint: str
    """The SHA-256 of everything that is known of every curriculum."""
    total: int
    outcomes: int
    curricula: tuple[Study, ...]
    frameworks: tuple[FrameworkAcrossView, ...]
    in_full: tuple[FrameworkAcrossView, ...]
    quality: tuple[VerdictCount, ...]
    unread: tuple[Unread, ...]
    passed_over: tuple[str, ...]
    day: Day | None = None

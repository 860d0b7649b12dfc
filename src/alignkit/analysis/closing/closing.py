"""Every gap of a curriculum, ranked, with the places at which each may be closed."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.closing.claiming import unclaimed
from alignkit.analysis.closing.evidencing import unevidencing
from alignkit.analysis.closing.gap import OpenGap
from alignkit.analysis.closing.ground import Ground
from alignkit.analysis.closing.opening import unattended
from alignkit.analysis.closing.ranking import Rank, rank
from alignkit.analysis.closing.showing import unassessed
from alignkit.analysis.closing.teaching import untaught
from alignkit.analysis.closing.wanted import Wanted
from alignkit.analysis.coverage import Coverage, Step

_KINDS = (unclaimed, untaught, unassessed, unevidencing, unattended)


class RankedGap(Struct, frozen=True):
    """A gap, and what put it where it stands."""

    gap: OpenGap
    rank: Rank


class Closing(Struct, frozen=True):
    """The gaps, the most pressing first, and the step that the items of each framework should reach."""

    gaps: tuple[RankedGap, ...]
    wanted: dict[str, Wanted]


def closing(case: Case, coverages: Iterable[Coverage], asked: Step | None = None) -> Closing:
    """Return what is missing in the coverages below the step asked for, or else below what was promised or is usual."""
    ground = Ground(case, coverages, asked)
    found = [RankedGap(gap, rank(gap, ground)) for kind in _KINDS for gap in kind(ground)]
    return Closing(tuple(sorted(found, key=lambda each: each.rank.key)), ground.wanted)

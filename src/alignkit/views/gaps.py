"""What is shown of what is missing: each gap in its rank, why it stands there, and places at which to close it."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.closing.closing import closing
from alignkit.analysis.closing.ranking import KEYS
from alignkit.analysis.closing.wanted import Wanted
from alignkit.analysis.coverage import Coverage, Step
from alignkit.phrase import Phrase
from alignkit.views.gap import GapView, gap_view
from alignkit.views.gap_words import promised, why_this_step


class FrameworkGapsView(Struct, frozen=True):
    """One framework: how many of its items fall short of the step that they should reach."""

    id: str
    name: str
    role: str
    """claim, lens (declared as one), or "" where the curriculum does not declare it."""
    status: str
    total: int
    below: int
    unverified: int
    wanted: str
    because: Phrase
    targets: tuple[Phrase, ...]
    """The declared targets that are missed, with their arithmetic."""


class GapsView(Struct, frozen=True):
    """Everything that is missing in one curriculum, the most pressing first."""

    id: str
    title: str
    file: str
    outcomes: int
    frameworks: tuple[FrameworkGapsView, ...]
    gaps: tuple[GapView, ...]
    left_out: int
    """Gaps beyond the limit, all of them ranked lower."""
    order: tuple[Phrase, ...] = KEYS
    """What gaps are ranked by, the first key first."""

    @property
    def total(self) -> int:
        """Return how many gaps there are, shown or not."""
        return len(self.gaps) + self.left_out


def gaps_view(
    case: Case, coverages: Iterable[Coverage], *, step: Step | None = None, limit: int | None = None
) -> GapsView:
    """Return what is missing in the coverages, which may be of frameworks that the curriculum does not declare.

    `step` is the one that items should reach; where it is left out, declared targets say so. With `limit`, only the
    first gaps are shown.
    """
    every = tuple(coverages)
    found = closing(case, every, step)
    shown = found.gaps if limit is None else found.gaps[:limit]
    declared = {index.id for _, index in case.uses}
    return GapsView(
        id=case.curriculum.id,
        title=case.curriculum.title,
        file=case.curriculum.origin.file,
        outcomes=len(case.outcomes),
        frameworks=tuple(
            _framework(each, found.wanted[each.framework.id], declared=each.framework.id in declared) for each in every
        ),
        gaps=tuple(gap_view(number, ranked) for number, ranked in enumerate(shown, 1)),
        left_out=len(found.gaps) - len(shown),
    )


def _framework(coverage: Coverage, wanted: Wanted, *, declared: bool) -> FrameworkGapsView:
    return FrameworkGapsView(
        id=coverage.framework.id,
        name=coverage.framework.framework.name,
        role=coverage.use.role if declared else "",
        status=coverage.framework.framework.status,
        total=coverage.total,
        below=coverage.total - coverage.reached(wanted.step),
        unverified=sum(not covered.item.item.verified for covered in coverage.items),
        wanted=wanted.step.word,
        because=why_this_step(wanted),
        targets=tuple(promised(wanted)),
    )

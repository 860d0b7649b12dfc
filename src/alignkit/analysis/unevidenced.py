"""What keeps assessed items from being evidenced: assessments without criteria, or outcomes that nothing counts for."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage, Step
from alignkit.analysis.gaps import Gap, gaps, target_missed
from alignkit.model.curriculum import Assessment
from alignkit.phrase import Phrase


class Unevidenced(Struct, frozen=True):
    """Outcomes that hold items at `assessed`, for one reason.

    `lacking` are the summative assessments that all of them rest on and that state no criteria; where there are
    none, there is one outcome, and no assessment of it is summative.
    """

    gaps: tuple[Gap, ...]
    lacking: tuple[Assessment, ...]

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Return the ids of the outcomes."""
        return tuple(gap.outcome.id for gap in self.gaps)

    @property
    def refs(self) -> tuple[str, ...]:
        """Return the items that get no further, each once."""
        return tuple(dict.fromkeys(ref for gap in self.gaps for ref in gap.refs))

    @property
    def frameworks(self) -> tuple[str, ...]:
        """Return the frameworks of which a declared target is missed for this reason."""
        return tuple(dict.fromkeys(name for gap in self.gaps for name in gap.missed_frameworks))

    @property
    def arithmetic(self) -> tuple[Phrase, ...]:
        """Return each of those targets in words that follow a sentence."""
        missed = {name: check for gap in self.gaps for name, check in gap.missed}
        return tuple(target_missed(name, check) for name, check in missed.items())


def unevidenced(case: Case, coverages: Iterable[Coverage] | None = None) -> tuple[Unevidenced, ...]:
    """Return what keeps items at `assessed`: one entry for each set of assessments, or for an outcome without any.

    Where no coverages are given, those of the frameworks in use are looked at.
    """
    found: dict[tuple[str, ...], list[Gap]] = {}
    for gap in gaps(Step.ASSESSED, case.coverage if coverages is None else coverages, case.outcomes):
        names = case.assessments_of[gap.outcome.id]
        lacking = tuple(name for name in names if case.assessments[name].purpose == "summative")
        found.setdefault(lacking or ("", gap.outcome.id), []).append(gap)
    return tuple(
        Unevidenced(tuple(held), tuple(case.assessments[name] for name in names) if names[0] else ())
        for names, held in found.items()
    )

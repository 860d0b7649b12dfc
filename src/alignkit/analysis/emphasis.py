"""What Webb's depth consistency and Porter's index are worked out from in a curriculum (see indices)."""

from collections.abc import Iterator

from msgspec import Struct

from alignkit.analysis.bloom import RANK
from alignkit.analysis.case import Case
from alignkit.analysis.coverage import Coverage
from alignkit.analysis.indices import depth_consistency, porter_alignment
from alignkit.analysis.shares import Share
from alignkit.analysis.verbs import bloom_of, usual_level
from alignkit.library.index import Placed
from alignkit.model.curriculum import Outcome

# A domain of the framework, and a level of the taxonomy ("" where no verb is recognised).
Cell = tuple[str, str]


class Emphasis(Struct, frozen=True):
    """How often each domain is asked for at each level: by outcomes, and by the assessments of these outcomes."""

    intended: dict[Cell, int]
    assessed: dict[Cell, int]

    @property
    def alignment(self) -> Share:
        """Return how alike the two are, by Porter's index."""
        return porter_alignment(self.intended, self.assessed)


def emphasis(case: Case, coverage: Coverage) -> Emphasis:
    """Return the framework's emphasis: one count for each outcome and leaf, and one more for each assessment of it."""
    intended: dict[Cell, int] = {}
    assessed: dict[Cell, int] = {}
    for leaf, outcome in _served(case, coverage):
        cell = (coverage.framework.ancestry(leaf.code)[-1], bloom_of(outcome))
        intended[cell] = intended.get(cell, 0) + 1
        times = len(case.assessments_of.get(outcome.id, ()))
        if times:
            assessed[cell] = assessed.get(cell, 0) + times
    return Emphasis(intended, assessed)


def depth_of(case: Case, coverage: Coverage) -> Share:
    """Return how many outcomes are at least as deep as the leaf they serve, of those pairs whose levels are known."""
    levels = ((bloom_of(outcome), usual_level(leaf.item.words)) for leaf, outcome in _served(case, coverage))
    return depth_consistency((RANK[own], RANK[asked]) for own, asked in levels if own and asked)


def _served(case: Case, coverage: Coverage) -> Iterator[tuple[Placed, Outcome]]:
    """Yield each leaf in scope with each outcome that serves the whole of it."""
    serving = case.links_for().full
    for covered in coverage.items:
        for name in serving.get(covered.item.ref, ()):
            # One without an id can be seen to serve, and cannot be asked for.
            if outcome := case.outcomes.get(name):
                yield covered.item, outcome

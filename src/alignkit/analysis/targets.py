"""Declared targets against the ladder, in exact fractions: a share is never rounded before it is compared."""

from msgspec import Struct

from alignkit.analysis.coverage import STEPS, Coverage, Step
from alignkit.analysis.shares import billionths, decimal, needed
from alignkit.phrase import Phrase


class TargetCheck(Struct, frozen=True):
    """A target that a curriculum declares for a step, and how far it got: `reached` of `total`, `needed` are enough."""

    step: Step
    share: float
    reached: int
    total: int

    @property
    def needed(self) -> int:
        """Return how many items the share amounts to, rounded up: of 33 items, 0.6 asks for 20 (19.8)."""
        return needed(self.share, self.total)

    @property
    def met(self) -> bool:
        """Say whether enough items got to the step; partial alignments do not count."""
        return self.reached >= self.needed

    @property
    def arithmetic(self) -> Phrase:
        """Return the sum in words: "5 of 8 items assessed, target 6 (75% of 8)"."""
        return Phrase(
            "{reached} of {total} items {step}, target {needed} ({share}% of {total})",
            {
                "reached": str(self.reached),
                "total": str(self.total),
                "step": Phrase(self.step.word),
                "needed": str(self.needed),
                "share": decimal(billionths(self.share) * 100),
            },
        )


def target_checks(coverage: Coverage) -> tuple[TargetCheck, ...]:
    """Return each target that the curriculum declares for the framework, from the lowest step up."""
    targets = coverage.use.targets
    shares = [(step, getattr(targets, step.word)) for step in STEPS] if targets else []
    return tuple(
        TargetCheck(step, share, coverage.reached(step), coverage.total) for step, share in shares if share is not None
    )


def lowest_missed(coverage: Coverage) -> TargetCheck | None:
    """Return the first target, from the lowest step up, that is missed: what is missed above it may follow from it."""
    return next((check for check in target_checks(coverage) if not check.met), None)

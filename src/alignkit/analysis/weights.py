"""What the weights of the summative assessments add up to."""

from collections.abc import Iterable

from msgspec import Struct

from alignkit.analysis.shares import as_typed, billionths, decimal
from alignkit.model.curriculum import Assessment

_HUNDRED = billionths(100)
# Three weights of 33.33 were meant to be thirds.
_TOLERANCE = billionths(0.01)


class Weights(Struct, frozen=True):
    """The assessments that count and state a weight, those that count without one, formative ones with one."""

    counted: tuple[Assessment, ...]
    missing: tuple[Assessment, ...]
    formative: tuple[Assessment, ...]

    @property
    def total(self) -> int:
        """Return the sum of the weights that count, in billionths of a percent."""
        return sum(billionths(assessment.weight or 0) for assessment in self.counted)

    @property
    def total_text(self) -> str:
        """Return the sum as people write it."""
        return decimal(self.total)

    @property
    def sum_text(self) -> str:
        """Return what the sum is made of: "AS1 40 + AS2 50"."""
        return " + ".join(f"{each.id} {as_typed(each.weight or 0)}" for each in self.counted)

    @property
    def add_up(self) -> bool:
        """Say whether the weights make a hundred, or there are none.

        Where they do, an assessment without a weight is one that must be passed but does not count.
        """
        return not self.counted or abs(self.total - _HUNDRED) <= _TOLERANCE


def weights(assessments: Iterable[Assessment]) -> Weights:
    """Return the weights of the assessments; one with a weight counts unless it calls itself formative."""
    every = tuple(assessments)
    counting = [each for each in every if each.purpose != "formative" and each.weight is not None]
    missing = [each for each in every if each.purpose == "summative" and each.weight is None]
    formative = [each for each in every if each.purpose == "formative" and each.weight is not None]
    return Weights(tuple(counting), tuple(missing), tuple(formative))

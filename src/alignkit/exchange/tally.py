"""Losses, of which those of one sort are named once with their number and the first place."""

from alignkit.exchange.losses import Loss
from alignkit.wording import count


class Tally:
    """What was lost while a document is gone through."""

    def __init__(self) -> None:
        """Begin with nothing lost."""
        self._alone: list[Loss] = []
        self._sorts: dict[tuple[str, str, str], tuple[str, int]] = {}

    def lose(self, where: str, what: str, why: str) -> None:
        """Name one loss."""
        self._alone.append(Loss(where, what, why))

    def also(self, where: str, what: str, of: str, why: str) -> None:
        """Name a loss that other things of its sort share: "`notes` of 3 items", at the place of the first."""
        first, number = self._sorts.get((what, of, why), (where, 0))
        self._sorts[what, of, why] = (first, number + 1)

    @property
    def losses(self) -> tuple[Loss, ...]:
        """Return everything that was lost, by place."""
        shared = (
            Loss(first, f"{what} of {count(number, of, _plural(of))}", why)
            for (what, of, why), (first, number) in self._sorts.items()
        )
        return tuple(sorted((*self._alone, *shared)))


def _plural(noun: str) -> str:
    first, *rest = noun.split(" of ")
    plural = f"{first[:-1]}ies" if first.endswith("cy") else f"{first}s"
    return " of ".join((plural, *rest))

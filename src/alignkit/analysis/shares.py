"""Exact arithmetic on what was typed as a decimal: 0.6 of 15 is 9, whatever the nearest float says."""

from msgspec import Struct

# A number in a file has at most nine decimals (model.reading), so in billionths every one of them is whole.
ONE = 10**9


def billionths(value: float) -> int:
    """Return the number as it was typed, in billionths; exact for numbers below a million."""
    return round(value * ONE)


def decimal(parts: int) -> str:
    """Return billionths as people write them: "2", "0.75"."""
    whole, rest = divmod(abs(parts), ONE)
    digits = f"{whole}.{rest:09d}".rstrip("0").rstrip(".")
    return f"-{digits}" if parts < 0 else digits


def as_typed(value: float) -> str:
    """Return a number as people type it, with all its decimals and no exponent: "2", "0.75", "1250000"."""
    return decimal(billionths(value))


class Share(Struct, frozen=True):
    """A part of a whole, kept as the two whole numbers that it is made of."""

    part: int
    whole: int

    def reaches(self, wanted: float) -> bool:
        """Say whether the share is at least the one wanted, without rounding either."""
        return self.part * ONE >= billionths(wanted) * self.whole

    @property
    def value(self) -> float:
        """Return the share as a number from 0 to 1; 0 where there is no whole."""
        return self.part / self.whole if self.whole else 0.0

    @property
    def text(self) -> str:
        """Return the share with two decimals, rounded down: what is below 0.70 never reads as 0.70."""
        return f"{100 * self.part // self.whole / 100:.2f}" if self.whole else "0.00"


def needed(wanted: float, total: int) -> int:
    """Return how many of the total make up the share wanted: the least whole number that is enough."""
    return max(0, -(-billionths(wanted) * total // ONE))

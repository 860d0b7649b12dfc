"""Cells with a formula, which is never evaluated: the value that the file has stored is taken, or there is none."""

from collections.abc import Iterator, Sequence

from alignkit.exchange.losses import Loss
from alignkit.exchange.sheets.grid import Grid, Place
from alignkit.wording import count


def without_value(formulas: Sequence[Place], grid: Grid, program: str) -> Iterator[Loss]:
    """Yield the formulas for which the file has stored no value."""
    why = f"the file holds no value for it, and formulas are not evaluated: open it in {program} and save it"
    return (Loss(grid.address(place), "a formula", why) for place in formulas if place not in grid.texts)


def about_formulas(formulas: Sequence[Place], grid: Grid) -> Iterator[str]:
    """Yield how many cells have a formula of which the stored value was taken."""
    stored = sorted(place for place in formulas if place in grid.texts)
    if stored:
        some = f"{grid.address(stored[0])}{' and others' if stored[1:] else ''}"
        yield f"{count(len(stored), 'cell')} with a formula ({some}): the value that the file has stored was taken."

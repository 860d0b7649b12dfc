"""One process: each curriculum after the other."""

import gc
from collections.abc import Generator, Iterable

from alignkit.api.portfolio.chunks import chunks
from alignkit.api.portfolio.unit import Answer, Setting, Unit, answers

# Hardly anything that a curriculum leaves behind has cycles; to look for what has, now and then, costs next to nothing.
_SWEPT = 64


def one_by_one(setting: Setting, units: Iterable[Unit]) -> Generator[Answer, None, None]:
    """Yield the answer on each curriculum."""
    for number, chunk in enumerate(chunks(units), 1):
        for unit in chunk:
            yield from answers(setting, (unit,))
        if number % _SWEPT == 0 and not gc.isenabled():
            gc.collect()

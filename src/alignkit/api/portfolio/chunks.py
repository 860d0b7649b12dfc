"""Work in portions: large enough that handing one over costs little, small enough that some fit into memory."""

from collections.abc import Callable, Generator, Iterable, Iterator

from alignkit.api.portfolio.unit import Answer, Setting, Unit
from alignkit.views.portfolio.study import Unread

Chunk = tuple[Unit, ...]
Way = Callable[[Setting, Iterable[Unit]], Generator[Answer, None, None]]
"""How the work is done: the answers, in the order of the units; to close it ends whoever works for it."""

# The most of a portion. A curriculum takes some 30 ms, so that a portion takes half a second.
_UNITS = 16
_BYTES = 1_000_000


def chunks(units: Iterable[Unit]) -> Iterator[Chunk]:
    """Yield the units in portions of at most 16, and of at most about a megabyte."""
    portion: list[Unit] = []
    size = 0
    for unit in units:
        portion.append(unit)
        size += unit.packed.size
        if len(portion) == _UNITS or size >= _BYTES:
            yield tuple(portion)
            portion, size = [], 0
    if portion:
        yield tuple(portion)


def lost(unit: Unit, fate: str) -> Answer:
    """Return what is said of a curriculum on which whatever looked at it ended, each time."""
    return Answer(Unread(unit.file, f"the process that looked at it ended: {fate}"))

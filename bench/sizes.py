"""The corpora that can be asked for by name."""

from argparse import ArgumentTypeError
from collections.abc import Callable
from functools import partial
from pathlib import Path

from bench.corpus import write
from bench.mixed import write_mixed

Writer = Callable[[Path], list[Path]]


def _plain(outcomes: int, frameworks: int, items: int, used: int, each: int = 50) -> Writer:
    return partial(write, outcomes=outcomes, frameworks=frameworks, items=items, used=used, each=each)


# small: one course that uses six frameworks of 150 items. N: courses of 50 outcomes, each of 2 of these six.
# N-curricula: so many courses of 100 outcomes. N-one: all of them use one framework of 2,000 items. N-mixed: courses
# and programmes of many sizes (bench.mixed).
_NUMBERS = (100, 1_000, 10_000, 100_000, 1_000_000)
CORPORA: dict[str, Writer] = {
    "small": _plain(50, 6, 150, 6),
    **{f"{number}": _plain(number, 6, 150, 2) for number in _NUMBERS},
    **{f"{number}-one": _plain(number, 1, 2_000, 1) for number in _NUMBERS},
    **{f"{number}-curricula": _plain(number * 100, 6, 150, 2, each=100) for number in (10, 100, 1_000, 10_000)},
    **{f"{number}-mixed": partial(write_mixed, outcomes=number) for number in _NUMBERS},
}


def corpus(name: str) -> str:
    """Return the name of a corpus that is asked for, where there is one."""
    if name not in CORPORA:
        raise ArgumentTypeError(f"no corpus is called {name}; there are {', '.join(CORPORA)}")
    return name

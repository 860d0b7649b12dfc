"""How long a campaign goes on, and what stops an example that would never end.

`ALIGNKIT_FUZZ=long` makes campaigns a hundred times as long, a number that many times, and different each time;
otherwise they are the same each time, so that a change is blamed for nothing that it did not do.
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from hypothesis import HealthCheck, Phase, settings

_ASKED = os.environ.get("ALIGNKIT_FUZZ", "1")
TIMES = 100 if _ASKED == "long" else int(_ASKED)
# No input of a few kilobytes takes a tenth of this: what takes it would go on for ever, or nearly.
SECONDS = 20
_UNHURRIED = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example]


def campaign(examples: int) -> Callable[[Any], Any]:
    """Return the settings of a campaign of that many examples, or of that many times as many as are asked for."""
    return settings(
        max_examples=examples * TIMES,
        derandomize=TIMES == 1,
        database=None,
        deadline=None,
        suppress_health_check=_UNHURRIED,
        phases=[Phase.explicit, Phase.generate, Phase.shrink],
    )


@contextmanager
def no_hang(seconds: float = SECONDS) -> Iterator[None]:
    """Fail with TimeoutError where what is done within takes longer."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)

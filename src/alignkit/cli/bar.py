"""A bar on standard error that shows how far a long run is: only where somebody looks on."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from alignkit.api.portfolio.portfolio import Progress


def is_watched() -> bool:
    """Say whether standard error is a terminal that shows movement, and not that of a pipeline."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


@contextmanager
def bar(*, quiet: bool) -> Iterator[Progress | None]:
    """Give what moves the bar: how many are done of how many, how fast, and how long it still takes; else None."""
    if quiet or not is_watched():
        yield None
        return
    from rich.console import Console  # noqa: PLC0415 - only where there is a terminal
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn  # noqa: PLC0415
    from rich.progress import Progress as Bar  # noqa: PLC0415

    rate = TextColumn("{task.fields[rate]:.0f}/s")
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), rate, TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("Curricula", total=None, rate=0.0)

        def move(done: int, total: int) -> None:
            speed = shown.tasks[task].speed or 0.0
            shown.update(task, completed=done, total=total, rate=speed)

        yield move

"""`alignkit baseline`: accepts today's findings, with a date and a reason."""

from datetime import UTC, datetime

from msgspec import Struct

from alignkit.api.baseline import BaselineRequest, renew
from alignkit.cli.dates import checked_date
from alignkit.cli.files import write_whole
from alignkit.cli.output import put
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.baseline import render, told


class BaselineCall(Struct, frozen=True):
    """A call of `alignkit baseline`, as typed."""

    paths: tuple[str, ...] = ()
    reason: str = ""
    date: str = ""
    output: str = ""
    prune: bool = False


def run_baseline(call: BaselineCall) -> int:
    """Write the baseline, and say what was accepted."""
    # The one place where a clock is read: the day is written into the file, and nothing else follows from it.
    date = checked_date(call.date) or datetime.now(UTC).astimezone().date().isoformat()
    request = BaselineRequest(
        paths=tuple(typed_path(path) for path in call.paths),
        reason=" ".join(call.reason.split()),
        date=date,
        output=typed_path(call.output) if call.output else "",
        prune=call.prune,
    )
    renewed = renew(tree_here(), request, find_project())
    if renewed.changed:
        write_whole(renewed.file, render(renewed).encode())
    put(told(renewed))
    return 0

"""`alignkit diff`: what a change gains and loses."""

from contextlib import ExitStack

from msgspec import Struct

from alignkit.api.check import CheckRequest
from alignkit.api.diff import diff
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.sides import two_sides
from alignkit.render.style import Style
from alignkit.views.diff import DiffView


class DiffCall(Struct, frozen=True):
    """A call of `alignkit diff`, as typed."""

    base: str
    head: str = ""
    fail_on: str = ""
    format: str = "text"
    output: str = ""


def run_diff(call: DiffCall) -> int:
    """Compare the two sides, print or write what changed, and return the exit status."""
    with ExitStack() as open_trees:
        base, head = two_sides(call.base, call.head, open_trees)
        view = diff(base, head, CheckRequest(fail_on=call.fail_on))
    put(_rendered(view, call), call.output)
    return view.status


def _rendered(view: DiffView, call: DiffCall) -> str:
    if call.format == "json":
        from alignkit.render.diff_json import render as render_json  # noqa: PLC0415 - only where it is asked for

        return render_json(view)
    if call.format == "markdown":
        from alignkit.render.diff_markdown import render as render_markdown  # noqa: PLC0415

        return render_markdown(view)
    from alignkit.render.diff_text import render  # noqa: PLC0415

    return render(view, Style() if call.output else style_of_stdout())

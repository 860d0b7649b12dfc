"""`alignkit gaps`: what is missing, ranked, with places at which to close it."""

from msgspec import Struct

from alignkit.api.gaps import GapsRequest, gaps
from alignkit.cli.output import put, put_data, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.errors import BadRequest
from alignkit.render.style import Style
from alignkit.views.gaps import GapsView

# As many as somebody reads; data has all of them.
_READ = 10


class GapsCall(Struct, frozen=True):
    """A call of `alignkit gaps`, as typed."""

    paths: tuple[str, ...] = ()
    frameworks: tuple[str, ...] = ()
    jurisdictions: tuple[str, ...] = ()
    step: str = ""
    format: str = "text"
    output: str = ""
    all: bool = False
    limit: int | None = None


def run_gaps(call: GapsCall) -> int:
    """Print or write what is missing in each curriculum."""
    request = GapsRequest(
        paths=tuple(typed_path(path) for path in call.paths),
        frameworks=call.frameworks,
        jurisdictions=tuple(place.upper() for place in call.jurisdictions),
        step=call.step,
        limit=_limit(call),
    )
    write = put if call.format == "text" else put_data
    write(_rendered(call, gaps(tree_here(), request, find_project())), call.output)
    return 0


def _limit(call: GapsCall) -> int | None:
    if call.all and call.limit is not None:
        raise BadRequest("--all and --limit contradict each other", hint="leave one of them out")
    return call.limit if call.all or call.limit is not None or call.format == "json" else _READ


def _rendered(call: GapsCall, views: tuple[GapsView, ...]) -> str:
    if call.format == "json":
        from alignkit.render.gaps_json import render as render_json  # noqa: PLC0415 - only where it is asked for

        return render_json(views)
    if call.format == "yaml":
        from alignkit.render.gaps_yaml import render as render_yaml  # noqa: PLC0415 - only where it is asked for

        return render_yaml(views)
    from alignkit.render.gaps import render  # noqa: PLC0415 - only where it is asked for

    return render(views, Style() if call.output else style_of_stdout(), everything=call.all)

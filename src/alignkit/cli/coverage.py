"""`alignkit coverage`: one curriculum through many frameworks, side by side."""

from msgspec import Struct

from alignkit.api.crosswalk import CoverageRequest, coverage
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.style import Style


class CoverageCall(Struct, frozen=True):
    """A call of `alignkit coverage`, as typed."""

    paths: tuple[str, ...] = ()
    framework: tuple[str, ...] = ()
    jurisdiction: tuple[str, ...] = ()
    profession: str = ""
    format: str = "text"
    output: str = ""
    all: bool = False


def run_coverage(call: CoverageCall) -> int:
    """Print or write each curriculum through the frameworks that the call asks for."""
    request = CoverageRequest(
        paths=tuple(typed_path(path) for path in call.paths),
        frameworks=call.framework,
        jurisdictions=tuple(place.upper() for place in call.jurisdiction),
        profession=call.profession.lower(),
    )
    views = coverage(tree_here(), request, find_project())
    if call.format == "json":
        from alignkit.render.through_json import render as render_json  # noqa: PLC0415 - only where it is asked for

        put(render_json(views), call.output)
    else:
        from alignkit.render.through import render  # noqa: PLC0415 - only where it is asked for

        put(render(views, Style() if call.output else style_of_stdout(), everything=call.all), call.output)
    return 0

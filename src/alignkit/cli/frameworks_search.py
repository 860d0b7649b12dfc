"""`alignkit frameworks search`: items by their words or code."""

from msgspec import Struct

from alignkit.api.library import search_library
from alignkit.api.reference import open_library
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here
from alignkit.views.library import Wanted


class SearchCall(Struct, frozen=True):
    """A call of `alignkit frameworks search`, as typed."""

    words: tuple[str, ...]
    framework: tuple[str, ...] = ()
    jurisdiction: str = ""
    profession: str = ""
    kind: str = ""
    limit: int = 10
    format: str = "text"


def run_search(call: SearchCall) -> int:
    """Print the items that were found; the exit status is 1 where there are none, as grep has it."""
    shelf = open_library(tree_here(), find_project())
    wanted = Wanted(call.jurisdiction.upper(), call.profession.lower(), call.kind.lower())
    view = search_library(shelf, " ".join(call.words), call.framework, wanted, call.limit)
    if call.format == "json":
        from alignkit.render.reference.library_json import render_search  # noqa: PLC0415 - only where asked for

        put(render_search(view))
    else:
        from alignkit.render.reference.search_text import render  # noqa: PLC0415 - only where asked for

        put(render(view, style_of_stdout()))
    return 0 if view.total else 1

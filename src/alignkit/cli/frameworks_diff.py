"""`alignkit frameworks diff`: what became of each item from one edition to another."""

from alignkit.api.library import compare
from alignkit.api.reference import open_library
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here


def run_diff(before: str, after: str, format_: str) -> int:
    """Print the two frameworks side by side."""
    view = compare(open_library(tree_here(), find_project()), before, after)
    if format_ == "json":
        from alignkit.render.reference.library_json import render_editions  # noqa: PLC0415 - only where asked for

        put(render_editions(view))
    else:
        from alignkit.render.reference.editions_text import render  # noqa: PLC0415 - only where asked for

        put(render(view, style_of_stdout()))
    return 0

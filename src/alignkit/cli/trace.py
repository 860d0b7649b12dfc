"""`alignkit trace`: every path to an item."""

from alignkit.api.trace import trace
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.trace import render


def run_trace(ref: str, paths: tuple[str, ...]) -> int:
    """Print the paths that support the item in each curriculum."""
    views = trace(tree_here(), ref, tuple(typed_path(path) for path in paths), find_project())
    put(render(views, style_of_stdout()))
    return 0

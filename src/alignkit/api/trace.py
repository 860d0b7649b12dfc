"""`trace`: every path to an item."""

from collections.abc import Sequence

from alignkit.api.scope import examine_paths, paths_to_check, something_to_check
from alignkit.library.shelf import Shelf
from alignkit.library.workspace import project_of, read_file
from alignkit.source.tree import Tree
from alignkit.views.trace import TraceView, trace_view


def trace(tree: Tree, ref: str, paths: Sequence[str], project_file: str = "") -> tuple[TraceView, ...]:
    """Return every path to the item in each curriculum; BadRequest where there is no such item."""
    project = read_file(tree, project_file) if project_file else None
    asked = paths_to_check(paths, project_of(project), project_file)
    examination = examine_paths(tree, asked, project)
    something_to_check(examination, asked, tree)
    item, _ = Shelf(examination.library).item(ref)
    return tuple(trace_view(examined.case, item) for examined in examination.curricula)

"""`trace`: every path to an item."""

from collections.abc import Sequence

from alignkit.api.crosswalk import examined_curricula
from alignkit.library.shelf import Shelf
from alignkit.source.tree import Tree
from alignkit.views.trace import TraceView, trace_view


def trace(tree: Tree, ref: str, paths: Sequence[str], project_file: str = "") -> tuple[TraceView, ...]:
    """Return every path to the item in each curriculum; BadRequest where there is no such item, or a file is unread."""
    examination = examined_curricula(tree, paths, project_file)
    item, _ = Shelf(examination.library).item(ref)
    return tuple(trace_view(examined.case, item) for examined in examination.curricula)

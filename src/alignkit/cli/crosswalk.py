"""`alignkit crosswalk`: the mappings between two frameworks, and what they would infer."""

from alignkit.api.crosswalk import crosswalk
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.crosswalk import render


def run_crosswalk(one: str, other: str, curricula: tuple[str, ...], *, everything: bool) -> int:
    """Print the crosswalks between the two frameworks."""
    paths = tuple(typed_path(path) for path in curricula)
    view = crosswalk(tree_here(), one, other, paths, find_project())
    put(render(view, style_of_stdout(), everything=everything))
    return 0

"""`alignkit frameworks migrate`: a curriculum moved to another edition, as a patch or in place."""

from alignkit.api.migrate import migrate
from alignkit.cli.files import write_together
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.migration import render


def run_migrate(path: str, before: str, after: str, *, write: bool) -> int:
    """Print the patch and what it does to coverage; with `write`, change the files."""
    view = migrate(tree_here(), typed_path(path), before, after, find_project())
    if write:
        write_together({file.file: file.migrated.encode() for file in view.changed})
    put(render(view, style_of_stdout(), written=write))
    return 0

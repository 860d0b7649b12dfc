"""`alignkit frameworks migrate`: a curriculum moved to another edition, as a patch or in place."""

import os

from alignkit.api.migrate import migrate
from alignkit.cli.output import put, style_of_stdout, write_whole
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.render.migration import render


def run_migrate(path: str, before: str, after: str, *, write: bool) -> int:
    """Print the patch and what it does to coverage; with `write`, change the files."""
    view = migrate(tree_here(), typed_path(path), before, after, find_project())
    if write:
        for file in view.changed:
            # A link stays a link: it is the file behind it that changes.
            write_whole(os.path.realpath(file.file), file.migrated.encode())
    put(render(view, style_of_stdout(), written=write))
    return 0

"""`alignkit frameworks new`: a framework file started from a table or from indented text."""

import os
from pathlib import PurePath

from alignkit.api.framework_new import start_framework
from alignkit.cli.files import make_folder, write_whole
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import tree_here, typed_path
from alignkit.errors import BadRequest, FileExists
from alignkit.render.framework_draft import render
from alignkit.render.framework_file import framework_text
from alignkit.views.draft import Head


def run_new(file: str, list_name: str, said: tuple[str, str, str, str]) -> int:
    """Write the framework into the file, never over one that is there, and say what was understood and what is left.

    `said` is the id, title, kind and publisher, each "" where nothing is said of it.
    """
    path = PurePath(file)
    if path.suffix not in (".yaml", ".yml"):
        hint = "let it end in .yaml: frameworks/our-2026.yaml"
        raise BadRequest(f'"{file}" is no name of a framework file', hint=hint)
    if os.path.lexists(file):
        hint = "alignkit never overwrites a framework: choose another name"
        raise FileExists(f"{typed_path(file)} is there already", hint=hint)
    id_, title, kind, publisher = said
    view = start_framework(tree_here(), typed_path(list_name), Head(id_ or path.stem, title, kind, publisher))
    make_folder(str(path.parent))
    write_whole(file, framework_text(view).encode())
    put(render(view, typed_path(file), style_of_stdout()))
    return 0

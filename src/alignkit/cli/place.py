"""Where a command runs: the working folder, the project file above it, paths as they are shown."""

import os

from alignkit.errors import BadRequest, reason_of
from alignkit.source.folder import Folder

_PROJECT_FILE = "alignkit.yaml"


def need_a_place() -> None:
    """Do nothing where there is a working folder; BadRequest where it was removed, or may not be known."""
    try:
        os.getcwd()  # noqa: PTH109 - pathlib is slow to load
    except OSError as error:
        hint = "change to a folder that is there"
        raise BadRequest(f"the working folder cannot be used: {reason_of(error)}", hint=hint) from None


def tree_here() -> Folder:
    """Return the working folder as a tree; names in it are what a user would type."""
    return Folder(".")


def find_project(start: str = "") -> str:
    """Return the project file in a folder (this one, if none is named) or the nearest above, as seen from it, or "".

    The search ends at the root of a git repository: what lies above belongs to somebody else.
    """
    folder = ""
    while True:
        here = os.path.join(start, folder)  # noqa: PTH118
        # Whatever has the name: a link that is broken would otherwise be a policy that nobody misses.
        if os.path.lexists(os.path.join(here, _PROJECT_FILE)):  # noqa: PTH118
            return f"{folder}{_PROJECT_FILE}".replace(os.sep, "/")
        at_root = os.path.exists(os.path.join(here, ".git"))  # noqa: PTH110, PTH118
        if at_root or os.path.realpath(here or ".") == os.path.realpath(os.path.join(here, "..")):  # noqa: PTH118
            return ""
        folder = f"../{folder}"


def typed_path(path: str) -> str:
    """Return a path as alignkit shows it: relative to the working folder where it is inside, with forward slashes."""
    if os.path.isabs(path):  # noqa: PTH117
        relative = os.path.relpath(path)
        path = path if relative.startswith("..") else relative
    return os.path.normpath(path).replace(os.sep, "/")

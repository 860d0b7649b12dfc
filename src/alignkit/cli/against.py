"""`alignkit check --against`: only what is new or lost since a git revision."""

from contextlib import ExitStack

from alignkit.api.check import CheckRequest
from alignkit.api.diff import check_against
from alignkit.cli.sides import revision_side, working_side
from alignkit.views.check import CheckView


def check_since(revision: str, request: CheckRequest) -> CheckView:
    """Return what is new or lost since the revision; NoGit or NoRevision where it cannot be read."""
    with ExitStack() as open_trees:
        base = revision_side(revision, request.paths, open_trees)
        return check_against(base, working_side(request.paths), request)

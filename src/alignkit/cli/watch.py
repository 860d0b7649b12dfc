"""`alignkit watch`: checks again after each save, and shows what that changed."""

import gc
import os
import sys
from collections.abc import Callable, Iterator

from alignkit.api.check import CheckRequest
from alignkit.api.watch import Seen, look, news
from alignkit.cli.extras import need
from alignkit.cli.output import put, style_of_stdout
from alignkit.cli.place import find_project, tree_here, typed_path
from alignkit.errors import AlignkitError
from alignkit.render.style import safe
from alignkit.render.watch import begun, changed

_YAML = (".yaml", ".yml")
_Saves = Callable[[tuple[str, ...]], Iterator[tuple[str, ...]]]


def run_watch(paths: tuple[str, ...]) -> int:
    """Check, wait for a save, and check again until the user has seen enough."""
    saves = _watchfiles()
    # Other commands end before anything could pile up (cli.entry); this one may run for a day.
    gc.enable()
    request = CheckRequest(paths=tuple(typed_path(path) for path in paths))
    seen = _look(request)
    _say(begun(seen.view, style_of_stdout()) if seen else "")
    _say("Watching; Ctrl-C ends it.\n")
    try:
        for names in saves(_folders(paths)):
            now = _look(request)
            if now:
                _say(changed(names, news(seen, now), style_of_stdout()))
            seen = now or seen
    except KeyboardInterrupt:
        pass
    _say("\nNo longer watching.\n")
    return 0


def _look(request: CheckRequest) -> Seen | None:
    """Return what a check finds, or None where it cannot be done, which is said."""
    try:
        return look(tree_here(), request, find_project())
    except AlignkitError as error:
        where = f"{error.where}: " if error.where else ""
        _say(f"alignkit: {safe(where + error.message)}\n" + (f"  {safe(error.hint)}\n" if error.hint else ""))
        return None


def _say(text: str) -> None:
    put(text)
    sys.stdout.flush()


def _folders(paths: tuple[str, ...]) -> tuple[str, ...]:
    """Return the folders to watch: editors save a file by putting another in its place, so the file is no hold."""
    project = os.path.dirname(find_project())  # noqa: PTH120
    named = (path if os.path.isdir(path) else os.path.dirname(path) for path in paths)  # noqa: PTH112, PTH120
    there = dict.fromkeys(folder or "." for folder in (*named, project))
    return tuple(folder for folder in there if os.path.isdir(folder))  # noqa: PTH112


def _is_ours(path: str) -> bool:
    return path.endswith(_YAML)


def _watchfiles() -> _Saves:
    """Return what yields the files of each save; MissingExtra where the package for it is missing."""
    watchfiles = need("watchfiles", "watch", "watching")

    def saves(folders: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for changes in watchfiles.watch(*folders, watch_filter=lambda _, path: _is_ours(path), debounce=200):
            yield tuple(sorted({typed_path(path) for _, path in changes}))

    return saves

"""Where runs are remembered: what the call says, else where the platform keeps what can be made again."""

import os
import sys
from collections.abc import Mapping, Sequence

# What reads more than files, or writes more than standard output, is not remembered.
_BYPASSING = ("--no-cache", "--against", "--output", "-o")
_OPTION = "--cache-dir"


def cache_folder(arguments: Sequence[str]) -> str:
    """Return the folder for a call of `check`, or "" where it is not to be remembered."""
    asked = ""
    for number, word in enumerate(arguments):
        name, equals, value = word.partition("=")
        if name in _BYPASSING:
            return ""
        if name == _OPTION:
            asked = value if equals else "".join(arguments[number + 1 : number + 2])
    return asked or _of_platform(sys.platform, os.environ)


def _of_platform(platform: str, environment: Mapping[str, str]) -> str:
    """Return the user's cache folder for alignkit, or "" where the user has no place for one."""
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return os.path.join(local, "alignkit", "Cache") if local else ""  # noqa: PTH118 - pathlib is slow to load
    stated = environment.get("XDG_CACHE_HOME", "") if platform != "darwin" else ""
    usual = "~/Library/Caches" if platform == "darwin" else "~/.cache"
    base = stated or os.path.expanduser(usual)  # noqa: PTH111
    # The XDG specification wants relative paths ignored; without a home the tilde stays.
    return os.path.join(base, "alignkit") if os.path.isabs(base) else ""  # noqa: PTH117, PTH118

"""Loads msgspec without typing_extensions, which it asks for first and does not need on Python 3.11 and later.

That package, with all that it loads in turn, would take a twentieth of a small check. Where it was asked for already,
or is asked for later, it is there as ever.
"""

import sys
from typing import Any

_NAME = "typing_extensions"


def load_msgspec() -> None:
    """Load msgspec, while its optional companion cannot be found."""
    modules: dict[str, Any] = sys.modules
    if _NAME in modules:
        return
    modules[_NAME] = None  # how Python marks a module that is not to be found
    try:
        import msgspec  # noqa: F401, PLC0415
    finally:
        del modules[_NAME]

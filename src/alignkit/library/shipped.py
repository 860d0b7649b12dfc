"""Where the frameworks and rubrics that come with alignkit are."""

import os

from alignkit.source.folder import Folder

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
_IN_WHEEL = os.path.join(_PACKAGE, "shipped")  # noqa: PTH118
_IN_CHECKOUT = os.path.join(os.path.dirname(os.path.dirname(_PACKAGE)), "frameworks")  # noqa: PTH118, PTH120

# Shipped files are named like this in places, so that no path of a machine reaches an output.
PREFIX = "alignkit:frameworks/"


def shipped_tree() -> Folder:
    """Return the folder of shipped data: in the wheel, or in a checkout beside the sources."""
    return Folder(_IN_WHEEL if os.path.isdir(_IN_WHEEL) else _IN_CHECKOUT)  # noqa: PTH112


def read_shipped(name: str) -> bytes:
    """Return the bytes of a shipped file by the name that places give it: `alignkit:frameworks/nursing/….yaml`."""
    return shipped_tree().read(name.removeprefix(PREFIX))

"""Official schemas and samples that may be read but not shipped, beside the repository."""

from pathlib import Path

import pytest

_SHARED = Path(__file__).parents[2] / "shared"


def shared(path: str) -> Path:
    """Return the file's path below `shared/` beside the repository; the test is skipped where it is not there."""
    found = _SHARED / path
    if not found.exists():
        pytest.skip(f"shared/{path} is not beside this repository")
    return found

"""Files of the project that lie beside the repository: official schemas, samples and code lists."""

from pathlib import Path

import pytest

_SHARED = Path(__file__).parents[2] / "shared"


def shared(path: str) -> Path:
    """Return a file or folder of `../shared`; a test that needs one is skipped where it is absent."""
    found = _SHARED / path
    if not found.exists():
        pytest.skip(f"../shared/{path} is not beside the repository")
    return found

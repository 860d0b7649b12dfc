"""Official schemas and real documents that this repository may not hold: beside it on the machines that have them."""

from pathlib import Path

import pytest

_SHARED = Path(__file__).resolve().parents[2] / "shared"


def shared(path: str) -> Path:
    """Return the file or folder of that name in the folder `shared` beside the repository, or skip the test."""
    found = _SHARED / path
    if not found.exists():
        pytest.skip(f"shared/{path} is not on this machine: its licence does not let the repository hold it")
    return found

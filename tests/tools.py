"""Programs that tests call: there, or a reason to skip; where they must be there, a failure."""

import os
import shutil

import pytest

# What CI does not install: these tests are for machines that have them.
_EXTRA = frozenset(("vnu", "npm", "node"))


def tool(*names: str) -> str:
    """Return the path of the first of the programs that is installed, or skip the test."""
    found = next((path for name in names if (path := shutil.which(name))), "")
    if not found:
        reason = f"{' or '.join(names)} is not installed"
        if os.environ.get("ALIGNKIT_REQUIRE_TOOLS") == "1" and not _EXTRA.intersection(names):
            pytest.fail(reason)
        pytest.skip(reason)
    return found
